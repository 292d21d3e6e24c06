import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellAddress, type Sheet } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMESPACES = ['office', 'style', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';

/** An .ods file with those sheets in its content. */
function anOds(tables: string, styles = '', parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const content = `<office:document-content ${NAMESPACES} ${CALC}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const all = { mimetype: MIME, 'content.xml': content, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}
const aTable = (rows: string): Uint8Array => anOds(`<table:table table:name="Trang">${rows}</table:table>`);
const aRow = (cells: string): Uint8Array => aTable(`<table:table-row>${cells}</table:table-row>`);
const aText = (inner: string): Uint8Array =>
  aRow(`<table:table-cell office:value-type="string"><text:p>${inner}</text:p></table:table-cell>`);

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const { value, diagnostics } = readWorkbook(bytes, 'a.ods');
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
const refused = (bytes: Uint8Array) => readWorkbook(bytes, 'a.ods').diagnostics[0]?.facts;

describe('texts', () => {
  test.each([
    ['blanks that are elements', 'a<text:s text:c="3"/>b<text:tab/>c', 'a b c'],
    ['a line that is an element', 'a<text:line-break/>b', 'a\nb'],
    ['parts in another font, links', '<text:span>Thôn</text:span> <text:a>Cổ Lũy</text:a>', 'Thôn Cổ Lũy'],
    ['line ends of the file itself', 'a\n   b', 'a b'],
    ['several paragraphs', 'a</text:p><text:p/><text:p>b', 'a\nb'],
    ['a text that looks like an escape', '_x0041_ &amp;lt; &#7897;', '_x0041_ &lt; ộ'],
    ['a comment is not the text', '<office:annotation><text:p>xem lại</text:p></office:annotation>5 người', '5 người'],
    ['a prototype', '__proto__', '__proto__'],
  ])('%s', (_what, inner, text) => expect(cells(aText(inner))).toEqual({ A1: text }));

  test('a comment beside the paragraph is no text of the cell', () =>
    expect(
      cells(
        aRow(
          '<table:table-cell office:value-type="float" office:value="5"><office:annotation><text:p>năm</text:p></office:annotation><text:p>5</text:p></table:table-cell>',
        ),
      ),
    ).toEqual({ A1: 5 }));
});

describe('values', () => {
  const cell = (attributes: string, shown: string): Uint8Array =>
    aRow(`<table:table-cell ${attributes}>${shown}</table:table-cell>`);

  test.each([
    ['a number', 'office:value-type="float" office:value="-1.5e3"', '<text:p>-1.500</text:p>', -1500],
    [
      'a number that is none stays as shown',
      'office:value-type="float" office:value="x"',
      '<text:p>mười</text:p>',
      'mười',
    ],
    [
      'a day that is none stays as shown',
      'office:value-type="date" office:date-value="2025-02-30"',
      '<text:p>30/02</text:p>',
      '30/02',
    ],
    ['a day', 'office:value-type="date" office:date-value="2025-11-05"', '<text:p>5/11</text:p>', 45_966],
    [
      'a formula whose result is 0',
      'table:formula="of:=1-1" office:value-type="float" office:value="0"',
      '<text:p>0</text:p>',
      0,
    ],
    ['a formula that nobody has computed', 'table:formula="of:=1+1"', '', { kind: 'uncomputed' }],
    [
      'an error by LibreOffice',
      'table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"',
      '<text:p>Err:502</text:p>',
      { kind: 'error', code: '#VALUE!' },
    ],
    [
      'an error by others',
      'table:formula="of:=1/0" office:value-type="string"',
      '<text:p>#DIV/0!</text:p>',
      { kind: 'error', code: '#DIV/0!' },
    ],
    ['the word of an error typed by hand', 'office:value-type="string"', '<text:p>#N/A</text:p>', '#N/A'],
    [
      'a boolean',
      'office:value-type="boolean" office:boolean-value="true"',
      '<text:p>TRUE</text:p>',
      { kind: 'boolean', boolean: true },
    ],
    ['a kind of the future', 'office:value-type="whatever"', '<text:p>5</text:p>', '5'],
  ])('%s', (_what, attributes, shown, value) => expect(cells(cell(attributes, shown))).toEqual({ A1: value }));

  test('an empty result of a formula is a blank, not a 0', () =>
    expect(cells(cell('table:formula="of:=&quot;&quot;"', '<text:p/>'))).toEqual({}));
});

describe('places', () => {
  const value = '<table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>';
  test('blank rows and columns are repeated to the end of the grid at no cost', () =>
    expect(
      cells(
        aTable(
          `<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="16383"/>${value}</table:table-row><table:table-row><table:table-cell/></table:table-row>`,
        ),
      ),
    ).toEqual({ XFD1048575: 7 }));

  test('a value that is repeated stands in every one of its cells', () =>
    expect(
      cells(
        aTable(
          `<table:table-row table:number-rows-repeated="2">${value.replace('<table:table-cell ', '<table:table-cell table:number-columns-repeated="2" ')}</table:table-row>`,
        ),
      ),
    ).toEqual({ A1: 7, B1: 7, A2: 7, B2: 7 }));

  test('headings and groups of rows are rows', () =>
    expect(
      cells(
        aTable(
          `<table:table-header-rows><table:table-row>${value}</table:table-row></table:table-header-rows><table:table-row-group><table:table-row>${value}</table:table-row></table:table-row-group>`,
        ),
      ),
    ).toEqual({ A1: 7, A2: 7 }));

  test('what lies under a merge is gone', () =>
    expect(
      cells(
        aRow(
          `${value.replace('<table:table-cell ', '<table:table-cell table:number-columns-spanned="2" ')}<table:covered-table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:covered-table-cell>${value}`,
        ),
      ),
    ).toEqual({ A1: 7, C1: 7 }));

  test('a cell without a style of its own has that of its column', () => {
    const style = (name: string, font: string): string =>
      `<style:style style:name="${name}" style:family="table-cell"><style:text-properties style:font-name="${font}"/></style:style>`;
    const cell = (attributes: string): string =>
      value.replace('<table:table-cell ', `<table:table-cell ${attributes} `);
    const [sheet] = sheetsOf(
      anOds(
        `<table:table table:name="Trang"><table:table-column table:default-cell-style-name="a"/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="b"/><table:table-column/><table:table-row>${cell('')}${cell('')}${cell('table:style-name="a"')}${cell('')}${cell('')}</table:table-row></table:table>`,
        style('a', '.VnTime') + style('b', 'VNI-Times'),
      ),
    );
    const fonts = [...(sheet?.rows.get(0)?.values() ?? [])].map(({ legacyFont }) => legacyFont);
    expect(fonts).toEqual(['.VnTime', 'VNI-Times', '.VnTime', undefined, undefined]);
  });

  test('any prefix will do', () =>
    expect(
      cells(
        zipSync({
          mimetype: strToU8(MIME),
          'content.xml': strToU8(
            '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:spreadsheet><table t:name="Trang"><table-row><table-cell o:value-type="float" o:value="7"/></table-row></table></o:spreadsheet></o:body></o:document-content>',
          ),
        }),
      ),
    ).toEqual({ A1: 7 }));
});

describe('what is refused', () => {
  test.each([
    ['no content', zipSync({ mimetype: strToU8(MIME) })],
    ['content that is cut off', aTable('<table:table-row>').subarray(0, 400)],
    ['content that is not well-formed', anOds('<table:table table:name="Trang"><table:table-row></table:table>')],
    ['no sheet at all', anOds('')],
    [
      'a document type',
      zipSync({ mimetype: strToU8(MIME), 'content.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x/>') }),
    ],
    ['a count that is none', aTable('<table:table-row table:number-rows-repeated="-5"/>')],
    [
      'rows beyond the grid',
      aTable('<table:table-row table:number-rows-repeated="1048577"><table:table-cell/></table:table-row>'),
    ],
    ['columns beyond the grid', aRow('<table:table-cell table:number-columns-repeated="16385"/>')],
  ])('%s', (_what, bytes) => expect(refused(bytes)).toEqual({ kind: 'damaged' }));

  test('a damaged sheet is named', () =>
    expect(
      readWorkbook(aTable('<table:table-row table:number-rows-repeated="0"/>'), 'a.ods').diagnostics[0]?.message,
    ).toMatch(/^Trang tính “Trang” của tệp bị hỏng/u));

  test('a value repeated over the whole sheet is too much, and says so', () =>
    expect(
      refused(
        aTable(
          '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>',
        ),
      ),
    ).toEqual({ kind: 'too-large', limit: 'cells', found: 400_001, most: 400_000 }));

  test('a text longer than a cell can hold', () =>
    expect(refused(aText('x'.repeat(40_000)))).toMatchObject({ kind: 'too-large', limit: 'textLength' }));
});

test('macros, links to other files, embedded objects are mentioned', () => {
  const bytes = anOds(
    '<table:table table:name="Trang"><table:table-source/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>',
    '',
    { 'Basic/Standard/Module1.xml': 'x', 'Object 1': 'x', 'Object 2/content.xml': 'x' },
  );
  expect(readWorkbook(bytes, 'a.ods').diagnostics.map(({ facts }) => facts)).toEqual([
    { extras: 'embedded-objects external-links macros' },
  ]);
});
