import { formatInteger } from '../../vi/number.ts';
import { exceedingParts } from '../part-figures.ts';
import type { SubmissionRule } from '../rule.ts';
import { indicatorName } from '../wording.ts';

/**
 * A number that counts some of the persons of another number is larger than it: more holders of a signature than adults,
 * more new holders than holders. Which numbers are parts of which stands in the directive's data (`relations.parts`). An
 * error at the part, because it cannot be true; a part equal to the whole can.
 */
export const partExceedsWhole: SubmissionRule = {
  id: 'part-exceeds-whole',
  severity: 'error',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    for (const { part, whole } of exceedingParts(submission, directive)) {
      const wholeWords = `${indicatorName(whole.indicator)} là ${formatInteger(whole.value)}`;
      report({
        message: `${indicatorName(part.indicator)} là ${formatInteger(part.value)}, lớn hơn ${wholeWords}`,
        hint: `Kiểm tra lại cả hai ô: ${part.indicator.code} là một phần của ${whole.indicator.code} nên không thể lớn hơn`,
        location: { kind: 'cell', ref: part.ref },
        related: [{ location: { kind: 'cell', ref: whole.ref }, note: wholeWords }],
        facts: { indicator: part.indicator.id, value: part.value, whole: whole.indicator.id, wholeValue: whole.value },
      });
    }
  },
};
