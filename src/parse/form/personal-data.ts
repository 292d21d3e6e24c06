import type { PersonalDataMark } from '../../model/submission.ts';
import { cellKey, type CellRef, type CellValue, type Sheet, type Workbook } from '../../model/workbook.ts';
import { countPhones } from '../../vi/personal-data.ts';
import { refOf } from './form-sheets.ts';
import { holdsIdNumber, isLandline, isPhoneNumber } from '../cells/raw-text.ts';
import { isStampSheet } from './stamp.ts';

/** So many telephone numbers in one cell, or so many cells with one in the same column, are a list of people. */
const PHONES_IN_CELL = 2;
const CELLS_IN_COLUMN = 3;

function phoneCount(value: CellValue): number {
  if (value.kind === 'text') return countPhones(value.text);
  return value.kind === 'number' && !value.isDate && isPhoneNumber(value.number) ? 1 : 0;
}

interface PhoneCell {
  readonly ref: CellRef;
  readonly column: number;
  readonly count: number;
}

function marksOf(file: string, sheet: Sheet, allowed: ReadonlySet<string>): readonly PersonalDataMark[] {
  const marks: PersonalDataMark[] = [];
  const phones: PhoneCell[] = [];
  for (const [row, cells] of sheet.rows) {
    for (const [column, { value }] of cells) {
      const [holdsId, count] = [holdsIdNumber(value), phoneCount(value)];
      if (!holdsId && count === 0) continue;
      const ref = refOf(file, sheet, row, column);
      const isAllowed = allowed.has(cellKey(ref));
      const isPhone = isAllowed && value.kind === 'number' && isLandline(value.number);
      if (holdsId && !isPhone) marks.push({ ref, pattern: 'id-number' });
      if (count > 0 && !isAllowed) phones.push({ ref, column, count });
    }
  }
  return [...marks, ...phoneMarks(phones)];
}

/** A mark at each cell with a list in it, and one at the first cell of each column that is a list. */
function phoneMarks(phones: readonly PhoneCell[]): readonly PersonalDataMark[] {
  const columns = new Map<number, PhoneCell[]>();
  for (const phone of phones) {
    const cells = columns.get(phone.column);
    if (cells === undefined) columns.set(phone.column, [phone]);
    else cells.push(phone);
  }
  const firsts = [...columns.values()].flatMap((cells) => (cells.length >= CELLS_IN_COLUMN ? cells.slice(0, 1) : []));
  const marked = new Set([...phones.filter(({ count }) => count >= PHONES_IN_CELL), ...firsts]);
  return [...marked].map(({ ref }) => ({ ref, pattern: 'phone-list' }));
}

/**
 * Cells of all sheets, hidden ones too, that look like personal data: where and what kind, never the text. One telephone
 * number in a field or column that is for it is what the form asks for.
 */
export function findPersonalData(workbook: Workbook, phoneFields: readonly CellRef[]): readonly PersonalDataMark[] {
  const allowed = new Set(phoneFields.map(cellKey));
  return workbook.sheets
    .filter((sheet) => !isStampSheet(sheet))
    .flatMap((sheet) => marksOf(workbook.file, sheet, allowed));
}
