import { expect, test } from 'vitest';
import { copyName, isSafeFileName, safeFileName, shownFileName } from '../../src/workspace/file-name.ts';

test.each([
  ['TH01 - Thôn Mỹ Lại', 'TH01 - Thôn Mỹ Lại'],
  ['Thôn Mỹ Lại'.normalize('NFD'), 'Thôn Mỹ Lại'],
  ['Trường TH/THCS: “A”?', 'Trường TH THCS “A”'],
  ['../../etc', 'etc'],
  ['tên.', 'tên'],
  ['con', '_con'],
  ['LPT1', '_LPT1'],
  ['***', '_'],
  ['a\u0000b\tc', 'ab c'],
])('%j as a file name is %j', (text, expected) => {
  expect(safeFileName(text)).toBe(expected);
});

test('a long name is cut to what Windows can open', () => {
  expect(safeFileName('ấ'.repeat(300)).length).toBe(120);
});

test.each([
  ['2025-10', true],
  ['quý 4', true],
  ['..', false],
  ['a/b', false],
  ['', false],
  ['nul', false],
])('%j names a folder: %s', (text, expected) => {
  expect(isSafeFileName(text)).toBe(expected);
});

test('copies are numbered from two', () => {
  expect([1, 2, 3].map((copy) => copyName('bao-cao', '.docx', copy))).toEqual([
    'bao-cao.docx',
    'bao-cao (2).docx',
    'bao-cao (3).docx',
  ]);
});

test.each([
  ['Thôn Mỹ Lại.xlsx'.normalize('NFD'), 'Thôn Mỹ Lại.xlsx'],
  ['a\u001b[2J\n.xlsx', 'a␛[2J␊.xlsx'],
  ['a\u009b\u007f.xlsx', 'a‹U+009B›‹U+007F›.xlsx'],
  ['a\u202exslx.txt', 'a‹U+202E›xslx.txt'],
  ['a\ud800.xlsx', 'a\ufffd.xlsx'],
])('%j is shown as %j', (name, expected) => {
  expect(shownFileName(name)).toBe(expected);
});
