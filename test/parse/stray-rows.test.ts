import { describe, expect, test } from 'vitest';
import { indicatorAnswer } from '../../src/model/submission.ts';
import { valueOf } from '../../src/model/located.ts';
import { aFilledForm, INDICATOR_HEADER, INDICATOR_ROWS } from '../support/a-filled-form.ts';
import { aSheet, type CellDraft } from '../support/a-workbook.ts';
import { brief, parse, understood } from '../support/parse-form.ts';

type Rows = readonly (readonly CellDraft[])[];

function withSheet(rows: Rows, indicators: Rows = [INDICATOR_HEADER, ...INDICATOR_ROWS]) {
  const form = aFilledForm({ indicators });
  return { ...form, sheets: [...form.sheets, aSheet('Trang 2', rows)] };
}

/** The findings that are not there without the other sheet. */
function added(rows: Rows, indicators?: Rows): readonly string[] {
  const before = new Set(brief(parse(withSheet([['Hết']], indicators))));
  return brief(parse(withSheet(rows, indicators))).filter((line) => !before.has(line));
}

describe('rows of the form outside of its tables', () => {
  const cut = [INDICATOR_HEADER, ...INDICATOR_ROWS.slice(0, 4)];

  test.each<[what: string, rows: Rows]>([
    ['a number beside a code', [['CT05', 'Số người được hướng dẫn kỹ năng số', 'người', 31]]],
    ['a number beside a title', [['', '', 5, 'Số hộ được đến tận nhà', 20].filter((cell) => cell !== '')]],
    ['a status beside a code', [['II.3-2', 'Hướng dẫn người dân', 'Đã hoàn thành']]],
  ])('are not passed over: %s', (_, rows) => {
    expect(added(rows, cut)).toEqual([expect.stringMatching(/^rows-without-headings Trang 2!/u)]);
  });

  test.each<[what: string, rows: Rows]>([
    ['with headings they are a part of the table', [INDICATOR_HEADER, ['CT05', 'x', 'người', 31]]],
    ['what is read anyway is not missed', [['CT01', 1200]]],
    [
      'a code without an answer says nothing',
      [
        ['CT05', 'ghi mỗi người một lần'],
        ['II.3-2', 'Thôn phối hợp'],
      ],
    ],
    ['what the form computes is not missed', [['CT04', 77]]],
  ])('%s', (_, rows) => {
    expect(added(rows, cut)).toEqual([]);
  });
});

describe('a line above the table of numbers', () => {
  const under = (text: string) =>
    aFilledForm({ indicators: [['CHỈ TIÊU', '', '', text], INDICATOR_HEADER, ...INDICATOR_ROWS] });

  test('that says “trăm người” keeps every number out', () => {
    const form = under('Đơn vị tính: trăm người');
    expect(brief(parse(form)).filter((line) => line.startsWith('number-scaled'))).toHaveLength(3);
    expect(
      valueOf(indicatorAnswer(understood(form), 'adults')?.value ?? { kind: 'absent', mark: 'blank', ref: undefined }),
    ).toBe(undefined);
  });

  test.each([['Đơn vị tính: người'], ['Đơn vị: Thôn Vạn Lý']])('“%s” says nothing of the kind', (text) => {
    expect(brief(parse(under(text))).filter((line) => line.startsWith('number-scaled'))).toEqual([]);
  });
});
