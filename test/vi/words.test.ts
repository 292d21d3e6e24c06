import { expect, test } from 'vitest';
import { countNoun, countSign } from '../../src/vi/count-words.ts';
import { formatDue } from '../../src/vi/due.ts';
import { formatTarget } from '../../src/vi/number.ts';

test.each([
  ['before', 'trước ngày 10/11/2025'],
  ['on', 'chậm nhất ngày 10/11/2025'],
] as const)('a deadline of kind %s is “%s”', (kind, words) => {
  expect(formatDue({ kind, date: '2025-11-10' })).toBe(words);
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
