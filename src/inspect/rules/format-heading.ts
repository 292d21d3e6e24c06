import { quoteValue } from '../../vi/text.ts';
import { isUpperCase, visibleRuns } from '../parts/lines.ts';
import { FORMAT_HEADING } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** Mục with Roman numbers: upper case, bold, a dot after the number (N1). The decree shows it in a sample, so this is a warning. */
export const formatHeading: FormatRule = {
  ...FORMAT_HEADING,
  check: ({ parts: { headings } }, report) => {
    for (const line of headings) {
      if (!/^[IVX]{1,5}\s?\./u.test(line.text)) continue;
      const runs = visibleRuns(line);
      const isBold = runs.every(({ look }) => look.isBold);
      if (isBold && isUpperCase(line)) continue;
      const found = isBold ? 'in thường' : isUpperCase(line) ? 'không đậm' : 'in thường, không đậm';
      report({
        clause: 'N1',
        spot: spotOfLine('Tên mục', line),
        thing: `Tên mục ${quoteValue(line.text)} là chữ ${found}`,
        found,
        allowed: 'số La Mã, dấu chấm, rồi tên mục bằng chữ in hoa, đậm',
        hint: 'Chọn dòng tên mục, nhấn Ctrl+B và Shift+F3 để thành chữ in hoa, đậm',
      });
    }
  },
};
