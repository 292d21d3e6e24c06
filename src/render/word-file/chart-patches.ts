import { ChartDataPatch } from 'docx/charts';
import type { Chart } from '../../model/document.ts';
import { oneLine } from '../clean-text.ts';
import { barName } from '../docx/chart-run.ts';
import type { Patches } from './patches.ts';

/** A label follows the reader's system in its signs and digits, a category does not: so the exact share stands there. */
function categoriesOf({ arrangement, categories, series }: Chart): readonly string[] {
  const labels = arrangement === 'plain' ? (series.find(({ shades }) => shades !== 'line')?.labels ?? []) : [];
  return categories.map((name, index) => {
    const label = labels[index] ?? '';
    return label === '' ? barName(name) : `${barName(name)} (${oneLine(label)})`;
  });
}

/** Patches that give the charts of a template their numbers; look and title stay as they are. */
export function chartPatches(charts: ReadonlyMap<string, Chart>): Patches {
  const entries = [...charts].map(([name, chart]) => {
    const series = chart.series.map((each) => ({
      name: oneLine(each.name),
      values: each.values.map((value) => value ?? null),
    }));
    return [
      name,
      new ChartDataPatch({ categories: categoriesOf(chart), series, description: oneLine(chart.description) }),
    ];
  });
  return Object.fromEntries(entries) as Patches; // of entries with one kind of patch
}
