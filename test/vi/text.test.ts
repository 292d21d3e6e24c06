import { describe, expect, test } from 'vitest';
import { closest, didYouMean } from '../../src/vi/suggest.ts';
import {
  capitalize,
  joinWords,
  matchKey,
  normalizeLines,
  normalizeText,
  quoteValue,
  searchKey,
} from '../../src/vi/text.ts';

test('normalizeText joins what was typed on a Mac, padded or pasted from the web', () => {
  expect(normalizeText('  Tịnh Khe\u0302\u00a0\u200b \t x\u0007 ')).toBe('Tịnh Khê x');
  expect(normalizeText('a\ud800b')).toBe('a\ufffdb');
});

test('normalizeLines keeps lines and drops blank ones', () =>
  expect(normalizeLines(' một \r\n\r\n  hai\nba ')).toBe('một\nhai\nba'));

describe('matchKey: the same words', () => {
  test.each([
    ['Hòa Bình', 'HOÀ BÌNH'],
    ['thủy lợi', 'Thuỷ lợi'],
    ['Ủy ban', 'Uỷ ban'],
    ['UBND xã – Phòng VH', 'ubnd xã - phòng vh'],
    ['Phước Thuận-Phước Hậu', 'Phước Thuận - Phước Hậu'],
    ['“Tên đơn vị”:', 'Tên đơn vị'],
    ['khỏe', 'khoẻ'],
  ])('%j and %j', (a, b) => expect(matchKey(a)).toBe(matchKey(b)));

  test.each([
    ['Mỹ Lại', 'Mỹ Lài'],
    ['Đông', 'Dong'],
    ['Phú Hòa 1', 'Phú Hòa 2'],
    ['quý', 'qúy lạ'],
  ])('%j is not %j', (a, b) => expect(matchKey(a)).not.toBe(matchKey(b)));
});

test('searchKey folds đ as well', () => expect(searchKey('Đông Mỹ Lại')).toBe('dong my lai'));

test('quoteValue shortens long values', () => expect(Array.from(quoteValue('ă'.repeat(500)))).toHaveLength(62));

describe('suggestions', () => {
  test.each([
    ['unitTipes', 'unitTypes'],
    ['Thon', 'Thôn'],
    ['deadlien', 'deadline'],
  ])('%s → %s', (word, expected) => expect(closest(word, ['unitTypes', 'Thôn', 'deadline'])).toBe(expected));
  test('nothing near, nothing said', () => expect(didYouMean('zzzzzz', ['Thôn', 'Trường học'])).toBe(''));
});

test('joinWords and capitalize', () => {
  expect(joinWords([])).toBe('');
  expect(joinWords(['a'])).toBe('a');
  expect(joinWords(['a', 'b', 'c'])).toBe('a, b và c');
  expect(capitalize('ấp')).toBe('Ấp');
});
