import type { Block, ChartSeries, Shade } from '../../model/document.ts';
import type { GroupCompliance, TaskState } from '../../model/report.ts';
import { formatInteger } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import type { GeneratedTable } from '../generated-table.ts';

/** What is told apart in the bars; an answer that does not count is none. */
const SHOWN: readonly { readonly states: readonly TaskState[]; readonly name: string; readonly shade: Shade }[] = [
  { states: ['completed'], name: 'hoàn thành', shade: 'dark' },
  { states: ['in-progress'], name: 'đang thực hiện', shade: 'middle' },
  { states: ['not-started'], name: 'chưa thực hiện', shade: 'light' },
  { states: ['unanswered', 'left-out', 'not-reported'], name: 'chưa có số liệu', shade: 'pale' },
];

function countOf({ tasks }: GroupCompliance, states: readonly TaskState[]): number {
  return tasks.reduce((sum, { counts }) => sum + states.reduce((own, state) => own + counts[state], 0), 0);
}

function blocksFor(groups: readonly GroupCompliance[]): readonly Block[] {
  if (groups.length === 0) return [];
  const categories = groups.map(({ group }) => `Mục ${group.clause}`);
  const series = SHOWN.map(({ states, name, shade }): ChartSeries => {
    const counts = groups.map((group) => countOf(group, states));
    // A label on nothing would only hide its neighbours.
    const labels = counts.map((count) => (count === 0 ? '' : formatInteger(count)));
    return { name: capitalize(name), values: counts, labels, shades: groups.map(() => shade) };
  });
  const words = groups.map((group, index) => {
    const counts = SHOWN.map(({ states, name }) => `${formatInteger(countOf(group, states))} ${name}`);
    return `${categories[index] ?? ''}: ${counts.join(', ')}`;
  });
  return [
    {
      kind: 'chart',
      title: 'Tình trạng nhiệm vụ theo từng mục (số nhiệm vụ của các đơn vị)',
      description: `Biểu đồ thanh chồng. ${words.join('; ')}`,
      categories,
      arrangement: 'stacked',
      unit: 'count',
      series,
    },
  ];
}

/** How far the tasks of each clause are: every task of every unit counts once. */
export const complianceByClause: GeneratedTable = {
  name: 'compliance-by-clause',
  compose: ({ compliance }) => blocksFor(compliance.filter(({ units, tasks }) => units.length > 0 && tasks.length > 0)),
};
