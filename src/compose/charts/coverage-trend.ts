import type { Block, Chart } from '../../model/document.ts';
import { coverageTrend as trendOf } from '../../model/coverage-trend.ts';
import type { Ratio } from '../../model/ratio.ts';
import type { Coverage, ReportModel } from '../../model/report.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { noteOf, type GeneratedTable } from '../generated-table.ts';
import { lowerFirst } from '../wording.ts';

/** The share in one round over the units that had both numbers then. */
interface Point {
  readonly period: string;
  readonly ratio: Ratio;
  readonly unitCount: number;
}

function pointsOf(model: ReportModel, coverage: Coverage): readonly Point[] {
  if (coverage.verdict === 'no-data') return [];
  return trendOf(coverage, model).flatMap(({ period, ratio, unitCount }) =>
    ratio === undefined ? [] : [{ period, ratio, unitCount }],
  );
}

function chartOf({ title, target, unitType }: Coverage, points: readonly Point[]): Chart {
  const labels = points.map(({ ratio }) => formatPercent(ratio, target.percent));
  const categories = points.map(({ period }) => `Kỳ ${period}`);
  const type = lowerFirst(unitType.name);
  const shares = points.map(
    ({ unitCount }, index) => `${categories[index] ?? ''} ${labels[index] ?? ''} (${formatInteger(unitCount)} ${type})`,
  );
  return {
    kind: 'chart',
    title: `${capitalize(title)} qua các kỳ`,
    description: `Biểu đồ cột, chỉ tiêu ${formatTarget(target)}: ${shares.join('; ')}`,
    categories,
    arrangement: 'plain',
    unit: 'percent',
    series: [
      {
        name: 'Tỷ lệ',
        values: points.map(({ ratio }) => ratio.numerator / ratio.denominator),
        labels,
        shades: points.map((_point, index) => (index === points.length - 1 ? 'dark' : 'light')),
      },
      {
        name: `Chỉ tiêu ${formatTarget(target)}`,
        values: points.map(() => target.percent / 100),
        labels: [],
        shades: 'line',
      },
    ],
  };
}

function blocksFor(model: ReportModel, coverage: Coverage): readonly Block[] {
  const points = pointsOf(model, coverage);
  if (points.length === 0) return [];
  const type = lowerFirst(coverage.unitType.name);
  const counts = points.map(({ period, unitCount }) => `kỳ ${period}: ${formatInteger(unitCount)} ${type}`);
  return [
    chartOf(coverage, points),
    noteOf(
      `Ghi chú: Cột đậm là kỳ này; mỗi kỳ tính trên các ${type} có số liệu của kỳ đó (${counts.join('; ')}); đường ngang là mức ${formatTarget(coverage.target)}.`,
    ),
  ];
}

/** The share of each round up to this one beside the target; nothing without an earlier round. `of:` is the measure's id. */
export const coverageTrend: GeneratedTable = {
  name: 'coverage-trend',
  subjects: ({ coverages }) => coverages.map(({ id }) => id),
  compose: (model, _names, subject) =>
    model.coverages.filter(({ id }) => id === subject).flatMap((coverage) => blocksFor(model, coverage)),
};
