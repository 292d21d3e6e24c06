import { tenfold } from '../magnitude.ts';
import { countWords, registerComparisons, registerFinding } from '../register-figures.ts';
import type { SubmissionRule } from '../rule.ts';

/**
 * A unit counts more adults than the unit register knows. A warning, not an error: the register has its own day, people
 * move in, and the directive names no source; but residents, households' members or children counted as adults are likelier.
 * Numbers with a digit too many are `count-tenfold-of-register`.
 */
export const countExceedsRegister: SubmissionRule = {
  id: 'count-exceeds-register',
  severity: 'warning',
  scope: 'submission',
  check: (submission, round, report) => {
    for (const comparison of registerComparisons(submission, round)) {
      const { count, register, registerWords } = comparison;
      if (count.value <= register.value || tenfold(count.value, register.value) !== undefined) continue;
      const message = `${countWords(count)}, nhiều hơn ${registerWords}`;
      const hint = `Kiểm tra lại ô này có tính cả trẻ em hoặc người đã chuyển đi không; nếu số của đơn vị đúng thì cập nhật ${register.ref.file}`;
      report(registerFinding(comparison, { message, hint }));
    }
  },
};
