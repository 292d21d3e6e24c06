import { describe, expect, test } from 'vitest';
import { REGISTER_COLUMNS, REGISTER_SHEET } from '../../src/model/register.ts';
import { parseRegister } from '../../src/parse/register/register.ts';
import { aSheet, aWorkbook, dayCell, type CellDraft } from '../support/a-workbook.ts';
import { aDirective } from '../support/builders.ts';
import { day } from '../support/small-commune.ts';

const { unitTypes } = aDirective();
const HEADER = REGISTER_COLUMNS.map(({ heading }) => heading);

const DAY = day('2025-10-31');

function parse(rows: readonly (readonly CellDraft[])[], on = DAY) {
  return parseRegister(aWorkbook([aSheet(REGISTER_SHEET, rows)], 'don-vi.xlsx'), unitTypes, on);
}

const found = (rows: readonly (readonly CellDraft[])[]): readonly string[] =>
  parse(rows).diagnostics.map(({ rule, location }) =>
    location.kind === 'cell' ? `${rule} ${location.ref.address}` : `${rule} ${location.kind}`,
  );

describe('parseRegister', () => {
  test('reads every column but the contact person', () => {
    const { value, diagnostics } = parse([
      ['DANH SÁCH ĐƠN VỊ'],
      HEADER,
      [
        'TH01',
        'Thôn Đông',
        'Thôn',
        'Tịnh Kỳ',
        'Xóm Đông; Thôn 1 ;',
        '1.210',
        'Công an xã',
        dayCell(45_930),
        410,
        'Nguyễn Văn A',
        '0900000000',
      ],
      [],
      ['TR01', 'Trường học Mẫu', 'trường học'],
      ['Ghi chú: danh sách theo Nghị quyết'],
    ]);
    expect(diagnostics).toEqual([]);
    expect(value.units).toEqual([
      {
        id: 'TH01',
        name: 'Thôn Đông',
        type: 'village',
        formerCommune: 'Tịnh Kỳ',
        aliases: ['Xóm Đông', 'Thôn 1'],
        adults: { value: 1210, raw: '1.210', ref: { file: 'don-vi.xlsx', sheet: REGISTER_SHEET, address: 'F3' } },
        adultsSource: 'Công an xã',
        adultsAsOf: '2025-09-30',
        households: { value: 410, raw: '410', ref: { file: 'don-vi.xlsx', sheet: REGISTER_SHEET, address: 'I3' } },
      },
      {
        id: 'TR01',
        name: 'Trường học Mẫu',
        type: 'school',
        formerCommune: '',
        aliases: [],
        adults: undefined,
        adultsSource: '',
        adultsAsOf: undefined,
        households: undefined,
      },
    ]);
    expect(JSON.stringify(value)).not.toMatch(/Nguyễn Văn A|0900000000/u);
  });

  test('columns in any order, under other headings, on a sheet of another name', () => {
    const { value, diagnostics } = parseRegister(
      aWorkbook([
        aSheet('Hướng dẫn', [['Cách ghi']]),
        aSheet('Sheet1', [
          ['Loại', 'Tên', 'Mã'],
          ['Thôn', 'Thôn Đông', 'TH01'],
        ]),
      ]),
      unitTypes,
      DAY,
    );
    expect(diagnostics).toEqual([]);
    expect(value.units.map(({ id, name, type }) => [id, name, type])).toEqual([['TH01', 'Thôn Đông', 'village']]);
  });

  test.each<[string, readonly (readonly CellDraft[])[], readonly string[], readonly string[]]>([
    ['blank', [HEADER], [], []],
    ['no table', [['x']], ['register-heading-missing file'], []],
    [
      'no column for types',
      [
        ['Mã', 'Tên'],
        ['TH01', 'Thôn Đông'],
      ],
      ['register-heading-missing sheet'],
      [],
    ],
    ['no code', [HEADER, ['', 'Thôn Đông', 'Thôn']], ['register-code-missing A2'], []],
    [
      'a code twice',
      [HEADER, ['TH01', 'Thôn Đông', 'Thôn'], ['th01', 'Thôn Tây', 'Thôn']],
      ['register-code-repeated A3'],
      ['TH01'],
    ],
    ['no name', [HEADER, ['TH01', '', 'Thôn']], ['register-name-missing B2'], ['TH01']],
    ['no type', [HEADER, ['TH01', 'Thôn Đông', '']], ['register-type-unknown C2'], []],
    ['a type that nobody knows', [HEADER, ['TH01', 'Thôn Đông', 'Thông']], ['register-type-unknown C2'], []],
    ['a lone code', [HEADER, ['TH01']], ['register-type-unknown C2'], []],
    [
      'words for adults',
      [HEADER, ['TH01', 'Thôn Đông', 'Thôn', '', '', 'nhiều']],
      ['register-number-unreadable F2'],
      ['TH01'],
    ],
    [
      'half a household',
      [HEADER, ['TH01', 'Thôn Đông', 'Thôn', '', '', 5, '', '', 4.5]],
      ['register-number-unreadable I2'],
      ['TH01'],
    ],
    [
      'a citizen number for adults',
      [HEADER, ['TH01', 'Thôn Đông', 'Thôn', '', '', '051201012345']],
      ['register-number-unreadable F2'],
      ['TH01'],
    ],
    [
      'no day',
      [HEADER, ['TH01', 'Thôn Đông', 'Thôn', '', '', 5, '', 'hôm qua']],
      ['register-date-unreadable H2'],
      ['TH01'],
    ],
    [
      'a name twice',
      [HEADER, ['TH01', 'Thôn Đông', 'Thôn'], ['TH02', 'thôn đông', 'Thôn']],
      ['register-name-ambiguous B3'],
      ['TH01', 'TH02'],
    ],
    [
      'a name twice, in two former communes',
      [HEADER, ['TH01', 'Thôn Đông', 'Thôn', 'Tịnh Kỳ'], ['TH02', 'Thôn Đông', 'Thôn', 'Tịnh Châu']],
      [],
      ['TH01', 'TH02'],
    ],
    ['adults with a word behind', [HEADER, ['TH01', 'Thôn Đông', 'Thôn', '', '', '1.210 người']], [], ['TH01']],
  ])('%s', (_what, rows, findings, ids) => {
    expect(found(rows)).toEqual(findings);
    expect(parse(rows).value.units.map(({ id }) => id)).toEqual(ids);
  });

  test('messages say which unit, what stands there and what was expected', () => {
    const { diagnostics } = parse([
      HEADER,
      ['TH01', 'Thôn Đông', 'Thôn', '', '', 'nhiều'],
      ['TH02', 'Thôn Tây', 'Thông'],
    ]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Ô “Số người từ đủ 18 tuổi” của đơn vị TH01 ghi “nhiều”, cần một số nguyên',
      'Ô “Loại đơn vị” của đơn vị TH02 ghi “Thông” (có phải ý bạn là “Thôn”?), cần một trong các loại “Thôn”, “Trường học” và “Doanh nghiệp”; đơn vị này chưa được dùng',
    ]);
  });
});

describe('units that come and go', () => {
  const rows = (...lines: readonly (readonly CellDraft[])[]) => [
    ['Mã', 'Tên', 'Loại', 'Số người từ đủ 18 tuổi', 'Hoạt động từ ngày', 'Hoạt động đến ngày'],
    ...lines,
  ];
  const register = rows(
    ['TH01', 'Thôn Gò', 'Thôn', 500, '', '31/10/2025'],
    ['TH02', 'Thôn Bãi', 'Thôn', 'nhiều', '', dayCell(45_930)],
    ['TH01', 'Thôn Gò Bãi', 'Thôn', 900, '01/11/2025', ''],
    ['TH03', 'Thôn Đông', 'Thôn'],
  );

  test.each([
    ['the last day of one', day('2025-10-31'), ['Thôn Gò', 'Thôn Đông'], ['Thôn Bãi', 'Thôn Gò Bãi']],
    ['the first day of another', day('2025-11-01'), ['Thôn Gò Bãi', 'Thôn Đông'], ['Thôn Gò', 'Thôn Bãi']],
  ])('%s: who is there, without a word of the others', (_what, on, present, away) => {
    const { value, diagnostics } = parse(register, on);
    expect(value.units.map(({ name }) => name)).toEqual(present);
    expect(value.dormant?.map(({ unit }) => unit.name)).toEqual(away);
    expect(diagnostics).toEqual([]);
  });

  test('what is wrong with a number matters on the days of the unit', () => {
    const { diagnostics } = parse(register, day('2025-09-30'));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['register-number-unreadable']);
  });

  test.each([
    ['no such day', ['', '31/11/2025'], 'register-term-unreadable F2'],
    ['a word', ['khi có quyết định', ''], 'register-term-unreadable E2'],
    ['the end before the beginning', ['01/11/2025', '31/10/2025'], 'register-term-unreadable F2'],
  ])('%s: the row is lost, and said so', (_what, term, finding) => {
    const faulty = rows(['TH01', 'Thôn Gò', 'Thôn', 500, ...term]);
    expect(found(faulty)).toEqual([finding]);
    expect(parse(faulty).value).toEqual({ units: [] });
  });
});
