import { indicatorsOf } from '../../model/directive.ts';
import { formatDecimal, formatInteger } from '../../vi/number.ts';
import type { SubmissionRule } from '../rule.ts';
import { countOf, typedCountOf, type Count } from '../subjects.ts';
import { indicatorName } from '../wording.ts';

/** More digits than these are a program's arithmetic, not somebody's writing. */
const MOST_DIGITS = 4;

/** Digits after the decimal mark, at most four. */
function digitCount(percent: number): number {
  const full = Number(percent.toFixed(MOST_DIGITS));
  let digits = 0;
  while (Number(percent.toFixed(digits)) !== full) digits++;
  return digits;
}

/**
 * Whether the percentage is the share, rounded to the digits it shows: not farther from it than half a unit of its last
 * digit. Exact, by cross-multiplication.
 */
function isRounded(percent: number, numerator: number, denominator: number): boolean {
  const scale = 10n ** BigInt(digitCount(percent));
  const shown = BigInt(Math.round(percent * Number(scale))) * BigInt(denominator);
  const actual = BigInt(numerator) * 100n * scale;
  const difference = shown < actual ? actual - shown : shown - actual;
  return difference * 2n <= BigInt(denominator);
}

/** `53,33%` where 53,4 is written: one digit more, so that the difference shows. */
function expectedWords(percent: number, numerator: number, denominator: number): string {
  const digits = Math.min(digitCount(percent) + 1, MOST_DIGITS);
  return `${formatDecimal(Number(((numerator * 100) / denominator).toFixed(digits)))}%`;
}

function note({ indicator, value }: Count): string {
  return `${indicator.code} là ${formatInteger(value)}`;
}

/**
 * A percentage was typed over the form's formula and differs from its two counts by more than rounding explains. A warning:
 * the counts are what the commune adds up, the percentage is only compared. What a formula shows is no claim of the unit.
 */
export const percentageDiffers: SubmissionRule = {
  id: 'percentage-differs',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    for (const { id, computed } of indicatorsOf(directive, submission.unit.type)) {
      if (computed?.kind !== 'percent') continue;
      const percent = typedCountOf(submission, directive, id);
      if (percent === undefined) continue;
      const numerator = countOf(submission, directive, computed.numerator);
      const denominator = countOf(submission, directive, computed.denominator);
      if (numerator === undefined || denominator === undefined || denominator.value <= 0) continue;
      if (isRounded(percent.value, numerator.value, denominator.value)) continue;
      const expected = expectedWords(percent.value, numerator.value, denominator.value);
      const codes = `${numerator.indicator.code} chia ${denominator.indicator.code}`;
      const counts = `${formatInteger(numerator.value)} trên ${formatInteger(denominator.value)}`;
      report({
        message: `${indicatorName(percent.indicator)} là ${formatDecimal(percent.value)}%, khác tỷ lệ tính từ ${codes} là ${expected} (${counts})`,
        hint: 'Kiểm tra lại hai số đếm rồi để biểu mẫu tự tính, không gõ tay vào ô tỷ lệ',
        location: { kind: 'cell', ref: percent.ref },
        related: [numerator, denominator].map((count) => ({
          location: { kind: 'cell', ref: count.ref },
          note: note(count),
        })),
        facts: { indicator: id, value: percent.value, numerator: numerator.value, denominator: denominator.value },
      });
    }
  },
};
