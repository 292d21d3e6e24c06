import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatDecreeDate,
  parseVietnameseDate,
  partsOfSerial,
} from '../../src/vi/date.ts';

describe('formatDecreeDate pads days below 10 and the months 1 and 2 only (C6)', () => {
  test.each([
    ['2025-06-29', 'ngày 29 tháng 6 năm 2025'],
    ['2025-02-05', 'ngày 05 tháng 02 năm 2025'],
    ['2025-01-10', 'ngày 10 tháng 01 năm 2025'],
    ['2025-11-09', 'ngày 09 tháng 11 năm 2025'],
  ])('%s', (date, expected) => expect(formatDecreeDate(date)).toBe(expected));
});

test('formatDate puts the day first', () => expect(formatDate('2025-11-09')).toBe('09/11/2025'));

describe('day arithmetic', () => {
  test.each([
    ['2025-11-10', -1, '2025-11-09'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
  ])('%s %i days on', (date, days, expected) => expect(addDays(date, days)).toBe(expected));
  test('daysBetween', () => expect(daysBetween('2025-10-01', '2025-11-10')).toBe(40));
});

describe('partsOfSerial', () => {
  test.each([
    [45971, { year: 2025, month: 11, day: 10 }],
    [45971.75, { year: 2025, month: 11, day: 10 }],
    [61, { year: 1900, month: 3, day: 1 }],
    [60, undefined],
    [-1, undefined],
    [3_000_000, undefined],
  ])('%d', (serial, expected) => expect(partsOfSerial(serial)).toEqual(expected));
});

describe('parseVietnameseDate reads the day first', () => {
  const fifth = { year: 2025, month: 11, day: 5 };
  test.each([
    '05/11/2025',
    '5/11/2025',
    '5.11.2025',
    '5-11-2025',
    '05 / 11 / 2025',
    '5/11/25',
    'ngày 5 tháng 11 năm 2025',
    'Ngày 05 tháng 11 2025',
    '2025-11-05',
    '2025-11-05T00:00:00',
  ])('%j', (text) => expect(parseVietnameseDate(text)).toEqual(fifth));
  test.each(['', 'hôm qua', '11/2025', '5/11', '20251105', '05112025'])('%j is no date', (text) =>
    expect(parseVietnameseDate(text)).toBeUndefined(),
  );
});
