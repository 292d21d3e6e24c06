import { formatInteger } from '../../vi/number.ts';
import { tenfold } from '../magnitude.ts';
import { amountWords, countInWords, historyComparisons, historyFinding, isAdults } from '../history-figures.ts';
import type { SubmissionRule } from '../rule.ts';

/** In a month so many move in or out of a village that has no new housing estate, in percent of the round before. */
const LARGEST_CHANGE_PERCENT = 10;

/**
 * The adults of a unit differ from the round before by more than moving, births and deaths explain. A warning: a merger or a recount
 * may explain it. Numbers with a digit too many or too few are found by the rules on the register.
 */
export const adultsChangedMuch: SubmissionRule = {
  id: 'adults-changed-much',
  severity: 'warning',
  scope: 'submission',
  check: (submission, round, report) => {
    for (const comparison of historyComparisons(submission, round)) {
      const { count, past } = comparison;
      if (!isAdults(round, count.indicator.id) || past.value === 0) continue;
      const change = count.value - past.value;
      if (Math.abs(change) * 100 <= past.value * LARGEST_CHANGE_PERCENT) continue;
      if (tenfold(count.value, past.value) !== undefined) continue;
      const word = change > 0 ? 'tăng' : 'giảm';
      const before = `${amountWords(count, past.value)} của kỳ ${comparison.round.period.id}`;
      const message = `${countInWords(count)}, ${word} ${formatInteger(Math.abs(change))} so với ${before}, quá ${formatInteger(LARGEST_CHANGE_PERCENT)}% trong một kỳ`;
      const hint =
        'Kiểm tra lại ô này và cách đếm so với kỳ trước; nếu số đúng thì ghi lý do tăng, giảm vào cột ghi chú';
      report(historyFinding(comparison, { message, hint }));
    }
  },
};
