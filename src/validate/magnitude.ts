import { formatInteger } from '../vi/number.ts';

/**
 * From which factor on two numbers differ by a digit too many or too few. A slipped digit makes about ten times; eight
 * leaves room for the honest difference between the two.
 */
const FACTOR = 8;

/**
 * Whether the value looks as if a digit had been added (`above`) or lost (`below`), held against a number that should be
 * like it. Undefined for neither, and for zeros: nothing is ten times zero, and 0 is an answer, not a slip.
 */
export function tenfold(value: number, reference: number): 'above' | 'below' | undefined {
  if (value <= 0 || reference <= 0) return undefined;
  if (value >= reference * FACTOR) return 'above';
  return value * FACTOR <= reference ? 'below' : undefined;
}

/** `gấp khoảng 10 lần` or `chỉ bằng khoảng 1/10`. */
export function tenfoldWords(value: number, reference: number): string {
  return value > reference
    ? `gấp khoảng ${formatInteger(Math.round(value / reference))} lần`
    : `chỉ bằng khoảng 1/${formatInteger(Math.round(reference / value))}`;
}
