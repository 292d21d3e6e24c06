import type { CellRange } from '../../model/workbook.ts';

/** A cell of the grid, zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** The cell `B12`, `$B$12` or `b12`; undefined when there is none such. */
export function placeAt(address: string): CellPlace | undefined {
  const [, letters = '', digits = ''] = /^\$?([a-z]{1,3})\$?(\d{1,7})$/iu.exec(address.trim()) ?? [];
  const column = Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  return digits === '' || row < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS ? undefined : { row, column };
}

/** The range `A1:C3`, or of `A1` alone; undefined when it is none. */
export function rangeAt(reference: string): CellRange | undefined {
  const [one = '', other = one] = reference.split(':');
  const [first, last] = [placeAt(one), placeAt(other)];
  if (first === undefined || last === undefined) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** The cell that shows what stands there: of a merged range its first. */
export function shownPlace({ row, column }: CellPlace, merges: readonly CellRange[]): CellPlace {
  const merge = merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}
