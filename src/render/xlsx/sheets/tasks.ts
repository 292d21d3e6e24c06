import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import type { Directive, FormColumn, Task, TaskColumnId } from '../../../model/directive.ts';
import { groupsOf } from '../../../model/directive.ts';
import type { FormPrefill, TaskPrefill } from '../../../model/prefill.ts';
import type { Round } from '../../../model/round.ts';
import type { Unit } from '../../../model/unit.ts';
import { type CellPlan, writeRow } from '../cells.ts';
import { columnGuidance, footOf, writeSheetHead, writeHeadings } from '../sheet-head.ts';
import { addPage, keepTogether, lock, setPrintRows } from '../sheet-setup.ts';
import { STYLES } from '../styles.ts';
import { dayBetween, midnight, oneOf, wholeNumber } from '../validations.ts';

const WIDTHS: Readonly<Record<TaskColumnId, number>> = {
  code: 7,
  title: 42,
  status: 12,
  result: 21,
  quantity: 8,
  doneOn: 11,
  evidence: 14,
  difficulty: 13,
};

/** Room for three lines by hand. */
const TASK_HEIGHT = 52;
/** A row that keeps its place without a text. */
const BLANK_HEIGHT = 6;

/** A blank cell, or one with that text. */
function input(style: CellPlan['style'], text: string | undefined): CellPlan {
  return text === undefined || text === '' ? { style } : { text, style };
}

function planOf(column: TaskColumnId, task: Task, filled: TaskPrefill | undefined, { form }: Directive): CellPlan {
  switch (column) {
    case 'code':
      return { text: task.id, style: STYLES.code };
    case 'title':
      return { text: task.title, guidance: task.guidance, style: STYLES.text };
    case 'status':
      return input(STYLES.inputChoice, form.statuses.find(({ id }) => id === filled?.status)?.label);
    case 'quantity':
      return { style: STYLES.inputCount };
    case 'doneOn':
      return { style: STYLES.inputDate };
    case 'evidence':
      return input(STYLES.inputCode, filled?.evidence);
    case 'result':
    case 'difficulty':
      return input(STYLES.inputText, filled?.[column]);
  }
}

type Checks = Partial<Record<TaskColumnId, DataValidation>>;

function checksOf(workbook: Workbook, { directive, period }: Round): Checks {
  const labels = directive.form.statuses.map(({ label }) => label);
  return {
    status: oneOf(workbook, 'tinh_trang', labels),
    quantity: wholeNumber(),
    doneOn: dayBetween(period.from, period.to),
  };
}

/** What all rows of the table share. */
interface TaskTable {
  readonly sheet: Worksheet;
  readonly columns: readonly TaskColumnId[];
  readonly checks: Checks;
  readonly directive: Directive;
}

/** Numbers and days are put in as such, not as texts. */
function typedValue(column: TaskColumnId, filled: TaskPrefill | undefined): Date | number | undefined {
  if (column === 'quantity') return filled?.quantity;
  return column === 'doneOn' && filled?.doneOn !== undefined ? midnight(filled.doneOn) : undefined;
}

function writeTask(
  { sheet, columns, checks, directive }: TaskTable,
  row: number,
  task: Task,
  filled?: TaskPrefill,
): void {
  const plans = columns.map((id) => planOf(id, task, filled, directive));
  writeRow(sheet, row, plans, TASK_HEIGHT);
  columns.forEach((id, index) => {
    const cell = sheet.getCell(row, index + 1);
    const check = checks[id];
    if (check !== undefined) cell.dataValidation = check;
    const value = typedValue(id, filled);
    if (value !== undefined) cell.value = value;
  });
}

const HOW_TO =
  'Chỉ nhập vào các ô nền vàng nhạt. Tình trạng chọn trong danh sách; đã hoàn thành thì ghi kết quả và minh chứng.';

/** One row above the headings, which alone are repeated on each page; it stays, thin, when there is nothing to say. */
function writeColumnGuidance(sheet: Worksheet, row: number, columns: readonly FormColumn<TaskColumnId>[]): void {
  const text = columnGuidance(columns).join(' ');
  if (text === '') writeRow(sheet, row, [], BLANK_HEIGHT);
  else writeRow(sheet, row, [{ text, style: STYLES.remark, columns: columns.length }]);
}

/** The sheet with one row for each of the unit's tasks, in bands by clause. None when the unit has no task. */
export async function addTasksSheet(workbook: Workbook, round: Round, unit: Unit, prefill: FormPrefill): Promise<void> {
  const groups = groupsOf(round.directive, unit.type);
  if (groups.length === 0) return;
  const { sheets, taskColumns } = round.directive.form;
  const columns = taskColumns.map(({ id }) => id);
  const sheet = addPage(workbook, {
    name: sheets.tasks.name,
    orientation: 'landscape',
    widths: columns.map((id) => WIDTHS[id]),
    foot: footOf(round, unit),
  });
  const { name } = sheets.tasks;
  const head = writeSheetHead(sheet, round, unit, { name, columns: columns.length, howTo: [HOW_TO] });
  const headingRow = head + 1;
  writeColumnGuidance(sheet, head, taskColumns);
  writeHeadings(sheet, headingRow, taskColumns);
  const table: TaskTable = { sheet, columns, checks: checksOf(workbook, round), directive: round.directive };
  let row = headingRow + 1;
  const bands: number[] = [];
  for (const { clause, title, tasks } of groups) {
    bands.push(row);
    writeRow(sheet, row, [{ text: `${clause}. ${title}`, style: STYLES.band, columns: columns.length }], 20);
    row += 1;
    for (const task of tasks) {
      writeTask(table, row, task, prefill.tasks.get(task.id));
      row += 1;
    }
  }
  keepTogether(
    sheet,
    bands.map((band) => [band, band + 1]),
    [headingRow, headingRow],
  );
  setPrintRows(sheet, { last: row - 1, repeated: [headingRow, headingRow] });
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false, zoomScale: 100 }];
  await lock(sheet);
}
