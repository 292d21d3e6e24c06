import { formatDecimal } from '../../vi/number.ts';
import { zeroDenominators } from '../denominators.ts';
import { isHouseholds } from '../household-figures.ts';
import { tenfold } from '../magnitude.ts';
import { countWords, registerComparisons, registerFinding } from '../register-figures.ts';
import type { SubmissionRule } from '../rule.ts';

/**
 * A unit counts far fewer adults than the unit register knows: farther below than the tolerance of the directive's data.
 * A warning, because it is improbable rather than impossible; too small a denominator flatters the coverage. Numbers with a
 * digit too few are `count-tenfold-of-register`, those that are households `count-equals-households`,
 * zeros that something is divided by `denominator-zero`.
 */
export const countFarFromRegister: SubmissionRule = {
  id: 'count-far-from-register',
  severity: 'warning',
  scope: 'submission',
  check: (submission, round, report) => {
    for (const comparison of registerComparisons(submission, round)) {
      const { count, register, tolerancePercent, registerWords } = comparison;
      const isNear = count.value * 100 >= register.value * (100 - tolerancePercent);
      if (isNear || tenfold(count.value, register.value) !== undefined) continue;
      if (zeroDenominators(submission, round.directive).some(({ indicator }) => indicator.id === count.indicator.id))
        continue;
      if (isHouseholds(submission, round.directive, count.indicator.id)) continue;
      const message = `${countWords(count)}, thấp hơn quá ${formatDecimal(tolerancePercent)}% so với ${registerWords}`;
      const hint = `Kiểm tra lại ô này có bỏ sót tổ, xóm nào không; nếu số của đơn vị đúng thì cập nhật ${register.ref.file}`;
      report(registerFinding(comparison, { message, hint }));
    }
  },
};
