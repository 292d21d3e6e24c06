import { cellAt, type Cell, type Sheet } from '../../model/workbook.ts';
import { matchKey } from '../../vi/text.ts';
import { isFootLabel } from '../tables/other-rows.ts';

/** Where a label stands. */
export interface LabelPlace {
  readonly row: number;
  readonly column: number;
}

/** A field: where it is expected, and what stands there; `cell` is undefined when it is blank. */
export interface FieldPlace extends LabelPlace {
  readonly cell: Cell | undefined;
}

/** What is known of a sheet when the fields beside its labels are looked for. */
export interface LabelledSheet {
  readonly sheet: Sheet;
  /** Whether a label stands there. */
  readonly isLabel: (row: number, column: number) => boolean;
  readonly isInTable: (row: number, column: number) => boolean;
  /** Keys of what the form says of its fields. */
  readonly guidance: ReadonlySet<string>;
  /** The rows that hold anything, in order. */
  readonly rows: readonly number[];
}

/** What a cell below a label must be to be its answer. */
export type Below = 'day' | 'text' | 'nothing';

/** As far to the right of its label a field may stand when blank columns were inserted; in columns. */
const FARTHEST_RIGHT = 4;
/** As far below its label; in rows. */
const FARTHEST_BELOW = 3;
const MOTTO = /^(?:cộng hòa xã hội|độc lập|mẫu số|biểu số)/u;
const DAY = /\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}|ngày\s*\d/iu;
const SIGNATURE = /(?<!\p{L})(?:ký|họ tên|đóng dấu)(?!\p{L})/iu;

/** The last column of the label, which may be merged over several. */
function lastColumn({ merges }: Sheet, { row, column }: LabelPlace): number {
  return merges.find(({ top, left }) => top === row && left === column)?.right ?? column;
}

function isAnswer({ isLabel, isInTable, guidance }: LabelledSheet, row: number, column: number, cell: Cell): boolean {
  if (isLabel(row, column) || isInTable(row, column)) return false;
  if (cell.value.kind !== 'text') return true;
  const key = matchKey(cell.value.text);
  return !guidance.has(key) && !MOTTO.test(key);
}

/** The first filled cell to the right; whatever else stands between ends the search. */
function beside(labelled: LabelledSheet, row: number, end: number): FieldPlace | undefined {
  for (let column = end + 1; column <= end + FARTHEST_RIGHT; column++) {
    if (labelled.isInTable(row, column)) return undefined;
    const cell = cellAt(labelled.sheet, row, column);
    if (cell !== undefined) return isAnswer(labelled, row, column, cell) ? { row, column, cell } : undefined;
  }
  return undefined;
}

function isDay({ value }: Cell): boolean {
  return value.kind === 'number' ? value.isDate : value.kind === 'text' && DAY.test(value.text);
}

/** Whether labels stand side by side, as the headings of a table of one row. */
function isAmongLabels({ sheet, isLabel }: LabelledSheet, { row, column }: LabelPlace, end: number): boolean {
  const left = [...(sheet.rows.get(row)?.keys() ?? [])].filter((one) => one < column).at(-1);
  return (
    isLabel(row, end + 1) ||
    (left !== undefined && isLabel(row, left) && lastColumn(sheet, { row, column: left }) === column - 1)
  );
}

/** The next filled cell below the label, if nothing else can be the field. */
function below(labelled: LabelledSheet, place: LabelPlace, end: number, wanted: Below): FieldPlace | undefined {
  const { sheet, rows } = labelled;
  const row = rows[rows.indexOf(place.row) + 1] ?? Infinity;
  const cell = row > place.row + FARTHEST_BELOW ? undefined : cellAt(sheet, row, place.column);
  if (cell === undefined || !isAnswer(labelled, row, place.column, cell)) return undefined;
  const found = { row, column: place.column, cell };
  if (wanted !== 'text' && isAmongLabels(labelled, place, end)) return found;
  const isAlone = (sheet.rows.get(place.row)?.size ?? 0) === 1;
  const hasField = sheet.merges.some(({ top, left }) => top === place.row && left === end + 1);
  if (!isAlone || hasField) return undefined;
  switch (wanted) {
    case 'day':
      return isDay(cell) ? found : undefined;
    case 'text':
      return cell.value.kind === 'text' && !isFootLabel(cell.value.text) ? found : undefined;
    case 'nothing':
      return undefined;
  }
}

/**
 * The field of a label: the cell to the right, behind the label's merge if it has one and behind blank columns; below only if
 * nothing stands to the right and the labels stand side by side, or the label stands alone over a day or a text.
 */
export function fieldOf(labelled: LabelledSheet, place: LabelPlace, wanted: Below): FieldPlace {
  const end = lastColumn(labelled.sheet, place);
  return (
    beside(labelled, place.row, end) ??
    below(labelled, place, end, wanted) ?? { row: place.row, column: end + 1, cell: undefined }
  );
}

/** Whether the “label” is the title of somebody who signs below: `Người lập biểu` over `(Ký, ghi rõ họ tên)`. */
export function isOverSignature({ sheet, rows }: LabelledSheet, { row, column }: LabelPlace): boolean {
  const next = rows[rows.indexOf(row) + 1];
  const value = next === undefined || next > row + FARTHEST_BELOW ? undefined : cellAt(sheet, next, column)?.value;
  return value?.kind === 'text' && SIGNATURE.test(value.text);
}
