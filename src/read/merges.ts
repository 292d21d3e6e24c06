import type { Cell, CellRange } from '../model/workbook.ts';

type Rows = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/** Counts of ranges over columns (a binary indexed tree): one step of adding or asking costs about 14 additions, not 16,384. */
interface Coverage {
  readonly add: (left: number, right: number, count: number) => void;
  /** How many ranges lie over the column. */
  readonly at: (column: number) => number;
}

function coverage(width: number): Coverage {
  const sums = new Int32Array(width + 2);
  const addFrom = (column: number, count: number): void => {
    for (let at = column + 1; at < sums.length; at += at & -at) sums[at] = (sums[at] ?? 0) + count;
  };
  return {
    add: (left, right, count) => {
      addFrom(left, count);
      addFrom(right + 1, -count);
    },
    at: (column) => {
      let sum = 0;
      for (let at = column + 1; at > 0; at -= at & -at) sum += sums[at] ?? 0;
      return sum;
    },
  };
}

function widestColumn(rows: Rows): number {
  let widest = -1;
  for (const cells of rows.values()) for (const column of cells.keys()) widest = Math.max(widest, column);
  return widest;
}

/** The merges that lie over the present row, moved along from row to row. */
function sweep(merges: readonly CellRange[], width: number) {
  const covered = coverage(width);
  const right = (range: CellRange): number => Math.min(range.right, width - 1);
  const coming = [...merges].sort((a, b) => b.top - a.top);
  const going = [...merges].sort((a, b) => b.bottom - a.bottom);
  let active = 0;
  /** How many merges of the present row begin in a column. */
  let firsts = new Map<number, number>();
  return {
    moveTo: (row: number): boolean => {
      firsts = new Map();
      for (let next = coming.at(-1); next !== undefined && next.top <= row; next = coming.at(-1)) {
        coming.pop();
        active++;
        covered.add(next.left, right(next), 1);
        if (next.top === row) firsts.set(next.left, (firsts.get(next.left) ?? 0) + 1);
      }
      for (let next = going.at(-1); next !== undefined && next.bottom < row; next = going.at(-1)) {
        going.pop();
        active--;
        covered.add(next.left, right(next), -1);
      }
      return active > 0;
    },
    isVisible: (column: number): boolean => covered.at(column) === (firsts.get(column) ?? 0),
  };
}

/**
 * The rows without the cells that lie hidden under a merge: spreadsheets show the merge's first cell only, and a hidden
 * leftover would count twice. Rows must be in ascending order. Merges may overlap and reach over the whole sheet; the time
 * needed grows with the number of cells and that of merges, not with the one times the other.
 */
export function dropCovered(rows: Rows, merges: readonly CellRange[]): Rows {
  const width = widestColumn(rows) + 1;
  const reaching = merges.filter(({ left }) => left < width);
  if (reaching.length === 0) return rows;
  const { moveTo, isVisible } = sweep(reaching, width);
  const kept = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [row, cells] of rows) {
    if (!moveTo(row)) {
      kept.set(row, cells);
      continue;
    }
    const visible = new Map<number, Cell>();
    for (const [column, cell] of cells) if (isVisible(column)) visible.set(column, cell);
    if (visible.size > 0) kept.set(row, visible);
  }
  return kept;
}
