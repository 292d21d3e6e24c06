import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPhones, hasIdNumber, maskPersonalData } from '../../src/vi/personal-data.ts';
import { quoteValue } from '../../src/vi/text.ts';

/** Texts with the numbers of persons in them, and how they read with the numbers masked. All numbers are invented. */
const IDS: readonly (readonly [string, string])[] = [
  ['051088001234', '••••'],
  ['051 088 001 234', '••••'],
  ['số 051.088.001.234 cấp', 'số •••• cấp'],
  ['051203004567,051203004568', '••••,••••'],
  ['051203004567;051203004568/051203004569', '••••;••••/••••'],
  ['STT1.051203004567', 'STT1.••••'],
  ['1. 051203004567', '1. ••••'],
  ['051\u00a0203\u00a0004\u00a0567', '••••'],
  ['051\u202f203\u2009004\u200b567', '••••'],
  ['051 - 203 - 004 - 567', '••••'],
  ['0512 0300 4567', '••••'],
  ['051203 004567', '••••'],
];

const PHONES: readonly (readonly [string, string])[] = [
  ['0912345678', '••••'],
  ['A 0912.345.678 B', 'A •••• B'],
  ['0912345678; +84 912 345 679, 0255.382.2222', '••••; ••••, ••••'],
  ['0905\u00a0123\u00a0456', '••••'],
  ['0905\u200b123\u200b456', '••••'],
  ['0905 - 123 - 456', '••••'],
  ['0905 – 123 – 456', '••••'],
  ['(0255) 3822123', '••••'],
  ['(0255)3.822.123', '••••'],
  ['0255 (3822) 123', '••••'],
  ['+84 (0)905 123 456', '••••'],
  ['(+84) 905 123 456', '••••'],
  ['+84905123456', '••••'],
  ['0084 905 123 456', '••••'],
  ['ngày 05.11.2025 gọi 0905 123 456', 'ngày 05.11.2025 gọi ••••'],
  ['0905 123 456\n0905 123 457', '••••\n••••'],
];

const NEITHER: readonly string[] = [
  '1234',
  '151088001234',
  '0510880012345',
  '1.234.567.890',
  '1.234 người, 2025',
  '0.123.456.789',
  '05.11.2025 10 người; 08.11.2025 12 người',
  '03-10-2025 08:30',
  '05.11.2025-08.11.2025',
  '15.08.2025 1030 người',
  '05.11.2025 1234 người',
  '05.11.25 1234 người',
  '05-11-25 12345678',
  '05 . 11 . 2025 10 người',
  'tháng 08/2025 - 100 người',
  'tháng 08-2025 100000 lượt',
  '08.00 - 10.30 ngày 05.11.2025',
  '05 - 10 - 15 - 20 - 25',
  '05; 12; 30; 45; 60',
  'KH 05/KH-UBND ngày 03/10/2025',
  'https://example.vn/tin/20251020-1234567890123',
];

const mask = (text: string): string => maskPersonalData(text);

describe('citizen numbers', () => {
  test.each(IDS)('%j', (text, masked) => {
    expect(hasIdNumber(text)).toBe(true);
    expect(countPhones(text)).toBe(0);
    expect(mask(text)).toBe(masked);
  });
});

describe('telephone numbers', () => {
  test.each(PHONES)('%j', (text, masked) => {
    expect(hasIdNumber(text)).toBe(false);
    expect(countPhones(text)).toBe(masked.split('••••').length - 1);
    expect(mask(text)).toBe(masked);
  });
});

describe('dates, counts, references and addresses', () => {
  test.each(NEITHER)('%j', (text) => {
    expect(hasIdNumber(text)).toBe(false);
    expect(countPhones(text)).toBe(0);
    expect(mask(text)).toBe(text);
  });
});

test.each([...IDS, ...PHONES])('quoteValue does not repeat what is in %j', (text) =>
  expect(quoteValue(text)).not.toMatch(/\d{3}[\s.\-–]*\d{3}/u),
);

test('no characters between the digits, seen or unseen, bring a masked number back', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', '\u200b', '\u00ad', '\u2060', '\ufeff'), { minLength: 9, maxLength: 9 }),
      (unseen) => {
        const text = Array.from('0912345678', (digit, index) => `${digit}${unseen[index] ?? ''}`).join('');
        expect(quoteValue(text)).toBe('“••••”');
      },
    ),
  ));
