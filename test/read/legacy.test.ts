import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/model/plain-date.ts';
import type { Round } from '../../src/model/round.ts';
import { cellAddress, type Cell, type Sheet, type Workbook } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { openRound } from '../../src/workspace/open-round.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { readHere } from '../workspace/support/read-here.ts';
import { content, understood } from '../support/parse-form.ts';

/** One form and one small workbook in every format; fixtures/legacy/README.md says who saved them. */
const fixtures = new URL('../../fixtures/', import.meta.url);
const FORM = 'large-commune/workspace/nop/2025-10/TH04 - Thôn Phú Hòa 1.xlsx';

function opened(path: string): Workbook {
  const { value } = readWorkbook(readFileSync(new URL(path, fixtures)), path.replace(/^.*\//u, ''));
  if (value === undefined) throw new Error(`${path} was refused`);
  return value;
}

async function largeRound(): Promise<Round> {
  const asOf = parsePlainDate('2025-11-12');
  if (asOf === undefined) throw new Error('no day');
  const folder = fileURLToPath(new URL('large-commune/workspace', fixtures));
  return (await openRound(openWorkspace(folder), { period: '2025-10', asOf }, readHere)).round;
}

describe('the form re-saved', async () => {
  const round = await largeRound();
  const expected = content(understood(opened(FORM), round));

  test.each(['form.xls', 'form.ods', 'form.xlsb', 'form-2003.xml', 'form-95-windows-1258.xls', 'form-95-tcvn3.xls'])(
    '%s is understood as the .xlsx is',
    (name) => expect(content(understood(opened(`legacy/${name}`), round))).toEqual(expected),
  );

  test('form.html is understood as the .xlsx is, percentages as far as the page shows them', () => {
    // 431 of 860 is 50,116 …%; the page shows 50.1%.
    const rounded = JSON.parse(JSON.stringify(expected), (key, value: unknown) =>
      key === 'signature-rate' ? 50.1 : value,
    ) as unknown;
    expect(content(understood(opened('legacy/form.html'), round))).toEqual(rounded);
  });

  test.each(['form.xls', 'form.ods', 'form-2003.xml'])('%s has exactly the cells of the .xlsx', (name) =>
    expect(opened(`legacy/${name}`).sheets).toEqual(opened(FORM).sheets),
  );
});

function print({ value, isFormula, legacyFont }: Cell): string {
  const shown =
    value.kind === 'number'
      ? `${Number(value.number.toFixed(6))}${value.isDate ? ' ngày' : ''}${value.isPercent ? ' %' : ''}`
      : value.kind === 'text'
        ? value.text
        : value.kind === 'boolean'
          ? String(value.boolean)
          : value.kind === 'error'
            ? value.code
            : 'chưa tính';
  return `${isFormula ? '= ' : ''}${shown}${legacyFont === undefined ? '' : ` (${legacyFont})`}`;
}

function printed(sheet: Sheet): readonly string[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].map(([column, cell]) => `${cellAddress(row, column)} ${print(cell)}`),
  );
}

const FEATURES = [
  'A1 Tiêu đề gộp',
  'A2 nhìn thấy',
  'B2 1',
  'C2 cột ẩn',
  'A3 dòng ẩn',
  'B3 2',
  'A4 ngày',
  'B4 45966 ngày',
  'A5 giờ',
  'B5 0.604167',
  'A6 phần trăm',
  'B6 0.125 %',
  'A7 số lớn',
  'B7 123456789012',
  'A8 số âm',
  'B8 -0.5',
  'A9 sai',
  'B9 = false',
  'A10 lỗi',
  'B10 = #DIV/0!',
  'A11 chữ & dấu',
  `B11 <b> "5" & _x0041_ ' '`,
  'A12 Th« n (.VnTime)',
  'A13 gộp dọc',
  'B13 giữ',
];
/** What LibreOffice makes of FALSE in OpenDocument. */
const OPEN_DOCUMENT = FEATURES.map((line) => line.replace('= false', '= 0'));
/** What SheetJS does not write. */
const XLSB = FEATURES.map((line) => line.replace(/= | \(\.VnTime\)/u, ''));

describe('the small workbook', () => {
  describe.each([
    ['features.xls', FEATURES],
    ['features.ods', OPEN_DOCUMENT],
    ['features.fods', OPEN_DOCUMENT],
    ['features.xlsb', XLSB],
    ['features-2003.xml', FEATURES],
  ])('%s', (name, expected) => {
    const { sheets } = opened(`legacy/${name}`);
    const [first] = sheets;

    test('its cells', () => expect(first === undefined ? [] : printed(first)).toEqual(expected));
    test('its sheets, the hidden one known as hidden', () =>
      expect(sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
        ['Số liệu', false],
        ['__proto__', false],
        ['Ẩn', true],
      ]));
    test('the other sheets keep their own cells', () =>
      expect(sheets.slice(1).flatMap(printed)).toEqual(['A1 tên trang lạ', 'A1 7']));
    test('hidden rows and columns', () => {
      expect([...(first?.hiddenRows ?? [])]).toEqual([2]);
      expect([...(first?.hiddenColumns ?? [])]).toEqual([2]);
    });
    test('merges', () =>
      expect(first?.merges).toEqual([
        { top: 0, left: 0, bottom: 0, right: 3 },
        { top: 12, left: 1, bottom: 13, right: 1 },
      ]));
  });

  test('features.html: the fields as shown, each a text', () => {
    const { sheets } = opened('legacy/features.html');
    expect(sheets.map(({ name }) => name)).toEqual(['Số liệu', '__proto__']);
    expect(sheets.flatMap(printed)).toEqual([
      'A1 Tiêu đề gộp',
      'A2 nhìn thấy',
      'B2 1',
      'A3 ngày',
      'B3 05/11/2025',
      'A4 giờ',
      'B4 14:30',
      'A5 phần trăm',
      'B5 12.5%',
      'A6 số lớn',
      'B6 123456789012',
      'A7 số âm',
      'B7 -0.5',
      'A8 sai',
      'B8 0',
      'A9 lỗi',
      'B9 #DIV/0!',
      'A10 chữ & dấu',
      `B10 <b> "5" & _x0041_ ' '`,
      'A11 Th« n (.VnTime)',
      'A12 gộp dọc',
      'B12 giữ',
      'A1 tên trang lạ',
    ]);
  });
});
