import { pastCount } from '../../model/history.ts';
import type { Round } from '../../model/round.ts';
import { formatInteger } from '../../vi/number.ts';
import { amountWords, countInWords, historyComparisons, historyFinding, isAdults } from '../history-figures.ts';
import type { SubmissionRule } from '../rule.ts';

/** With fewer earlier numbers nobody knows what is usual for the unit. */
const FEWEST_ROUNDS = 3;
/** How many times the width of its own range a number may lie outside of it. */
const TIMES_WIDTH = 2;
/** Small counts jump by nature: a range is taken as at least so wide, and at least a tenth of its largest number. */
const LEAST_WIDTH = 5;

/** The numbers of the unit in the earlier rounds, the smallest first. */
function earlierNumbers({ history }: Round, unit: string, indicator: string): readonly number[] {
  const counts = (history ?? []).flatMap((round) => pastCount(round, unit, indicator) ?? []);
  return counts.map(({ value }) => value).toSorted((a, b) => a - b);
}

/**
 * A number lies far outside of what the unit itself has reported in at least three earlier rounds. A warning, because it is improbable
 * and not impossible. Adults are `adults-changed-much`, a cumulative number that falls is `cumulative-fell`.
 */
export const countFarFromOwnHistory: SubmissionRule = {
  id: 'count-far-from-own-history',
  severity: 'warning',
  scope: 'submission',
  check: (submission, round, report) => {
    for (const comparison of historyComparisons(submission, round)) {
      const { count, past } = comparison;
      if (isAdults(round, count.indicator.id)) continue;
      if (count.indicator.isCumulative === true && count.value < past.value) continue;
      const numbers = earlierNumbers(round, submission.unit.id, count.indicator.id);
      const [lowest = 0, highest = 0] = [numbers[0], numbers.at(-1)];
      const slack = TIMES_WIDTH * Math.max(highest - lowest, highest / 10, LEAST_WIDTH);
      const isNear = count.value >= lowest - slack && count.value <= highest + slack;
      if (numbers.length < FEWEST_ROUNDS || isNear) continue;
      const range =
        lowest === highest
          ? `đều ${formatInteger(lowest)}`
          : `từ ${formatInteger(lowest)} đến ${amountWords(count, highest)}`;
      const message = `${countInWords(count)}, khác hẳn ${formatInteger(numbers.length)} kỳ trước của chính đơn vị (${range})`;
      const hint = 'Kiểm tra lại ô này có thừa, thiếu chữ số không; nếu số đúng thì ghi lý do vào cột ghi chú';
      report(historyFinding(comparison, { message, hint }));
    }
  },
};
