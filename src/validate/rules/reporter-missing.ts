import { joinWords } from '../../vi/text.ts';
import type { SubmissionRule } from '../rule.ts';
import { askedField, fieldPlace, sheetPlace } from '../subjects.ts';

/**
 * The report does not say who made it or how to reach that person. An info: the directive does not ask for it, the commune
 * only needs somebody to ask when a figure is unclear. The words that stand there are never read, only whether there are any.
 */
export const reporterMissing: SubmissionRule = {
  id: 'reporter-missing',
  severity: 'info',
  scope: 'submission',
  check: (submission, round, report) => {
    const { directive } = round;
    const fields = [
      submission.hasReporter ? undefined : askedField(directive, 'reporter', submission.unit),
      submission.hasPhone ? undefined : askedField(directive, 'phone', submission.unit),
    ];
    const labels = fields.flatMap((field) => (field === undefined ? [] : `“${field.label}”`));
    if (labels.length === 0) return;
    report({
      message: `Chưa ghi ${joinWords(labels)}, nên có để xã liên hệ khi số liệu chưa rõ`,
      hint: `Ghi ${joinWords(labels)} của người lập báo cáo ${fieldPlace(submission, round)}`,
      location: sheetPlace('general', submission, round),
    });
  },
};
