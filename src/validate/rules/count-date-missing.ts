import type { SubmissionRule } from '../rule.ts';
import { askedField, fieldPlace, placeOf } from '../subjects.ts';
import { absentWords } from '../wording.ts';

/**
 * A unit whose type is asked for the day its counts refer to (số liệu tính đến ngày) leaves it blank. An error by the
 * directive's data: a count without a day can be compared with nothing. It keeps no count out of the figures.
 */
export const countDateMissing: SubmissionRule = {
  id: 'count-date-missing',
  severity: 'error',
  scope: 'submission',
  check: (submission, round, report) => {
    const field = askedField(round.directive, 'countedOn', submission.unit);
    if (field === undefined || submission.countedOn.kind !== 'absent') return;
    report({
      message: `“${field.label}” ${absentWords(submission.countedOn)}, cần ngày mà số liệu của đơn vị được tính đến`,
      hint: `Ghi ngày theo dạng ngày/tháng/năm ${fieldPlace(submission, round)}`,
      location: placeOf(submission.countedOn, 'general', submission, round),
      facts: { field: field.id },
    });
  },
};
