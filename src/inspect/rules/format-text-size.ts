import { quoteValue } from '../../vi/text.ts';
import { visibleRuns, type Line } from '../parts/lines.ts';
import { partLines } from '../parts/part-lines.ts';
import { FORMAT_TEXT_SIZE } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { andOthers, isWithin, measure, rangeWords, spotOfLine } from '../wording.ts';

function linesBySize(
  lines: readonly Line[],
  isAllowed: (size: number) => boolean,
): ReadonlyMap<number, readonly Line[]> {
  const found = new Map<number, Line[]>();
  for (const line of lines) {
    const sizes = new Set(visibleRuns(line).map(({ look }) => look.size));
    for (const size of sizes) {
      if (isAllowed(size)) continue;
      const own = found.get(size) ?? [];
      own.push(line);
      found.set(size, own);
    }
  }
  return found;
}

/** Cỡ chữ of each component (C1–C16, C18, A1–A3). The decree has no size for tables and remarks. */
export const formatTextSize: FormatRule = {
  ...FORMAT_TEXT_SIZE,
  check: ({ parts, profile }, report) => {
    for (const { part, lines } of partLines(parts)) {
      const { clause, name, size: range } = profile.allowed.parts[part];
      for (const [size, wrong] of linesBySize(lines, (value) => isWithin(value, range, 0))) {
        const [first] = wrong;
        if (first === undefined) continue;
        const paragraphs = new Set(wrong.map(({ paragraph }) => paragraph)).size;
        report({
          clause,
          spot: spotOfLine(name, first),
          thing: `Cỡ chữ của ${quoteValue(first.text)}${andOthers(paragraphs)} là ${measure(size)}`,
          found: size,
          allowed: rangeWords(range),
          hint: `Chọn các chữ đó, đổi cỡ chữ thành ${measure(range[1])}`,
        });
      }
    }
  },
};
