import { describe, expect, test } from 'vitest';
import { dayInVietnam, readDay } from '../../src/workspace/clock.ts';

describe('today', () => {
  test.each([
    ['2025-11-09T16:59:59Z', '2025-11-09'],
    ['2025-11-09T17:00:00Z', '2025-11-10'],
    ['2025-12-31T23:00:00-05:00', '2026-01-01'],
  ])('at %s it is %s in Việt Nam', (moment, expected) => {
    expect(dayInVietnam(new Date(moment))).toBe(expected);
  });
});

describe('a day on the command line', () => {
  test.each([
    ['2025-11-12', '2025-11-12'],
    ['12/11/2025', '2025-11-12'],
    ['1.2.2026', '2026-02-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', undefined],
    ['11-13', undefined],
    ['hôm nay', undefined],
    ['', undefined],
  ])('%j is %s', (text, expected) => {
    expect(readDay(text)).toBe(expected);
  });
});
