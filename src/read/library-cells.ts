import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cell, CellRange, CellValue } from '../model/workbook.ts';
import { normalizeLines } from '../vi/text.ts';
import type { WorkbookKind } from './kind.ts';
import { isDateFormat, isPercentFormat } from './number-format.ts';

/** Excel's own limit for the text of a cell. */
const MAX_TEXT = 32_767;

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
  readonly kind: WorkbookKind;
  /** Days to add to a serial to make it 1900-based. */
  readonly shift: number;
}

function numberValue(number: number, format: string, shift: number): CellValue {
  const isDate = isDateFormat(format);
  return { kind: 'number', number: isDate ? number + shift : number, isDate, isPercent: isPercentFormat(format) };
}

function textValue(text: string): CellValue | undefined {
  const clean = normalizeLines(text.slice(0, MAX_TEXT));
  return clean === '' ? undefined : { kind: 'text', text: clean };
}

/** Undefined for a blank cell, also one that has a style or an empty text only. */
function valueOf({ t, v, z, f }: CellObject, { kind, shift }: Context): CellValue | undefined {
  const format = typeof z === 'string' ? z : 'General';
  switch (t) {
    case 's':
      return textValue(typeof v === 'string' ? v : '');
    case 'n':
      return typeof v === 'number' && Number.isFinite(v) ? numberValue(v, format, shift) : undefined;
    case 'b':
      return { kind: 'boolean', boolean: v === true };
    case 'e':
      return { kind: 'error', code: ERROR_CODES[Number(v)] ?? '#VALUE!' };
    case 'd':
      return undefined; // never made: dates stay numbers, see the options
    case 'z':
      // A stub with a formula has no result. OpenDocument has such cells for the empty text, too; there programs always compute.
      return f === undefined || kind === 'ods' ? undefined : { kind: 'uncomputed' };
  }
}

/** The sheet's cells that hold something, by row and column, both ascending. */
export function rowsOf(sheet: WorkSheet, context: Context): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  // forEach passes over the holes of sparse arrays, so a stray cell in the last row costs nothing.
  sheet['!data']?.forEach((cells: readonly (CellObject | undefined)[] | undefined, row) => {
    const kept = new Map<number, Cell>();
    cells?.forEach((cell, column) => {
      const value = cell === undefined ? undefined : valueOf(cell, context);
      if (cell !== undefined && value !== undefined) kept.set(column, { value, isFormula: cell.f !== undefined });
    });
    if (kept.size > 0) rows.set(row, kept);
  });
  return rows;
}

/** The sheet's merged ranges. */
export function mergesOf(sheet: WorkSheet): readonly CellRange[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
}
