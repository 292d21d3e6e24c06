import type { GroupCompliance, TaskCompliance } from '../../../model/report.ts';
import type { Unit } from '../../../model/unit.ts';
import { columnName } from '../../../model/workbook.ts';
import { capitalize } from '../../../vi/text.ts';
import { keepTogether } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, NO_VALUE, onSheet, quoted } from './formulas.ts';
import { LOOKS, shareLook } from './looks.ts';
import { SHEETS } from './names.ts';
import { computed, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

/** Columns of the table of units before its tasks. */
const BEFORE_TASKS = [
  { heading: 'STT', width: 5 },
  { heading: 'Mã', width: 8 },
  { heading: 'Đơn vị', width: 28 },
  { heading: 'Loại đơn vị', width: 14 },
] as const;

interface Placed {
  readonly group: GroupCompliance;
  readonly task: TaskCompliance;
}

function tasksOf({ model: { compliance } }: SummaryBook): readonly Placed[] {
  return compliance
    .filter(({ units }) => units.length > 0)
    .flatMap((group) => group.tasks.map((task) => ({ group, task })));
}

/** The states' symbols in words, under the title. */
function legend({ words: { taskStates } }: SummaryBook): string {
  const entries = taskStates.map(
    ({ symbol, meaning }) => `${symbol === NO_VALUE ? `“${symbol}”` : symbol} là ${meaning}`,
  );
  return `Ký hiệu: ${entries.join('; ')}. Ô trống: nhiệm vụ không giao cho đơn vị.`;
}

/** The units that some task binds, with what each has done; gives the range of each task's column. */
function addTasksByUnit(book: SummaryBook, placed: readonly Placed[]): (task: TaskCompliance) => string {
  const symbols = new Map(book.words.taskStates.map(({ state, symbol }) => [state, symbol]));
  const bound = new Set(placed.flatMap(({ group }) => group.units.map(({ id }) => id)));
  const units = book.model.units.filter(({ unit }) => bound.has(unit.id));
  const page = addTablePage(book, {
    name: SHEETS.tasksByUnit,
    title: 'Kết quả thực hiện nhiệm vụ của từng đơn vị',
    notes: [legend(book)],
    columns: [...BEFORE_TASKS, ...placed.map(({ task: { task } }) => ({ heading: task.id, width: 8 }))],
  });
  const first = writeTableHead(page, page.next, 3);
  const stateCell = ({ task }: Placed, unit: Unit): SummaryCell => {
    const state = task.states.get(unit.id);
    return words(state === undefined ? '' : (symbols.get(state) ?? ''), LOOKS.mark);
  };
  units.forEach(({ unit, unitType }, index) => {
    page.write(first + index, [
      figure(index + 1, LOOKS.mark),
      words(unit.id, LOOKS.mark),
      words(book.words.nameOf(unit)),
      words(unitType.name),
      ...placed.map((entry) => stateCell(entry, unit)),
    ]);
  });
  const last = first + units.length - 1;
  endTable(page, { heading: page.next, last }, 'filter');
  return (task) => {
    const column = columnName(BEFORE_TASKS.length + placed.findIndex((entry) => entry.task === task));
    return onSheet(SHEETS.tasksByUnit, columnRange(`$${column}`, first, last));
  };
}

function countColumns({ words: { taskStates } }: SummaryBook) {
  return [
    { heading: 'Mã', width: 9 },
    { heading: 'Nhiệm vụ', width: 60 },
    { heading: 'Số đơn vị được giao', width: 10 },
    ...taskStates.map(({ meaning }) => ({
      heading: capitalize(meaning),
      width: 13,
    })),
    { heading: 'Tỷ lệ hoàn thành', width: 10 },
  ];
}

function countRow(book: SummaryBook, task: TaskCompliance, range: string, row: number): readonly SummaryCell[] {
  const { taskStates } = book.words;
  const units = Object.values(task.counts).reduce((sum, count) => sum + count, 0);
  return [
    words(task.task.id, LOOKS.mark),
    words(task.task.title),
    computed(`COUNTA(${range})`, units),
    ...taskStates.map(({ state, symbol }) => computed(`COUNTIF(${range},${quoted(symbol)})`, task.counts[state])),
    computed(
      `IF(C${row}>0,D${row}/C${row},${quoted(NO_VALUE)})`,
      units === 0 ? NO_VALUE : task.counts.completed / units,
      shareLook(1, 'plain'),
    ),
  ];
}

/** How many units are where with each task, by clause, and behind it the sheet of the units from which they are counted. */
export function addTaskSheets(book: SummaryBook): void {
  const placed = tasksOf(book);
  if (placed.length === 0) return;
  const columns = countColumns(book);
  const page = addTablePage(book, {
    name: SHEETS.taskCounts,
    title: 'Kết quả theo từng nhiệm vụ',
    notes: [`Các số được đếm từ trang “${SHEETS.tasksByUnit}”.`],
    columns,
  });
  const rangeOf = addTasksByUnit(book, placed);
  let row = writeTableHead(page, page.next, 2);
  const bands: number[] = [];
  placed.forEach(({ group: { group }, task }, index) => {
    if (placed[index - 1]?.group.group !== group) {
      bands.push(row);
      page.write(row, [{ ...words(`${group.clause}. ${group.title}`, LOOKS.band), columns: columns.length }]);
      row += 1;
    }
    page.write(row, countRow(book, task, rangeOf(task), row));
    row += 1;
  });
  endTable(page, { heading: page.next, last: row - 1 }, 'no-filter');
  keepTogether(
    page.sheet,
    bands.map((band) => [band, band + 1]),
    [page.next, page.next],
  );
}
