import type { Block, TableRow } from '../../model/document.ts';
import type { GroupCompliance, ReportModel } from '../../model/report.ts';
import type { UnitId } from '../../model/unit.ts';
import { formatInteger } from '../../vi/number.ts';
import { cellRemarks, remarkAt, remarkOnLeftOut } from '../findings-at.ts';
import { marks, noteOf, numberedRows, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';
import type { UnitNames } from '../unit-names.ts';
import { NO_VALUE, TASK_STATES, withoutStop } from '../wording.ts';

function symbolOf(state: string | undefined): string {
  return TASK_STATES.find((one) => one.state === state)?.symbol ?? NO_VALUE;
}

/** The columns before the tasks: running number, unit. */
const FIRST_TASK = 2;

/** What was found at the unit's answers, or keeps them out. */
function remarksOf(unit: UnitId, tasks: GroupCompliance['tasks'], model: ReportModel) {
  return cellRemarks(
    new Map(
      tasks.map(({ task, states, cells }, index) => {
        const isLeftOut = states.get(unit) === 'left-out';
        const found = isLeftOut
          ? remarkOnLeftOut(model, unit, { kind: 'task', id: task.id })
          : remarkAt(model, [cells.get(unit)]);
        return [FIRST_TASK + index, found];
      }),
    ),
  );
}

function matrix({ units, tasks }: GroupCompliance, names: UnitNames, model: ReportModel): readonly Block[] {
  if (units.length === 0 || tasks.length === 0) return [];
  const width = Math.max(6, Math.floor(60 / tasks.length));
  const columns = [ROW_NUMBER, words('Đơn vị', 34), ...tasks.map(({ task }) => marks(task.id, width))];
  const rows = numberedRows(
    units.map((unit) => [names.titled(unit), ...tasks.map(({ states }) => symbolOf(states.get(unit.id)))]),
  ).map((row, index) => ({ ...row, ...remarksOf(units[index]?.id ?? '', tasks, model) }));
  const completed = tasks.map(({ counts }) => `${formatInteger(counts.completed)}/${formatInteger(units.length)}`);
  const total: TableRow = { cells: ['', 'Số đơn vị hoàn thành', ...completed], emphasis: 'total' };
  const titles = tasks.map(({ task }) => `${task.id}: ${withoutStop(task.title)}`).join('; ');
  const used = TASK_STATES.filter(({ state }) => tasks.some(({ counts }) => counts[state] > 0));
  const symbols = used.map(({ symbol, meaning }) => `${symbol === NO_VALUE ? `“${symbol}”` : symbol} là ${meaning}`);
  return [
    ...tableOf(columns, [...rows, total]),
    noteOf(`Nhiệm vụ ${titles}.`),
    noteOf(`Ký hiệu: ${symbols.join('; ')}.`),
  ];
}

/** Who has done what of one clause: rows are units, columns its tasks. `of:` is the task group's id. */
export const tasksByUnit: GeneratedTable = {
  name: 'tasks-by-unit',
  subjects: ({ compliance }) => compliance.map(({ group }) => group.id),
  compose: (model, names, subject) =>
    model.compliance.filter(({ group }) => group.id === subject).flatMap((group) => matrix(group, names, model)),
};
