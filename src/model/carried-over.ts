import type { CellRef } from './workbook.ts';

/** A number that the unit did not write: it wrote “giữ nguyên”, and this is what that stands for. */
export interface CarriedOver {
  readonly value: number;
  /** The round it was taken from. */
  readonly period: string;
  /** The file that round's figures are kept in, below the workspace. */
  readonly file: string;
  readonly cells: readonly CellRef[];
}
