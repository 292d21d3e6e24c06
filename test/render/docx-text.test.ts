import { describe, expect, test } from 'vitest';
import { cleanText, oneLine } from '../../src/render/clean-text.ts';
import { dateLine, listEntries, numberLine, referenceLine, upperCase } from '../../src/render/decree-text.ts';

describe('cleanText', () => {
  test.each([
    ['decomposed letters are composed', 'Tiê\u0301ng Viê\u0323t', 'Tiếng Việt'],
    ['what XML cannot carry is dropped', 'a\ufffeb\uffffc\u0000d\u001be', 'abcde'],
    ['half of a surrogate pair is dropped', 'a\ud800b\udc00c', 'abc'],
    ['a whole pair stays', 'a😀b', 'a😀b'],
    ['marks that turn or hide text are dropped', 'a\u202eb\u200bc\u00add', 'abcd'],
    ['every kind of line end is one', 'a\r\nb\rc\u2028d\u000be', 'a\nb\nc\nd\ne'],
    ['a tab is a blank', 'a\tb', 'a b'],
    ['room left open stays', 'Số:       /BC', 'Số:       /BC'],
    ['markup is only text', '<&>"', '<&>"'],
  ])('%s', (_name, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test('oneLine joins lines with a blank', () => {
    expect(oneLine('  Ủy ban\nnhân dân ')).toBe('Ủy ban nhân dân');
  });
});

describe('listEntries (C14, C16)', () => {
  test.each([
    [
      'a semicolon after each, a full stop after the last',
      ['Như trên', 'Lưu: VT, VHXH'],
      ['Như trên;', 'Lưu: VT, VHXH.'],
    ],
    ['marks already there are not doubled', ['Như trên;', 'Lưu: VT, VHXH. '], ['Như trên;', 'Lưu: VT, VHXH.']],
    ['one entry ends with a full stop', ['Sở Tài chính'], ['Sở Tài chính.']],
    ['blank entries fall out', ['', ' \n', 'Lưu: VT'], ['Lưu: VT.']],
    ['none leaves dots to fill in', [], ['…………………….']],
  ])('%s', (_name, entries, expected) => {
    expect(listEntries(entries)).toEqual(expected);
  });
});

describe('lines of the letterhead', () => {
  test('the number stays open between “Số:” and the symbol (C5)', () => {
    expect(numberLine('/BC-UBND', '       ')).toBe('Số:       /BC-UBND');
    expect(numberLine('', ' ')).toMatch(/^Số: \/…+$/u);
  });

  test('day and month stay open, the year is given (C6)', () => {
    expect(dateLine('Tịnh Khê', 2025, '      ')).toBe('Tịnh Khê, ngày      tháng      năm 2025');
    expect(dateLine(' ', 2025, '   ')).toMatch(/^…+, ngày {3}tháng {3}năm 2025$/u);
  });

  test('Vietnamese letters have their own capitals', () => {
    expect(upperCase('Ủy ban nhân dân xã Đông Quỳnh')).toBe('ỦY BAN NHÂN DÂN XÃ ĐÔNG QUỲNH');
  });

  test('the reference line of an appendix stands in one pair of parentheses', () => {
    expect(referenceLine('Kèm theo Báo cáo')).toBe('(Kèm theo Báo cáo)');
    expect(referenceLine('(Kèm theo Báo cáo)')).toBe('(Kèm theo Báo cáo)');
  });
});
