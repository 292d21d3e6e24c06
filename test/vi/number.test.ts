import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, formatInteger, formatPercent } from '../../src/vi/number.ts';

describe('formatInteger', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1234, '1.234'],
    [1234567, '1.234.567'],
    [-1234, '-1.234'],
  ])('%d prints %s', (value, expected) => expect(formatInteger(value)).toBe(expected));
});

describe('formatDecimal', () => {
  test.each([
    [52.25, '52,25'],
    [-0.5, '-0,5'],
    [1234.5, '1.234,5'],
    [3, '3'],
    [0.123456, '0,1235'],
  ])('%d prints %s', (value, expected) => expect(formatDecimal(value)).toBe(expected));
  test('as many digits as are asked for', () => expect(formatDecimal(0.1234567, 6)).toBe('0,123457'));
});

describe('formatPercent never rounds across the target', () => {
  test.each([
    [1, 2, '50,0%'],
    [4999, 10000, '49,99%'],
    [5001, 10000, '50,01%'],
    [49996, 100000, '49,996%'],
    [50001, 100000, '50,001%'],
    [523, 1000, '52,3%'],
    [1, 3, '33,3%'],
    [0, 7, '0,0%'],
    [7, 7, '100,0%'],
  ])('%d of %d prints %s', (numerator, denominator, expected) =>
    expect(formatPercent({ numerator, denominator }, 50)).toBe(expected),
  );

  test('nothing to divide by prints a dash, not a number', () =>
    expect(formatPercent({ numerator: 0, denominator: 0 }, 50)).toBe('—'));

  test('the printed figure lies on the ratio’s side of the target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 0, max: 2_000_000 }), (whole, part) => {
        const ratio = { numerator: Math.min(part, whole), denominator: whole };
        const printed = Number(formatPercent(ratio, 50).replace('%', '').replace(',', '.'));
        expect(Math.sign(printed - 50)).toBe(Math.sign(2 * ratio.numerator - whole));
      }),
    );
  });
});
