import { columnName, type Cell, type CellRange, type CellRef, type Sheet } from '../../model/workbook.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { quoteValue } from '../../vi/text.ts';
import { refOf } from '../form/form-sheets.ts';

type Lines = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/**
 * A sheet seen as lines, one for each unit: its rows, or its columns when the units stand side by side. Zero-based, lines
 * and places in ascending order.
 */
export interface Grid {
  readonly file: string;
  readonly sheet: Sheet;
  readonly orientation: 'columns' | 'rows';
  readonly lines: Lines;
  /** The merged ranges, `top` and `bottom` being lines. */
  readonly merges: readonly CellRange[];
}

/** A sheet with more columns has no unit in each of them. */
const MOST_LINES_ACROSS = 1_000;

/** The columns of a sheet as lines; the same object each time. */
const turned = rememberedFor(({ rows }: Sheet): Lines => {
  const columns = new Map<number, Map<number, Cell>>();
  for (const [row, cells] of rows) {
    for (const [column, cell] of cells) {
      if (column >= MOST_LINES_ACROSS) break;
      const own = columns.get(column);
      if (own === undefined) columns.set(column, new Map([[row, cell]]));
      else own.set(row, cell);
    }
  }
  return new Map([...columns].toSorted(([a], [b]) => a - b));
});

/** The sheet with that direction of lines. */
export function gridOf(file: string, sheet: Sheet, orientation: Grid['orientation']): Grid {
  if (orientation === 'rows') return { file, sheet, orientation, lines: sheet.rows, merges: sheet.merges };
  const merges = sheet.merges.map(({ top, left, bottom, right }) => ({
    top: left,
    left: top,
    bottom: right,
    right: bottom,
  }));
  return { file, sheet, orientation, lines: turned(sheet), merges };
}

/** The address of that place in that line. */
export function refIn({ file, sheet, orientation }: Grid, line: number, place: number): CellRef {
  return orientation === 'rows' ? refOf(file, sheet, line, place) : refOf(file, sheet, place, line);
}

/** `dòng 7, trang “Tổng hợp”` */
export function lineWords({ sheet, orientation }: Grid, line: number): string {
  const name = orientation === 'rows' ? `dòng ${String(line + 1)}` : `cột ${columnName(line)}`;
  return `${name}, trang ${quoteValue(sheet.name)}`;
}

/** The line and the place of the address, both zero-based; undefined on another sheet. */
export function placeOfRef(
  { sheet, orientation }: Grid,
  { sheet: name, address }: CellRef,
): { readonly line: number; readonly place: number } | undefined {
  const letters = address.replace(/\d+$/u, '');
  if (name !== sheet.name) return undefined;
  const row = Number(address.slice(letters.length)) - 1;
  let column = -1;
  for (const letter of letters) column = (column + 1) * 26 + letter.charCodeAt(0) - 65;
  return orientation === 'rows' ? { line: row, place: column } : { line: column, place: row };
}
