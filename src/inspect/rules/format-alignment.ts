import { quoteValue } from '../../vi/text.ts';
import type { Alignment } from '../look/properties.ts';
import { hasLetters, type Line } from '../parts/lines.ts';
import { partLines } from '../parts/part-lines.ts';
import { FORMAT_ALIGNMENT } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { andOthers, spotOfLine } from '../wording.ts';

const WORDS: Readonly<Record<Alignment, string>> = {
  left: 'canh trái',
  center: 'canh giữa',
  right: 'canh phải',
  justify: 'canh đều hai lề',
};

/** Columns made with tabs or blanks: where they stand shows on the page only. */
function isInColumns({ side, paragraph }: Line): boolean {
  return side !== 'whole' && paragraph.place.kind !== 'cell';
}

/** Whether the line stands across the page as wanted. */
function isAligned({ paragraph: { look } }: Line, wanted: Alignment): boolean {
  return look.align === wanted;
}

/** Canh giữa, canh đều: how each component stands across the page (C2–C8, C10, C12, C13, A1–A3). */
export const formatAlignment: FormatRule = {
  ...FORMAT_ALIGNMENT,
  check: ({ parts, profile }, report, unsure) => {
    for (const { part, lines } of partLines(parts)) {
      const { clause, name, align } = profile.allowed.parts[part];
      if (align === 'any') continue;
      const seen = lines.filter(({ text }) => hasLetters(text));
      const [inColumns] = seen.filter(isInColumns);
      const wrong = seen.filter((line) => !isInColumns(line) && !isAligned(line, align));
      const [first] = wrong;
      if (inColumns !== undefined) {
        unsure({
          clause,
          spot: spotOfLine(name, inColumns),
          thing: `${name} xếp cột bằng phím Tab hoặc dấu cách`,
          allowed: WORDS[align],
        });
      }
      if (first === undefined) continue;
      const found = WORDS[first.paragraph.look.align];
      const paragraphs = new Set(wrong.map(({ paragraph }) => paragraph)).size;
      report({
        clause,
        spot: spotOfLine(name, first),
        thing: `${name}: ${quoteValue(first.text)}${andOthers(paragraphs)} ${found}`,
        found,
        allowed: WORDS[align],
        hint:
          align === 'center'
            ? 'Đặt con trỏ ở dòng đó, bỏ dấu cách và Tab ở đầu dòng, nhấn Ctrl+E để canh giữa'
            : 'Chọn các đoạn đó, nhấn Ctrl+J để canh đều hai lề',
      });
    }
  },
};
