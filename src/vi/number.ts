/** `1234567` → `1.234.567`. Whole numbers only. */
export function formatInteger(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/gu, '.');
  return value < 0 ? `-${digits}` : digits;
}

const MOST_DECIMALS = 4;

/** `52.25` → `52,25`: a decimal of a cell, as many digits as it has, at most `mostDecimals` behind the comma. */
export function formatDecimal(value: number, mostDecimals = MOST_DECIMALS): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(mostDecimals).split('.');
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
