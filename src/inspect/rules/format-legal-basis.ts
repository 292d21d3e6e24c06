import { FORMAT_LEGAL_BASIS } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { quoteEnd, spotOfLine } from '../wording.ts';

/** Căn cứ: `;` at the end of each, `.` at the end of the last (C9). */
export const formatLegalBasis: FormatRule = {
  ...FORMAT_LEGAL_BASIS,
  check: ({ parts: { legalBases } }, report) => {
    legalBases.forEach((line, index) => {
      const mark = index === legalBases.length - 1 ? '.' : ';';
      if (line.text.endsWith(mark)) return;
      const allowed =
        mark === '.' ? 'căn cứ cuối cùng kết thúc bằng dấu chấm (.)' : 'cuối mỗi căn cứ có dấu chấm phẩy (;)';
      const found = quoteEnd(line.text);
      report({
        clause: 'C9',
        spot: spotOfLine('Căn cứ', line),
        thing: `Căn cứ kết thúc bằng ${found}`,
        found,
        allowed,
        hint: `Đặt dấu “${mark}” ở cuối căn cứ này`,
      });
    });
  },
};
