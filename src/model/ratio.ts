/** An exact share of whole persons (tỷ lệ); it becomes a decimal only when printed. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** `more-than` is “trên” (strict), `at-least` is “tối thiểu”. */
export type Comparison = 'more-than' | 'at-least';

/** A level to reach, in whole percent (mức chỉ tiêu). */
export interface Target {
  readonly comparison: Comparison;
  readonly percent: number;
}

/** Compares by cross-multiplication, so that no rounding can carry a ratio over the target. A zero denominator never meets it. */
export function meetsTarget({ numerator, denominator }: Ratio, { comparison, percent }: Target): boolean {
  if (denominator === 0) return false;
  const actual = BigInt(numerator) * 100n;
  const required = BigInt(denominator) * BigInt(percent);
  return comparison === 'more-than' ? actual > required : actual >= required;
}

/** The smallest numerator that meets the target for that many persons: ⌊N·p/100⌋ + 1 when strict, ⌈N·p/100⌉ otherwise. */
export function requiredNumerator(denominator: number, { comparison, percent }: Target): number {
  const product = BigInt(denominator) * BigInt(percent);
  const whole = Number(product / 100n);
  if (comparison === 'more-than') return whole + 1;
  return product % 100n === 0n ? whole : whole + 1;
}

/** How many more persons are needed to meet the target; 0 when it is met. */
export function shortfall(ratio: Ratio, target: Target): number {
  return Math.max(0, requiredNumerator(ratio.denominator, target) - ratio.numerator);
}

/** Order by value, exactly. A zero denominator has no value: such ratios come first and are equal to one another. */
export function compareRatios(a: Ratio, b: Ratio): number {
  if (a.denominator === 0 || b.denominator === 0) return Math.sign(a.denominator) - Math.sign(b.denominator);
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The difference of two shares in hundredths of a percentage point, rounded half up, exactly. Neither denominator is 0. */
export function pointsBetween(before: Ratio, now: Ratio): number {
  const below = BigInt(before.denominator) * BigInt(now.denominator);
  const more = BigInt(now.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(now.denominator);
  const doubled = more * 20_000n + below;
  const whole = doubled / (below * 2n);
  return Number(doubled % (below * 2n) < 0n ? whole - 1n : whole);
}
