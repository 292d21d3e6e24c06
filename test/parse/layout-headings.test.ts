import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/model/workbook.ts';
import { INDICATOR_HEADER, INDICATOR_ROWS, INDICATORS, TASK_HEADER, TASK_ROWS } from '../support/a-filled-form.ts';
import { LETTERHEAD, LINES, merge, SIGNATURES, withIndicators, withTasks, type Rows } from '../support/moved-form.ts';
import { brief, content, COUNTS, parse, TASK_TEXTS, understood } from '../support/parse-form.ts';

const under = (...headers: Rows): Workbook => withIndicators([...headers, ...INDICATOR_ROWS]);

describe('headings of the indicators', () => {
  test.each<[what: string, workbook: Workbook]>([
    [
      'in row 13, between letterhead and signatures',
      withIndicators([...LETTERHEAD, ...LETTERHEAD, [], [], INDICATOR_HEADER, ...INDICATOR_ROWS, ...SIGNATURES]),
    ],
    ['with column numbers below', under(INDICATOR_HEADER, [1, 2, 3, 4, 5])],
    ['with column numbers in brackets below', under(INDICATOR_HEADER, ['(1)', '(2)', '(3)', '(4)=(1)+(2)', '(5)'])],
    ['with letters and numbers below', under(INDICATOR_HEADER, ['A', 'B', 'C', '1', '2'])],
    ['with numbers in front', under(['1. Mã', '2. Chỉ tiêu', '(3) Đơn vị tính', '4) Số liệu', 'Ghi chú (5)'])],
    [
      'with line breaks, capitals, and units in brackets',
      under(['MÃ', 'CHỈ\nTIÊU', 'ĐƠN VỊ\r\nTÍNH', 'Số liệu\n(người, lượt)', 'Ghi  chú:']),
    ],
    [
      'once more at a page break, with column numbers',
      withIndicators([
        INDICATOR_HEADER,
        ...INDICATOR_ROWS.slice(0, 3),
        INDICATOR_HEADER,
        [1, 2, 3, 4, 5],
        ...INDICATOR_ROWS.slice(3),
      ]),
    ],
    [
      'with a column of ordinals in front',
      withIndicators([['STT', ...INDICATOR_HEADER], ...INDICATOR_ROWS.map((row, index) => [index + 1, ...row])]),
    ],
    ['without the one for codes', under(['', ...INDICATOR_HEADER.slice(1)])],
    ['without any but the one for numbers', under(['', '', '', 'Số liệu'])],
    [
      'without those for codes and titles, and no codes',
      withIndicators([
        ['STT', 'Tên', 'Đơn vị tính', 'Số liệu'],
        ...LINES.map(({ title, unit, value }, index) => [index + 1, title, unit, value]),
      ]),
    ],
    ['below a title merged over the table', withIndicators(INDICATORS, { merges: [merge(0, 0, 0, 4)] })],
    [
      'merged over two rows',
      withIndicators([INDICATOR_HEADER, [], ...INDICATOR_ROWS], {
        merges: [0, 1, 2, 3, 4].map((column) => merge(0, column, 1, column)),
      }),
    ],
    [
      'merged over two columns, with numbers in either',
      withIndicators(
        [
          ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', '', 'Ghi chú'],
          ...LINES.map(({ code, title, unit, value, note }, index) =>
            index % 2 === 0 ? [code, title, unit, value, '', note] : [code, title, unit, '', value, note],
          ),
        ],
        { merges: [merge(0, 3, 0, 4)] },
      ),
    ],
    [
      'one merged over the columns for codes and titles, and the first number blank',
      withIndicators(
        [
          ['Chỉ tiêu', '', 'Số liệu'],
          ['CT06', 'Số hộ'],
          ...LINES.map(({ code, title, value }) => [code, title, value]),
        ],
        { merges: [merge(0, 0, 0, 1)] },
      ),
    ],
  ])('%s', (_what, workbook) => {
    expect(brief(parse(workbook))).toEqual(['number-with-unit Nhiệm vụ!E6']);
    expect(content(understood(workbook))).toMatchObject({ tasks: TASK_TEXTS, counts: COUNTS });
  });
});

describe('headings of the tasks', () => {
  test.each<[what: string, workbook: Workbook]>([
    [
      'a group heading that is a heading itself',
      withTasks(
        [
          [...TASK_HEADER.slice(0, 4), 'Số lượng', '', 'Minh chứng', 'Khó khăn, vướng mắc'],
          ['', '', '', '', 'Số lượng', 'Ngày thực hiện'],
          ...TASK_ROWS,
        ],
        [merge(0, 4, 0, 5)],
      ),
    ],
    [
      'most of them in the lower row',
      withTasks(
        [['Mã', 'Nội dung nhiệm vụ', 'Thực hiện'], ['', '', ...TASK_HEADER.slice(2)], ...TASK_ROWS],
        [merge(0, 0, 1, 0), merge(0, 1, 1, 1), merge(0, 2, 0, 7)],
      ),
    ],
    [
      'most of them in the lower row, and no merged cells',
      withTasks([['Mã', 'Nội dung nhiệm vụ', 'Thực hiện'], ['', '', ...TASK_HEADER.slice(2)], ...TASK_ROWS]),
    ],
    [
      'one in two parts, one below the other',
      withTasks([
        [...TASK_HEADER.slice(0, 4), 'Số lượng', 'Thực hiện', ...TASK_HEADER.slice(6)],
        ['', '', '', '', '', 'Ngày'],
        ...TASK_ROWS,
      ]),
    ],
    [
      'in three rows',
      withTasks(
        [
          ['Mã', 'Nội dung nhiệm vụ', 'Thực hiện'],
          ['', '', 'Tình trạng', 'Kết quả thực hiện', 'Trong kỳ', '', 'Minh chứng', 'Khó khăn, vướng mắc'],
          ['', '', '', '', 'Số lượng', 'Ngày thực hiện'],
          ...TASK_ROWS,
        ],
        [merge(0, 0, 2, 0), merge(0, 1, 2, 1), merge(0, 2, 0, 7), merge(1, 4, 1, 5)],
      ),
    ],
  ])('%s', (_what, workbook) => {
    expect(brief(parse(workbook)).map((line) => line.split(' ')[0])).toEqual(['number-with-unit']);
    expect(content(understood(workbook))).toMatchObject({ tasks: TASK_TEXTS, counts: COUNTS });
  });
});
