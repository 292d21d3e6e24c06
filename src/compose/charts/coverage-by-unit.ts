import type { Block, Chart } from '../../model/document.ts';
import { compareRatios, type Ratio } from '../../model/ratio.ts';
import type { Coverage, CoverageRow } from '../../model/report.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { noteOf, type GeneratedTable } from '../generated-table.ts';
import type { UnitNames } from '../unit-names.ts';
import { lowerFirst } from '../wording.ts';

/** More bars than this cannot be told apart on a page; the lowest are shown, they are what has to be done. */
const MOST_BARS = 30;
/** A single bar compares nothing. */
const FEWEST_BARS = 2;

type Ranked = CoverageRow & { readonly ratio: Ratio };

function hasRatio(row: CoverageRow): row is Ranked {
  return row.state === 'counted' && row.ratio !== undefined;
}

/** As a part of one, for drawing only. */
function fraction({ numerator, denominator }: Ratio): number {
  return numerator / denominator;
}

function chartOf({ title, target, unitType }: Coverage, rows: readonly Ranked[], names: UnitNames): Chart {
  const labels = rows.map(({ ratio }) => formatPercent(ratio, target.percent));
  const categories = rows.map(({ unit }) => names.titled(unit));
  const shares = categories.map((name, index) => `${name} ${labels[index] ?? ''}`).join('; ');
  return {
    kind: 'chart',
    title: `${capitalize(title)} theo từng ${lowerFirst(unitType.name)}`,
    description: `Biểu đồ cột, chỉ tiêu ${formatTarget(target)}: ${shares}`,
    categories,
    arrangement: 'plain',
    unit: 'percent',
    series: [
      {
        name: 'Tỷ lệ',
        values: rows.map(({ ratio }) => fraction(ratio)),
        labels,
        shades: rows.map(({ isMet }) => (isMet ? 'dark' : 'light')),
      },
      {
        name: `Chỉ tiêu ${formatTarget(target)}`,
        values: rows.map(() => target.percent / 100),
        labels: [],
        shades: 'line',
      },
    ],
  };
}

function blocksFor(coverage: Coverage, names: UnitNames): readonly Block[] {
  const ranked = coverage.rows.filter(hasRatio).toSorted((a, b) => compareRatios(b.ratio, a.ratio));
  if (ranked.length < FEWEST_BARS) return [];
  const shown = ranked.slice(-MOST_BARS);
  const { unitType, target } = coverage;
  const type = lowerFirst(unitType.name);
  const rest =
    shown.length < ranked.length
      ? ` Biểu đồ nêu ${formatInteger(shown.length)} ${type} có tỷ lệ thấp nhất trong ${formatInteger(ranked.length)} ${type} có số liệu.`
      : '';
  return [
    chartOf(coverage, shown, names),
    noteOf(
      `Ghi chú: Cột đậm là ${type} đạt chỉ tiêu, cột nhạt là ${type} chưa đạt; đường ngang là mức ${formatTarget(target)}.${rest}`,
    ),
  ];
}

/** The share of each unit beside the target, highest first. `of:` is the measure's id. */
export const coverageByUnit: GeneratedTable = {
  name: 'coverage-by-unit',
  subjects: ({ coverages }) => coverages.map(({ id }) => id),
  compose: (model, names, subject) =>
    model.coverages.filter(({ id }) => id === subject).flatMap((coverage) => blocksFor(coverage, names)),
};
