const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

function digitWord(digit: number): string {
  return DIGITS[digit] ?? '';
}

function unitAfterTens(ten: number, unit: number): string {
  if (unit === 5) return 'lăm';
  if (ten > 1 && unit === 1) return 'mốt';
  return ten > 1 && unit === 4 ? 'tư' : digitWord(unit);
}

/** 1 to 999; `isFull` says the hundreds even when there are none, as behind “nghìn”. */
function spellGroup(value: number, isFull: boolean): string {
  const [hundred, ten, unit] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const hasHundred = isFull || hundred > 0;
  const words = hasHundred ? [digitWord(hundred), 'trăm'] : [];
  if (ten === 0) {
    if (unit > 0) words.push(...(hasHundred ? ['linh'] : []), digitWord(unit));
  } else {
    words.push(...(ten === 1 ? ['mười'] : [digitWord(ten), 'mươi']));
    if (unit > 0) words.push(unitAfterTens(ten, unit));
  }
  return words.join(' ');
}

/** `1234` → `một nghìn hai trăm ba mươi tư`; whole numbers from 0 to 999.999. */
export function spellInteger(value: number): string {
  if (value === 0) return digitWord(0);
  const [thousands, below] = [Math.floor(value / 1000), value % 1000];
  if (thousands === 0) return spellGroup(below, false);
  return `${spellGroup(thousands, false)} nghìn${below === 0 ? '' : ` ${spellGroup(below, true)}`}`;
}

/** The whole part in words, then the decimals one by one: `1`, `234` → `một phẩy hai ba bốn`. */
export function spellFraction(whole: number, decimals: string): string {
  return `${spellInteger(whole)} phẩy ${Array.from(decimals, (digit) => digitWord(Number(digit))).join(' ')}`;
}
