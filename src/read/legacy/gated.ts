import type { Extra } from '../format.ts';
import type { Draft } from './draft.ts';

/** What the gate knows of a cell and the library would not tell. */
export interface CellMark {
  readonly isFormula: boolean;
  /** A formula that no program has computed; the library never sees it. */
  readonly isUncomputed: boolean;
  readonly legacyFont: string | undefined;
}

/** A binary workbook (.xls, .xlsb) that was checked and counted. */
export interface Gated {
  /** A file with nothing in it but what the values need, for the library to read; its sheets are called `S0`, `S1` … */
  readonly input: Uint8Array;
  /** Each with every cell that the library must give back, and the formulas that nobody has computed. */
  readonly drafts: readonly Draft<CellMark>[];
  readonly extras: readonly Extra[];
  /** Days to add to the library's dates to make them 1900-based. */
  readonly shift: number;
  /** Of texts with one byte a character; undefined when texts are Unicode. */
  readonly codePage: number | undefined;
}

/** The name under which the library knows a sheet: a sheet's own name may be `__proto__`, or stand there twice. */
export function aliasOf(index: number): string {
  return `S${String(index)}`;
}
