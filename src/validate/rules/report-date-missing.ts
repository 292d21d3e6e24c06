import type { SubmissionRule } from '../rule.ts';
import { askedField, fieldPlace, placeOf } from '../subjects.ts';
import { absentWords } from '../wording.ts';

/**
 * The report does not say when it was made, nor does the receipt ledger say when it came. A warning: the figures count, but nobody
 * can say whether the report met the deadline (clause II.6 of the campaign).
 */
export const reportDateMissing: SubmissionRule = {
  id: 'report-date-missing',
  severity: 'warning',
  scope: 'submission',
  check: (submission, round, report) => {
    const field = askedField(round.directive, 'reportedOn', submission.unit);
    if (field === undefined || submission.reportedOn.kind !== 'absent' || submission.receipt !== undefined) return;
    report({
      message: `“${field.label}” ${absentWords(submission.reportedOn)}, cần ngày lập báo cáo để biết đúng hạn hay nộp muộn`,
      hint: `Ghi ngày lập báo cáo theo dạng ngày/tháng/năm ${fieldPlace(submission, round)}`,
      location: placeOf(submission.reportedOn, 'general', submission, round),
    });
  },
};
