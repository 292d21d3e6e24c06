import type { TableRow } from '../../model/document.ts';
import type { GroupCompliance, TaskCompliance, TaskState } from '../../model/report.ts';
import { formatInteger } from '../../vi/number.ts';
import { figures, marks, plainRow, tableOf, words, type Column, type GeneratedTable } from '../generated-table.ts';

/** In this order; a state that no unit is in has no column. */
const STATES: readonly { readonly state: TaskState; readonly heading: string; readonly isAlwaysShown: boolean }[] = [
  { state: 'completed', heading: 'Hoàn thành', isAlwaysShown: true },
  { state: 'in-progress', heading: 'Đang thực hiện', isAlwaysShown: true },
  { state: 'not-started', heading: 'Chưa thực hiện', isAlwaysShown: true },
  { state: 'unanswered', heading: 'Không trả lời', isAlwaysShown: true },
  { state: 'left-out', heading: 'Chưa đưa vào tổng hợp', isAlwaysShown: false },
  { state: 'not-reported', heading: 'Chưa có báo cáo', isAlwaysShown: true },
];

function rowsOf({ group, units, tasks }: GroupCompliance, states: readonly TaskState[]): readonly TableRow[] {
  const band: TableRow = { cells: [`${group.clause}. ${group.title}`], emphasis: 'band' };
  const rowOf = ({ task, counts }: TaskCompliance): TableRow =>
    plainRow([task.id, task.title, ...[units.length, ...states.map((state) => counts[state])].map(formatInteger)]);
  return units.length === 0 ? [] : [band, ...tasks.map(rowOf)];
}

/** How many units are where with each task, by clause (kết quả theo nhiệm vụ). */
export const taskCounts: GeneratedTable = {
  name: 'task-counts',
  compose: ({ compliance }) => {
    const shown = STATES.filter(
      ({ state, isAlwaysShown }) =>
        isAlwaysShown || compliance.some(({ tasks }) => tasks.some(({ counts }) => counts[state] > 0)),
    );
    const columns: readonly Column[] = [
      marks('Mã', 14),
      words('Nhiệm vụ', 68),
      figures('Số đơn vị', 11),
      ...shown.map(({ heading }) => figures(heading, 12)),
    ];
    const states = shown.map(({ state }) => state);
    return tableOf(
      columns,
      compliance.flatMap((group) => rowsOf(group, states)),
    );
  },
};
