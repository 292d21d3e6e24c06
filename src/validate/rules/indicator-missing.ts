import { indicatorsOf } from '../../model/directive.ts';
import { indicatorAnswer } from '../../model/submission.ts';
import { denominatorsOf } from '../denominators.ts';
import type { SubmissionRule } from '../rule.ts';
import { missingHeading, sheetPlace } from '../subjects.ts';
import { absentWords, indicatorName } from '../wording.ts';

const ZERO_HINT = 'Nhập số liệu vào ô này; nếu không có trường hợp nào thì nhập số 0';

/**
 * A number that the directive's data requires of the unit is blank or a dash, or its row is gone. An error: a blank is not
 * a zero, so the unit cannot be counted. Numbers that are only expected have a rule of their own; others may stay blank without a word: the form says so, and every
 * total says how many units it adds up. Computed numbers are the form's business, not the unit's. A file without the sheet or the
 * column for numbers has been reported while reading.
 */
export const indicatorMissing: SubmissionRule = {
  id: 'indicator-missing',
  severity: 'error',
  scope: 'submission',
  check: (submission, round, report) => {
    if (submission.missingSheets.includes('indicators')) return;
    const sheet = round.directive.form.sheets.indicators.name;
    const heading = missingHeading(submission);
    const denominators = denominatorsOf(round.directive, submission.unit.type);
    for (const indicator of indicatorsOf(round.directive, submission.unit.type)) {
      if (indicator.whenBlank !== 'error' || indicator.computed !== undefined) continue;
      const answer = indicatorAnswer(submission, indicator.id)?.value;
      const name = indicatorName(indicator);
      if (answer === undefined) {
        report({
          message: `Không thấy ${heading?.noun ?? 'dòng'} của ${name}, là chỉ tiêu bắt buộc`,
          hint:
            heading === undefined
              ? `Thêm lại dòng ${indicator.code} vào trang “${sheet}” như trong biểu mẫu rồi nhập số liệu`
              : `Thêm ${heading.noun} ${indicator.code} ${heading.place}, rồi nhập số liệu của đơn vị`,
          location: sheetPlace('indicators', submission, round),
          facts: { indicator: indicator.id },
        });
      } else if (answer.kind === 'absent' && answer.ref !== undefined) {
        report({
          message: `${name} ${absentWords(answer)}, cần một số nguyên vì là chỉ tiêu bắt buộc`,
          hint: denominators.has(indicator.id) ? 'Nhập số thực có của đơn vị vào ô này, lớn hơn 0' : ZERO_HINT,
          location: { kind: 'cell', ref: answer.ref },
          facts: { indicator: indicator.id },
        });
      }
    }
  },
};
