import type { Finding } from '../model/diagnostic.ts';
import { joinWords } from '../vi/text.ts';
import type { Extra } from './format.ts';

const WORDS: Readonly<Record<Extra, string>> = {
  'embedded-objects': 'đối tượng nhúng (tệp khác nằm trong tệp này)',
  'external-links': 'liên kết đến tệp khác',
  macros: 'macro (chương trình kèm theo)',
};

/** Says what the file carries beside its cells; undefined when there is nothing. */
export function extrasFinding(extras: readonly Extra[], file: string): Finding | undefined {
  if (extras.length === 0) return undefined;
  return {
    message: `Tệp có ${joinWords(extras.map((extra) => WORDS[extra]))}; chương trình không chạy, không mở những thứ đó mà chỉ đọc số liệu đang ghi trong ô`,
    hint: 'Kiểm tra xem số liệu trong ô đã là số liệu cuối cùng chưa; nếu không cần những thứ đó thì lần sau gửi biểu mẫu Excel (.xlsx) không có chúng',
    location: { kind: 'file', file },
    facts: { extras: extras.join(' ') },
  };
}
