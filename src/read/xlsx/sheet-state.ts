import type { Cell, CellRange } from '../../model/workbook.ts';
import type { XmlAttributes } from '../../opc/xml.ts';
import { isTrue } from './names.ts';
import { columnOf, MAX_COLUMNS, MAX_ROWS, rangeOf, rowOf } from './reference.ts';
import { damaged, within } from '../give-up.ts';
import type { RichText } from './rich-text.ts';
import type { CellStyle, Styles } from './styles.ts';

/** What all sheets of a workbook hold together, as far as they are read. */
export interface Tally {
  rows: number;
  cells: number;
  merges: number;
}

/** A sheet being read: what is gathered so far, and where the reading stands. One object for all cells; also their `RawCell`. */
export interface SheetState {
  readonly rows: Map<number, Map<number, Cell>>;
  readonly merges: CellRange[];
  readonly hiddenRows: Set<number>;
  /** One byte for each column of the grid, made when a column is hidden. */
  hiddenColumns: Uint8Array | undefined;
  hiddenRanges: number;
  /** Whether rows and the cells in them have come in ascending order. */
  isSorted: boolean;

  row: number;
  isRowNumbered: boolean;
  isRowHidden: boolean;
  /** The cells of the present row, once it has one that holds something. */
  cells: Map<number, Cell> | undefined;
  lastRow: number;
  lastColumn: number;

  column: number;
  type: string;
  style: CellStyle;
  isFormula: boolean;
  value: string;
  hasValue: boolean;
  inline: RichText | undefined;
}

/** Before the first row. */
export function sheetState(styles: Styles): SheetState {
  return {
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: undefined,
    hiddenRanges: 0,
    isSorted: true,
    row: -1,
    isRowNumbered: false,
    isRowHidden: false,
    cells: undefined,
    lastRow: -1,
    lastColumn: -1,
    column: -1,
    type: '',
    style: styles(undefined),
    isFormula: false,
    value: '',
    hasValue: false,
    inline: undefined,
  };
}

/** A `<row>` begins; one without a number follows the one before. */
export function beginRow(state: SheetState, attributes: XmlAttributes): void {
  const { r: number, hidden } = attributes;
  state.row = number === undefined ? state.row + 1 : rowOf(number);
  if (state.row < 0 || state.row >= MAX_ROWS) damaged();
  state.isRowNumbered = number !== undefined;
  state.isRowHidden = isTrue(hidden);
  state.column = -1;
  state.cells = undefined;
}

function place(state: SheetState, reference: string): void {
  const row = rowOf(reference);
  if (row !== state.row) {
    // A row without a number stands where its first cell says; one with a number must not say otherwise.
    if (row < 0 || state.isRowNumbered || state.column >= 0) damaged();
    state.row = row;
  }
  state.column = columnOf(reference);
}

/** A `<c>` begins; one without a reference follows the one before. */
export function beginCell(state: SheetState, attributes: XmlAttributes, styles: Styles): void {
  const { r: reference, s: style, t: type = '' } = attributes;
  if (reference === undefined) state.column++;
  else place(state, reference);
  if (state.column < 0 || state.column >= MAX_COLUMNS) damaged();
  state.type = type;
  state.style = styles(style);
  state.isFormula = false;
  state.value = '';
  state.hasValue = false;
  state.inline = undefined;
}

function cellsOfRow(state: SheetState, tally: Tally): Map<number, Cell> {
  if (state.isRowHidden) state.hiddenRows.add(state.row);
  const begun = state.rows.get(state.row);
  if (begun !== undefined) {
    state.isSorted = false;
    return begun;
  }
  within('rows', ++tally.rows);
  if (state.row < state.lastRow) state.isSorted = false;
  state.lastRow = state.row;
  state.lastColumn = -1;
  const cells = new Map<number, Cell>();
  state.rows.set(state.row, cells);
  return cells;
}

/** Keeps a cell at the present place, which must be free: of two values for one cell nobody knows which is meant. */
export function keepCell(state: SheetState, cell: Cell, tally: Tally): void {
  within('cells', ++tally.cells);
  state.cells ??= cellsOfRow(state, tally);
  if (state.cells.has(state.column)) damaged();
  if (state.column < state.lastColumn) state.isSorted = false;
  state.lastColumn = state.column;
  state.cells.set(state.column, cell);
}

/** A `<col>`: a range of columns that may be hidden. */
export function noteColumns(state: SheetState, { hidden, min, max }: XmlAttributes): void {
  if (!isTrue(hidden)) return;
  // Ranges do not overlap in an honest file, so there are no more of them than columns.
  if (++state.hiddenRanges > MAX_COLUMNS) damaged();
  state.hiddenColumns ??= new Uint8Array(MAX_COLUMNS);
  state.hiddenColumns.fill(1, Math.max(0, Number(min) - 1), Number(max));
}

/** A `<mergeCell>`. A merge that cannot be understood would leave cells to be counted that nobody sees. */
export function noteMerge(state: SheetState, { ref: reference }: XmlAttributes, tally: Tally): void {
  within('merges', ++tally.merges);
  state.merges.push(rangeOf(reference ?? '') ?? damaged());
}
