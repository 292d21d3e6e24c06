import { GRID } from './draft.ts';
import { damaged } from '../give-up.ts';

/** Knows which columns cells from above still reach into. */
export interface WebColumns {
  /** The first column from there on that is free in that row. */
  readonly firstFree: (from: number, row: number) => number;
  /** Keeps so many columns from there on until that row. @throws Refusal beyond the grid */
  readonly occupy: (column: number, columns: number, until: number) => void;
}

/** The columns of a new table. */
export function webColumns(): WebColumns {
  /** Column → the first row in which no cell from above reaches into it. */
  let freeFrom = new Uint32Array(64);
  return {
    firstFree: (from, row) => {
      let column = from;
      while ((freeFrom[column] ?? 0) > row) column++;
      return column;
    },
    occupy: (column, columns, until) => {
      const end = column + columns;
      if (end > GRID.columns) damaged();
      if (end > freeFrom.length) {
        const larger = new Uint32Array(end * 2);
        larger.set(freeFrom);
        freeFrom = larger;
      }
      freeFrom.fill(until, column, end);
    },
  };
}
