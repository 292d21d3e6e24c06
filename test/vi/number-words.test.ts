import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumberWords } from '../../src/vi/number-words.ts';
import { spellFraction, spellInteger } from '../../src/vi/spelled-number.ts';

describe('readNumberWords', () => {
  test.each([
    ['năm', 5],
    ['bẩy', 7],
    ['mười', 10],
    ['mười lăm', 15],
    ['hai mươi', 20],
    ['hai mươi mốt', 21],
    ['hai mươi tư', 24],
    ['hai mươi bốn', 24],
    ['hai mươi nhăm', 25],
    ['hai mốt', 21],
    ['ba lăm', 35],
    ['ba chục', 30],
    ['Năm Mươi', 50],
    ['năm mươi'.normalize('NFD'), 50],
    ['một trăm linh năm', 105],
    ['một trăm lẻ tư', 104],
    ['ba trăm hai mươi', 320],
    ['tám trăm bốn mươi', 840],
    ['chín trăm chín mươi chín', 999],
    ['một nghìn', 1000],
    ['hai ngàn không trăm linh một', 2001],
    ['hai nghìn mười lăm', 2015],
    ['một nghìn hai trăm linh năm', 1205],
    ['mười hai nghìn ba trăm bốn mươi lăm', 12_345],
    ['chín trăm chín mươi chín nghìn chín trăm chín mươi chín', 999_999],
  ])('%s is %d', (text, value) => expect(readNumberWords(text)).toBe(value));

  test.each([
    ...[
      '',
      'không',
      'x',
      'nhiều',
      'thôn Năm',
      'ông Ba',
      'năm nay',
      'ba má',
      'hai ba',
      'mươi',
      'trăm',
      'nghìn',
      'lăm',
      'mốt',
    ],
    ...[
      'một mươi',
      'mười mốt',
      'hai mươi năm',
      'mười năm',
      'một trăm hai',
      'hai nghìn rưỡi',
      'một nghìn năm',
      'vài chục',
    ],
    ...[
      'trăm hai mươi',
      'một nghìn không trăm',
      'không trăm',
      'ba triệu',
      'một trăm linh mười',
      'nghìn hai trăm',
      '300',
    ],
  ])('%j is no number, or more than one', (text) => expect(readNumberWords(text)).toBeUndefined());

  test('a number in words reads back as itself', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (value) => {
        expect(readNumberWords(spellInteger(value))).toBe(value);
      }),
      { numRuns: 2000 },
    ));

  test('never throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(fc.constantFrom('không', 'một', 'năm', 'mươi', 'mười', 'trăm', 'nghìn', 'linh', 'lăm', 'chục'))
            .map((words) => words.join(' ')),
        ),
        (text) => {
          const value = readNumberWords(text);
          expect(value === undefined || (Number.isInteger(value) && value >= 1 && value <= 999_999)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    ));
});

test.each([
  [0, 'không'],
  [5, 'năm'],
  [15, 'mười lăm'],
  [21, 'hai mươi mốt'],
  [104, 'một trăm linh bốn'],
  [1234, 'một nghìn hai trăm ba mươi tư'],
  [2001, 'hai nghìn không trăm linh một'],
  [120_000, 'một trăm hai mươi nghìn'],
])('%d is spelled “%s”', (value, words) => expect(spellInteger(value)).toBe(words));

test('decimals are spelled one by one', () => expect(spellFraction(1, '204')).toBe('một phẩy hai không bốn'));
