import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aSheet } from '../support/a-workbook.ts';
import { printSheet } from '../support/print-sheet.ts';

/** The workbooks of fixtures/xlsx, saved by other programs, as text. */
function sheetsOf(name: string): readonly Sheet[] {
  const bytes = readFileSync(new URL(`../../fixtures/xlsx/${name}`, import.meta.url));
  const { value, diagnostics } = readWorkbook(bytes, name);
  expect(diagnostics).toEqual([]);
  return value?.sheets ?? [];
}

/** Column B of the first sheet; the labels of column A are the same everywhere. */
function answers(name: string): readonly string[] {
  return printSheet(sheetsOf(name)[0] ?? aSheet('', [])).filter((line) => line.startsWith('B'));
}

const PLAIN = ['B2 412', 'B3 "1.234"', 'B4 45966 ngày', 'B5 45966.6042 ngày', 'B6 0.523 %'];
const TEXTS = ['B14 "Thôn Cổ Lũy"', 'B15 "dòng một\\ndòng hai"'];
const COMPUTED = ['B7 = 824', 'B8 = 0.515 %', 'B9 = "đạt"', 'B11 = #DIV/0!', 'B12 = 0'];
const UNCOMPUTED = [7, 8, 9, 10, 11, 12].map((row) => `B${row} = chưa tính`);

describe('fixtures/xlsx', () => {
  test.each([
    ['openpyxl.xlsx', [...PLAIN, ...UNCOMPUTED, 'B13 true', ...TEXTS]],
    ['openpyxl-1904.xlsx', [...PLAIN, ...UNCOMPUTED, 'B13 true', ...TEXTS]],
    ['libreoffice.xlsx', [...PLAIN, ...COMPUTED, 'B13 = true', ...TEXTS]],
    ['libreoffice-1904.xlsx', [...PLAIN, ...COMPUTED, 'B13 = true', ...TEXTS]],
    ['libreoffice.xls', [...PLAIN, ...COMPUTED, 'B13 = true', ...TEXTS]],
    // OpenDocument has no boolean here: LibreOffice turns it into the formula TRUE().
    ['libreoffice.ods', [...PLAIN, ...COMPUTED, 'B13 = 1', ...TEXTS]],
  ])('%s', (name, expected) => expect(answers(name)).toEqual(expected));

  test.each(['openpyxl.xlsx', 'libreoffice.xlsx', 'libreoffice.xls'])(
    '%s: the hidden sheet is known as hidden',
    (name) =>
      expect(sheetsOf(name).map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
        ['Số liệu', false],
        ['_ẩn', true],
      ]),
  );

  test.each(['openpyxl.xlsx', 'libreoffice.xlsx', 'libreoffice.ods', 'libreoffice.xls'])('%s: the merge', (name) =>
    expect(sheetsOf(name)[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]),
  );

  test('by-hand.xlsx: cells under a merge are gone, rich text is one text, ISO dates are days, __proto__ is a name', () => {
    const [sheet] = sheetsOf('by-hand.xlsx');
    expect(sheet?.name).toBe('__proto__');
    expect(sheet === undefined ? [] : printSheet(sheet)).toEqual([
      'A1 "chữ đậm"',
      'A2 400',
      'A4 45966 ngày',
      'B4 45966 ngày',
      'A5 = chưa tính',
    ]);
  });
});
