import ExcelJS from 'exceljs';
import { groupsOf, indicatorsOf, type Directive } from '../../src/model/directive.ts';
import type { Round } from '../../src/model/round.ts';
import type { Unit } from '../../src/model/unit.ts';
import { renderUnitForm } from '../../src/pipeline.ts';
import { addDays, formatDate } from '../../src/vi/date.ts';

/** What people type, as Excel would take it: `'1.200` is text, `05/11/2025` a date, `1.200` a number, `=B2` a formula nobody computed. */
function typed(text: string): ExcelJS.CellValue {
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  if (text.startsWith('=')) return { formula: text.slice(1), date1904: false };
  if (/^#[A-Z/0!?]+$/u.test(text)) return { error: '#REF!' };
  const date = /^(\d{2})\/(\d{2})\/(\d{4})$/u.exec(text);
  if (date !== null) return new Date(Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])));
  if (/^-?\d{1,3}(?:\.\d{3})+$/u.test(text)) return Number(text.replaceAll('.', ''));
  if (/^-?\d+(?:,\d+)?$/u.test(text)) return Number(text.replace(',', '.'));
  return text;
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet “${name}”`);
  return sheet;
}

/** The row and column of the first cell with exactly that text. */
function find(sheet: ExcelJS.Worksheet, text: string): { readonly row: number; readonly column: number } | undefined {
  let found: { readonly row: number; readonly column: number } | undefined;
  sheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, columnNumber) => {
      if (found === undefined && cell.master === cell && cell.text === text) {
        found = { row: rowNumber, column: columnNumber };
      }
    });
  });
  return found;
}

/** The last row that holds anything; below it there may be formatted blanks. */
function lastRow(sheet: ExcelJS.Worksheet): number {
  let last = 0;
  sheet.eachRow((row, rowNumber) => {
    row.eachCell((cell) => {
      if (cell.text !== '') last = rowNumber;
    });
  });
  return last;
}

function write(sheet: ExcelJS.Worksheet, row: number, column: number, text: string): void {
  const cell = sheet.getCell(row, column);
  cell.value = typed(text);
  // Cells read from a file share their style; changing it in place would turn the whole column into dates.
  if (cell.value instanceof Date) cell.style = { ...cell.style, numFmt: 'dd/mm/yyyy' };
}

/** A table of a rule page: the first column finds the row, the headings find the columns. */
export interface Overlay {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELETE_ROW = '(xóa dòng)';

/** Deletes a row as a spreadsheet program does: what is merged below moves up with its cells, and formulas keep results. */
function deleteRow(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, row: number): void {
  const merges = sheet.model.merges.map((range) => range.split(':').map((address) => sheet.getCell(address)));
  const places = merges.map((corners) => corners.map(({ fullAddress }) => ({ ...fullAddress })));
  for (const range of sheet.model.merges) sheet.unMergeCells(range);
  sheet.spliceRows(row, 1);
  for (const [from, to = from] of places) {
    if (from === undefined || to === undefined || (from.row === row && to.row === row)) continue;
    const [top, bottom] = [from.row > row ? from.row - 1 : from.row, to.row >= row ? to.row - 1 : to.row];
    sheet.mergeCells(top, from.col, bottom, to.col);
  }
  settleFormulas(book);
}

/** Types the overlay's cells over a workbook; a row that is not there is added below. */
export function overlay(book: ExcelJS.Workbook, { sheet: name, header, rows }: Overlay): void {
  const sheet = sheetOf(book, name);
  const columns = header.map((heading) => find(sheet, heading)?.column);
  for (const cells of rows) {
    const key = cells[0] ?? '';
    const existing = find(sheet, key);
    if (cells[1] === DELETE_ROW) {
      if (existing !== undefined) deleteRow(book, sheet, existing.row);
      continue;
    }
    const row = existing?.row ?? lastRow(sheet) + 1;
    if (existing === undefined) write(sheet, row, columns[0] ?? 1, `'${key}`);
    cells.slice(1).forEach((text, index) => {
      write(sheet, row, columns[index + 1] ?? (existing?.column ?? 1) + index + 1, text);
    });
  }
}

/** Adds a sheet with these rows. */
export function addTable(book: ExcelJS.Workbook, name: string, rows: readonly (readonly string[])[]): void {
  const sheet = book.addWorksheet(name);
  rows.forEach((cells, row) => {
    cells.forEach((text, column) => {
      write(sheet, row + 1, column + 1, text);
    });
  });
}

/** A workbook that somebody made without the form: one sheet with these rows. */
export function ownBook(rows: readonly (readonly string[])[]): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  addTable(book, 'Sheet1', rows);
  return book;
}

/** Puts another text into the first cell that holds exactly `from`. */
export function replaceCell(book: ExcelJS.Workbook, name: string, from: string, to: string): void {
  const sheet = sheetOf(book, name);
  const at = find(sheet, from);
  if (at === undefined) throw new Error(`no cell “${from}” on “${name}”`);
  write(sheet, at.row, at.column, to);
}

/** Counted on the last day of the period, reported five days later. */
function generalRows({ directive, period }: Round, unit: Unit): readonly (readonly string[])[] {
  const answers = {
    unit: undefined,
    reporter: 'Nguyễn Văn A',
    phone: "'0900000000",
    reportedOn: formatDate(addDays(period.to, 5)),
    countedOn: formatDate(period.to),
  };
  return directive.form.fields
    .filter(({ unitTypes }) => unitTypes === undefined || unitTypes.includes(unit.type))
    .flatMap(({ id, label }) => {
      const answer = answers[id];
      return answer === undefined ? [] : [[label, answer]];
    });
}

/** Plausible counts in proportion to the register: exactly 60 % hold a signature, and every part is below its whole. */
function count(directive: Directive, unit: Unit, position: number, id: string): number {
  const wholes = directive.relations.register.map(({ indicator }) => indicator);
  const adults = unit.adults?.value ?? 0;
  if (wholes.includes(id)) return adults;
  const coverage = directive.measures.find((measure) => measure.kind === 'coverage');
  if (coverage?.numerator === id) return Math.round(adults * 0.6);
  return 20 + position;
}

/** A unit's form, filled in without any fault. */
export async function cleanForm(round: Round, unit: Unit): Promise<ExcelJS.Workbook> {
  const { directive } = round;
  const { sheets, taskColumns, indicatorColumns, statuses } = directive.form;
  const book = new ExcelJS.Workbook();
  const bytes = await renderUnitForm(round, unit);
  // exceljs declares its own Buffer type; a Uint8Array's buffer is what it reads.
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  overlay(book, { sheet: sheets.general.name, header: ['', ''], rows: generalRows(round, unit) });

  const taskHeading = new Map(taskColumns.map(({ id, heading }) => [id, heading]));
  const tasks = groupsOf(directive, unit.type).flatMap((group) => group.tasks);
  const done = statuses.find(({ id }) => id === 'completed')?.label ?? '';
  if (tasks.length > 0) {
    overlay(book, {
      sheet: sheets.tasks.name,
      header: (['code', 'status', 'result', 'doneOn', 'evidence'] as const).map((id) => taskHeading.get(id) ?? ''),
      rows: tasks.map(({ id }) => [id, done, 'Đã tổ chức xong', '20/10/2025', 'Báo cáo số 01/BC']),
    });
  }

  const indicatorHeading = new Map(indicatorColumns.map(({ id, heading }) => [id, heading]));
  const indicators = indicatorsOf(directive, unit.type).filter(({ computed }) => computed === undefined);
  if (indicators.length > 0) {
    overlay(book, {
      sheet: sheets.indicators.name,
      header: [indicatorHeading.get('code') ?? '', indicatorHeading.get('value') ?? ''],
      rows: indicators.map(({ id, code }, position) => [code, String(count(directive, unit, position, id))]),
    });
  }
  settleFormulas(book);
  return book;
}

/** Gives every formula of the form the result a spreadsheet program would have stored: blank, so nothing is compared. */
export function settleFormulas(book: ExcelJS.Workbook): void {
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        // exceljs declares a result where there may be none.
        const result: unknown = cell.result;
        if (cell.type === ExcelJS.ValueType.Formula && result === undefined) {
          cell.value = { formula: cell.formula, result: '', date1904: false };
        }
      });
    });
  }
}

/** The workbook as the bytes of a file. */
export async function bytesOf(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}
