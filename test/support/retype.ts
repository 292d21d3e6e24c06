import ExcelJS from 'exceljs';
import type { Directive, TaskColumnId } from '../../src/model/directive.ts';
import type { Answer } from '../../src/model/located.ts';
import { STAMP_SHEET, type Submission, type TaskAnswer } from '../../src/model/submission.ts';
import type { Unit } from '../../src/model/unit.ts';
import { cellAt, type Cell, type CellRef, type Workbook } from '../../src/model/workbook.ts';
import { rawText } from '../../src/parse/cells/raw-text.ts';
import { formatDecimal } from '../../src/vi/number.ts';
import { bytesOf } from './form-filler.ts';

/** A report with the workbook it was read from, so that what stands in its cells can be typed again. */
export interface Original {
  readonly workbook: Workbook;
  readonly submission: Submission;
}

type Typed = ExcelJS.CellValue;

/** The columns of the form's task table that hold answers. */
const TASK_COLUMNS = ['status', 'result', 'quantity', 'doneOn', 'evidence', 'difficulty'] as const;

function cellOf({ sheets }: Workbook, ref: CellRef | undefined): Cell | undefined {
  const sheet = sheets.find(({ name }) => name === ref?.sheet);
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(ref?.address ?? '') ?? [];
  if (sheet === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return cellAt(sheet, Number(digits) - 1, column);
}

/** What a person types who sees that cell. */
function typed(workbook: Workbook, answer: Answer<unknown> | undefined): Typed {
  const value = cellOf(workbook, answer?.ref)?.value;
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'number':
      // Days from 30 December 1899, as spreadsheets count.
      return value.isDate ? new Date(Math.round((value.number - 25_569) * 86_400_000)) : value.number;
    case 'boolean':
      return value.boolean;
    case 'error':
      return { error: '#REF!' };
    case 'uncomputed':
      return { formula: '1+1' };
    case undefined:
      return null;
  }
}

function placed({ name, formerCommune }: Unit): string {
  return formerCommune === '' ? name : `${name} (${formerCommune} cũ)`;
}

function headingOf({ form }: Directive, id: TaskColumnId): string {
  return form.taskColumns.find((column) => column.id === id)?.heading ?? '';
}

function labelOf({ form }: Directive, id: 'countedOn' | 'reportedOn' | 'unit'): string {
  return form.fields.find((field) => field.id === id)?.label ?? '';
}

function write(sheet: ExcelJS.Worksheet, values: readonly Typed[]): void {
  const row = sheet.addRow([...values]);
  row.eachCell((cell) => {
    if (cell.value instanceof Date) cell.numFmt = 'dd/mm/yyyy';
  });
}

function answerAt(tasks: readonly TaskAnswer[], task: string, column: (typeof TASK_COLUMNS)[number]) {
  return tasks.find((answer) => answer.task === task)?.[column];
}

function writeUnit(sheet: ExcelJS.Worksheet, { workbook, submission }: Original, directive: Directive): void {
  const { unit, reportedOn, countedOn, indicators, tasks, opinions } = submission;
  write(sheet, ['BÁO CÁO CỦA ĐƠN VỊ']);
  write(sheet, [labelOf(directive, 'unit'), placed(unit)]);
  write(sheet, [labelOf(directive, 'reportedOn'), typed(workbook, reportedOn)]);
  write(sheet, [labelOf(directive, 'countedOn'), typed(workbook, countedOn)]);
  for (const { opinion, text } of opinions) {
    write(sheet, [directive.form.opinions.find(({ id }) => id === opinion)?.label ?? '', text.raw]);
  }
  write(sheet, []);
  if (indicators.length > 0) {
    write(sheet, ['mã', 'tên chỉ tiêu', 'đơn vị tính', 'số liệu', 'ghi chú']);
    for (const { indicator, value } of indicators) {
      const entry = directive.indicators.find(({ id }) => id === indicator);
      write(sheet, [entry?.code ?? '', entry?.title ?? '', '', typed(workbook, value)]);
    }
    write(sheet, ['NGƯỜI LẬP BIỂU']);
    write(sheet, []);
  }
  if (tasks.length === 0) return;
  write(sheet, [
    headingOf(directive, 'code'),
    headingOf(directive, 'title'),
    ...TASK_COLUMNS.map((id) => headingOf(directive, id)),
  ]);
  for (const { task, ...answers } of tasks) {
    write(sheet, [task, '', ...TASK_COLUMNS.map((id) => typed(workbook, answers[id]))]);
  }
}

/** One workbook with a sheet for each unit. */
export function sheetPerUnit(originals: readonly Original[], directive: Directive): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const original of originals) writeUnit(book.addWorksheet(original.submission.unit.id), original, directive);
  return bytesOf(book);
}

/** A workbook for one unit with everything on one sheet. */
export function oneSheet(original: Original, directive: Directive): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  writeUnit(book.addWorksheet('Sheet1'), original, directive);
  return bytesOf(book);
}

/** One table with a row for each unit: numbers and tasks are columns. */
export function rowPerUnit(originals: readonly Original[], directive: Directive): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Tổng hợp');
  const has = (test: (submission: Submission) => boolean): boolean =>
    originals.some(({ submission }) => test(submission));
  const indicators = directive.indicators.filter(({ id }) =>
    has((own) => own.indicators.some(({ indicator }) => indicator === id)),
  );
  const tasks = directive.taskGroups
    .flatMap((group) => group.tasks)
    .filter(({ id }) => has((own) => own.tasks.some(({ task }) => task === id)));
  write(sheet, ['BẢNG TỔNG HỢP BÁO CÁO CỦA CÁC ĐƠN VỊ']);
  write(sheet, []);
  write(sheet, [
    'STT',
    labelOf(directive, 'unit'),
    labelOf(directive, 'reportedOn'),
    labelOf(directive, 'countedOn'),
    ...indicators.map(({ title }) => title),
    ...tasks.flatMap(({ id }) => TASK_COLUMNS.map((column) => `${id} – ${headingOf(directive, column)}`)),
    ...directive.form.opinions.map(({ label }) => label),
  ]);
  originals.forEach(({ workbook, submission: own }, index) => {
    write(sheet, [
      index + 1,
      placed(own.unit),
      typed(workbook, own.reportedOn),
      typed(workbook, own.countedOn),
      ...indicators.map(({ id }) => typed(workbook, own.indicators.find(({ indicator }) => indicator === id)?.value)),
      ...tasks.flatMap(({ id }) => TASK_COLUMNS.map((column) => typed(workbook, answerAt(own.tasks, id, column)))),
      ...directive.form.opinions.map(({ id }) => own.opinions.find(({ opinion }) => opinion === id)?.text.raw ?? null),
    ]);
  });
  return bytesOf(book);
}

function shown({ value }: Cell): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.isDate || value.isPercent ? rawText(value) : formatDecimal(value.number);
    case 'boolean':
    case 'error':
      return rawText(value);
    case 'uncomputed':
      return '';
  }
}

/** The sheets one under another as a Vietnamese Excel saves them: semicolons, days first, dots between thousands. */
export function csvText({ sheets }: Workbook): string {
  const lines = sheets
    .filter(({ name }) => name !== STAMP_SHEET)
    .flatMap(({ rows }) =>
      [...rows.values(), new Map<number, Cell>()].map((cells) => {
        const width = Math.max(0, ...cells.keys()) + 1;
        const texts = Array.from({ length: width }, (_, column) => {
          const cell = cells.get(column);
          return cell === undefined ? '' : `"${shown(cell).replaceAll('"', '""')}"`;
        });
        return texts.join(';');
      }),
    );
  return `${lines.join('\r\n')}\r\n`;
}
