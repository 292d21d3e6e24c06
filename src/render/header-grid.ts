import type { HeaderCell } from '../model/document.ts';

/** One square of a table's headings: the start of a heading, or covered by one that starts further left or above. */
export type HeaderSquare =
  | { readonly kind: 'heading'; readonly text: string; readonly columnSpan: number; readonly rowSpan: number }
  | { readonly kind: 'covered'; readonly text: string; readonly columnSpan: number; readonly from: 'left' | 'above' };

type Grid = (HeaderSquare | undefined)[][];

const EMPTY: HeaderCell = { text: '', columnSpan: 1, rowSpan: 1 };

function freeSquares(row: readonly (HeaderSquare | undefined)[], from: number): number {
  let free = 0;
  while (from + free < row.length && row[from + free] === undefined) free += 1;
  return free;
}

/** At least 1, at most the room there is; anything that is not a number counts as 1. */
function spanWithin(span: number, room: number): number {
  return span > 1 ? Math.min(Math.floor(span), room) : 1;
}

/** Writes a heading and what it covers; spans that do not fit are cut, so that the grid always adds up. */
function place(grid: Grid, rowIndex: number, columnIndex: number, cell: HeaderCell): number {
  const row = grid[rowIndex] ?? [];
  const columnSpan = spanWithin(cell.columnSpan, freeSquares(row, columnIndex));
  const rowSpan = spanWithin(cell.rowSpan, grid.length - rowIndex);
  for (const [below, covered] of grid.slice(rowIndex, rowIndex + rowSpan).entries()) {
    for (let right = 0; right < columnSpan; right += 1) {
      const from = right > 0 ? 'left' : 'above';
      covered[columnIndex + right] = { kind: 'covered', text: cell.text, columnSpan, from };
    }
    if (below === 0) covered[columnIndex] = { kind: 'heading', text: cell.text, columnSpan, rowSpan };
  }
  return columnSpan;
}

/**
 * The headings laid out square by square, one row of `columnCount` squares per heading row. Headings that are missing
 * become empty ones; what stands outside the table is cut.
 */
export function headerGrid(
  header: readonly (readonly HeaderCell[])[],
  columnCount: number,
): readonly (readonly HeaderSquare[])[] {
  const grid: Grid = header.map(() => Array.from({ length: columnCount }, () => undefined));
  for (const [rowIndex, cells] of header.entries()) {
    const waiting = [...cells];
    let column = 0;
    while (column < columnCount) {
      const taken = grid[rowIndex]?.[column] !== undefined;
      column += taken ? 1 : place(grid, rowIndex, column, waiting.shift() ?? EMPTY);
    }
  }
  return grid.map((row) => row.filter((square) => square !== undefined));
}
