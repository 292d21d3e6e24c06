import type { Finding } from '../model/diagnostic.ts';
import type { RefusedKind } from './kind.ts';

const SAVE_AS =
  'Mở số liệu bằng Excel, chọn Lưu thành (Save As) → Excel Workbook (.xlsx), rồi gửi tệp .xlsx đó thay cho tệp này';
const FILL_FORM = 'Điền số liệu vào biểu mẫu Excel (.xlsx) mà xã đã gửi, rồi gửi biểu mẫu đó thay cho tệp này';

/** What the file is, in a sentence that goes on with what was expected; and the way out. */
const WORDS: Readonly<Record<RefusedKind, { readonly is: string; readonly hint: string }>> = {
  archive: {
    is: 'Tệp là tệp nén',
    hint: 'Giải nén, rồi gửi từng tệp Excel (.xlsx) ở bên trong thay cho tệp nén',
  },
  damaged: {
    is: 'Tệp bị hỏng hoặc tải về chưa trọn vẹn',
    hint: `Sao chép hoặc tải lại tệp gốc; nếu Excel vẫn mở được tệp gốc thì chọn Lưu thành (Save As) → Excel Workbook (.xlsx) và gửi tệp mới`,
  },
  empty: { is: 'Tệp rỗng (0 byte)', hint: 'Sao chép hoặc tải lại tệp gốc từ máy hoặc thư điện tử của đơn vị' },
  encrypted: {
    is: 'Tệp được đặt mật khẩu nên không đọc được',
    hint: 'Mở bằng Excel, vào Tệp (File) → Thông tin (Info) → Bảo vệ sổ làm việc (Protect Workbook) → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi gửi tệp mới',
  },
  pdf: { is: 'Tệp là tài liệu PDF', hint: FILL_FORM },
  picture: { is: 'Tệp là ảnh chụp hoặc hình ảnh', hint: FILL_FORM },
  presentation: { is: 'Tệp là bản trình chiếu', hint: FILL_FORM },
  text: { is: 'Tệp là văn bản thuần (chẳng hạn CSV hoặc TXT)', hint: SAVE_AS },
  'too-large': {
    is: 'Tệp quá lớn đối với một biểu mẫu báo cáo',
    hint: 'Mở bằng Excel, xóa hình ảnh, trang tính và các dòng, cột trống thừa, chọn Lưu thành (Save As) → Excel Workbook (.xlsx) rồi gửi tệp mới',
  },
  unknown: { is: 'Không nhận ra loại tệp', hint: SAVE_AS },
  'web-page': { is: 'Tệp là trang web (HTML) mang đuôi bảng tính', hint: SAVE_AS },
  word: { is: 'Tệp là văn bản Word', hint: FILL_FORM },
};

/** Why that file was not read, for people. */
export function refusalOf(kind: RefusedKind, file: string): Finding {
  const { is, hint } = WORDS[kind];
  return {
    message: `${is}; cần một bảng tính Excel (.xlsx) mở được`,
    hint,
    location: { kind: 'file', file },
    facts: { kind },
  };
}
