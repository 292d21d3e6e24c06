import { diagnosticOf, type Diagnostic } from '../../model/diagnostic.ts';
import { WORD_TEMPLATE_UNREADABLE } from '../problems.ts';

/** Why the commune's own Word file is not filled, beside what other kinds of file there are. */
export type TemplateRefusal = 'chart' | 'damaged' | 'encrypted' | 'foreign' | 'macro' | 'other' | 'too-large';

const SAVE_AS = 'chọn Lưu thành (Save As) → Word Document (.docx), rồi ghi tên tệp mới vào report.wordTemplate';

const WORDS: Readonly<Record<TemplateRefusal, { readonly is: string; readonly hint: string }>> = {
  chart: {
    is: 'Không điền được các thẻ của mẫu Word, có thể do biểu đồ hoặc trường (field) mà chương trình không sửa được',
    hint: 'Vẽ lại biểu đồ bằng Chèn (Insert) → Biểu đồ (Chart), gõ lại các thẻ bằng chữ thường, hoặc lấy mẫu mới bằng tkcds init --word-template',
  },
  damaged: {
    is: 'Mẫu Word bị hỏng hoặc sao chép chưa trọn vẹn',
    hint: `Sao chép lại tệp gốc; nếu Word vẫn mở được thì ${SAVE_AS}`,
  },
  encrypted: {
    is: 'Mẫu Word được đặt mật khẩu nên không đọc được',
    hint: 'Mở bằng Word, vào Tệp (File) → Thông tin (Info) → Bảo vệ tài liệu (Protect Document) → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại',
  },
  foreign: {
    is: 'Mẫu Word được lưu theo dạng mà chương trình không điền được',
    hint: `Mở bằng Word, ${SAVE_AS}; không chọn dạng “Strict Open XML”`,
  },
  macro: {
    is: 'Mẫu Word có macro, tệp báo cáo không được mang macro',
    hint: `Mở bằng Word, ${SAVE_AS}; dạng .docx không giữ macro`,
  },
  other: { is: 'Tệp không phải là văn bản Word (.docx)', hint: `Mở bằng Word, ${SAVE_AS}` },
  'too-large': {
    is: 'Mẫu Word quá lớn đối với một văn bản hành chính',
    hint: 'Mở bằng Word, bỏ hình ảnh lớn và phần thừa, lưu lại',
  },
};

/** The finding that the template in that file is not filled. */
export function templateRefused(kind: TemplateRefusal, file: string): Diagnostic {
  const { is, hint } = WORDS[kind];
  return diagnosticOf(WORD_TEMPLATE_UNREADABLE, {
    message: is,
    hint,
    location: { kind: 'file', file },
    facts: { kind },
  });
}
