import { describe, expect, test } from 'vitest';
import { indicatorAnswer } from '../../src/model/submission.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { INDICATOR_HEADER, INDICATOR_ROWS, TASK_HEADER, TASK_ROWS } from '../support/a-filled-form.ts';
import type { CellDraft } from '../support/a-workbook.ts';
import { LINES, merge, SIGNATURES, withIndicators, withTasks } from '../support/moved-form.ts';
import { brief, content, COUNTS, parse, TASK_TEXTS, understood } from '../support/parse-form.ts';

/** The table with its codes and titles typed otherwise. */
function retyped(nameOf: (line: (typeof LINES)[number], index: number) => readonly [CellDraft, CellDraft]): Workbook {
  const rows = LINES.map((line, index) => [...nameOf(line, index), line.unit, line.value, line.note]);
  return withIndicators([INDICATOR_HEADER, ...rows]);
}

const ORDINALS = ['1.', '1.1', 'a)', 'II.', '-', '(2)'];

describe('rows are known', () => {
  test.each<[what: string, workbook: Workbook]>([
    ['by codes with a blank', retyped(({ code, title }) => [code.replace('CT', 'CT '), title])],
    ['by codes without the zero', retyped(({ code }) => [code.replace('CT0', 'CT'), ''])],
    ['by codes with other signs', retyped(({ code }) => [code.replace('CT', 'ct-'), ''])],
    ['by codes behind ordinals', retyped(({ code }, index) => [`${ORDINALS[index] ?? ''} ${code}`, ''])],
    ['by codes in front of titles', retyped(({ code, title }, index) => [index + 1, `${code} - ${title}`])],
    ['by titles behind ordinals', retyped(({ title }, index) => ['', `${ORDINALS[index] ?? ''} ${title}`])],
    [
      'by titles with their unit in brackets',
      retyped(({ title, unit }) => ['', `${title} (${unit === 'hộ' ? 'hộ' : unit === '%' ? '%' : 'người'}):`]),
    ],
    ['by titles beside ordinals', retyped(({ title }, index) => [['1', 'I', 'a)', '1.1', 'II.', 3][index], title])],
    [
      'beside numbers merged over the column behind',
      withIndicators([INDICATOR_HEADER, ...INDICATOR_ROWS], { merges: [merge(1, 3, 1, 4), merge(3, 3, 3, 4)] }),
    ],
    [
      'beside numbers merged over a second row that says nothing',
      withIndicators([INDICATOR_HEADER, ...INDICATOR_ROWS.flatMap((row) => [row, []])], {
        merges: [merge(1, 3, 2, 3), merge(1, 1, 2, 1), merge(1, 0, 2, 0)],
      }),
    ],
    [
      'if the number stands in the second of two rows merged for one code',
      withIndicators([INDICATOR_HEADER, ['CT01', 'Số người'], ['', '', 'người', 1200], ...INDICATOR_ROWS.slice(1)], {
        merges: [merge(1, 0, 2, 0), merge(1, 1, 2, 1)],
      }),
    ],
    [
      'among totals, bands, blank rows, notes and signatures',
      withIndicators([
        INDICATOR_HEADER,
        ['I. Chữ ký số'],
        ...INDICATOR_ROWS.slice(0, 4),
        [],
        ['', 'Tổng cộng (I)', '', 1840],
        ['II. Kỹ năng số'],
        ...INDICATOR_ROWS.slice(4),
        ['', 'Cộng:', '', 77],
        ['TC', '', '', 1917],
        ['Tổng số', '', '', 1917],
        ...SIGNATURES,
      ]),
    ],
    ['in hidden rows that say nothing', withIndicators([INDICATOR_HEADER, ...INDICATOR_ROWS], { hiddenRows: [6] })],
  ])('%s', (_what, workbook) => {
    const rules = parse(workbook).diagnostics.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule !== 'cell-hidden')).toEqual(['number-with-unit']);
    expect(content(understood(workbook))).toMatchObject({ tasks: TASK_TEXTS, counts: COUNTS });
  });

  const taskRows = (codeOf: (code: string) => string): Workbook =>
    withTasks([
      TASK_HEADER,
      ...TASK_ROWS.map(([code, ...rest]) => [typeof code === 'string' ? codeOf(code) : code, ...rest]),
    ]);

  test.each<[what: string, workbook: Workbook]>([
    ['tasks with dots', taskRows((code) => code.replace('-', '.'))],
    ['tasks with blanks', taskRows((code) => code.replace('-', ' – '))],
    ['tasks with an ordinal in front', taskRows((code) => code.replace(/^(?=.*-)/u, 'a) '))],
  ])('%s', (_what, workbook) => {
    expect(brief(parse(workbook))).toEqual(['number-with-unit Nhiệm vụ!E4']);
    expect(content(understood(workbook))).toMatchObject({ tasks: TASK_TEXTS });
  });

  test('evidence merged over two tasks belongs to both', () => {
    const rows = TASK_ROWS.map((row) => (row[0] === 'II.3-2' ? row.map((draft) => (draft === '-' ? '' : draft)) : row));
    const submission = understood(withTasks([TASK_HEADER, ...rows], [merge(2, 6, 3, 6)]));
    expect(submission.tasks.map(({ evidence }) => evidence)).toMatchObject([
      { value: 'KH 05/KH-TĐ', ref: { address: 'G3' } },
      { value: 'KH 05/KH-TĐ', ref: { address: 'G3' } },
    ]);
  });
});

describe('every value is traced to its cell', () => {
  const valueOf = (workbook: Workbook, id: string): unknown => indicatorAnswer(understood(workbook), id)?.value;

  test('in the second of two tables', () =>
    expect(
      valueOf(
        withIndicators([
          INDICATOR_HEADER,
          ...INDICATOR_ROWS.slice(0, 1),
          [],
          INDICATOR_HEADER,
          ...INDICATOR_ROWS.slice(1),
        ]),
        'signature-holders',
      ),
    ).toMatchObject({ value: 640, ref: { sheet: 'Chỉ tiêu', address: 'D5' } }));

  test('in merged cells: the first of them', () =>
    expect(
      valueOf(
        withIndicators([INDICATOR_HEADER, ['', '', '', 5], ['CT01', 'Số người']], { merges: [merge(1, 3, 2, 4)] }),
        'adults',
      ),
    ).toMatchObject({ value: 5, ref: { address: 'D2' } }));

  test('under a heading that is merged over two columns', () =>
    expect(
      valueOf(
        withIndicators(
          [
            ['Mã', 'Chỉ tiêu', 'Số liệu'],
            ['CT01', 'Số người', '', 5],
          ],
          { merges: [merge(0, 2, 0, 3)] },
        ),
        'adults',
      ),
    ).toMatchObject({ value: 5, ref: { address: 'D2' } }));
});

describe('a total', () => {
  const total = (first: string): ReturnType<typeof indicatorAnswer> =>
    indicatorAnswer(
      understood(
        withIndicators([INDICATOR_HEADER, [first, '', '', 20], ['CT09', '', '', 30], ['', 'Tổng cộng', '', 49]]),
      ),
      'support-turns',
    );

  test('right below its parts is the computed number', () =>
    expect(total('CT07')).toMatchObject({ isTyped: true, value: { value: 49, ref: { address: 'D4' } } }));

  test('of different things is nothing', () => expect(total('CT06')).toBeUndefined());
});
