import type { Directive } from '../../model/directive.ts';
import { indicatorsOf } from '../../model/directive.ts';
import type { Submission } from '../../model/submission.ts';
import { indicatorAnswer } from '../../model/submission.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';
import type { SubmissionRule } from '../rule.ts';
import { countOf, typedCountOf, type Count } from '../subjects.ts';
import { indicatorName } from '../wording.ts';

/** The parts that have a number, or undefined when one of them is unreadable, so that the sum cannot be known. */
function partsOf(submission: Submission, directive: Directive, ids: readonly string[]): readonly Count[] | undefined {
  if (ids.some((id) => indicatorAnswer(submission, id)?.value.kind === 'invalid')) return undefined;
  return ids.flatMap((id) => countOf(submission, directive, id) ?? []);
}

/**
 * A total was typed over the form's formula and is another number than the sum of its parts. A warning: the parts are what
 * counts, the total is only compared. What a formula shows is no claim of the unit. Blank parts add nothing, as in the form.
 */
export const totalDiffers: SubmissionRule = {
  id: 'total-differs',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    for (const { id, computed } of indicatorsOf(directive, submission.unit.type)) {
      if (computed?.kind !== 'sum') continue;
      const total = typedCountOf(submission, directive, id);
      if (total === undefined) continue;
      const parts = partsOf(submission, directive, computed.of);
      if (parts === undefined) continue;
      const sum = parts.reduce((result, { value }) => result + value, 0);
      if (total.value === sum) continue;
      const codes = directive.indicators.filter((one) => computed.of.includes(one.id)).map(({ code }) => code);
      report({
        message: `${indicatorName(total.indicator)} là ${formatInteger(total.value)}, khác tổng của ${joinWords(codes)} là ${formatInteger(sum)}`,
        hint: 'Kiểm tra lại từng số thành phần rồi để biểu mẫu tự cộng, không gõ tay vào ô tổng',
        location: { kind: 'cell', ref: total.ref },
        related: parts.map(({ indicator, value, ref }) => ({
          location: { kind: 'cell', ref },
          note: `${indicator.code} là ${formatInteger(value)}`,
        })),
        facts: { indicator: id, value: total.value, expected: sum },
      });
    }
  },
};
