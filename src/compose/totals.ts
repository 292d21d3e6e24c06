import type { ReportModel, Total } from '../model/report.ts';

/**
 * The sums that stand by themselves. The numbers of a share stand in its own table, over the units that have both; a second
 * sum beside it, over other units, would only puzzle.
 */
export function ownTotals({ totals, coverages }: ReportModel): readonly Total[] {
  const inShares = new Set(coverages.flatMap(({ numerator, denominator }) => [numerator.id, denominator.id]));
  return totals.filter(({ indicator, expectedUnitCount }) => expectedUnitCount > 0 && !inShares.has(indicator.id));
}
