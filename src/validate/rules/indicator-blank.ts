import { indicatorsOf } from '../../model/directive.ts';
import { indicatorAnswer } from '../../model/submission.ts';
import type { SubmissionRule } from '../rule.ts';
import { absentWords, indicatorName } from '../wording.ts';

/**
 * A number that the unit's task speaks of, though the directive asks for no figure, is blank or a dash (the services of clause
 * II.3 of the campaign). A warning: nothing else depends on it, the total says how many units it adds up; but a blank does not
 * say whether nothing was done or nothing was written down. A missing row is not judged: the unit may have made its own table.
 */
export const indicatorBlank: SubmissionRule = {
  id: 'indicator-blank',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    if (submission.missingSheets.includes('indicators')) return;
    for (const indicator of indicatorsOf(directive, submission.unit.type)) {
      if (indicator.whenBlank !== 'warning' || indicator.computed !== undefined) continue;
      const answer = indicatorAnswer(submission, indicator.id)?.value;
      if (answer?.kind !== 'absent' || answer.ref === undefined) continue;
      report({
        message: `${indicatorName(indicator)} ${absentWords(answer)}, cần một số nguyên`,
        hint: 'Nhập số liệu vào ô này; nếu không có trường hợp nào thì nhập số 0',
        location: { kind: 'cell', ref: answer.ref },
        facts: { indicator: indicator.id },
      });
    }
  },
};
