import type { CellRange } from '../../model/workbook.ts';

/** The grid of a sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 1 for `a` or `A` … 26 for `z` or `Z` at that place of the text, otherwise 0. */
function letterAt(text: string, at: number): number {
  const letter = (text.charCodeAt(at) | 32) - 96;
  return letter >= 1 && letter <= 26 ? letter : 0;
}

/** How many letters a cell reference begins with. */
function letterCount(reference: string): number {
  let count = 0;
  while (letterAt(reference, count) > 0) count++;
  return count;
}

/** The zero-based column of a reference such as `B12` or `b12`, -1 when it has none or lies past the grid. */
export function columnOf(reference: string): number {
  const letters = letterCount(reference);
  if (letters === 0 || letters > 3) return -1;
  let column = 0;
  for (let at = 0; at < letters; at++) column = column * 26 + letterAt(reference, at);
  return column <= MAX_COLUMNS ? column - 1 : -1;
}

/** The zero-based row of a reference such as `B12`, or of `12` alone; -1 when it has none or lies past the grid. */
export function rowOf(reference: string): number {
  let row = 0;
  const first = letterCount(reference);
  for (let at = first; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
    if (row > MAX_ROWS) return -1;
  }
  return row - 1;
}

/** The range `A1:C3`, whichever corners it names, or of `A1` alone; undefined when it is none of the grid. */
export function rangeOf(reference: string): CellRange | undefined {
  const [one = '', other = one, ...more] = reference.trim().split(':');
  const rows = [rowOf(one), rowOf(other)];
  const columns = [columnOf(one), columnOf(other)];
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return range.top < 0 || range.left < 0 || more.length > 0 ? undefined : range;
}
