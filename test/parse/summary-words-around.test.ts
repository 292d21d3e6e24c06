import { describe, expect, test } from 'vitest';
import { valueOf } from '../../src/model/located.ts';
import { aSheet, dayCell } from '../support/a-workbook.ts';
import {
  ALL,
  counts,
  LOWER,
  message,
  MIDDLE,
  notable,
  parse,
  type Parsed,
  type Rows,
  SHORT,
  UPPER,
} from '../support/several-units.ts';

describe('numbers in hundreds or thousands', () => {
  test.each<[what: string, rows: Rows]>([
    ['a line above', [['BẢNG TỔNG HỢP', '', 'Đơn vị tính: trăm người'], ['Thôn', 'CT01', 'CT02'], ...SHORT]],
    ['a label and a cell beside', [['', 'ĐVT:', 'nghìn hộ'], ['Thôn', 'CT01', 'CT02'], ...SHORT]],
    ['in brackets in the title', [['BẢNG SỐ LIỆU (Đơn vị: nghìn người)'], ['Thôn', 'CT01', 'CT02'], ...SHORT]],
    ['in figures', [['ĐVT: 1.000 người'], ['Thôn', 'CT01', 'CT02'], ...SHORT]],
    ['in both headings', [['Thôn', 'CT01 (trăm người)', 'CT02 (trăm người)'], ...SHORT]],
    ['below both headings', [['Thôn', 'CT01', 'CT02'], ['', 'nghìn người', 'Nghìn người'], ...SHORT]],
    [
      'over both headings',
      [['Thôn', 'Số liệu (nghìn người)', 'Số liệu (nghìn người)'], ['', 'CT01', 'CT02'], ...SHORT],
    ],
  ])('are not counted: %s', (_, rows) => {
    const outcome = parse([aSheet('A', rows)]);
    expect(counts(outcome)).toEqual(['TH01 - -', 'TH02 - -', 'TH03 - -']);
    expect(new Set(notable(outcome).map((line) => line.split(' ')[0]))).toEqual(new Set(['number-scaled']));
  });

  test('the unit of one column does not concern the others', () => {
    const rows = [['Thôn', 'CT01', 'CT02'], ['', 'người', 'trăm người'], ...SHORT];
    expect(counts(parse([aSheet('A', rows)]))).toEqual(['TH01 1200 -', 'TH02 850 -', 'TH03 640 -']);
  });

  test('units side by side have the unit of counting in a column', () => {
    const rows = [
      ['Mã', 'Chỉ tiêu', 'ĐVT', 'Thôn Thượng', 'Thôn Trung', 'Ghi chú'],
      ['CT01', 'Dân số', 'người', 1200, 850, 'tính đến hết tháng 10'],
      ['CT02', 'Có chữ ký số', 'trăm người', 7, 5],
    ];
    const outcome = parse([aSheet('A', rows)]);
    expect(counts(outcome)).toEqual(['TH01 1200 -', 'TH02 850 -']);
    expect(notable(outcome)).toEqual(['number-scaled A!D3 TH01', 'number-scaled A!E3 TH02']);
  });

  test.each([['Đơn vị tính: người'], ['Đơn vị: Thôn Vạn Lý'], ['Đơn vị: Xã Trăm Hoa'], ['ĐVT: người, hộ, lượt']])(
    '“%s” says nothing of the kind',
    (text) => {
      expect(counts(parse([aSheet('A', [[text], ['Thôn', 'CT01', 'CT02'], ...SHORT])]))).toEqual(ALL);
    },
  );
});

test('hidden rows and columns count, with a remark', () => {
  const rows = [['Thôn', 'CT01', 'CT02'], ...SHORT];
  const outcome = parse([aSheet('A', rows, { hiddenRows: [2], hiddenColumns: [2] })]);
  expect(counts(outcome)).toEqual(ALL);
  expect(message(outcome, 'cell-hidden')).toContain('(C2, B3, C3 và C4)');
});

describe('time stamps of online forms', () => {
  const answers: Rows = [
    [dayCell(45_966.35), ...UPPER],
    ['05/11/2025 08:30:00', ...MIDDLE],
    ['2025/11/06 8:30:00 SA GMT+7', ...LOWER],
  ];
  const days = ({ value }: Parsed) =>
    value.map(({ submission }) => (submission === undefined ? undefined : valueOf(submission.reportedOn)));

  test('are the days of the reports when there is no column for those', () => {
    const outcome = parse([aSheet('A', [['Dấu thời gian', 'Tên thôn', 'CT01', 'CT02'], ...answers])]);
    expect(days(outcome)).toEqual(['2025-11-05', '2025-11-05', '2025-11-06']);
    expect(notable(outcome)).toEqual(['report-date-from-time-stamp A!A1']);
  });

  test('the end of answering goes before its beginning', () => {
    const begun = answers.map(([stamp, ...rest]) => [dayCell(45_960.5), stamp, ...rest]);
    const headings = ['Thời gian bắt đầu', 'Thời gian hoàn thành', 'Tên thôn', 'CT01', 'CT02'];
    const outcome = parse([aSheet('A', [headings, ...begun])]);
    expect(days(outcome)).toEqual(['2025-11-05', '2025-11-05', '2025-11-06']);
  });

  test('a day without a time under “Thời gian hoàn thành” may be anything', () => {
    const rows = [
      ['Thời gian hoàn thành', 'Tên thôn', 'CT01', 'CT02'],
      [dayCell(45_966), ...UPPER],
    ];
    const outcome = parse([aSheet('A', rows)]);
    expect(days(outcome)).toEqual([undefined]);
    expect(notable(outcome)).toEqual([]);
  });

  test('a column for the day goes before, and a blank in it stays blank', () => {
    const rows = [
      ['Dấu thời gian', 'Tên thôn', 'CT01', 'CT02', 'Ngày báo cáo'],
      [dayCell(45_966.35), ...UPPER, dayCell(45_965)],
      [dayCell(45_966.35), ...MIDDLE],
    ];
    const outcome = parse([aSheet('A', rows)]);
    expect(days(outcome)).toEqual(['2025-11-04', undefined]);
    expect(notable(outcome)).toEqual([]);
  });

  test('two answers of one unit are two reports, not the last one', () => {
    const again = ['06/11/2025 09:00:00', 'Thôn Hạ', 639, 384];
    const outcome = parse([aSheet('A', [['Timestamp', 'Tên thôn', 'CT01', 'CT02'], ...answers, again])]);
    expect(counts(outcome)).toEqual([...ALL, 'TH03 639 384']);
  });
});
