import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnTime } from '../../src/model/period.ts';
import { parsePlainDate, plainDate, type PlainDate } from '../../src/model/plain-date.ts';
import { compareRatios, meetsTarget, requiredNumerator, shortfall, type Target } from '../../src/model/ratio.ts';
import { cellAddress, cellKey } from '../../src/model/workbook.ts';

const moreThanHalf: Target = { comparison: 'more-than', percent: 50 };
const atLeastHalf: Target = { comparison: 'at-least', percent: 50 };

describe('“trên 50%” is strict, “tối thiểu 50%” is not', () => {
  test.each([
    [50, 100, false, true],
    [51, 100, true, true],
    [49, 100, false, false],
    [49_999, 100_000, false, false],
    [0, 0, false, false],
  ])('%d of %d', (numerator, denominator, strict, atLeast) => {
    expect(meetsTarget({ numerator, denominator }, moreThanHalf)).toBe(strict);
    expect(meetsTarget({ numerator, denominator }, atLeastHalf)).toBe(atLeast);
  });

  test.each([
    [100, 51, 50],
    [101, 51, 51],
    [1, 1, 1],
  ])('%d adults need %d to pass strictly, %d at least', (adults, strict, atLeast) => {
    expect(requiredNumerator(adults, moreThanHalf)).toBe(strict);
    expect(requiredNumerator(adults, atLeastHalf)).toBe(atLeast);
  });

  test('the shortfall is exactly what is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (denominator, part) => {
        const numerator = Math.min(part, denominator);
        const missing = shortfall({ numerator, denominator }, moreThanHalf);
        expect(meetsTarget({ numerator: numerator + missing, denominator }, moreThanHalf)).toBe(true);
        if (missing > 0) {
          expect(meetsTarget({ numerator: numerator + missing - 1, denominator }, moreThanHalf)).toBe(false);
        }
      }),
    );
  });
});

test('ratios compare exactly', () => {
  expect(compareRatios({ numerator: 1, denominator: 3 }, { numerator: 333_333, denominator: 1_000_000 })).toBe(1);
  expect(compareRatios({ numerator: 1, denominator: 2 }, { numerator: 2, denominator: 4 })).toBe(0);
});

const anyRatio = fc.record({ numerator: fc.nat({ max: 3 }), denominator: fc.nat({ max: 3 }) });

test('the order of ratios is total, a zero denominator first', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
      expect(compareRatios(a, b) + compareRatios(b, a)).toBe(0);
      if (compareRatios(a, b) <= 0 && compareRatios(b, c) <= 0) expect(compareRatios(a, c)).toBeLessThanOrEqual(0);
      if (a.denominator === 0 && b.denominator > 0) expect(compareRatios(a, b)).toBe(-1);
    }),
  );
});

test('villages come from the lowest share to the highest, also around one where nobody lives', () => {
  const shares = [
    [3, 10],
    [0, 0],
    [1, 10],
    [2, 10],
  ].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));
  expect(shares.toSorted(compareRatios).map(({ numerator }) => numerator)).toEqual([0, 1, 2, 3]);
});

describe('plain dates', () => {
  test.each([
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, undefined],
    [1900, 2, 29, undefined],
    [2000, 2, 29, '2000-02-29'],
    [2025, 13, 1, undefined],
    [2025, 4, 31, undefined],
    [2025, 1, 0, undefined],
    [25, 1, 1, undefined],
  ])('%i-%i-%i', (year, month, day, expected) => expect(plainDate(year, month, day)).toBe(expected));
  test.each(['2025-1-1', '2025-02-30', 'x', '', '2025-01-01T00:00'])('%j is not one', (text) =>
    expect(parsePlainDate(text)).toBeUndefined(),
  );
});

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`${text} is not a day`);
  return date;
}

describe('“trước ngày 10/11” ends on 09/11', () => {
  test.each([
    ['2025-11-09', true, true],
    ['2025-11-10', false, true],
    ['2025-11-11', false, false],
  ])('%s', (date, before, on) => {
    expect(isOnTime({ kind: 'before', date: day('2025-11-10') }, day(date))).toBe(before);
    expect(isOnTime({ kind: 'on', date: day('2025-11-10') }, day(date))).toBe(on);
  });
});

test('cell addresses', () => {
  expect([cellAddress(0, 0), cellAddress(9, 25), cellAddress(0, 26), cellAddress(1, 701), cellAddress(0, 702)]).toEqual(
    ['A1', 'Z10', 'AA1', 'ZZ2', 'AAA1'],
  );
  expect(cellKey({ file: 'a', sheet: 'b', address: 'C1' })).not.toBe(
    cellKey({ file: 'a","b', sheet: '', address: 'C1' }),
  );
});
