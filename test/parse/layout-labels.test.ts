import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/model/workbook.ts';
import { aFilledForm, GENERAL } from '../support/a-filled-form.ts';
import { aSheet, dayCell, type CellDraft } from '../support/a-workbook.ts';
import { aDirective, aRound, aUnit } from '../support/builders.ts';
import { brief, parse, understood } from '../support/parse-form.ts';

type Rows = readonly (readonly CellDraft[])[];

const DAY = dayCell(45_966);

function general(rows: Rows, overrides: Parameters<typeof aSheet>[2] = {}): Workbook {
  const form = aFilledForm({ stamp: null, file: 'phieu.xlsx' });
  return { ...form, sheets: [aSheet('Thông tin chung', rows, overrides), ...form.sheets.slice(1)] };
}

function opinions(rows: Rows, overrides: Parameters<typeof aSheet>[2] = {}): Workbook {
  const form = aFilledForm();
  return {
    ...form,
    sheets: form.sheets.map((sheet) =>
      sheet.name === 'Khó khăn, đề xuất' ? aSheet(sheet.name, rows, overrides) : sheet,
    ),
  };
}

const guided = aDirective({
  form: {
    ...aDirective().form,
    fields: aDirective().form.fields.map((field) => ({
      ...field,
      aliases: field.id === 'unit' ? ['Đơn vị', 'Đơn vị báo cáo'] : field.id === 'reporter' ? ['Người lập biểu'] : [],
      guidance: field.id === 'reportedOn' ? 'Ghi theo dạng ngày/tháng/năm' : 'Đã ghi sẵn, không cần sửa',
    })),
    opinions: aDirective().form.opinions.map((opinion) => ({
      ...opinion,
      guidance: 'Ghi rõ đề nghị cơ quan nào làm việc gì',
    })),
  },
});
const round = aRound({ directive: guided, units: [aUnit(), aUnit({ id: 'TH02', name: 'Thôn Đoài' })] });

describe('unit and date are found', () => {
  test.each<[what: string, rows: Rows, ref: string]>([
    [
      'labels with numbers, colons and dots',
      [
        ['1. Đơn vị báo cáo:', 'Thôn Đông'],
        ['2/ Ngày báo cáo......', DAY],
      ],
      'B2',
    ],
    [
      'labels with remarks',
      [
        ['Tên đơn vị (*)', 'Thôn Đông'],
        ['Ngày báo cáo (ngày/tháng/năm):', DAY],
      ],
      'B2',
    ],
    [
      'blank columns between',
      [
        ['Tên đơn vị', '', '', 'Thôn Đông'],
        ['Ngày báo cáo', '', DAY],
      ],
      'C2',
    ],
    ['the word for the type as label', [['Thôn: Đông'], ['Ngày báo cáo: 05/11/2025']], 'A2'],
    [
      'the word for the type beside the name with that word',
      [
        ['1. Thôn:', 'Thôn Đông'],
        ['Ngày báo cáo', DAY],
      ],
      'B2',
    ],
    ['label and answer in one cell', [['1. Đơn vị báo cáo: Thôn Đông'], ['Ngày báo cáo: 05/11/2025']], 'A2'],
    ['on dotted lines', [['Đơn vị ............ Thôn Đông ......'], ['Ngày báo cáo: …… 05/11/2025 ……']], 'A2'],
    ['several in one cell', [['Tên đơn vị: Thôn Đông\nNgày báo cáo: 05/11/2025\nĐiện thoại: -']], 'A1'],
    ['the answer on the next line of the cell', [['Tên đơn vị:\nThôn Đông'], ['Ngày báo cáo:\n05/11/2025']], 'A2'],
    [
      'side by side with the answers below',
      [
        ['Tên đơn vị', 'Người báo cáo', 'Ngày báo cáo'],
        ['Thôn Đông', 'Nguyễn Văn A', DAY],
      ],
      'C2',
    ],
    ['pairs side by side', [['Tên đơn vị', 'Thôn Đông', 'Ngày báo cáo', DAY]], 'D1'],
    ['a day below its label', [['Tên đơn vị', 'Thôn Đông'], ['Ngày báo cáo'], [DAY]], 'A3'],
    [
      'behind a letterhead that names another body',
      [['Đơn vị: UBND xã'], ['Tên đơn vị', 'Thôn Đông'], ['Ngày báo cáo', DAY]],
      'B3',
    ],
    ['with “Đơn vị: người” above a table', [['Đơn vị: người'], ['Đơn vị:', 'Thôn Đông'], ['Ngày báo cáo', DAY]], 'B3'],
    [
      'blank first and filled further down',
      [['Ngày báo cáo', ''], ['Tên đơn vị', 'Thôn Đông'], [], ['Ngày báo cáo', DAY]],
      'B4',
    ],
  ])('%s', (_what, rows, ref) => {
    const submission = understood(general(rows), round);
    expect(submission.unit.id).toBe('TH01');
    expect(submission.reportedOn).toMatchObject({ value: '2025-11-05', ref: { address: ref } });
  });

  test('a date on a hidden sheet never goes before one that is seen', () => {
    const form = general(
      [
        ['Tên đơn vị', 'Thôn Đông'],
        ['Ngày báo cáo', '06/11/2025'],
      ],
      { isHidden: true },
    );
    const seen = aSheet('Sheet2', [['Ngày báo cáo', DAY]]);
    expect(understood({ ...form, sheets: [...form.sheets, seen] }, round).reportedOn).toMatchObject({
      value: '2025-11-05',
    });
  });
});

describe('what is no answer', () => {
  test.each<[what: string, rows: Rows]>([
    [
      'the guidance beside a blank field',
      [
        ['Tên đơn vị', 'Thôn Đông'],
        ['Ngày báo cáo', '', 'Ghi theo dạng ngày/tháng/năm'],
      ],
    ],
    [
      'the label of the next field',
      [['Tên đơn vị', 'Thôn Đông'], ['Ngày báo cáo'], ['Số liệu tính đến ngày', '31/10/2025']],
    ],
    [
      'the label beside',
      [
        ['Tên đơn vị', 'Thôn Đông'],
        ['Ngày báo cáo', '', 'Người báo cáo', 'Nguyễn Văn A'],
      ],
    ],
    [
      'the motto on the right',
      [
        ['Tên đơn vị', 'Thôn Đông'],
        ['Ngày báo cáo', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ],
    ],
    ['a text below', [['Tên đơn vị', 'Thôn Đông'], ['Ngày báo cáo'], ['Kính gửi: UBND xã']]],
  ])('%s', (_what, rows) =>
    expect(understood(general(rows), round).reportedOn).toMatchObject({
      kind: 'absent',
      mark: 'blank',
      ref: { address: 'B2' },
    }),
  );

  test('the title of somebody who signs', () => {
    const rows: Rows = [
      ['Tên đơn vị', 'Thôn Đông'],
      ['Người lập biểu', '', 'Trưởng thôn'],
      ['(Ký, ghi rõ họ tên)'],
      ['Nguyễn Văn A'],
    ];
    expect(understood(general(rows), round).hasReporter).toBe(false);
    expect(
      understood(
        general([
          ['Tên đơn vị', 'Thôn Đông'],
          ['Người lập biểu', 'Nguyễn Văn A'],
        ]),
        round,
      ).hasReporter,
    ).toBe(true);
  });
});

describe('what the unit says in its own words', () => {
  const said = (workbook: Workbook): unknown =>
    understood(workbook, round).opinions.map(({ opinion, text }) => [opinion, text.value, text.ref.address]);

  test.each<[what: string, workbook: Workbook, expected: unknown]>([
    [
      'below a heading of its own',
      opinions([['1. Khó khăn, vướng mắc:'], ['Sóng yếu'], ['2. Đề xuất, kiến nghị:'], ['Thêm máy']]),
      [
        ['difficulties', 'Sóng yếu', 'A2'],
        ['proposals', 'Thêm máy', 'A4'],
      ],
    ],
    [
      'in the cell of the label',
      opinions([['Khó khăn, vướng mắc: Sóng yếu;\nthiếu máy'], ['Đề xuất, kiến nghị: Không']]),
      [['difficulties', 'Sóng yếu;\nthiếu máy', 'A1']],
    ],
    [
      'nothing, and the next guidance below',
      opinions([['Khó khăn, vướng mắc'], ['Ghi rõ đề nghị cơ quan nào làm việc gì'], ['Đề xuất, kiến nghị']]),
      [],
    ],
    [
      'nothing in the merged field, other guidance below',
      opinions([['Khó khăn, vướng mắc'], ['Ghi điều khác'], ['Đề xuất, kiến nghị']], {
        merges: [{ top: 0, left: 1, bottom: 0, right: 2 }],
      }),
      [],
    ],
    ['nothing, and a signature below', opinions([['Đề xuất, kiến nghị'], ['Người lập biểu']]), []],
  ])('%s', (_what, workbook, expected) => expect(said(workbook)).toEqual(expected));
});

describe('dates that contradict one another', () => {
  const twice = (other: CellDraft): Workbook => {
    const form = aFilledForm();
    return { ...form, sheets: [...form.sheets, aSheet('Thông tin chung (2)', [['Ngày báo cáo', other]])] };
  };

  test('are asked about', () => {
    const outcome = parse(twice('06/11/2025'));
    expect(brief(outcome)).toContain('field-repeated Thông tin chung!B6');
  });

  test('the same date twice is no contradiction', () =>
    expect([GENERAL[5]?.[1], '5/11/2025', 'ngày 05 tháng 11 năm 2025'].map((day) => brief(parse(twice(day))))).toEqual(
      [1, 2, 3].map(() => ['number-with-unit Nhiệm vụ!E6']),
    ));
});
