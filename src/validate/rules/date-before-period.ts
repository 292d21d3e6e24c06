import { EARLIEST_COUNT_DAYS } from '../../model/period.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { earliestCountDate } from '../earliest-dates.ts';
import type { SubmissionRule } from '../rule.ts';
import { askedField } from '../subjects.ts';

/**
 * The report was dated before its period began, or its counts refer to a day more than a month before that: nearly always
 * last year's number or a slip of the pen, and it would make a late report look early. A warning, because the day is
 * improbable rather than impossible. Days that have not come yet are `date-after-cutoff`.
 */
export const dateBeforePeriod: SubmissionRule = {
  id: 'date-before-period',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive, period }, report) => {
    const begin = `sớm hơn ngày bắt đầu kỳ báo cáo ${formatDate(period.from)}`;
    const limits = [
      { id: 'reportedOn', earliest: period.from, words: begin },
      {
        id: 'countedOn',
        earliest: earliestCountDate(period),
        words: `${begin} quá ${formatInteger(EARLIEST_COUNT_DAYS)} ngày`,
      },
    ] as const;
    for (const { id, earliest, words } of limits) {
      const field = askedField(directive, id, submission.unit);
      const answer = submission[id];
      if (field === undefined || answer.kind !== 'value' || answer.value >= earliest) continue;
      report({
        message: `“${field.label}” là ${formatDate(answer.value)}, ${words}`,
        hint: 'Kiểm tra ngày, tháng, năm ở ô này, nhất là năm, rồi sửa lại theo thứ tự ngày/tháng/năm',
        location: { kind: 'cell', ref: answer.ref },
        facts: { field: id, date: answer.value, earliest },
      });
    }
  },
};
