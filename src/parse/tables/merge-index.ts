import type { CellRange } from '../../model/workbook.ts';

/** The ranges of merged cells that reach into a row. */
export type MergesAt = (row: number) => readonly CellRange[];

/** A range is entered at each of its rows up to so many; taller ones are looked through one by one. */
const TALL = 64;
/** More tall ranges nobody's table has. */
const MOST_TALL = 500;

/** An index of the ranges, so that a sheet with very many of them is read as fast as one with few. */
export function mergeIndex(ranges: readonly CellRange[]): MergesAt {
  const byRow = new Map<number, CellRange[]>();
  const tall: CellRange[] = [];
  for (const range of ranges) {
    if (range.bottom - range.top >= TALL) {
      if (tall.length < MOST_TALL) tall.push(range);
      continue;
    }
    for (let row = range.top; row <= range.bottom; row++) {
      const own = byRow.get(row);
      if (own === undefined) byRow.set(row, [range]);
      else own.push(range);
    }
  }
  return (row) => [...(byRow.get(row) ?? []), ...tall.filter(({ top, bottom }) => row >= top && row <= bottom)];
}
