import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/model/workbook.ts';
import { aFilledForm, STAMP, TASK_HEADER } from '../support/a-filled-form.ts';
import { aSheet, aWorkbook } from '../support/a-workbook.ts';
import { brief, parse } from '../support/parse-form.ts';

describe('a file that cannot be counted', () => {
  test.each<[string, Workbook, readonly string[]]>([
    ['another directive', aFilledForm({ stamp: { ...STAMP, directive: 'khac' } }), ['form-of-other-directive file']],
    [
      'another round',
      aFilledForm({ stamp: { ...STAMP, period: '2025-09', from: '2025-09-01', to: '2025-09-30' } }),
      ['period-mismatch file'],
    ],
    [
      'something else',
      aWorkbook([
        aSheet('Sheet1', [
          ['Danh sách', 'Họ tên'],
          [1, 'x'],
        ]),
      ]),
      ['form-unrecognised file'],
    ],
    ['blank', aWorkbook([aSheet('Sheet1', [])]), ['form-unrecognised file']],
  ])('%s', (_what, workbook, expected) => {
    const outcome = parse(workbook);
    expect(brief(outcome)).toEqual(expected);
    expect(outcome.diagnostics[0]?.severity).toBe('error');
    expect(outcome.value.submission).toBeUndefined();
    expect(outcome.value.unit?.id).toBe('TH01');
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a form that does not say its round', { ...STAMP, period: '' }, []],
    ['a round that was only renamed', { ...STAMP, period: 'thang-10' }, []],
    ['an older version', { ...STAMP, version: '0' }, ['form-version-older file']],
    ['a newer version', { ...STAMP, version: '2' }, ['form-version-newer file']],
  ])('%s still counts', (_what, stamp, expected) => {
    const outcome = parse(aFilledForm({ tasks: [TASK_HEADER], stamp }));
    expect(brief(outcome)).toEqual(expected);
    expect(outcome.value.submission).toBeDefined();
  });

  test('the message of another round names both', () =>
    expect(
      parse(aFilledForm({ stamp: { ...STAMP, period: '2025-09', from: '2025-09-01', to: '2025-09-30' } }))
        .diagnostics[0]?.message,
    ).toBe(
      'Biểu mẫu thuộc kỳ báo cáo “2025-09” (từ 01/09/2025 đến 30/09/2025), cần kỳ “2025-10” (từ 01/10/2025 đến 31/10/2025)',
    ));
});
