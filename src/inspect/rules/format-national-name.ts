import { matchKey, quoteValue } from '../../vi/text.ts';
import { NATIONAL_NAME } from '../parts/words.ts';
import { FORMAT_NATIONAL_NAME } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** Quốc hiệu: its words, and its place at the top right (C1). */
export const formatNationalName: FormatRule = {
  ...FORMAT_NATIONAL_NAME,
  check: ({ parts: { head } }, report, unsure) => {
    const line = head.nationalName;
    if (line === undefined) return;
    const spot = spotOfLine('Quốc hiệu', line);
    if (matchKey(line.text) !== matchKey(NATIONAL_NAME)) {
      const hint = `Gõ lại cho đúng: ${NATIONAL_NAME}`;
      report({
        clause: 'C1',
        spot,
        thing: `Quốc hiệu ghi ${quoteValue(line.text)}`,
        found: quoteValue(line.text),
        allowed: quoteValue(NATIONAL_NAME),
        hint,
      });
    }
    const allowed = 'đặt phía trên cùng, bên phải trang đầu tiên';
    if (line.side === 'right') return;
    if (line.paragraph.place.kind === 'box' || line.paragraph.look.frame !== undefined) {
      unsure({ clause: 'C1', spot, thing: 'Quốc hiệu nằm trong khung chữ đặt tự do', allowed });
      return;
    }
    report({
      clause: 'C1',
      spot,
      thing:
        line.side === 'left' ? 'Quốc hiệu đặt bên trái' : 'Quốc hiệu đặt giữa hai lề, không cùng hàng với tên cơ quan',
      found: line.side,
      allowed,
      hint: 'Dùng bảng hai cột không kẻ khung: tên cơ quan ở cột trái, Quốc hiệu và Tiêu ngữ ở cột phải',
    });
  },
};
