import { expect, test } from 'vitest';
import { countNoun, countSign } from '../../src/vi/count-words.ts';
import { daysLeft, formatDaysLeft, formatDue, lastDay } from '../../src/vi/due.ts';
import { formatTarget } from '../../src/vi/number.ts';

test.each([
  ['before', 'trước ngày 10/11/2025'],
  ['on', 'chậm nhất ngày 10/11/2025'],
] as const)('a deadline of kind %s is “%s”', (kind, words) => {
  expect(formatDue({ kind, date: '2025-11-10' })).toBe(words);
});

test.each([
  ['before', '2025-11-06', '2025-11-09', 3, 'còn 3 ngày'],
  ['before', '2025-11-09', '2025-11-09', 0, 'ngày 09/11/2025 là ngày cuối cùng'],
  ['before', '2025-11-10', '2025-11-09', -1, 'đã quá hạn 1 ngày'],
  ['on', '2025-11-10', '2025-11-10', 0, 'ngày 10/11/2025 là ngày cuối cùng'],
  ['on', '2025-11-12', '2025-11-10', -2, 'đã quá hạn 2 ngày'],
] as const)('a deadline of kind %s, seen on %s', (kind, asOf, last, days, words) => {
  const due = { kind, date: '2025-11-10' };
  expect([lastDay(due), daysLeft(due, asOf), formatDaysLeft(due, asOf)]).toEqual([last, days, words]);
});

test.each([
  ['more-than', 'trên 50%'],
  ['at-least', 'tối thiểu 50%'],
] as const)('a target of kind %s is “%s”', (comparison, words) => {
  expect(formatTarget({ comparison, percent: 50 })).toBe(words);
});

test.each([
  ['person', 'người', 'người'],
  ['household', 'hộ', 'hộ'],
  ['item', 'tin, bài', 'tin, bài'],
  ['percent', 'phần trăm', '%'],
] as const)('%s is “%s” in a sentence and “%s” behind a figure', (counts, noun, sign) => {
  expect([countNoun(counts), countSign(counts)]).toEqual([noun, sign]);
});
