import { amountWords, countInWords, historyComparisons, historyFinding } from '../history-figures.ts';
import type { SubmissionRule } from '../rule.ts';

/**
 * A number that the directive calls cumulative is smaller than in the round before. A warning, because the earlier number may have
 * been the wrong one, and people move away; it is counted and flagged.
 */
export const cumulativeFell: SubmissionRule = {
  id: 'cumulative-fell',
  severity: 'warning',
  scope: 'submission',
  check: (submission, round, report) => {
    for (const comparison of historyComparisons(submission, round)) {
      const { count, past } = comparison;
      if (count.indicator.isCumulative !== true || count.value >= past.value) continue;
      const before = `${amountWords(count, past.value)} của kỳ ${comparison.round.period.id}`;
      const message = `${countInWords(count)}, thấp hơn ${before}, trong khi số lũy kế không giảm`;
      const hint =
        'Kiểm tra lại ô này có phải số của riêng kỳ này không và ghi số lũy kế; nếu số kỳ trước sai thì ghi lý do vào cột ghi chú';
      report(historyFinding(comparison, { message, hint }));
    }
  },
};
