import { pointLetter } from '../../vi/outline-numbers.ts';
import { quoteValue } from '../../vi/text.ts';
import type { Paragraph } from '../content/word-document.ts';
import { isUpperCase, shownText, visibleRuns } from '../parts/lines.ts';
import { FORMAT_HEADING } from '../problems.ts';
import type { FormatRule, Report } from '../rule.ts';
import { spotOf, spotOfLine } from '../wording.ts';

/** After `d)` comes `đ)`; f, j, w and z are no letters of the alphabet. */
function wrongPoint(letter: string, before: string): string | undefined {
  if (before === 'd' && letter === 'e') return 'đ';
  if (/^[fjwz]$/u.test(letter) && /^[a-zđ]$/u.test(before)) return LETTER_BEHIND.get(before);
  return undefined;
}

const LETTERS = Array.from({ length: 23 }, (_, index) => pointLetter(index + 1));
const LETTER_BEHIND: ReadonlyMap<string, string> = new Map(
  LETTERS.map((letter, index) => [letter, LETTERS[index + 1] ?? letter]),
);

function checkPoints(body: readonly Paragraph[], report: Report): void {
  let before = '';
  for (const paragraph of body) {
    const [, letter] = /^([a-zđ])\)\s/u.exec(shownText(paragraph.runs)) ?? [];
    if (letter === undefined) continue;
    const wanted = wrongPoint(letter, before);
    before = wanted ?? letter;
    if (wanted === undefined) continue;
    report({
      clause: 'N1',
      spot: spotOf('Điểm', paragraph),
      thing: `Điểm ghi “${letter})”`,
      found: `${letter})`,
      allowed: `“${wanted})”, theo thứ tự bảng chữ cái tiếng Việt`,
      hint: 'Đánh lại thứ tự các điểm: a), b), c), d), đ), e), g) …',
    });
  }
}

/**
 * Mục with Roman numbers: upper case, bold, a dot after the number; Điểm in the order of the Vietnamese alphabet (N1). The decree
 * shows the first in a sample, so this is a warning.
 */
export const formatHeading: FormatRule = {
  ...FORMAT_HEADING,
  check: ({ parts: { headings, body } }, report) => {
    checkPoints(body, report);
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
