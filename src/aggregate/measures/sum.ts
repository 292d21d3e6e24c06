import type { Total } from '../../model/report.ts';
import { reportsOfType, type Evidence } from '../evidence.ts';
import type { MeasureOf, MeasurePlugin } from '../measure.ts';
import { sumCounts, usableCount } from '../usable-values.ts';

/** The plain sum of one count over the units of one type, with the cells that were added. Percentages are never added. */
export const sum: MeasurePlugin<'sum'> = { kind: 'sum', compute };

function compute(measure: MeasureOf<'sum'>, evidence: Evidence): Total | undefined {
  const { indicators, unitTypes } = evidence.round.directive;
  const indicator = indicators.find(({ id }) => id === measure.indicator);
  const unitType = unitTypes.find(({ id }) => id === measure.unitType);
  if (indicator === undefined || unitType === undefined || indicator.counts === 'percent') return undefined;
  const reports = reportsOfType(evidence, unitType.id);
  const parts = reports.flatMap(({ unit, receipt }) => {
    if (receipt.kind !== 'counted') return [];
    const cell = usableCount(evidence.exclusions, receipt.submission, indicator.id);
    return cell === undefined ? [] : [{ unit: unit.id, cell }];
  });
  return {
    id: measure.id,
    title: measure.title,
    counts: indicator.counts,
    indicator,
    unitType,
    value: sumCounts(parts.map(({ cell }) => cell.value)),
    parts,
    countedUnitCount: parts.length,
    expectedUnitCount: reports.length,
  };
}
