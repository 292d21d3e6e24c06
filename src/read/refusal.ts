import type { Finding } from '../model/diagnostic.ts';
import { quoteValue } from '../vi/text.ts';
import type { Refused } from './format.ts';
import type { RefusedKind } from './kind.ts';
import { LIMIT_WORDS } from './limit-words.ts';
import { LIMITS } from './limits.ts';

const SAVE_AS =
  'Mở số liệu bằng Excel, chọn Lưu thành (Save As) → Excel Workbook (.xlsx), rồi gửi tệp .xlsx đó thay cho tệp này';
const FILL_FORM = 'Điền số liệu vào biểu mẫu Excel (.xlsx) mà xã đã gửi, rồi gửi biểu mẫu đó thay cho tệp này';
const SHRINK =
  'Mở bằng Excel, xóa hình ảnh, trang tính và các dòng, cột trống thừa, chọn Lưu thành (Save As) → Excel Workbook (.xlsx) rồi gửi tệp mới';

/** What the file is, in a sentence that goes on with what was expected; and the way out. */
const WORDS: Readonly<Record<RefusedKind, { readonly is: string; readonly hint: string }>> = {
  archive: {
    is: 'Tệp là tệp nén',
    hint: 'Giải nén, rồi gửi từng tệp Excel (.xlsx) ở bên trong thay cho tệp nén',
  },
  damaged: {
    is: 'Tệp bị hỏng hoặc tải về chưa trọn vẹn',
    hint: 'Sao chép hoặc tải lại tệp gốc; nếu Excel vẫn mở được tệp gốc thì chọn Lưu thành (Save As) → Excel Workbook (.xlsx) và gửi tệp mới',
  },
  empty: { is: 'Tệp rỗng (0 byte)', hint: 'Sao chép hoặc tải lại tệp gốc từ máy hoặc thư điện tử của đơn vị' },
  encrypted: {
    is: 'Tệp được đặt mật khẩu nên không đọc được',
    hint: 'Mở bằng Excel, vào Tệp (File) → Thông tin (Info) → Bảo vệ sổ làm việc (Protect Workbook) → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi gửi tệp mới',
  },
  link: {
    is: 'Tệp chỉ là lối tắt đến một tệp hoặc trang ở nơi khác, không có số liệu bên trong',
    hint: 'Mở lối tắt, tải số liệu về dạng Excel (.xlsx; trong Google Trang tính: Tệp → Tải xuống → Microsoft Excel), rồi gửi tệp .xlsx đó thay cho tệp này',
  },
  mail: {
    is: 'Tệp là thư điện tử được lưu lại',
    hint: 'Mở thư, lưu tệp Excel (.xlsx) đính kèm trong thư, rồi gửi tệp đính kèm đó thay cho tệp này',
  },
  numbers: {
    is: 'Tệp là bảng tính Numbers của máy Apple',
    hint: 'Mở bằng Numbers, chọn Tệp (File) → Xuất sang (Export To) → Excel, rồi gửi tệp .xlsx đó thay cho tệp này',
  },
  'old-excel': {
    is: 'Tệp theo định dạng Excel quá cũ (trước Excel 5.0) hoặc do phần mềm khác kết xuất không đúng định dạng .xls',
    hint: SAVE_AS,
  },
  'out-of-memory': { is: 'Tệp cần nhiều bộ nhớ hơn mức dành cho một biểu mẫu báo cáo nên đã ngừng đọc', hint: SHRINK },
  pdf: { is: 'Tệp là tài liệu PDF', hint: FILL_FORM },
  picture: { is: 'Tệp là ảnh chụp hoặc hình ảnh', hint: FILL_FORM },
  presentation: { is: 'Tệp là bản trình chiếu', hint: FILL_FORM },
  program: {
    is: 'Tệp là chương trình chạy trên máy tính, không phải báo cáo',
    hint: 'Không mở tệp này; hỏi lại đơn vị và quét vi-rút máy đã gửi tệp, rồi đề nghị đơn vị gửi biểu mẫu Excel (.xlsx)',
  },
  text: { is: 'Tệp là văn bản thuần (chẳng hạn TXT), không có bảng số liệu', hint: SAVE_AS },
  'text-encoding': {
    is: 'Tệp văn bản (chẳng hạn CSV) theo bảng mã lạ, không đọc được chữ có dấu',
    hint: 'Mở số liệu bằng chương trình đã tạo ra tệp, chọn Lưu thành (Save As) → Excel Workbook (.xlsx) hoặc CSV UTF-8, rồi gửi tệp mới',
  },
  'too-large': { is: 'Tệp quá lớn đối với một biểu mẫu báo cáo', hint: SHRINK },
  'too-slow': { is: 'Tệp đọc quá lâu so với một biểu mẫu báo cáo nên đã ngừng đọc', hint: SHRINK },
  unknown: { is: 'Không nhận ra loại tệp', hint: SAVE_AS },
  'web-archive': { is: 'Tệp là trang web lưu gộp (MHTML), dù có thể mang đuôi .xls', hint: SAVE_AS },
  'web-page': { is: 'Tệp là trang web (HTML) không có bảng số liệu nào', hint: SAVE_AS },
  word: { is: 'Tệp là văn bản Word', hint: FILL_FORM },
  xml: { is: 'Tệp là dữ liệu XML, không phải bảng tính', hint: SAVE_AS },
};

/** What was expected of these is not another kind of file. */
const TOO_MUCH: ReadonlySet<RefusedKind> = new Set(['out-of-memory', 'too-large', 'too-slow']);

function whatItIs({ kind, limit, sheet }: Refused): string {
  if (limit !== undefined) {
    const { has, of } = LIMIT_WORDS[limit.id];
    return `${has(limit.found)}, nhiều hơn mức ${of(LIMITS[limit.id])} mà chương trình đọc`;
  }
  return kind === 'damaged' && sheet !== undefined ? `Trang tính ${quoteValue(sheet)} của tệp bị hỏng` : WORDS[kind].is;
}

function factsOf({ kind, limit }: Refused): Readonly<Record<string, string | number>> {
  return {
    kind,
    ...(limit === undefined ? {} : { limit: limit.id, found: limit.found, most: LIMITS[limit.id] }),
  };
}

/** Why that file was not read, for people. */
export function refusalOf(refused: Refused, file: string): Finding {
  const wanted = TOO_MUCH.has(refused.kind) ? 'biểu mẫu báo cáo không có phần thừa' : 'bảng tính Excel (.xlsx) mở được';
  return {
    message: `${whatItIs(refused)}; cần một ${wanted}`,
    hint: WORDS[refused.kind].hint,
    location: { kind: 'file', file },
    facts: factsOf(refused),
  };
}
