/** `1234567` → `1.234.567`. Whole numbers only. */
export function formatInteger(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/gu, '.');
  return value < 0 ? `-${digits}` : digits;
}

/** `52.25` → `52,25`: a decimal of a cell, as many digits as it has, at most four. */
export function formatDecimal(value: number): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(4).split('.');
  const kept = fraction.replace(/0+$/u, '');
  return (value < 0 ? '-' : '') + formatInteger(Number(whole)) + (kept === '' ? '' : `,${kept}`);
}

const MAX_DIGITS = 12;

/** numerator · 100 · 10^digits ÷ denominator, rounded half up, exactly. */
function scaledPercent(numerator: number, denominator: number, digits: number): bigint {
  const scaled = BigInt(numerator) * 100n * 10n ** BigInt(digits);
  return (scaled * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n);
}

function printScaled(scaled: bigint, digits: number): string {
  const text = String(scaled).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits);
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/gu, '.')}${digits === 0 ? '' : `,${fraction}`}%`;
}

/**
 * `52,3%` of a ratio, one decimal, or as many as it takes for the printed figure to stay on the ratio's own side of the
 * target (in whole percent): 4.999 of 10.000 prints `49,99%`, not `50,0%`. `—` when the denominator is 0.
 */
export function formatPercent(
  ratio: { readonly numerator: number; readonly denominator: number },
  target?: number,
): string {
  const { numerator, denominator } = ratio;
  if (denominator === 0) return '—';
  if (target === undefined) return printScaled(scaledPercent(numerator, denominator, 1), 1);
  const exact = BigInt(numerator) * 100n;
  const line = BigInt(denominator) * BigInt(target);
  for (let digits = 1; digits <= MAX_DIGITS; digits++) {
    const scaled = scaledPercent(numerator, denominator, digits);
    const scaledTarget = BigInt(target) * 10n ** BigInt(digits);
    const isFaithful =
      exact === line ? scaled === scaledTarget : exact < line ? scaled < scaledTarget : scaled > scaledTarget;
    if (isFaithful) return printScaled(scaled, digits);
  }
  return printScaled(scaledPercent(numerator, denominator, MAX_DIGITS), MAX_DIGITS);
}

/** A level to reach (mức chỉ tiêu): `trên 50%` when it must be exceeded, `tối thiểu 50%` when reaching it is enough. */
export function formatTarget(target: {
  readonly comparison: 'more-than' | 'at-least';
  readonly percent: number;
}): string {
  return `${target.comparison === 'more-than' ? 'trên' : 'tối thiểu'} ${String(target.percent)}%`;
}

/** What a text says as a count. `grouped`: digits in groups of three, dots, commas or blanks between (1.234 is 1234). */
export type ParsedCount =
  | { readonly kind: 'whole'; readonly value: number }
  | { readonly kind: 'fraction'; readonly value: number }
  | { readonly kind: 'not-a-number' };

const PLAIN = /^[+-]?\d+$/u;
const GROUPED = /^[+-]?[1-9]\d{0,2}([.,\u00a0\u202f ])\d{3}(?:\1\d{3})*$/u;
const DECIMAL = /^[+-]?\d+[.,]\d+$/u;
const GROUPED_DECIMAL = /^[+-]?[1-9]\d{0,2}([.,\u00a0\u202f ])\d{3}(?:\1\d{3})*(?!\1)[.,]\d+$/u;

/**
 * Reads a count that was typed as text: `1.234`, `1 234`, `1234`, `-3`. A dot or comma followed by exactly three digits
 * groups thousands, because a count of persons has no decimals (but `0,505` does not group); anything else after it is a fraction, which a count is not.
 */
export function parseCount(text: string): ParsedCount {
  const trimmed = text.trim().replace(/−/gu, '-');
  if (PLAIN.test(trimmed)) return safeWhole(trimmed);
  if (GROUPED.test(trimmed)) return safeWhole(trimmed.replace(/[.,\u00a0\u202f ]/gu, ''));
  if (DECIMAL.test(trimmed) || GROUPED_DECIMAL.test(trimmed)) {
    const at = Math.max(trimmed.lastIndexOf('.'), trimmed.lastIndexOf(','));
    const value = Number(`${trimmed.slice(0, at).replace(/[^\d+-]/gu, '')}.${trimmed.slice(at + 1)}`);
    return Number.isFinite(value) ? { kind: 'fraction', value } : { kind: 'not-a-number' };
  }
  return { kind: 'not-a-number' };
}

function safeWhole(digits: string): ParsedCount {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? { kind: 'whole', value } : { kind: 'not-a-number' };
}
