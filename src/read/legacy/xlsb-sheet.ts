import { Buffer } from 'node:buffer';
import { GRID, type Draft, type Tally } from './draft.ts';
import type { CellMark } from './gated.ts';
import { damaged, within } from '../give-up.ts';
import { XLSB, xlsbRecord, xlsbRecords, xlsbText, type XlsbRecord } from './xlsb-records.ts';

/** A result as a plain cell: its kind of record, and how many bytes of the formula's record it takes. */
interface Result {
  readonly type: number;
  readonly length: (data: Buffer) => number;
}

/** Formulas by the kind of their result. */
const RESULTS: ReadonlyMap<number, Result> = new Map<number, Result>([
  [XLSB.formulaText, { type: XLSB.text, length: (data) => 12 + data.readUInt32LE(8) * 2 }],
  [XLSB.formulaNumber, { type: XLSB.number, length: () => 16 }],
  [XLSB.formulaBool, { type: XLSB.bool, length: () => 9 }],
  [XLSB.formulaError, { type: XLSB.error, length: () => 9 }],
]);
const CELLS: ReadonlySet<number> = new Set([
  XLSB.rk,
  XLSB.error,
  XLSB.bool,
  XLSB.number,
  XLSB.text,
  XLSB.sharedString,
  XLSB.richText,
]);
/** From a short cell, which leaves its column out, to the cell in full. */
const SHORTENED_BY = XLSB.shortBlank - 1;
const ROW_IS_HIDDEN = 0x10;

/** The record in full: short ones stand in the column behind the last one. */
function inFull({ type, data }: XlsbRecord, lastColumn: number): XlsbRecord {
  if (type < XLSB.shortBlank || type > XLSB.shortSharedString) return { type, data };
  const column = Buffer.alloc(4);
  column.writeUInt32LE(lastColumn + 1, 0);
  return { type: type - SHORTENED_BY, data: Buffer.concat([column, data]) };
}

/** The cell without its formula. @throws Refusal when it is cut off or its text is too long */
function withoutFormula({ type, data }: XlsbRecord): XlsbRecord {
  const result = RESULTS.get(type);
  const length = result?.length(data) ?? data.length;
  if (length > data.length) damaged();
  const plain = { type: result?.type ?? type, data: data.subarray(0, length) };
  if (plain.type === XLSB.text) within('textLength', xlsbText(plain.data, 8).length);
  return plain;
}

function readMerge(data: Buffer, draft: Draft<CellMark>, tally: Tally): void {
  const [top, bottom] = [data.readUInt32LE(0), data.readUInt32LE(4)];
  const [left, right] = [data.readUInt32LE(8), data.readUInt32LE(12)];
  if (top > bottom || left > right) damaged();
  tally.merge(draft, { top, left, bottom, right });
}

function readColumns(data: Buffer, { hiddenColumns }: Draft<CellMark>): void {
  if ((data.readUInt16LE(16) & 1) !== 0) hiddenColumns.hide(data.readUInt32LE(0), data.readUInt32LE(4));
}

/** Reads a sheet's part into `draft`; gives the part as the library may read it. @throws Refusal, or a RangeError */
export function readXlsbSheet(
  part: Buffer,
  draft: Draft<CellMark>,
  fonts: readonly (string | undefined)[],
  tally: Tally,
): Buffer {
  const kept: Buffer[] = [];
  let row = -1;
  let column = -1;
  let isRowHidden = false;
  let isWhole = false;
  const takeCell = (short: XlsbRecord): void => {
    const full = inFull(short, column);
    column = full.data.readUInt32LE(0);
    if (!CELLS.has(full.type) && !RESULTS.has(full.type)) return; // a blank one
    if (row < 0 || row >= GRID.rows || column >= GRID.columns) damaged();
    const plain = withoutFormula(full);
    const legacyFont = fonts[plain.data.readUIntLE(4, 3)];
    tally.enter(draft, row, column, { isFormula: RESULTS.has(full.type), isUncomputed: false, legacyFont });
    if (isRowHidden) draft.hiddenRows.add(row);
    kept.push(xlsbRecord(plain.type, plain.data));
  };
  for (const record of xlsbRecords(part)) {
    const { type, data } = record;
    if (type === XLSB.row) {
      row = data.readUInt32LE(0);
      column = -1;
      isRowHidden = ((data[11] ?? 0) & ROW_IS_HIDDEN) !== 0;
      kept.push(xlsbRecord(type, data));
    } else if (type === XLSB.merge) readMerge(data, draft, tally);
    else if (type === XLSB.column) readColumns(data, draft);
    else if (type <= XLSB.shortSharedString || type === XLSB.richText) takeCell(record);
    isWhole ||= type === XLSB.endSheetData;
  }
  return isWhole ? Buffer.concat(kept) : damaged();
}
