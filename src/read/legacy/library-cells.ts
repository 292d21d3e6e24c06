import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cell, CellValue } from '../../model/workbook.ts';
import { textValue } from '../cell-text.ts';
import { isDateFormat, isPercentFormat } from '../number-format.ts';
import type { Draft } from './draft.ts';
import type { CellMark } from './gated.ts';

const ERROR_CODES: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** What the cells of a book have in common. */
export interface Context {
  /** Days to add to a date to make it 1900-based. */
  readonly shift: number;
  readonly decode: (text: string) => string;
}

function numberValue(number: number, format: string, shift: number): CellValue {
  const isDate = isDateFormat(format);
  return { kind: 'number', number: isDate ? number + shift : number, isDate, isPercent: isPercentFormat(format) };
}

/** Undefined for an empty text; `damaged` for what cannot stand in a cell. */
function valueOf({ t, v, z }: CellObject, { shift, decode }: Context): CellValue | 'damaged' | undefined {
  switch (t) {
    case 's':
      return typeof v === 'string' ? textValue(decode(v)) : 'damaged';
    case 'n':
      if (typeof v !== 'number' || !Number.isFinite(v)) return 'damaged';
      return numberValue(v, typeof z === 'string' ? z : 'General', shift);
    case 'b':
      return { kind: 'boolean', boolean: v === true };
    case 'e':
      return { kind: 'error', code: ERROR_CODES[Number(v)] ?? '#VALUE!' };
    case 'd':
    case 'z':
      return 'damaged'; // never made: dates stay numbers, and blank cells were left out by the gate
  }
}

function cellOf(cell: CellObject, { isFormula, legacyFont }: CellMark, context: Context): Cell | 'damaged' | undefined {
  const value = valueOf(cell, context);
  if (value === undefined || value === 'damaged') return value;
  return legacyFont === undefined ? { value, isFormula } : { value, isFormula, legacyFont };
}

const UNCOMPUTED: Cell = { value: { kind: 'uncomputed' }, isFormula: true };

/**
 * The cells that the gate knows, as the library read them, or `damaged` when it does not give back just these: it passes over
 * in silence what it cannot read.
 */
export function cellsOf(
  sheet: WorkSheet,
  draft: Draft<CellMark>,
  context: Context,
): ReadonlyMap<number, Map<number, Cell>> | 'damaged' {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  let unknown = 0;
  // forEach passes over the holes of sparse arrays, so a stray cell in the last row costs nothing.
  data.forEach((row) => row?.forEach((cell) => (unknown += cell === undefined ? 0 : 1)));
  const rows = new Map<number, Map<number, Cell>>();
  for (const [row, marks] of draft.cells) {
    const cells = new Map<number, Cell>();
    for (const [column, mark] of marks) {
      const found = mark.isUncomputed ? undefined : data[row]?.[column];
      const cell = found === undefined ? UNCOMPUTED : cellOf(found, mark, context);
      if (cell === 'damaged' || (found === undefined && !mark.isUncomputed)) return 'damaged';
      if (found !== undefined) unknown--;
      if (cell !== undefined) cells.set(column, cell);
    }
    rows.set(row, cells);
  }
  return unknown === 0 ? rows : 'damaged';
}
