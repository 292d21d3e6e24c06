import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

/** The workbook as another program would see it. */
export async function openXlsx(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  return book;
}

/** The sheet of that name; fails the test when there is none. */
export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet “${name}”`);
  return sheet;
}

/** The texts of a row, from column A to that column. */
export function rowTexts(sheet: ExcelJS.Worksheet, row: number, columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, column) => sheet.getCell(row, column + 1).text);
}

/** The row in which column A holds exactly that text. */
export function rowOf(sheet: ExcelJS.Worksheet, text: string): number {
  for (let row = 1; row <= sheet.rowCount; row++) if (sheet.getCell(row, 1).text === text) return row;
  throw new Error(`no row “${text}” on “${sheet.name}”`);
}

/** A part of the package as text. */
export function partOf(bytes: Uint8Array, name: string): string {
  const data = unzipSync(bytes)[name];
  if (data === undefined) throw new Error(`no part “${name}”`);
  return strFromU8(data);
}

/** Every cell of the visible sheets. */
export function cellsOf(book: ExcelJS.Workbook): readonly ExcelJS.Cell[] {
  const cells: ExcelJS.Cell[] = [];
  for (const sheet of book.worksheets.filter(({ state }) => state === 'visible')) {
    sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (cell) => void cells.push(cell)));
  }
  return cells;
}

/** Whether a protected sheet lets people type there. */
export function isOpen(cell: ExcelJS.Cell): boolean {
  // exceljs leaves the property out of a cell that has the default, locked, although its types say otherwise.
  const { protection } = cell as { readonly protection?: Partial<ExcelJS.Protection> };
  return protection?.locked === false;
}

/** The row in which that column (from 1) holds exactly that text. */
export function rowWith(sheet: ExcelJS.Worksheet, text: string, column: number): number {
  for (let row = 1; row <= sheet.rowCount; row++) if (sheet.getCell(row, column).text === text) return row;
  throw new Error(`no row “${text}” on “${sheet.name}”`);
}
