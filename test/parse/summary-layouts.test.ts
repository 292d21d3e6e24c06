import { describe, expect, test } from 'vitest';
import { aSheet, percentCell, type CellDraft } from '../support/a-workbook.ts';
import {
  ALL,
  counts,
  FIGURES,
  figures,
  findings,
  HEADINGS,
  LINES,
  LOWER,
  message,
  MIDDLE,
  notable,
  parse,
  REPORTED,
  type Rows,
  SHORT,
  UPPER,
} from '../support/several-units.ts';

describe('headings', () => {
  test('a text of many brackets is no heading, and costs nothing', () => {
    const heavy = Array.from({ length: 60 }, (_, index) => `${'('.repeat(400)}${String(index)}`);
    const blank = heavy.map(() => '');
    const rows = [['Thôn', ...heavy, 'CT01', 'CT02'], ...SHORT.map(([unit, ...rest]) => [unit, ...blank, ...rest])];
    expect(counts(parse([aSheet('A', rows)]))).toEqual(ALL);
  });

  test('a title of 300 letters is read, a longer text is no heading', () => {
    const title = (length: number): string => `CT01 (${'x'.repeat(length - 7)})`;
    const table = (heading: string) => parse([aSheet('A', [['Thôn', heading, 'CT02'], ...SHORT])]);
    expect(counts(table(title(300)))).toEqual(ALL);
    expect(counts(table(title(301)))).toEqual(['TH01 720', 'TH02 510', 'TH03 384']);
  });

  test('codes may be written with blanks or without zeros', () => {
    expect(counts(parse([aSheet('A', [['Thôn', 'CT 01', 'CT2'], ...SHORT])]))).toEqual(ALL);
  });

  test('one that is almost known is asked about and never read', () => {
    const rows = [
      ['Thôn', 'CT01', 'Số người có chư ký số', 'Ngày báo cao', 'Ghi thêm'],
      ...SHORT.map((line) => [...line, REPORTED, 'x']),
    ];
    const outcome = parse([aSheet('A', rows)]);
    expect(counts(outcome)).toEqual(['TH01 1200', 'TH02 850', 'TH03 640']);
    expect(notable(outcome)).toEqual(['heading-unknown A!C1', 'heading-unknown A!D1']);
    expect(outcome.diagnostics.map(({ hint }) => hint).join('\n')).toContain(
      'tkcds confirm "Số người có chư ký số" CT02',
    );
  });
});

test.each<[what: string, heading: string, cells: readonly CellDraft[], found: readonly string[]]>([
  ['numbers of another kind', 'Số hộ nghèo', [12, 9, 4], ['heading-unknown A!D1']],
  ['words', 'Trưởng thôn xem', ['rồi', 'rồi', 'chưa'], []],
  ['numbers of lines', 'Thứ tự', [1, 2, 3], []],
  ['totals', 'Tổng cộng', [1920, 1360, 1024], []],
  ['shares', 'Phần đạt', [percentCell(0.6), percentCell(0.6), percentCell(0.6)], []],
])('a column that nobody knows is named if it holds numbers: %s', (_, heading, cells, found) => {
  const rows = [['Thôn', 'CT01', 'CT02', heading], ...SHORT.map((line, index) => [...line, cells[index]])];
  expect(notable(parse([aSheet('A', rows)]))).toEqual(found);
});

test('codes in the lines of units are no headings', () => {
  const list = LINES.flatMap(([, unit, , , adults, holders]) => [
    [unit, 'CT01', adults],
    [unit, 'CT02', holders],
  ]);
  const outcome = parse([aSheet('A', [['Thôn', 'Chỉ tiêu', 'Số liệu'], ...list])]);
  expect(counts(outcome)).toEqual(['?']);
  expect(notable(outcome)).toContain('table-unrecognised A!A2');
});

describe('tables that go on', () => {
  test.each<[what: string, first: Rows, second: Rows]>([
    ['upon another sheet', [['Thôn', 'CT01', 'CT02'], UPPER, MIDDLE], [LOWER]],
    ['with codes of units', [['Thôn', 'CT01', 'CT02'], UPPER, MIDDLE], [['STT 3', 'TH03', 640, 384]]],
    ['beside the table', [['Thôn', 'CT01', 'CT02'], [...UPPER, '', ...LOWER], MIDDLE], []],
    [
      'with units side by side',
      [
        ['Mã', 'Thôn Thượng', 'Thôn Trung'],
        ['CT01', 1200, 850],
        ['CT02', 720, 510],
      ],
      [['Thôn Hạ'], [640], [384]],
    ],
  ])('without headings are not passed over: %s', (_, first, second) => {
    const outcome = parse([aSheet('A', first), aSheet('B', second)]);
    expect(counts(outcome)).toEqual(ALL.slice(0, 2));
    expect(notable(outcome).map((line) => line.split(' ')[0])).toEqual(['rows-without-headings']);
  });

  test('with headings of their own that nobody knows are asked about', () => {
    const other = aSheet('B', [['Tên thôn', 'Số người đủ tuổi', 'Số người có chữ kí số'], LOWER]);
    const outcome = parse([aSheet('A', [['Thôn', 'CT01', 'CT02'], UPPER, MIDDLE]), other]);
    expect(notable(outcome)).toEqual(['table-unrecognised B!A2']);
    expect(message(outcome, 'table-unrecognised')).toContain('có phải là CT02');
  });

  test('what only repeats the numbers is not missed, nor what holds no numbers', () => {
    const copies = aSheet('Biểu đồ', [LOWER, ['Thôn Hạ', 640]]);
    const phones = aSheet('Danh bạ', [['Thôn Hạ', 'Nguyễn Văn A', 900_000_000]]);
    expect(notable(parse([aSheet('A', [['Thôn', 'CT01', 'CT02'], ...SHORT]), copies, phones]))).toEqual([]);
  });

  test.each<[what: string, rows: Rows]>([
    ['further down below a title', [['Thôn', 'CT01', 'CT02'], UPPER, MIDDLE, [], ['Phần tiếp theo'], [], LOWER]],
    ['with the headings again', [['Thôn', 'CT01', 'CT02'], UPPER, [], ['Thôn', 'CT01', 'CT02'], MIDDLE, LOWER]],
    [
      'with other columns again',
      [['Thôn', 'CT01', 'CT02'], UPPER, MIDDLE, ['CT02', 'Tên thôn', 'CT01'], [384, 'Thôn Hạ', 640]],
    ],
  ])('on the same sheet are read: %s', (_, rows) => {
    const outcome = parse([aSheet('A', rows)]);
    expect(counts(outcome)).toEqual(ALL);
    expect(notable(outcome)).toEqual([]);
  });

  test('numbers above and tasks below are one report', () => {
    const tasks = LINES.map((line) => [line[1], line[6], line[7]]);
    const numbers = LINES.map((line) => line.slice(0, 6));
    const rows = [HEADINGS.slice(0, 6), ...numbers, [], ['Thôn', 'II.3-1', 'II.3-2'], ...tasks];
    const outcome = parse([aSheet('A', rows)]);
    expect(figures(outcome)).toEqual(FIGURES);
    expect(findings(outcome)).toEqual([]);
  });
});

describe('tables side by side', () => {
  test.each<[what: string, rows: Rows]>([
    ['with a blank between', [['Thôn', 'CT01', 'CT02', '', 'Thôn', 'CT01', 'CT02'], [...UPPER, '', ...LOWER], MIDDLE]],
    [
      'with numbers of lines',
      [
        ['STT', 'Thôn', 'CT01', 'CT02', 'STT', 'Thôn', 'CT01', 'CT02'],
        [1, ...UPPER, 3, ...LOWER],
        [2, ...MIDDLE],
      ],
    ],
    [
      'without headings for the names',
      [
        ['', 'CT01', 'CT02', '', 'CT01', 'CT02'],
        [...UPPER, ...LOWER],
        [...MIDDLE, 'Trường Tiểu học Suối Mây'],
      ],
    ],
    [
      'with codes before the names',
      [
        ['Mã', 'Thôn', 'CT01', 'CT02', 'Mã', 'Thôn', 'CT01', 'CT02'],
        ['TH01', ...UPPER, 'TH03', ...LOWER],
        ['TH02', ...MIDDLE, 'TR01', 'Trường Tiểu học Suối Mây'],
      ],
    ],
    [
      'with names behind the numbers',
      [
        ['CT01', 'CT02', 'Thôn', 'CT01', 'CT02', 'Thôn'],
        [1200, 720, 'Thôn Thượng', 640, 384, 'Thôn Hạ'],
        [850, 510, 'Thôn Trung'],
      ],
    ],
    [
      'with the names once more in the middle and at the end',
      [
        ['Thôn', 'CT01', 'Thôn', 'CT02', 'Thôn'],
        ...SHORT.map(([unit, first, second]) => [unit, first, unit, second, unit]),
      ],
    ],
  ])('are two tables: %s', (_, rows) => {
    const outcome = parse([aSheet('A', rows)]);
    expect(counts(outcome).toSorted()).toEqual(ALL);
    expect(notable(outcome)).toEqual([]);
  });

  test('a column that stands twice in one of them is still not chosen from', () => {
    const rows = [
      ['Thôn', 'CT01', 'CT02', 'CT02', 'Thôn', 'CT01', 'CT02'],
      ['Thôn Thượng', 1200, 720, 721, ...LOWER],
    ];
    const outcome = parse([aSheet('A', rows)]);
    expect(counts(outcome)).toEqual(['TH01 1200', 'TH03 640 384']);
    expect(notable(outcome)).toEqual(['heading-ambiguous A!C1']);
  });
});
