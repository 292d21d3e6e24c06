import { quoteValue } from '../../vi/text.ts';
import { hasLetters, isUpperCase } from '../parts/lines.ts';
import { partLines } from '../parts/part-lines.ts';
import { FORMAT_LETTER_CASE } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** In hoa, in thường: each component in the letters the decree gives it (C1–C8, C12, C13, C15, A1, A2). */
export const formatLetterCase: FormatRule = {
  ...FORMAT_LETTER_CASE,
  check: ({ parts, profile }, report) => {
    for (const { part, lines } of partLines(parts)) {
      const { clause, name, letters } = profile.allowed.parts[part];
      if (letters === 'any') continue;
      const isWanted = letters === 'upper';
      const wrong = lines.find((line) => hasLetters(line.text) && isUpperCase(line) !== isWanted);
      if (wrong === undefined) continue;
      const allowed = isWanted ? 'chữ in hoa' : 'chữ in thường';
      report({
        clause,
        spot: spotOfLine(name, wrong),
        thing: `${name} ghi ${quoteValue(wrong.text)} bằng ${isWanted ? 'chữ in thường' : 'chữ in hoa'}`,
        found: isWanted ? 'in thường' : 'in hoa',
        allowed,
        hint: `Chọn dòng chữ đó, nhấn Shift+F3 để đổi thành ${allowed}`,
      });
    }
  },
};
