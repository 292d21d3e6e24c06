/** Vietnamese letters in the order in which the decree numbers a Điểm: a, b, c, d, đ, e, g … (Nghị định 30/2020, Phụ lục I.V.6b). */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** `4` → `IV`. Whole numbers from 1 to 399. */
export function romanNumber(value: number): string {
  let rest = value;
  let result = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      result += sign;
      rest -= worth;
    }
  }
  return result;
}

/** `1` → `a`, `5` → `đ`; after y follow `aa`, `ab` … */
export function pointLetter(value: number): string {
  const index = (value - 1) % LETTERS.length;
  const before = Math.floor((value - 1) / LETTERS.length);
  return (before === 0 ? '' : pointLetter(before)) + LETTERS.charAt(index);
}
