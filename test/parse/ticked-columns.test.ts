import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/model/workbook.ts';
import { merge, withTasks, type Rows } from '../support/moved-form.ts';
import { parse, understood } from '../support/parse-form.ts';

/** A table of tasks in which each status has a column; the two rows are the village's tasks. */
function ticked(headers: Rows, first: readonly string[], second: readonly string[]): Workbook {
  return withTasks([...headers, ['II.3-1', 'Ra quân', ...first], ['II.3-2', 'Hướng dẫn', ...second]]);
}

const HEADER = ['Mã', 'Nội dung nhiệm vụ', 'Đã hoàn thành', 'Đang thực hiện', 'Chưa thực hiện'];

function statuses(workbook: Workbook): readonly string[] {
  return understood(workbook).tasks.map(({ status }) => {
    if (status.kind === 'value') return `${status.value} ${status.ref.address}`;
    return status.kind === 'absent' ? `${status.mark} ${status.ref?.address ?? ''}` : 'invalid';
  });
}

describe('a column for each status, to be ticked', () => {
  test.each<[what: string, workbook: Workbook, expected: readonly string[]]>([
    ['ticks', ticked([HEADER], ['x'], ['', '', '✓']), ['completed C2', 'not-started E3']],
    ['no tick is no answer', ticked([HEADER], ['', 'X'], []), ['in-progress D2', 'blank C3']],
    ['a dash is no tick', ticked([HEADER], ['-', 'x', '-'], ['-', '-', '-']), ['in-progress D2', 'dash C3']],
    [
      'the answer itself in its column',
      ticked([HEADER], ['ĐÃ HOÀN THÀNH'], ['', 'x']),
      ['completed C2', 'in-progress D3'],
    ],
    [
      'under one heading for all',
      withTasks(
        [
          ['Mã', 'Nội dung nhiệm vụ', 'Tình trạng', '', '', 'Kết quả thực hiện'],
          ['', '', 'Đã hoàn thành', 'Đang thực hiện', 'Chưa thực hiện', ''],
          ['II.3-1', 'Ra quân', 'x', '', '', '4 buổi'],
          ['II.3-2', 'Hướng dẫn', '', '', 'x', ''],
        ],
        [merge(0, 2, 0, 4), merge(0, 0, 1, 0), merge(0, 1, 1, 1), merge(0, 5, 1, 5)],
      ),
      ['completed C3', 'not-started E4'],
    ],
    [
      'one column only',
      withTasks([
        ['STT', 'Nội dung nhiệm vụ', 'Đã hoàn thành', 'Ghi chú'],
        ['1', 'II.3-1', 'x', ''],
        ['2', 'II.3-2', '', ''],
      ]),
      ['completed C2', 'blank C3'],
    ],
    ['ticks in two columns', ticked([HEADER], ['x', 'x'], ['x']), ['invalid', 'completed C3']],
    ['what is no tick', ticked([HEADER], ['5'], ['', 'Có']), ['invalid', 'invalid']],
  ])('%s', (_what, workbook, expected) => {
    expect(statuses(workbook)).toEqual(expected);
  });

  test('two ticks are asked about, naming both columns', () => {
    const { diagnostics } = parse(ticked([HEADER], ['x', '', 'x'], ['x']));
    expect(diagnostics.filter(({ rule }) => rule === 'choice-unknown')).toEqual([
      expect.objectContaining({
        message:
          'Ô “Tình trạng” của nhiệm vụ II.3-1 được đánh dấu ở 2 cột “Đã hoàn thành” và “Chưa thực hiện”, cần đúng một cột',
        related: [expect.objectContaining({ note: 'đánh dấu “Chưa thực hiện”' })],
      }),
    ]);
  });

  test('a column of statuses beside one of them is no column to be ticked', () => {
    const rows = [
      ['Mã', 'Nội dung nhiệm vụ', 'Tình trạng', 'Đã hoàn thành'],
      ['II.3-1', 'Ra quân', 'Đang thực hiện', 'x'],
      ['II.3-2', 'Hướng dẫn', 'Đang thực hiện', ''],
    ];
    expect(parse(withTasks(rows)).diagnostics.map(({ rule }) => rule)).toContain('heading-ambiguous');
  });
});
