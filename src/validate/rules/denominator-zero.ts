import { zeroDenominators } from '../denominators.ts';
import type { SubmissionRule } from '../rule.ts';
import { indicatorName } from '../wording.ts';

/**
 * A number that a share of the commune divides by is 0: a village without a single adult. An error, because there is no
 * share of nobody: the unit is left out of the share and listed, as if the number were blank.
 */
export const denominatorZero: SubmissionRule = {
  id: 'denominator-zero',
  severity: 'error',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    for (const { indicator, ref } of zeroDenominators(submission, directive)) {
      report({
        message: `${indicatorName(indicator)} là 0, cần số lớn hơn 0 vì là mẫu số để tính tỷ lệ`,
        hint: 'Nhập số thực có của đơn vị vào ô này; chưa có số liệu thì để trống, không ghi số 0',
        location: { kind: 'cell', ref },
        facts: { indicator: indicator.id, value: 0 },
      });
    }
  },
};
