import { indicatorsOf } from '../model/directive.ts';
import { indicatorAnswer } from '../model/submission.ts';
import type { AdjustedNumber } from '../model/report.ts';
import type { Evidence } from './evidence.ts';

/** The numbers that the commune has adjusted itself; sums that follow them are not among them. */
export function adjustedNumbers({ reports, round }: Evidence): readonly AdjustedNumber[] {
  return reports.flatMap(({ unit, receipt }) => {
    if (receipt.kind !== 'counted') return [];
    return indicatorsOf(round.directive, unit.type).flatMap((indicator): readonly AdjustedNumber[] => {
      const answer = indicatorAnswer(receipt.submission, indicator.id)?.value;
      if (answer?.kind !== 'value' || answer.adjustment?.indicator !== indicator.id) return [];
      const { value, raw, ref, adjustment } = answer;
      return [{ unit, indicator, cell: { value, raw, ref, adjustment } }];
    });
  });
}
