import type { ReportModel, Total } from '../model/report.ts';

/**
 * The sums that stand by themselves. The numbers of a share stand in its own table, over the units that have both; a second
 * sum beside it, over other units, would only puzzle.
 */
export function ownTotals({ totals, coverages }: ReportModel): readonly Total[] {
  const isInShare = ({ indicator, unitType }: Total): boolean =>
    coverages.some(
      (share) => share.unitType.id === unitType.id && [share.numerator.id, share.denominator.id].includes(indicator.id),
    );
  return totals.filter((total) => total.expectedUnitCount > 0 && !isInShare(total));
}
