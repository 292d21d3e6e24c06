// `npm run demo`: a copy of the sample workspace in demo/, and the report of its October round.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = 'demo/ket-qua/2025-10/bao-cao.docx';

rmSync(`${root}/demo`, { recursive: true, force: true });
cpSync(`${root}/fixtures/large-commune/workspace`, `${root}/demo`, { recursive: true });

const run = (...args) =>
  spawnSync(process.execPath, ['bin/tkcds.js', ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status;

const options = ['-C', 'demo', '--period', '2025-10', '--as-of', '2025-11-12'];
run('status', ...options);
const status = run('report', '--quiet', ...options);

if (!existsSync(`${root}/${report}`) || (status !== 0 && status !== 1)) {
  console.error(`Không lập được báo cáo mẫu (mã thoát ${status}).`);
  process.exit(status || 2);
}
console.log(`
Đã lập báo cáo mẫu của một xã giả định: ${report}
Mở bằng Word hoặc LibreOffice và xem: phần đầu văn bản, mục II (kết quả theo từng khoản của văn bản giao nhiệm vụ), mục III
(đơn vị chưa gửi, số liệu không tính) và các phụ lục. Mỗi con số có địa chỉ ô trong ${report.replace('.docx', '.json')}.
Các lỗi và cảnh báo nêu trong báo cáo là có chủ ý: bộ tệp mẫu chứa những sai sót thường gặp. Số và ngày ký để trống cho văn thư.
Sửa thử một tệp trong demo/nop/2025-10 rồi chạy lại: node bin/tkcds.js report -C demo --as-of 2025-11-12`);
