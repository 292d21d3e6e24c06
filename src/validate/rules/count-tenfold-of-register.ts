import { tenfold, tenfoldWords } from '../magnitude.ts';
import { countWords, registerComparisons, registerFinding } from '../register-figures.ts';
import type { SubmissionRule } from '../rule.ts';

/**
 * A unit's number of adults is about ten times the register's, or a tenth of it: a digit too many or too few. A warning
 * (improbable, not forbidden), judged on one file alone so that the unit sees it before it sends the report.
 */
export const countTenfoldOfRegister: SubmissionRule = {
  id: 'count-tenfold-of-register',
  severity: 'warning',
  scope: 'submission',
  check: (submission, round, report) => {
    for (const comparison of registerComparisons(submission, round)) {
      const { count, register, registerWords } = comparison;
      const direction = tenfold(count.value, register.value);
      if (direction === undefined) continue;
      const slip = direction === 'above' ? 'thừa' : 'thiếu';
      const message = `${countWords(count)}, ${tenfoldWords(count.value, register.value)} so với ${registerWords}`;
      const hint = `Kiểm tra lại ô này có gõ ${slip} một chữ số không, kể cả dấu chấm ngăn cách hàng nghìn`;
      report(registerFinding(comparison, { message, hint }));
    }
  },
};
