import type { Finding } from '../../model/diagnostic.ts';

/** Why a file is not inspected. */
export type Refusal =
  | 'archive'
  | 'damaged'
  | 'empty'
  | 'encrypted'
  | 'old-word'
  | 'open-document'
  | 'pdf'
  | 'rtf'
  | 'spreadsheet'
  | 'presentation'
  | 'plain-text'
  | 'too-large'
  | 'unknown';

const SAVE_AS = 'Mở tệp bằng Word, chọn Lưu thành (Save As) → Word Document (.docx), rồi kiểm tra tệp .docx đó';

const WORDS: Readonly<Record<Refusal, { readonly is: string; readonly hint: string }>> = {
  archive: { is: 'Tệp là tệp nén', hint: 'Giải nén rồi kiểm tra từng tệp .docx ở bên trong' },
  damaged: {
    is: 'Tệp bị hỏng hoặc tải về chưa trọn vẹn',
    hint: 'Sao chép hoặc tải lại tệp gốc; nếu Word vẫn mở được tệp gốc thì chọn Lưu thành (Save As) → Word Document (.docx) rồi kiểm tra tệp mới',
  },
  empty: { is: 'Tệp rỗng (0 byte)', hint: 'Sao chép hoặc tải lại tệp gốc' },
  encrypted: {
    is: 'Tệp được đặt mật khẩu nên không đọc được',
    hint: 'Mở bằng Word, vào Tệp (File) → Thông tin (Info) → Bảo vệ tài liệu (Protect Document) → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi kiểm tra tệp mới',
  },
  'old-word': { is: 'Tệp theo định dạng Word cũ (.doc)', hint: SAVE_AS },
  'open-document': { is: 'Tệp là văn bản OpenDocument (.odt)', hint: SAVE_AS },
  pdf: { is: 'Tệp là tài liệu PDF', hint: 'Kiểm tra tệp Word (.docx) đã dùng để in ra tệp PDF này' },
  rtf: { is: 'Tệp theo định dạng RTF', hint: SAVE_AS },
  spreadsheet: { is: 'Tệp là bảng tính', hint: 'Chọn đúng tệp văn bản Word (.docx) cần kiểm tra' },
  presentation: { is: 'Tệp là bản trình chiếu', hint: 'Chọn đúng tệp văn bản Word (.docx) cần kiểm tra' },
  'plain-text': { is: 'Tệp là văn bản thuần hoặc trang web, không phải văn bản Word', hint: SAVE_AS },
  'too-large': {
    is: 'Tệp quá lớn đối với một văn bản hành chính',
    hint: 'Mở bằng Word, bỏ hình ảnh và phần thừa, hoặc tách phụ lục thành tệp riêng, rồi kiểm tra lại',
  },
  unknown: { is: 'Không nhận ra loại tệp', hint: SAVE_AS },
};

/** Why that file is not inspected, for people. */
export function refusalOf(kind: Refusal, file: string): Finding {
  const { is, hint } = WORDS[kind];
  const wanted = kind === 'too-large' ? 'văn bản Word không có phần thừa' : 'văn bản Word (.docx) mở được';
  return { message: `${is}; cần một ${wanted}`, hint, location: { kind: 'file', file }, facts: { kind } };
}
