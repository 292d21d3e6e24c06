import { describe, expect, test } from 'vitest';
import { confirmableWords, suggestConfirmation, unfitFor } from '../../src/parse/confirmable.ts';

describe('words that can be confirmed', () => {
  test.each([
    ['Thôn Thượg', 'unit', undefined],
    ['CTO1', 'indicator', undefined],
    ['Tổng số', 'heading', undefined],
    ['Tổng số', 'indicator', 'total'],
    ['Tổng số máy tính', 'indicator', undefined],
    ['Không có', 'task', 'nothing'],
    ['x', 'heading', 'blank'],
    ['-', 'unit', 'blank'],
    ['05/11/2025', 'unit', 'blank'],
    ['IV.', 'indicator', 'blank'],
    ['Anh A 0905 123 456', 'unit', 'personal'],
    ['012345678901', 'unit', 'personal'],
    ['dài '.repeat(60), 'indicator', 'long'],
  ] as const)('%s as %s: %s', (words, kind, unfit) => {
    expect(unfitFor(words, kind)).toBe(unfit);
  });

  test.each([
    ['  4.  Số\u00a0liêu: ', 'heading', 'Số liêu'],
    ['- Số người dự', 'indicator', 'Số người dự'],
    ['II.3-l Phối hợp', 'task', 'II.3-l Phối hợp'],
    ['1. Thôn Trên', 'unit', '1. Thôn Trên'],
    ['CTO1', 'indicator', 'CTO1'],
  ] as const)('%s as %s is remembered as %s', (text, kind, words) => {
    expect(confirmableWords(text, kind)).toBe(words);
  });
});

describe('the command to settle a suggestion', () => {
  const likeness = { wording: 'Thôn Thượng 1', kind: 'unit', code: 'TH01' } as const;

  test('is quoted for PowerShell, cmd and bash alike', () => {
    expect(suggestConfirmation('Thôn Thượg 1', likeness)).toEqual({
      hint: '; nếu đúng là vậy, cán bộ xã chỉ cần xác nhận một lần: tkcds confirm "Thôn Thượg 1" TH01',
      facts: { written: 'Thôn Thượg 1', suggestion: 'TH01' },
    });
    const column = { wording: 'Khó khăn, vướng mắc', kind: 'heading', code: 'Khó khăn, vướng mắc' } as const;
    expect(suggestConfirmation('Khó khắn', column).hint).toContain('tkcds confirm "Khó khắn" "Khó khăn, vướng mắc"');
  });

  test.each([
    ['a double quote', 'Thôn "Thượg" 1'],
    ['a curly quote, which PowerShell takes for a straight one', 'Thôn “Thượg” 1'],
    ['a dollar sign', 'Thôn $Thượg 1'],
    ['a grave accent', 'Thôn Thượg` 1'],
    ['a backslash', 'Thôn Thượg 1\\'],
    ['a telephone number', 'Thôn Thượg 1 0905123456'],
    ['another number', 'Thôn Thượg 2'],
    ['a number in words', 'Thôn Thượg hai 1'],
    ['no number', 'Thôn Thượg'],
    ['a negation', 'Không phải Thôn Thượg 1'],
  ])('is left out for %s', (_what, text) => {
    expect(suggestConfirmation(text, likeness)).toEqual({ hint: '', facts: {} });
  });

  test('is left out for a unit that is none any more', () => {
    expect(suggestConfirmation('Thôn Thượg 1', { ...likeness, code: '' }).hint).toBe('');
  });
});
