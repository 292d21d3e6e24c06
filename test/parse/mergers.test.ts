import { describe, expect, test } from 'vitest';
import { MERGER_COLUMNS, MERGERS_SHEET, REGISTER_SHEET } from '../../src/model/register.ts';
import type { PlainDate } from '../../src/model/plain-date.ts';
import { parseMergers } from '../../src/parse/register/mergers.ts';
import { aSheet, aWorkbook, dayCell, type CellDraft } from '../support/a-workbook.ts';
import { aUnit } from '../support/builders.ts';
import { day } from '../support/small-commune.ts';

const units = [aUnit({ id: 'TH01', name: 'Thôn Đông' })];
const DAY = day('2025-10-31');
const HEADER = MERGER_COLUMNS.map(({ heading }) => heading);

function parse(rows: readonly (readonly CellDraft[])[], name = MERGERS_SHEET) {
  const sheets = [aSheet(REGISTER_SHEET, [['Mã', 'Tên', 'Loại']]), aSheet(name, rows)];
  return parseMergers(aWorkbook(sheets, 'don-vi.xlsx'), { units }, DAY);
}

describe('parseMergers', () => {
  test('reads every column but the note', () => {
    const { value, diagnostics } = parse([
      HEADER,
      ['Thôn Gò ', 'Tịnh Kỳ', 'th01', dayCell(45_931), 'Nghị quyết của HĐND xã'],
      [],
      ['Thôn Bãi', '-', 'TH01', '01/10/2025'],
      ['Theo nghị quyết của HĐND xã'],
    ]);
    expect(diagnostics).toEqual([]);
    const ref = (address: string) => ({ file: 'don-vi.xlsx', sheet: MERGERS_SHEET, address });
    expect(value).toEqual([
      { name: 'Thôn Gò', formerCommune: 'Tịnh Kỳ', into: 'TH01', from: '2025-10-01', ref: ref('A2') },
      { name: 'Thôn Bãi', formerCommune: '', into: 'TH01', from: '2025-10-01', ref: ref('A4') },
    ]);
  });

  test('columns in any order, on a sheet of another name', () => {
    const { value } = parse(
      [
        ['Từ ngày', 'Nhập vào mã', 'Tên đơn vị cũ'],
        ['01/10/2025', 'TH01', 'Thôn Gò'],
      ],
      'Sheet2',
    );
    expect(value.map(({ name, into }) => [name, into])).toEqual([['Thôn Gò', 'TH01']]);
  });

  test.each<[string, readonly (readonly CellDraft[])[], readonly string[]]>([
    ['a blank sheet', [], []],
    ['headings only', [HEADER], []],
    ['no name', [HEADER, ['', '', 'TH01', '01/10/2025']], ['register-merger-incomplete A2']],
    ['no code', [HEADER, ['Thôn Gò', '', '', '01/10/2025']], ['register-merger-incomplete C2']],
    ['no day', [HEADER, ['Thôn Gò', '', 'TH01']], ['register-merger-incomplete D2']],
    ['a code of nobody', [HEADER, ['Thôn Gò', '', 'TH02', '01/10/2025']], ['register-merger-target-unknown C2']],
    ['no such day', [HEADER, ['Thôn Gò', '', 'TH01', '31/09/2025']], ['register-date-unreadable D2']],
    ['no column for the day', [HEADER.slice(0, 3), ['Thôn Gò', '', 'TH01']], ['register-heading-missing sheet']],
    ['no headings', [['Thôn Gò', '', 'TH01', '01/10/2025']], ['register-heading-missing sheet']],
  ])('%s: left out', (_what, rows, findings) => {
    const { value, diagnostics } = parse(rows);
    expect(value).toEqual([]);
    expect(
      diagnostics.map(({ rule, location }) =>
        location.kind === 'cell' ? `${rule} ${location.ref.address}` : `${rule} ${location.kind}`,
      ),
    ).toEqual(findings);
  });

  test('a register without that sheet has no mergers', () =>
    expect(parseMergers(aWorkbook([aSheet(REGISTER_SHEET, [['Mã', 'Tên', 'Loại']])]), { units }, DAY)).toEqual({
      value: [],
      diagnostics: [],
    }));
});

describe('mergers one after the other', () => {
  const [gone, present] = [aUnit({ id: 'TH02', name: 'Thôn Gò' }), aUnit({ id: 'TH01', name: 'Thôn Đông' })];
  const rows = [HEADER, ['Thôn Bãi', '', 'TH02', '01/07/2025'], ['Thôn Gò', '', 'TH01', '01/10/2025']];
  const book = aWorkbook([aSheet(MERGERS_SHEET, rows)], 'don-vi.xlsx');
  const ref = { file: 'don-vi.xlsx', sheet: 'Đơn vị', address: 'A2' };
  const into = (register: Parameters<typeof parseMergers>[1], on: PlainDate) =>
    parseMergers(book, register, on).value.map((merger) => [merger.name, merger.into]);

  test('between the two, the first one only', () => {
    const dormant = [{ unit: present, from: day('2025-10-01'), to: undefined, ref }];
    expect(into({ units: [gone], dormant }, day('2025-09-30'))).toEqual([['Thôn Bãi', 'TH02']]);
  });

  test('after both, all have gone into the last', () => {
    const dormant = [{ unit: gone, from: undefined, to: day('2025-09-30'), ref }];
    expect(into({ units: [present], dormant }, DAY)).toEqual([
      ['Thôn Bãi', 'TH01'],
      ['Thôn Gò', 'TH01'],
    ]);
  });

  test('into a unit that is no more, nobody knows where', () => {
    const dormant = [{ unit: aUnit({ id: 'TH02', name: 'Thôn Hạ' }), from: undefined, to: day('2025-09-30'), ref }];
    expect(into({ units: [present], dormant }, DAY)).toEqual([['Thôn Gò', 'TH01']]);
  });
});
