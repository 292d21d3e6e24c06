import { expect, test } from 'vitest';
import { readStamp } from '../../src/parse/form/stamp.ts';
import { STAMP, stampSheet } from '../support/a-filled-form.ts';
import { aSheet, aWorkbook } from '../support/a-workbook.ts';

test('the marks of the hidden sheet', () =>
  expect(readStamp(aWorkbook([aSheet('Sheet1', []), stampSheet(STAMP)]))).toEqual({
    directive: 'chi-thi-mau',
    version: '1',
    period: '2025-10',
    from: '2025-10-01',
    to: '2025-10-31',
    due: 'before 2025-11-10',
    unit: 'TH01',
    unitName: 'Thôn Đông',
    unitType: 'village',
  }));

test('marks that another program turned into numbers, or that are gone', () =>
  expect(
    readStamp(aWorkbook([aSheet('_TKCDS', [['directive', 'x'], ['version', 1], [5, 6], ['unit']])])),
  ).toMatchObject({
    directive: 'x',
    version: '1',
    period: '',
    unit: '',
  }));

test.each([
  ['no such sheet', aWorkbook([aSheet('Sheet1', [['directive', 'x']])])],
  ['a blank one', aWorkbook([aSheet('_tkcds', [])])],
  ['one of something else', aWorkbook([aSheet('_tkcds', [['a', 'b']])])],
])('%s: no stamp', (_what, workbook) => expect(readStamp(workbook)).toBeUndefined());
