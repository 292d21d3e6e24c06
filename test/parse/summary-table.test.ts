import { describe, expect, test } from 'vitest';
import { valueOf } from '../../src/model/located.ts';
import type { Sheet } from '../../src/model/workbook.ts';
import { aSheet, type CellDraft } from '../support/a-workbook.ts';
import {
  COUNTED,
  figures,
  FIGURES,
  findings,
  HEADINGS,
  LINES,
  parse,
  REPORTED,
  round,
} from '../support/several-units.ts';

function transposed(rows: readonly (readonly CellDraft[])[]): readonly (readonly CellDraft[])[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

describe('a table with a line for each unit', () => {
  test.each<[what: string, sheets: readonly Sheet[]]>([
    ['at the top of the sheet', [aSheet('Trang 1', [HEADINGS, ...LINES])]],
    [
      'under a title, with bands, numbers of columns, a total and signatures around it',
      [
        aSheet('Tổng hợp', [
          ['ỦY BAN NHÂN DÂN XÃ SUỐI MÂY'],
          ['BẢNG TỔNG HỢP SỐ LIỆU CỦA CÁC THÔN'],
          [],
          HEADINGS,
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
          ['I', 'Các thôn'],
          ...LINES,
          ['', 'Tổng cộng', '', '', 2690, 1614],
          [],
          ['', 'NGƯỜI LẬP BIỂU', '', '', 'CHỦ TỊCH'],
          ['', 'Nguyễn Văn A'],
        ]),
      ],
    ],
    ['with units side by side', [aSheet('Ngang', transposed([HEADINGS, ...LINES]))]],
    [
      'with lines in another order and blank ones between',
      [aSheet('A', [HEADINGS, ...LINES.flatMap((line) => [[], line])])],
    ],
    [
      'with the titles of the form as headings',
      [
        aSheet('Câu trả lời biểu mẫu 1', [
          [
            'Dấu thời gian',
            'Tên đơn vị',
            'Ngày báo cáo',
            'Số liệu tính đến ngày',
            ...['adults', 'signature-holders'].map(
              (id) => round.directive.indicators.find((indicator) => indicator.id === id)?.title ?? '',
            ),
            ...['II.3-1', 'II.3-2'].map((id) => `${id}. ${taskTitle(id)}`),
          ],
          ...LINES.map(([, ...cells]) => [REPORTED, ...cells]),
        ]),
      ],
    ],
    [
      'with headings in two rows, merged',
      [
        aSheet(
          'Hai dòng',
          [
            ['STT', 'Đơn vị', 'Thời gian', '', 'Chữ ký số', '', 'Nhiệm vụ', ''],
            ['', '', 'Ngày báo cáo', 'Số liệu tính đến ngày', 'CT01', 'CT02', 'II.3-1', 'II.3-2'],
            ...LINES,
          ],
          {
            merges: [
              { top: 0, left: 0, bottom: 1, right: 0 },
              { top: 0, left: 1, bottom: 1, right: 1 },
              { top: 0, left: 2, bottom: 0, right: 3 },
              { top: 0, left: 4, bottom: 0, right: 5 },
              { top: 0, left: 6, bottom: 0, right: 7 },
            ],
          },
        ),
      ],
    ],
    [
      'with numbers on one sheet and tasks on another',
      [
        aSheet('Số', [HEADINGS.slice(0, 6), ...LINES.map((line) => line.slice(0, 6))]),
        aSheet('Việc', [['Thôn', 'II.3-1', 'II.3-2'], ...LINES.map((line) => [line[1], line[6], line[7]])]),
      ],
    ],
  ])('%s', (_, sheets) => {
    const outcome = parse(sheets);
    expect(figures(outcome)).toEqual(FIGURES);
    expect(findings(outcome)).toEqual([]);
  });

  test('without a register the names are believed', () => {
    const names = ['Thôn Thượng', 'Thôn Trung', 'Thôn Hạ'];
    const outcome = parse([aSheet('A', [HEADINGS, ...LINES])], []);
    expect(figures(outcome)).toEqual(FIGURES.map(([, ...rest], index) => [names[index], ...rest]));
  });

  test('units of several types are asked their own columns only', () => {
    const outcome = parse([
      aSheet('A', [
        ['Đơn vị', 'CT01', 'CT02', 'CT21', 'Nội dung khác'],
        ['Thôn Thượng', 1200, 720],
        ['Trường Tiểu học Suối Mây', '', '', 12, 'ghi thêm'],
        ['Trường Trung học cơ sở Suối Mây', 5, '', 13],
      ]),
    ]);
    expect(
      outcome.value.map(({ unit, submission }) => [
        unit?.id,
        submission?.indicators.map(({ value }) => valueOf(value)),
      ]),
    ).toEqual([
      ['TH01', [1200, 720]],
      ['TR01', [12]],
      ['TR02', [13]],
    ]);
    expect(findings(outcome)).toEqual([
      'indicator-not-assigned A!B4 TR02',
      'sheet-missing sheet TH01',
      'sheet-missing sheet TR01',
      'sheet-missing sheet TR02',
    ]);
  });

  test('a name that is nobody’s is a finding at its cell, and the other lines count', () => {
    const outcome = parse([aSheet('A', [HEADINGS, ...LINES, [4, 'Thôn Thượg', '', '', 10, 5]])]);
    expect(figures(outcome)).toEqual([...FIGURES, [undefined, {}, [], []]]);
    expect(findings(outcome)).toEqual(['unit-unknown A!B5']);
  });

  test('a code or the former commune in the line tells the unit', () => {
    const outcome = parse([
      aSheet('A', [
        ['Mã', 'Tên', 'CT01', 'CT02'],
        ['TH01', 'Thượng', 1200, 720],
        ['TH02', 'thôn ta', 850, 510],
        ['TH03', 'Hạ', 640, 384],
      ]),
    ]);
    expect(outcome.value.map(({ unit }) => unit?.id)).toEqual(['TH01', 'TH02', 'TH03']);
  });

  test('a unit that is only listed has not reported', () => {
    const outcome = parse([aSheet('A', [HEADINGS, ...LINES.slice(0, 2), [3, 'Thôn Hạ', '', '', '', '-']])]);
    expect(outcome.value.map(({ unit }) => unit?.id)).toEqual(['TH01', 'TH02']);
  });

  test('a total that the lines do not add up to is a warning, and is never counted', () => {
    const outcome = parse([aSheet('A', [HEADINGS, ...LINES, ['', 'Tổng cộng', '', '', 2690, 1641]])]);
    expect(findings(outcome)).toEqual(['summary-total-differs A!F5']);
    expect(outcome.diagnostics[0]?.message).toBe(
      'Dòng tổng của bảng ghi CT02 là 1.641, cộng các dòng đơn vị ở trên được 1.614',
    );
  });

  test('a unit with two lines has two reports that contradict one another', () => {
    const outcome = parse([aSheet('A', [HEADINGS, ...LINES, [4, 'Thôn Hạ', REPORTED, COUNTED, 641, 384]])]);
    expect(outcome.value.map(({ unit, submission }) => [unit?.id, submission?.part])).toEqual([
      ['TH01', 'dòng 2, trang “A”'],
      ['TH02', 'dòng 3, trang “A”'],
      ['TH03', 'dòng 4, trang “A”'],
      ['TH03', 'dòng 5, trang “A”'],
    ]);
  });

  test('a heading over several columns means none of them', () => {
    const rows = [
      ['STT', 'Tên thôn', 'CT01', 'CT02', '', 'CT03'],
      ['', '', '', 'Đăng ký mới', 'Lũy kế', ''],
      [1, 'Thôn Thượng', 1200, 31, 720, 31],
      [2, 'Thôn Trung', 850, 33, 510, 33],
    ];
    const merges = [
      { top: 0, left: 1, bottom: 1, right: 1 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    ];
    const outcome = parse([aSheet('A', rows, { merges })]);
    expect(outcome.value.map(({ submission }) => submission?.indicators.map(({ value }) => valueOf(value)))).toEqual([
      [1200, 31],
      [850, 33],
    ]);
    expect(outcome.diagnostics[0]?.message).toBe(
      'Có 2 cột có thể là CT02: “CT02” (ô D1) và “CT02” (ô E1); không rõ cột nào đúng nên không tính cột nào',
    );
  });

  test('two columns with one heading are not chosen from', () => {
    const outcome = parse([
      aSheet('A', [
        ['Thôn', 'CT01', 'CT02', 'CT03', 'CT03'],
        ['Thôn Thượng', 1200, 720, 1, 2],
      ]),
    ]);
    expect(outcome.value.map(({ submission }) => submission?.indicators.length)).toEqual([2]);
    expect(findings(outcome)).toContain('heading-ambiguous A!D1');
  });
});

function taskTitle(id: string): string {
  return round.directive.taskGroups.flatMap(({ tasks }) => tasks).find((task) => task.id === id)?.title ?? '';
}
