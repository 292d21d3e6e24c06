import type { Cell, CellRange } from '../model/workbook.ts';

type Rows = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

function isCovered(range: CellRange, row: number, column: number): boolean {
  if (column < range.left || column > range.right) return false;
  return row !== range.top || column !== range.left;
}

/**
 * The rows without the cells that lie hidden under a merge: spreadsheets show the merge's first cell only, and a hidden
 * leftover would count twice. Rows must be in ascending order.
 */
export function dropCovered(rows: Rows, merges: readonly CellRange[]): Rows {
  const waiting = [...merges].sort((a, b) => b.top - a.top);
  let active: CellRange[] = [];
  const kept = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [row, cells] of rows) {
    for (let next = waiting.at(-1); next !== undefined && next.top <= row; next = waiting.at(-1)) {
      active.push(next);
      waiting.pop();
    }
    active = active.filter(({ bottom }) => bottom >= row);
    const visible = [...cells].filter(([column]) => !active.some((range) => isCovered(range, row, column)));
    if (visible.length > 0) kept.set(row, new Map(visible));
  }
  return kept;
}
