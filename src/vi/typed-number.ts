import { plainTyping } from './plain-typing.ts';

/** Which mark groups thousands: the dot (`1.234,5`, as in Vietnamese) or the comma (`1,234.5`, as in English). */
export type NumberStyle = 'dot-groups' | 'comma-groups';

/**
 * What a text says that is nothing but a number. `style` is there when the text can be written in one style only.
 * `either`: one dot or comma before exactly three digits, which may group thousands or begin a fraction.
 * `padded`: three digits or more that begin with 0, as codes and telephone numbers do (05 is how one writes 5).
 */
export type TypedNumber =
  | { readonly kind: 'whole'; readonly value: number; readonly style: NumberStyle | undefined }
  | { readonly kind: 'fraction'; readonly value: number; readonly style: NumberStyle }
  | { readonly kind: 'either'; readonly mark: '.' | ','; readonly grouped: number; readonly decimal: number }
  | { readonly kind: 'padded'; readonly value: number }
  | { readonly kind: 'not-a-number' };

const NOT_A_NUMBER: TypedNumber = { kind: 'not-a-number' };

const PLAIN = /^-?\d+$/u;
const PADDED = /^-?0\d{2,}$/u;
/** `1 234`, `1'234`: nothing but grouping can be meant. */
const SPACED = /^-?[1-9]\d{0,2}([ '])\d{3}(?:\1\d{3})*$/u;
/** `1.234.567`: two groups or more are no fraction. */
const GROUPED = /^-?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+$/u;
const EITHER = /^-?[1-9]\d{0,2}([.,])\d{3}$/u;
const DECIMAL = /^(-?)(\d*)([.,])(\d+)$/u;
const GROUPED_DECIMAL = /^(-?)([1-9]\d{0,2}(?:([., '])\d{3})(?:\3\d{3})*)(?!\3)([.,])(\d+)$/u;

/** So many zeros behind the mark are decimals that a program adds (`412,00`); three may be thousands. */
const MOST_ZEROS = 2;

function digitsOf(text: string): number {
  return Number(text.replace(/[^\d-]/gu, ''));
}

function groupedBy(mark: string | undefined): NumberStyle | undefined {
  if (mark === '.') return 'dot-groups';
  return mark === ',' ? 'comma-groups' : undefined;
}

function withDecimals(sign: string, whole: string, mark: string, decimals: string): TypedNumber {
  const style: NumberStyle = mark === ',' ? 'dot-groups' : 'comma-groups';
  const value = Number(`${sign}${whole.replace(/\D/gu, '')}.${decimals}`);
  if (!/^0+$/u.test(decimals)) return { kind: 'fraction', value, style };
  const isSure = whole !== '' && (decimals.length <= MOST_ZEROS || value === 0);
  return isSure ? { kind: 'whole', value, style } : NOT_A_NUMBER;
}

/**
 * Reads a number typed as text, and nothing else: `1234`, `1 234`, `1.234.567`, `1.234,5`, `-3`, `05`, full-width digits. What
 * it says is not always what may be counted; signs such as `+`, `~`, `%`, brackets and words make it no number.
 */
export function readTypedNumber(text: string): TypedNumber {
  const typed = plainTyping(text).replace(/^'(?=\d)/u, '');
  if (PADDED.test(typed)) return { kind: 'padded', value: digitsOf(typed) };
  if (PLAIN.test(typed)) return { kind: 'whole', value: digitsOf(typed), style: undefined };
  if (SPACED.test(typed)) return { kind: 'whole', value: digitsOf(typed), style: undefined };
  const grouped = GROUPED.exec(typed);
  if (grouped !== null) return { kind: 'whole', value: digitsOf(typed), style: groupedBy(grouped[1]) };
  const either = EITHER.exec(typed);
  if (either !== null) {
    const mark = either[1] === '.' ? '.' : ',';
    return { kind: 'either', mark, grouped: digitsOf(typed), decimal: Number(typed.replace(mark, '.')) };
  }
  const decimal = DECIMAL.exec(typed);
  if (decimal !== null) {
    const [, sign = '', whole = '', mark = '', decimals = ''] = decimal;
    return withDecimals(sign, whole, mark, decimals);
  }
  const [, sign, whole = '', , mark = '', decimals = ''] = GROUPED_DECIMAL.exec(typed) ?? [];
  return sign === undefined ? NOT_A_NUMBER : withDecimals(sign, whole, mark, decimals);
}
