import { describe, expect, test } from 'vitest';
import { indicatorAnswer, taskAnswer } from '../../src/model/submission.ts';
import type { CellRange, Workbook } from '../../src/model/workbook.ts';
import {
  aFilledForm,
  INDICATOR_HEADER,
  INDICATOR_ROWS,
  INDICATORS,
  TASK_HEADER,
  TASKS,
} from '../support/a-filled-form.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { brief, parse, understood } from '../support/parse-form.ts';

type Rows = readonly (readonly CellDraft[])[];
type Overrides = Parameters<typeof aSheet>[2];

const PLAIN_TASKS: Rows = TASKS.map((row) => row.map((draft) => (draft === '300 người' ? 300 : draft)));

function indicators(rows: Rows, overrides: Overrides = {}): Workbook {
  const form = aFilledForm({ tasks: PLAIN_TASKS });
  return {
    ...form,
    sheets: form.sheets.map((own) => (own.name === 'Chỉ tiêu' ? aSheet('Chỉ tiêu', rows, overrides) : own)),
  };
}

function tasks(rows: Rows, merges: readonly CellRange[] = []): Workbook {
  const form = aFilledForm();
  return {
    ...form,
    sheets: form.sheets.map((own) => (own.name === 'Nhiệm vụ' ? aSheet('Nhiệm vụ', rows, { merges }) : own)),
  };
}

/** The form with one more sheet of indicators. */
function withCopy(rows: Rows, overrides: Overrides = {}, own: Rows = INDICATORS): Workbook {
  const form = aFilledForm({ tasks: PLAIN_TASKS, indicators: own });
  return { ...form, sheets: [...form.sheets, aSheet('Chỉ tiêu (2)', rows, overrides)] };
}

const changed = (code: string, value: CellDraft): Rows =>
  INDICATORS.map((row) => (row[0] === code ? [...row.slice(0, 3), value, row[4]] : row));

describe('what is asked about', () => {
  test.each<[what: string, workbook: Workbook, expected: readonly string[]]>([
    ['a copy with another number', withCopy(changed('CT02', 641)), ['table-repeated Chỉ tiêu!D4']],
    ['a copy with a number where the other is blank', withCopy(changed('CT06', 7)), ['table-repeated Chỉ tiêu (2)!D8']],
    ['the same number written otherwise', withCopy(changed('CT01', '1.200')), []],
    [
      'a copy below on the same sheet',
      indicators([...INDICATORS, [], ...changed('CT01', 1).slice(1)]),
      ['table-repeated Chỉ tiêu!D3'],
    ],
    [
      'a hidden copy with another number',
      withCopy(changed('CT02', 641), { isHidden: true }),
      ['hidden-table-differs Chỉ tiêu (2)'],
    ],
    ['a hidden copy with equal numbers', withCopy(INDICATORS, { isHidden: true }), []],
    [
      'a number merged over two rows',
      indicators([INDICATOR_HEADER, ...INDICATOR_ROWS.map((row, index) => (index === 1 ? row.slice(0, 3) : row))], {
        merges: [{ top: 1, left: 3, bottom: 2, right: 3 }],
      }),
      ['cell-merged-over-rows Chỉ tiêu!D2'],
    ],
    [
      'a status merged over two rows',
      tasks([TASK_HEADER, ['II.3-1', '', 'Đã hoàn thành'], ['II.3-2']], [{ top: 1, left: 2, bottom: 2, right: 2 }]),
      ['cell-merged-over-rows Nhiệm vụ!C2'],
    ],
    ['hidden answers', indicators(INDICATORS, { hiddenRows: [2, 3, 7] }), ['cell-hidden Chỉ tiêu']],
    ['a hidden column', indicators(INDICATORS, { hiddenColumns: [3] }), ['cell-hidden Chỉ tiêu']],
    ['a hidden column that says nothing', indicators(INDICATORS, { hiddenColumns: [2] }), []],
    ['a hidden row of nobody', indicators([...INDICATORS, ['Ghi chú: x']], { hiddenRows: [8] }), []],
    [
      'two columns with other numbers',
      indicators(
        INDICATORS.map((row, index) =>
          index === 1 ? [...row, 'Số liệu'] : [...row.slice(0, 4), '', row[3] === 1200 ? 1100 : row[3]],
        ),
      ),
      ['heading-ambiguous Chỉ tiêu!D2'],
    ],
    [
      'two columns with equal numbers',
      indicators(
        INDICATORS.map((row, index) => (index === 1 ? [...row, 'Số liệu'] : [...row.slice(0, 4), '', row[3]])),
      ),
      ['heading-repeated Chỉ tiêu!F2'],
    ],
    [
      'one heading over two columns of unknown kind',
      indicators(
        [
          ['Mã', 'Chỉ tiêu', 'Số liệu', '', 'Ghi chú'],
          ['', '', 'Kế hoạch', 'Thực hiện'],
          ...INDICATOR_ROWS.map(([code, title, , value]) => [code, title, 1300, value]),
        ],
        { merges: [{ top: 0, left: 2, bottom: 0, right: 3 }] },
      ),
      ['heading-ambiguous Chỉ tiêu!C2'],
    ],
    [
      'the same without merged cells',
      indicators([
        ['Mã', 'Chỉ tiêu', 'Số liệu', '', 'Ghi chú'],
        ['', '', 'Kế hoạch', 'Thực hiện'],
        ...INDICATOR_ROWS.map(([code, title, , value]) => [code, title, 1300, value]),
      ]),
      ['heading-ambiguous Chỉ tiêu!C2'],
    ],
    [
      'a code with the title of another',
      indicators([INDICATOR_HEADER, ['CT01', 'Số hộ được đến tận nhà', '', 5]]),
      ['row-contradictory Chỉ tiêu!A2'],
    ],
    [
      'a title that is only alike',
      indicators([
        INDICATOR_HEADER,
        ...INDICATOR_ROWS.slice(1),
        ['', 'Số người từ đủ 18 tuôi trở lên', '', 5],
        ['CT02'],
      ]),
      ['indicator-unknown Chỉ tiêu!B7'],
    ],
    [
      'a code that may be two',
      indicators([INDICATOR_HEADER, ...INDICATOR_ROWS, ['CT01 - CT03', 'Chữ ký số', '', 5]]),
      ['indicator-unknown Chỉ tiêu!A8'],
    ],
    [
      'a total that is a number of its own',
      indicators([INDICATOR_HEADER, ['', 'Tổng số máy tính', '', 5], ...INDICATOR_ROWS]),
      ['indicator-unknown Chỉ tiêu!B2'],
    ],
    [
      'the column for numbers misspelt on a sheet of another name',
      aWorkbook([
        ...aFilledForm({ tasks: PLAIN_TASKS }).sheets.filter(({ name }) => name !== 'Chỉ tiêu'),
        aSheet('Sheet3', [['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liêu'], ...INDICATOR_ROWS]),
      ]),
      ['heading-missing Sheet3'],
    ],
  ])('%s', (_what, workbook, expected) => expect(brief(parse(workbook))).toEqual(expected));

  test('a number that two tables contradict keeps its place, for the finding to keep it out', () => {
    const submission = understood(withCopy(changed('CT02', 641)));
    expect(indicatorAnswer(submission, 'signature-holders')?.value).toMatchObject({
      value: 640,
      ref: { address: 'D4' },
    });
  });

  test('of a hidden copy nothing is read', () => {
    const submission = understood(withCopy(changed('CT06', 7), { isHidden: true }));
    expect(indicatorAnswer(submission, 'households-visited')?.value).toMatchObject({ kind: 'absent' });
  });

  test('both rows of a merged number point to the one cell', () => {
    const submission = understood(
      tasks([TASK_HEADER, ['II.3-1', '', 'Đã hoàn thành'], ['II.3-2']], [{ top: 1, left: 2, bottom: 2, right: 2 }]),
    );
    for (const task of ['II.3-1', 'II.3-2'])
      expect(taskAnswer(submission, task)?.status.ref).toMatchObject({ address: 'C2' });
  });

  test('a suggested heading is among the facts, for the clerk to confirm', () => {
    const header = INDICATOR_HEADER.map((heading) => (heading === 'Số liệu' ? 'Số liêụ' : heading));
    const { diagnostics } = parse(indicators([header, ...INDICATOR_ROWS]));
    expect(diagnostics.find(({ rule }) => rule === 'heading-missing')?.facts).toEqual({
      column: 'value',
      suggestion: 'Số liệu',
      written: 'Số liêụ',
    });
  });

  test('nobody who signs is named in a finding', () => {
    const rows: Rows = [
      ...INDICATORS,
      ['NGƯỜI LẬP BIỂU', '', '', 'TRƯỞNG THÔN'],
      ['(Ký tên)', '', '', '(Ký tên)'],
      ['Trần Thị B 5', '', '', 'Lê Văn C'],
    ];
    expect(parse(indicators(rows)).diagnostics).toEqual([]);
  });

  test('of very many rows of nobody only some are named', () => {
    const rows = Array.from({ length: 50 }, (_, index) => [`CT${String(index + 500)}`, 'x', '', 1]);
    const { diagnostics } = parse(indicators([...INDICATORS, ...rows]));
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics.at(-1)?.message).toContain('có 50 dòng không phải chỉ tiêu nào');
  });
});
