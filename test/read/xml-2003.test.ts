import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellAddress, type Sheet } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';

const NAMESPACES =
  'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"';
const aBook = (inner: string): Uint8Array =>
  strToU8(`<?xml version="1.0"?><Workbook ${NAMESPACES}>${inner}</Workbook>`);
const aTable = (rows: string, before = ''): Uint8Array =>
  aBook(`${before}<Worksheet ss:Name="Trang"><Table>${rows}</Table></Worksheet>`);
const aCell = (cell: string, before = ''): Uint8Array => aTable(`<Row>${cell}</Row>`, before);
const data = (type: string, text: string): string => `<Data ss:Type="${type}">${text}</Data>`;
const STYLES =
  '<Styles><Style ss:ID="Default"><Font ss:FontName=".VnTime"/></Style><Style ss:ID="d" ss:Parent="Default"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/><Font ss:FontName="Arial"/></Style></Styles>';

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const { value, diagnostics } = readWorkbook(bytes, 'a.xml');
  expect(diagnostics).toEqual([]);
  return value?.sheets ?? [];
}
function cells(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    sheetsOf(bytes).flatMap(({ rows }) =>
      [...rows].flatMap(([row, found]) =>
        [...found].map(([column, { value }]) => [
          cellAddress(row, column),
          value.kind === 'text' ? value.text : value.kind === 'number' ? value.number : value,
        ]),
      ),
    ),
  );
}
const facts = (bytes: Uint8Array) => readWorkbook(bytes, 'a.xml').diagnostics[0]?.facts;

describe('values', () => {
  test.each([
    ['a number', data('Number', '-1.5E3'), -1500],
    ['a number that is none', data('Number', '1,5'), '1,5'],
    ['a day', data('DateTime', '2025-11-05T00:00:00.000'), 45_966],
    ['a day that is none', data('DateTime', '2025-02-30T00:00:00.000'), '2025-02-30T00:00:00.000'],
    ['a time', data('DateTime', '1899-12-31T12:00:00.000'), 0.5],
    ['a boolean', data('Boolean', '1'), { kind: 'boolean', boolean: true }],
    ['an error', data('Error', '#REF!'), { kind: 'error', code: '#REF!' }],
    ['an error of the future', data('Error', '#SPILL!'), { kind: 'error', code: '#VALUE!' }],
    ['a text', data('String', ' một&#10;hai '), 'một\nhai'],
    ['a text that looks like an escape', data('String', '_x0041_'), '_x0041_'],
    [
      'a text in parts',
      '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">a<B>b<Font>c</Font></B></ss:Data>',
      'abc',
    ],
    ['a kind of the future', data('Whatever', '5'), '5'],
  ])('%s', (_what, inner, value) => expect(cells(aCell(`<Cell>${inner}</Cell>`))).toEqual({ A1: value }));

  test('a formula that nobody has computed, one with an empty text', () =>
    expect(
      cells(aCell(`<Cell ss:Formula="=1"/><Cell ss:Formula="=&quot;&quot;">${data('String', '')}</Cell>`)),
    ).toEqual({ A1: { kind: 'uncomputed' } }));

  test('comments are no text of the cell', () =>
    expect(cells(aCell(`<Cell>${data('Number', '5')}<Comment>${data('String', 'năm')}</Comment></Cell>`))).toEqual({
      A1: 5,
    }));

  test('formats and fonts by style, its parent, and the default', () => {
    const found = sheetsOf(
      aCell(
        `<Cell ss:StyleID="d">${data('Number', '45966')}</Cell><Cell ss:StyleID="p">${data('Number', '0.5')}</Cell>`,
        STYLES,
      ),
    )[0]?.rows.get(0);
    expect(found?.get(0)).toMatchObject({ value: { isDate: true, isPercent: false }, legacyFont: '.VnTime' });
    expect(found?.get(1)).toEqual({
      value: { kind: 'number', number: 0.5, isDate: false, isPercent: true },
      isFormula: false,
    });
  });

  test('serials of the Mac are made 1900-based, written days are what they say', () => {
    const mac = '<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>';
    const row = `<Cell ss:StyleID="d">${data('Number', '44504')}</Cell><Cell>${data('DateTime', '2025-11-05T00:00:00.000')}</Cell><Cell>${data('Number', '1')}</Cell>`;
    expect(cells(aCell(row, mac + STYLES))).toEqual({ A1: 45_966, B1: 45_966, C1: 1 });
  });
});

describe('places', () => {
  const seven = data('Number', '7');
  test('numbers of rows and cells leave gaps', () =>
    expect(
      cells(
        aTable(
          `<Row ss:Index="3"><Cell ss:Index="2">${seven}</Cell><Cell>${seven}</Cell></Row><Row><Cell>${seven}</Cell></Row>`,
        ),
      ),
    ).toEqual({ B3: 7, C3: 7, A4: 7 }));
  test('behind a merge', () => {
    const bytes = aTable(`<Row><Cell ss:MergeAcross="2" ss:MergeDown="1">${seven}</Cell><Cell>${seven}</Cell></Row>`);
    expect(cells(bytes)).toEqual({ A1: 7, D1: 7 });
    expect(sheetsOf(bytes)[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  });
  test('a row that stands for several', () =>
    expect(cells(aTable(`<Row ss:Span="4"/><Row><Cell>${seven}</Cell></Row>`))).toEqual({ A6: 7 }));
  test('hidden rows, columns, sheets', () => {
    const [sheet] = sheetsOf(
      aBook(
        `<Worksheet ss:Name="Trang"><Table><Column ss:Index="2" ss:Span="1" ss:Hidden="1"/><Row ss:Hidden="1"><Cell>${seven}</Cell><Cell>${seven}</Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetVeryHidden</x:Visible></x:WorksheetOptions></Worksheet>`,
      ),
    );
    expect([sheet?.isHidden, [...(sheet?.hiddenRows ?? [])], [...(sheet?.hiddenColumns ?? [])]]).toEqual([
      true,
      [0],
      [1],
    ]);
  });
  test('attributes without a prefix', () =>
    expect(cells(aTable('<Row Index="2"><Cell><Data Type="Number">7</Data></Cell></Row>'))).toEqual({ A2: 7 }));
});

describe('what is refused', () => {
  test.each([
    ['cut off', aTable('<Row>').subarray(0, 300)],
    ['no sheet', aBook('')],
    ['a document type', strToU8(`<!DOCTYPE x [<!ENTITY a "b">]><Workbook ${NAMESPACES}/>`)],
    ['a row that goes back', aTable('<Row ss:Index="5"/><Row ss:Index="2"/>')],
    ['a number that is none', aTable('<Row ss:Index="1e9"/>')],
    ['a cell beyond the grid', aCell(`<Cell ss:Index="16385">${data('Number', '1')}</Cell>`)],
  ])('%s', (_what, bytes) => expect(facts(bytes)).toEqual({ kind: 'damaged' }));

  test('a text longer than a cell can hold', () =>
    expect(facts(aCell(`<Cell>${data('String', 'x'.repeat(40_000))}</Cell>`))).toMatchObject({
      kind: 'too-large',
      limit: 'textLength',
    }));
});

test('a link to another workbook is mentioned', () =>
  expect(
    facts(aCell(`<Cell>${data('Number', '1')}</Cell>`, '<x:ExcelWorkbook><x:SupBook/></x:ExcelWorkbook>')),
  ).toEqual({
    extras: 'external-links',
  }));
