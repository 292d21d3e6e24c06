import type { Style, Workbook } from 'exceljs';
import { MERGER_COLUMNS, MERGERS_SHEET, REGISTER_SHEET, type MergerColumnId } from '../../../model/register.ts';
import { writeRow } from '../cells.ts';
import { addPage, setPrintRows } from '../sheet-setup.ts';
import { STYLES } from '../styles.ts';
import { custom, dayBetween } from '../validations.ts';

const WIDTHS: Readonly<Record<MergerColumnId, number>> = {
  oldName: 34,
  formerCommune: 20,
  into: 14,
  from: 14,
  note: 44,
};

/** The last row that is checked while typing, and the last one of the register to which a code is compared. */
const LAST_CHECKED_ROW = 100;
const LAST_UNIT_ROW = 300;
const EARLIEST_DAY = '2000-01-01';
const LATEST_DAY = '2099-12-31';

function styleOf(column: MergerColumnId): Partial<Style> {
  return column === 'from' ? STYLES.registerDate : STYLES.registerText;
}

/** The sheet with the old units that were merged into others; blank, for the clerk to fill in when there are any. */
export function addMergersSheet(workbook: Workbook): void {
  const widths = MERGER_COLUMNS.map(({ id }) => WIDTHS[id]);
  const sheet = addPage(workbook, { name: MERGERS_SHEET, orientation: 'landscape', widths, foot: 'Đơn vị sáp nhập' });
  MERGER_COLUMNS.forEach(({ id }, index) => {
    sheet.getColumn(index + 1).style = { ...styleOf(id) };
  });
  writeRow(
    sheet,
    1,
    MERGER_COLUMNS.map(({ heading }) => ({ text: heading, style: STYLES.heading })),
  );
  const columnOf = (id: MergerColumnId): number => MERGER_COLUMNS.findIndex((column) => column.id === id) + 1;
  const { letter } = sheet.getColumn(columnOf('into'));
  const isKnown = custom(
    `COUNTIF('${REGISTER_SHEET}'!$A$2:$A$${LAST_UNIT_ROW},${letter}2)>0`,
    'Chưa có mã này',
    `Ghi mã của đơn vị mới đúng như ở cột đầu của trang “${REGISTER_SHEET}”.`,
  );
  for (let row = 2; row <= LAST_CHECKED_ROW; row++) {
    sheet.getCell(row, columnOf('into')).dataValidation = isKnown;
    sheet.getCell(row, columnOf('from')).dataValidation = dayBetween(EARLIEST_DAY, LATEST_DAY);
  }
  setPrintRows(sheet, { last: 30, repeated: [1, 1] });
  sheet.pageSetup.showGridLines = true;
  sheet.views = [{ state: 'frozen', ySplit: 1, showGridLines: true, zoomScale: 100 }];
}
