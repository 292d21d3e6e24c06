import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import { aSheet, type CellDraft } from '../support/a-workbook.ts';
import { counts, LOWER, message, notable, parse, round, type Rows, SHORT, UPPER } from '../support/several-units.ts';

describe('former communes over groups of lines', () => {
  const [village] = round.units;
  const named = (id: string, name: string, formerCommune: string): readonly Unit[] =>
    village === undefined ? [] : [{ ...village, id, name, formerCommune }];
  const units = [
    ...['An Đông', 'An Tây'].flatMap((commune, first) =>
      [1, 2].flatMap((number) => named(`T${String(first)}${String(number)}`, `Thôn ${String(number)}`, commune)),
    ),
    ...named('T13', 'Thôn Ba Làng', 'An Tây'),
    ...round.units.slice(3),
  ];
  const headings = ['STT', 'Thôn', 'CT01', 'CT02'];
  const east: Rows = [
    [1, 'Thôn 1', 100, 50],
    [2, 'Thôn 2', 110, 51],
  ];
  const west: Rows = [
    [1, 'Thôn 1', 120, 52],
    [2, 'Thôn 2', 130, 53],
    [3, 'Thôn Ba Làng', 10, 5],
  ];
  const EVERYWHERE = ['T01 100 50', 'T02 110 51', 'T11 120 52', 'T12 130 53', 'T13 10 5'];

  test.each<[what: string, rows: Rows]>([
    ['a line over each', [headings, ['I', 'Xã An Đông (cũ)'], ...east, ['II', 'Các thôn thuộc xã An Tây cũ'], ...west]],
    [
      'with the sums of each',
      [
        headings,
        ['', 'Toàn xã', 470, 211],
        ['I', 'Xã An Đông cũ', 210, 101],
        ...east,
        ['II', 'Xã An Tây cũ', 260, 110],
        ...west,
      ],
    ],
    [
      'with the sums below each',
      [headings, ['Xã An Đông cũ'], ...east, ['', 'Cộng', 210, 101], ['Xã An Tây cũ'], ...west, ['', 'Cộng', 260, 110]],
    ],
    ['a table for each', [['Xã An Đông cũ'], headings, ...east, ['Xã An Tây cũ'], headings, ...west]],
  ])('tell villages of one name apart: %s', (_, rows) => {
    const outcome = parse([aSheet('A', rows)], units);
    expect(counts(outcome)).toEqual(EVERYWHERE);
    expect(notable(outcome)).toEqual([]);
  });

  test('as a column merged over the lines, too', () => {
    const rows = [
      ['Xã cũ', 'Thôn', 'CT01', 'CT02'],
      ...east.map(([, ...rest], index) => [index === 0 ? 'An Đông' : '', ...rest]),
      ...west.map(([, ...rest], index) => [index === 0 ? 'An Tây' : '', ...rest]),
    ];
    const merges = [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 3, left: 0, bottom: 5, right: 0 },
    ];
    expect(counts(parse([aSheet('A', rows, { merges })], units))).toEqual(EVERYWHERE);
  });

  test('a sum over a group that its lines do not add up to is a warning', () => {
    const outcome = parse([aSheet('A', [headings, ['I', 'Xã An Đông cũ', 211, 101], ...east])], units);
    expect(notable(outcome)).toEqual(['summary-total-differs A!C2']);
    expect(message(outcome, 'summary-total-differs')).toContain('cộng các dòng đơn vị ở dưới được 210');
  });

  test('a village of another former commune is asked about', () => {
    const outcome = parse(
      [aSheet('A', [headings, ['I', 'Xã An Đông cũ'], ...east, [3, 'Thôn Ba Làng', 10, 5]])],
      units,
    );
    expect(counts(outcome)).toEqual(['T01 100 50', 'T02 110 51', '?']);
    expect(notable(outcome)).toEqual(['unit-ambiguous A!B5']);
  });

  test('another group ends the former commune, a unit that is only listed does not', () => {
    const rows = [
      headings,
      ['I', 'Xã An Đông cũ'],
      [1, 'Thôn 1'],
      [2, 'Thôn 2', 110, 51],
      ['II', 'Địa bàn khác'],
      [1, 'Thôn 1', 120, 52],
    ];
    expect(counts(parse([aSheet('A', rows)], units))).toEqual(['T02 110 51', '?']);
  });
});

describe('totals', () => {
  test('of units side by side are called columns', () => {
    const rows = [
      ['Mã', 'Thôn Thượng', 'Thôn Trung', 'Tổng cộng'],
      ['CT01', 1200, 850, 2051],
      ['CT02', 720, 510, 1230],
    ];
    expect(message(parse([aSheet('A', rows)]), 'summary-total-differs')).toBe(
      'Cột tổng của bảng ghi CT01 là 2.051, cộng các cột đơn vị bên trái được 2.050',
    );
  });

  test('above all lines are compared with those below', () => {
    const rows = [['Thôn', 'CT01', 'CT02'], ['Tổng cộng', 2690, 1614], ...SHORT];
    expect(notable(parse([aSheet('A', rows)]))).toEqual([]);
  });

  test('are read with the evidence of their column', () => {
    const grouped = (text: string): CellDraft => text;
    const rows = [
      ['Thôn', 'CT01', 'CT02'],
      ['Thôn Thượng', grouped('1,200'), 720],
      ['Thôn Trung', grouped('1,850'), 510],
      ['Thôn Hạ', grouped('1,640'), 384],
      ['Tổng cộng', grouped('4,691'), 1614],
    ];
    expect(notable(parse([aSheet('A', rows)]))).toEqual(['summary-total-differs A!B5']);
  });

  test('a line of the whole commune is none of a unit', () => {
    expect(notable(parse([aSheet('A', [['Thôn', 'CT01', 'CT02'], ...SHORT, ['Toàn xã', 2690, 1614]])]))).toEqual([]);
  });
});

test('a line without a name is asked about', () => {
  const outcome = parse([aSheet('A', [['Thôn', 'CT01', 'CT02'], UPPER, ['', 850, 510], LOWER])]);
  expect(counts(outcome)).toEqual(['TH01 1200 720', '?', 'TH03 640 384']);
  expect(message(outcome, 'unit-unknown')).toContain('ô tên đơn vị để trống');
});
