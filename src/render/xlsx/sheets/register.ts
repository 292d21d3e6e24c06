import type { Style, Workbook, Worksheet } from 'exceljs';
import {
  REGISTER_COLUMNS,
  REGISTER_SEPARATOR,
  REGISTER_SHEET,
  type RegisterColumnId,
} from '../../../model/register.ts';
import type { Unit, UnitTypeId } from '../../../model/unit.ts';
import { cleanText, writeRow } from '../cells.ts';
import { widthFor } from '../row-height.ts';
import { addPage, setPrintRows } from '../sheet-setup.ts';
import { DEFAULT_SIZE, STYLES } from '../styles.ts';
import { custom, dayBetween, midnight, oneOf, wholeNumber } from '../validations.ts';

const WIDTHS: Readonly<Record<RegisterColumnId, number>> = {
  code: 9,
  name: 30,
  type: 17,
  formerCommune: 14,
  aliases: 18,
  adults: 11,
  adultsSource: 13,
  adultsAsOf: 12,
  households: 8,
  contact: 16,
  phone: 13,
  from: 12,
  to: 12,
};
/** A name of a unit type longer than this takes a second line. */
const WIDEST_TYPE = 30;

/** The last row that is checked while typing, and the days between which the register's figures may lie. */
const LAST_CHECKED_ROW = 300;
const EARLIEST_DAY = '2000-01-01';
const LATEST_DAY = '2099-12-31';

function styleOf(column: RegisterColumnId): Partial<Style> {
  switch (column) {
    case 'code':
    case 'name':
    case 'formerCommune':
    case 'aliases':
    case 'contact':
    case 'phone':
      return STYLES.registerText;
    case 'type':
    case 'adultsSource':
      return { ...STYLES.registerText, numFmt: 'General' };
    case 'adults':
    case 'households':
      return STYLES.registerCount;
    case 'adultsAsOf':
    case 'from':
    case 'to':
      return STYLES.registerDate;
  }
}

/** The column of types is as wide as the longest name that can be chosen there. */
function widthsFor(typeNames: readonly string[]): readonly number[] {
  const size = STYLES.registerText.font.size ?? DEFAULT_SIZE;
  const names = typeNames.map((text) => widthFor({ text: cleanText(text), size, face: 'regular', indent: 0 }));
  const type = Math.min(WIDEST_TYPE, Math.max(WIDTHS.type, ...names));
  return REGISTER_COLUMNS.map(({ id }) => (id === 'type' ? type : WIDTHS[id]));
}

/** What the register says of a unit. Contact and phone are the clerk's: no unit of the program has them; it has units of one day only. */
function valueOf(
  column: RegisterColumnId,
  unit: Unit,
  nameOf: (type: UnitTypeId) => string,
): string | number | Date | null {
  switch (column) {
    case 'code':
      return cleanText(unit.id);
    case 'name':
      return cleanText(unit.name);
    case 'type':
      return cleanText(nameOf(unit.type));
    case 'formerCommune':
      return cleanText(unit.formerCommune);
    case 'aliases':
      return unit.aliases.map(cleanText).join(`${REGISTER_SEPARATOR} `);
    case 'adults':
      return unit.adults?.value ?? null;
    case 'adultsSource':
      return cleanText(unit.adultsSource);
    case 'adultsAsOf':
      return unit.adultsAsOf === undefined ? null : midnight(unit.adultsAsOf);
    case 'households':
      return unit.households?.value ?? null;
    case 'contact':
    case 'phone':
    case 'from':
    case 'to':
      return null;
  }
}

/** Writes a unit into its row, which is as high as its longest text needs. */
function writeUnit(sheet: Worksheet, row: number, unit: Unit, nameOf: (type: UnitTypeId) => string): void {
  const values = REGISTER_COLUMNS.map(({ id }) => valueOf(id, unit, nameOf));
  const plans = REGISTER_COLUMNS.map(({ id }, index) => {
    const value = values[index];
    return { style: styleOf(id), ...(typeof value === 'string' ? { text: value } : {}) };
  });
  writeRow(sheet, row, plans);
  values.forEach((value, index) => {
    if (typeof value !== 'string' && value !== null) sheet.getCell(row, index + 1).value = value;
  });
}

function addChecks(sheet: Worksheet, typeNames: readonly string[]): void {
  const columnOf = (id: RegisterColumnId): number => REGISTER_COLUMNS.findIndex((column) => column.id === id) + 1;
  const { letter } = sheet.getColumn(columnOf('code'));
  const rowsOf = (column: string): string => `$${column}$2:$${column}$${LAST_CHECKED_ROW}`;
  const ends = rowsOf(sheet.getColumn(columnOf('to')).letter);
  const checks = [
    {
      column: columnOf('code'),
      check: custom(
        `COUNTIFS(${rowsOf(letter)},${letter}2,${ends},"")<=1`,
        'Trùng mã đơn vị',
        'Mã này đã có ở dòng khác; mỗi đơn vị đang hoạt động có một mã riêng.',
      ),
    },
    { column: columnOf('type'), check: oneOf(sheet.workbook, 'loai_don_vi', typeNames) },
    { column: columnOf('adults'), check: wholeNumber() },
    { column: columnOf('households'), check: wholeNumber() },
    { column: columnOf('adultsAsOf'), check: dayBetween(EARLIEST_DAY, LATEST_DAY) },
    { column: columnOf('from'), check: dayBetween(EARLIEST_DAY, LATEST_DAY) },
    { column: columnOf('to'), check: dayBetween(EARLIEST_DAY, LATEST_DAY) },
  ];
  for (const { column, check } of checks) {
    for (let row = 2; row <= LAST_CHECKED_ROW; row++) sheet.getCell(row, column).dataValidation = check;
  }
}

/** The sheet with the units, one a row below the headings; without units it has no row to be mistaken for one. */
export function addUnitsSheet(
  workbook: Workbook,
  units: readonly Unit[],
  types: readonly { readonly id: UnitTypeId; readonly name: string }[],
): void {
  const typeNames = types.map(({ name }) => name);
  const widths = widthsFor(typeNames);
  const sheet = addPage(workbook, { name: REGISTER_SHEET, orientation: 'landscape', widths, foot: 'Danh sách đơn vị' });
  REGISTER_COLUMNS.forEach(({ id }, index) => {
    sheet.getColumn(index + 1).style = { ...styleOf(id) };
  });
  writeRow(
    sheet,
    1,
    REGISTER_COLUMNS.map(({ heading }) => ({ text: heading, style: STYLES.heading })),
  );
  const nameOf = (type: UnitTypeId): string => types.find(({ id }) => id === type)?.name ?? type;
  units.forEach((unit, position) => {
    writeUnit(sheet, position + 2, unit, nameOf);
  });
  addChecks(sheet, typeNames);
  setPrintRows(sheet, { last: Math.max(units.length + 1, 30), repeated: [1, 1] });
  sheet.pageSetup.showGridLines = true;
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: 1, showGridLines: true, zoomScale: 100 }];
}
