import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest, didYouMean } from '../../src/vi/suggest.ts';
import {
  capitalize,
  isTidy,
  joinWords,
  matchKey,
  normalizeLines,
  normalizeRawLines,
  normalizeRawText,
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

test('what may still be TCVN3 keeps its soft hyphens, which are the letter ư there', () => {
  expect(normalizeText('tr\u00adêng\u200b')).toBe('trêng');
  expect(normalizeRawText(' tr\u00adêng\u200b ')).toBe('tr\u00adêng');
  expect(normalizeRawLines(' tr\u00adêng \r\n\r\n x')).toBe('tr\u00adêng\nx');
});

describe('a text that is tidy already is quickly seen to be, and nothing else is', () => {
  const normalized = (text: string): string =>
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/(?![\t\n\r])[\p{Cc}\p{Cf}\ufffe\uffff]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
  const lines = (text: string): string =>
    text
      .split(/\r\n|\r|\n/u)
      .map(normalized)
      .filter(Boolean)
      .join('\n');
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('aeÂỹĐđ –…’×-\n\r\t\u00a0\u00ad\u200b\u0301\u0323')) }),
    fc.string({ unit: 'binary' }),
  );

  test('on one line', () =>
    fc.assert(
      fc.property(texts, (text) => {
        expect(normalizeText(text)).toBe(normalized(text));
      }),
      { numRuns: 2_000 },
    ));

  test('on several', () =>
    fc.assert(
      fc.property(texts, (text) => {
        expect(normalizeLines(text)).toBe(lines(text));
        if (isTidy(text)) expect(normalizeRawLines(text)).toBe(text);
      }),
      { numRuns: 2_000 },
    ));
});

describe('matchKey: the same words', () => {
  test.each([
    ['Hòa Bình', 'HOÀ BÌNH'],
    ['thủy lợi', 'Thuỷ lợi'],
    ['Ủy ban', 'Uỷ ban'],
    ['UBND xã – Phòng VH', 'ubnd xã - phòng vh'],
    ['Phước Thuận-Phước Hậu', 'Phước Thuận - Phước Hậu'],
    ['“Tên đơn vị”:', 'Tên đơn vị'],
    ['khỏe', 'khoẻ'],
    ['Ủy ban', 'Uỷ ban'.normalize('NFD')],
    ['Đông', '\u00d0ông'],
    ['đường', '\u00f0ường'],
    ['Đông', '\u0189ông'],
    ['Thôn Phú Hòa 1', 'Thôn\u00a0Phú\u202fHòa １'],
    ['TH01', 'ＴＨ０１'],
    ['thôn Đông', 'th\u200bôn\u00ad Đông\ufeff'],
    ['‘Số hộ’', '＂Số hộ＂'],
    ['Sở KH―CN', 'Sở KH－CN'],
    ['số cố', 'sô\u0301 cô\u0301'],
    ['Mỹ Lại', 'My\u0303 La\u0323i'],
  ])('%j and %j', (a, b) => expect(matchKey(a)).toBe(matchKey(b)));

  test.each([
    ['Mỹ Lại', 'Mỹ Lài'],
    ['Đông', 'Dong'],
    ['Phú Hòa 1', 'Phú Hòa 2'],
    ['quý', 'qúy lạ'],
    ['Thượng', 'Thương'],
    ['hòa', 'hóa'],
    ['đ', 'd'],
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
