/** The spreadsheet (tệp bảng tính) as every format is read: existing cells only, nothing computed, nothing guessed. */
export interface Workbook {
  /** The file's name as the user knows it, NFC, without folders. */
  readonly file: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Zero-based rows and columns that the program hides or filters out; their cells are read like all others. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Zero-based row → zero-based column → cell, both ascending; blank cells are absent. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly CellRange[];
}

/** Zero-based, both ends inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Cell {
  readonly value: CellValue;
  readonly isFormula: boolean;
  /** The name of the cell's font if it is of a family made before Unicode (`.VnTime`, `VNI-Times` …), as far as the format tells. */
  readonly legacyFont?: string;
}

export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `isDate`: the cell's number format shows a date; the number is then a serial of the workbook's date system, 1900-based. */
  | { readonly kind: 'number'; readonly number: number; readonly isDate: boolean; readonly isPercent: boolean }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** `#REF!`, `#DIV/0!` … */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula that no program has computed yet; never 0. */
  | { readonly kind: 'uncomputed' };

/** The address of a cell (địa chỉ ô). Equal addresses have equal `cellKey`s. */
export interface CellRef {
  readonly file: string;
  readonly sheet: string;
  /** `B12` */
  readonly address: string;
}

/** One string per cell, for sets and maps. */
export function cellKey({ file, sheet, address }: CellRef): string {
  return JSON.stringify([file, sheet, address]);
}

/** `A`, `Z`, `AA` … of a zero-based column. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** `B12` of zero-based row 11 and column 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${String(row + 1)}`;
}

/** The cell there, or undefined when it is blank. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.get(column);
}
