import { expect, test } from 'vitest';
import type { Workbook } from '../../src/model/workbook.ts';
import {
  aFilledForm,
  GENERAL,
  INDICATOR_HEADER,
  INDICATOR_ROWS,
  INDICATORS,
  OPINIONS,
  TASKS,
} from '../support/a-filled-form.ts';
import { aSheet, aWorkbook } from '../support/a-workbook.ts';
import { beside, LETTERHEAD, LINES, SIGNATURES, withIndicators } from '../support/moved-form.ts';
import { content, COUNTS, parse, TASK_TEXTS, understood } from '../support/parse-form.ts';

const FORM = aFilledForm();

/** Sheets beside those of the form, which come first or last. */
function withSheets(before: Workbook['sheets'], after: Workbook['sheets'] = []): Workbook {
  return { ...FORM, sheets: [...before, ...FORM.sheets, ...after] };
}

test.each<[what: string, workbook: Workbook]>([
  [
    'a table split by topic, the second part with other columns',
    withIndicators([
      INDICATOR_HEADER,
      ...INDICATOR_ROWS.slice(0, 3),
      [],
      ['Số liệu', 'Mã', 'Chỉ tiêu'],
      ...LINES.slice(3).map(({ code, title, value }) => [value, code, title]),
    ]),
  ],
  [
    'all tables on one sheet below one another',
    aWorkbook([
      aSheet('Sheet1', [...LETTERHEAD, ...GENERAL, [], ...INDICATORS, ...SIGNATURES, [], ...TASKS, [], ...OPINIONS]),
    ]),
  ],
  [
    'side by side with a column between, headings in other rows',
    aWorkbook([aSheet('Sheet1', [...GENERAL, [], ...beside(TASKS, INDICATORS, 9), [], ...OPINIONS])]),
  ],
  [
    'side by side without a column between',
    aWorkbook([aSheet('Sheet1', [...GENERAL, [], ...beside(TASKS.slice(2), INDICATORS.slice(1), 8)])]),
  ],
  [
    'one kind of table in two halves side by side',
    withIndicators(
      beside([INDICATOR_HEADER, ...INDICATOR_ROWS.slice(0, 3)], [INDICATOR_HEADER, ...INDICATOR_ROWS.slice(3)], 5),
    ),
  ],
  ['the fields beside the table', aWorkbook([aSheet('Sheet1', beside([...INDICATORS, [], ...TASKS], GENERAL, 8))])],
  ['a copy of the sheet with equal numbers', withSheets([], [aSheet('Chỉ tiêu (2)', INDICATORS)])],
  [
    'an empty table beside the filled one',
    withSheets([aSheet('Sheet9', [INDICATOR_HEADER, ...INDICATOR_ROWS.map((row) => row.slice(0, 3))])]),
  ],
  [
    'a list that explains the codes',
    withSheets([
      aSheet('Hướng dẫn', [
        ['Mã', 'Chỉ tiêu', 'Ghi chú'],
        ...LINES.map(({ code, title }) => [code, title, 'Đếm theo người']),
        ['CT09', 'Khác', 'x'],
      ]),
    ]),
  ],
])('%s', (_what, workbook) => {
  const outcome = parse(workbook);
  expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(['number-with-unit']);
  expect(content(understood(workbook))).toMatchObject({ tasks: TASK_TEXTS, counts: COUNTS });
});
