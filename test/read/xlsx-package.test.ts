import { describe, expect, test } from 'vitest';
import { isRefused } from '../../src/read/format.ts';
import { packageParts, part, relationsPart, sheetPart, type PackageDraft } from '../support/a-package.ts';
import { cellsOf, readPackage, sheetsOf } from '../support/read-package.ts';

const ONE = '<row><c><v>1</v></c></row>';
const TEXT = '<row><c t="s"><v>0</v></c></row>';
const DAMAGED = { kind: 'damaged' };

type Parts = NonNullable<PackageDraft['parts']>;

/** A workbook that lists those sheets: name, relation id, and further attributes. */
function listing(...sheets: readonly (readonly [name: string, id: string, more?: string])[]): string {
  const items = sheets.map(([name, id, more = '']) => `<sheet name="${name}" sheetId="1" r:id="${id}" ${more}/>`);
  return part('workbook', `<sheets>${items.join('')}</sheets>`);
}

/** The package with other bytes for a part's content. */
function names(parts: Parts): readonly (readonly [string, readonly string[]])[] {
  return sheetsOf({ data: ONE, parts }).map(({ name, rows }) => [name, [...rows.keys()].map(String)]);
}

describe('where the parts are', () => {
  const rels = (target: string): Parts => ({
    'xl/_rels/workbook.xml.rels': relationsPart([
      ['rId1', 'worksheet', target],
      ['rId2', 'sharedStrings', '/XL/sharedstrings.XML'],
    ]),
    'xl/worksheets/sheet1.xml': undefined,
  });
  const sheet = sheetPart(TEXT);
  const strings = '<si><t>một</t></si>';

  test.each<[string, Parts]>([
    ['an absolute target', { ...rels('/xl/sheets/a.xml'), 'xl/sheets/a.xml': sheet }],
    ['at the root of the package', { ...rels('../a.xml'), 'a.xml': sheet }],
    ['with dots', { ...rels('./x/../sheets/a.xml'), 'xl/sheets/a.xml': sheet }],
    ['backslashes in the target', { ...rels('sheets\\a.xml'), 'xl/sheets/a.xml': sheet }],
    ['backslashes in the zip', { ...rels('sheets/a.xml'), 'xl\\sheets\\a.xml': sheet }],
    ['other letter case', { ...rels('Sheets/A.xml'), 'XL/sheets/a.XML': sheet }],
    ['percent escapes', { ...rels('sheets/trang%201.xml'), 'xl/sheets/trang 1.xml': sheet }],
    [
      'the workbook elsewhere',
      {
        '_rels/.rels': relationsPart([['a', 'officeDocument', '/Sổ/book.xml']]),
        'xl/workbook.xml': undefined,
        'xl/_rels/workbook.xml.rels': undefined,
        'xl/worksheets/sheet1.xml': undefined,
        'Sổ/book.xml': listing(['Trang', 'x']),
        'Sổ/_rels/book.xml.rels': relationsPart([
          ['x', 'worksheet', 's.xml'],
          ['y', 'sharedStrings', '../xl/sharedStrings.xml'],
        ]),
        'Sổ/s.xml': sheet,
      },
    ],
  ])('%s', (_what, parts) => expect(cellsOf({ strings, parts })).toEqual(['A1 "một"']));
});

describe('the shape of the XML', () => {
  const edited = (edit: (text: string) => string): PackageDraft['parts'] => {
    const parts = packageParts({ strings: '<si><t>một</t></si>', data: TEXT, styles: '<cellXfs><xf/></cellXfs>' });
    return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, edit(text.toString())]));
  };
  const prefixed = (text: string): string =>
    text.replace(/<(\/?)(?=[a-zA-Z])/gu, '<$1x:').replace(/xmlns="/gu, 'xmlns:x="');

  test.each<[string, (text: string) => string]>([
    ['prefixes, as .NET writes them', prefixed],
    [
      'the strict standard',
      (text) =>
        text
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
    ],
    [
      'another prefix for relations',
      (text) => text.replaceAll('xmlns:r=', 'xmlns:rel=').replaceAll('r:id=', 'rel:id='),
    ],
    ['line ends everywhere', (text) => text.replaceAll('><', '>\r\n\t<')],
    ['single quotes', (text) => text.replaceAll('"', "'")],
  ])('%s', (_what, edit) => expect(cellsOf({ parts: edited(edit) ?? {} })).toEqual(['A1 "một"']));

  test('UTF-16', () => {
    const text = sheetPart(ONE).replace('UTF-8', 'UTF-16');
    const parts = { 'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) };
    expect(cellsOf({ parts })).toEqual(['A1 1']);
  });
});

describe('which sheets there are', () => {
  const rels = (...more: readonly (readonly [string, string, string, 'External'?])[]): string =>
    relationsPart([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ...more]);

  test('names, order, hidden ones', () =>
    expect(
      sheetsOf({
        parts: {
          'xl/workbook.xml': listing(
            ['Hai', 'rId2', 'state="hidden"'],
            ['  Một  ', 'rId1'],
            ['__proto__', 'rId3', 'state="veryHidden"'],
          ),
          'xl/_rels/workbook.xml.rels': rels(['rId2', 'worksheet', 'b.xml'], ['rId3', 'worksheet', 'c.xml']),
          'xl/b.xml': sheetPart(''),
          'xl/c.xml': sheetPart(''),
        },
      }).map(({ name, isHidden }) => [name, isHidden]),
    ).toEqual([
      ['Hai', true],
      ['Một', false],
      ['__proto__', true],
    ]));

  test.each<[string, string]>([
    ['chart sheets', 'chartsheet'],
    ['dialog sheets', 'dialogsheet'],
    ['macro sheets', 'xlMacrosheet'],
  ])('%s are passed over', (_what, type) =>
    expect(
      names({
        'xl/workbook.xml': listing(['Biểu đồ', 'rId9'], ['Trang', 'rId1']),
        'xl/_rels/workbook.xml.rels': rels(['rId9', type, 'other.xml']),
        'xl/other.xml': 'không đọc',
      }),
    ).toEqual([['Trang', ['0']]]),
  );

  test('the entry of an old macro module names no relation, and no other sheet takes its name', () =>
    expect(names({ 'xl/workbook.xml': listing(['Module1', ''], ['Trang', 'rId1']) })).toEqual([['Trang', ['0']]]));

  test.each<[string, Parts]>([
    ['has a relation that is not there', { 'xl/workbook.xml': listing(['Trang', 'rId1'], ['Hai', 'rId9']) }],
    [
      'has no part',
      {
        'xl/workbook.xml': listing(['Trang', 'rId1'], ['Hai', 'rId9']),
        'xl/_rels/workbook.xml.rels': rels(['rId9', 'worksheet', 'worksheets/sheet9.xml']),
      },
    ],
    [
      'lies outside the file',
      {
        'xl/workbook.xml': listing(['Trang', 'rId1'], ['Hai', 'rId9']),
        'xl/_rels/workbook.xml.rels': rels(['rId9', 'worksheet', 'file:///C:/hai.xml', 'External']),
      },
    ],
    [
      'has the part of another',
      {
        'xl/workbook.xml': listing(['Trang', 'rId1'], ['Hai', 'rId9']),
        'xl/_rels/workbook.xml.rels': rels(['rId9', 'worksheet', 'Worksheets/Sheet1.xml']),
      },
    ],
    ...(
      [
        ['is cut off', sheetPart(ONE).slice(0, -30)],
        ['ends before its data do', part('worksheet', '')],
        ['is empty', ''],
        ['is noise', new Uint8Array(Buffer.from('\x01\x02\x03'))],
        ['is another kind of part', part('chartsheet', '<sheetData/>')],
        ['declares entities', `<!DOCTYPE a [<!ENTITY b "c">]>${part('worksheet', '<sheetData/>')}`],
      ] as const
    ).map(([what, content]): [string, Parts] => [
      what,
      {
        'xl/workbook.xml': listing(['Trang', 'rId1'], ['Hai', 'rId9']),
        'xl/_rels/workbook.xml.rels': rels(['rId9', 'worksheet', 'b.xml']),
        'xl/b.xml': content,
      },
    ]),
  ])('a sheet that %s makes the file a damaged one, never an empty sheet', (_what, parts) =>
    expect(readPackage({ data: ONE, parts })).toEqual({ ...DAMAGED, sheet: 'Hai' }),
  );

  test.each<[string, Parts]>([
    ['no relations of the package', { '_rels/.rels': undefined }],
    ['no workbook', { 'xl/workbook.xml': undefined }],
    ['a workbook that is cut off', { 'xl/workbook.xml': listing(['Trang', 'rId1']).slice(0, -9) }],
    ['a workbook of another namespace', { 'xl/workbook.xml': '<workbook xmlns="urn:x"/>' }],
    ['no sheets', { 'xl/workbook.xml': listing() }],
    ['chart sheets only', { 'xl/workbook.xml': listing(['Biểu đồ', '']) }],
    ['styles that are cut off', { 'xl/styles.xml': '<styleSheet>' }],
    ['relations that are cut off', { 'xl/_rels/workbook.xml.rels': '<Relationships>' }],
  ])('%s: damaged', (_what, parts) => expect(readPackage({ data: ONE, parts })).toMatchObject(DAMAGED));
});

describe('what a workbook carries besides', () => {
  const extras = (parts: Parts): readonly string[] => {
    const contents = readPackage({ data: ONE, parts });
    return isRefused(contents) ? [] : contents.extras;
  };
  const rels = (...more: readonly (readonly [string, string, string, 'External'?])[]): Parts => ({
    'xl/_rels/workbook.xml.rels': relationsPart([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ...more]),
  });
  test.each<[string, Parts, readonly string[]]>([
    ['nothing', {}, []],
    ['a picture', { 'xl/media/image1.png': 'x' }, []],
    ['macros', { ...rels(['a', 'vbaProject', 'vbaProject.bin']), 'xl/vbaProject.bin': 'x' }, ['macros']],
    ['macros of Excel 4', rels(['a', 'xlMacrosheet', 'macro.xml']), ['macros']],
    ['links to other workbooks', rels(['a', 'externalLink', 'externalLinks/externalLink1.xml']), ['external-links']],
    ['a Word document', { 'xl/embeddings/Microsoft_Word.docx': 'x' }, ['embedded-objects']],
    ['controls', { 'xl/activeX/activeX1.xml': 'x' }, ['embedded-objects']],
    ['a hyperlink', rels(['a', 'hyperlink', 'https://example.org', 'External']), []],
  ])('%s', (_what, parts, expected) => expect(extras(parts)).toEqual(expected));
});
