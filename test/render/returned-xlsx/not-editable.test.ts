import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aPackage, packageParts, type PackageDraft, part, relationsPart, zipOf } from '../../support/a-package.ts';
import { aCorrection, attempt } from './support/returned.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';

const reasonFor = (draft: PackageDraft, address = 'A1'): unknown => attempt(aPackage(draft), [aCorrection(address)]);

/** The list of content types with another type for the workbook. */
function withBookType(type: string): string {
  const types = String(packageParts({ data: ROW })['[Content_Types].xml']);
  return types.replace('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', type);
}

const bookRelations = (...more: readonly (readonly [string, string, string])[]): string =>
  relationsPart([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ...more]);

test.each<[string, string, PackageDraft]>([
  [
    'macros',
    'macros',
    {
      data: ROW,
      parts: {
        'xl/vbaProject.bin': 'x',
        'xl/_rels/workbook.xml.rels': bookRelations(['rId9', 'vbaProject', 'vbaProject.bin']),
      },
    },
  ],
  [
    'a workbook with the type of one with macros',
    'kind',
    {
      data: ROW,
      parts: { '[Content_Types].xml': withBookType('application/vnd.ms-excel.sheet.macroEnabled.main+xml') },
    },
  ],
  [
    'a template',
    'kind',
    {
      data: ROW,
      parts: {
        '[Content_Types].xml': withBookType(
          'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
        ),
      },
    },
  ],
  ['a signature', 'signed', { data: ROW, parts: { '_xmlsignatures/origin.sigs': 'x' } }],
  [
    'comments of its own',
    'comments',
    { data: ROW, parts: { [SHEET_RELATIONS]: relationsPart([['rId1', 'comments', '../comments1.xml']]) } },
  ],
  ['a drawn button', 'comments', { worksheet: `<sheetData>${ROW}</sheetData><legacyDrawing r:id="rId1"/>` }],
  ['rows out of order', 'content', { data: '<row r="2"><c r="A2"/></row><row r="1"><c r="A1"/></row>' }],
  ['rows without numbers', 'content', { data: '<row><c r="A1"/></row>' }],
  ['cells without addresses', 'content', { data: '<row r="1"><c><v>1</v></c></row>' }],
  [
    'two sheets of one name',
    'content',
    {
      data: ROW,
      parts: {
        'xl/workbook.xml': part(
          'workbook',
          '<sheets><sheet name="Trang" sheetId="1" r:id="rId1"/><sheet name="trang" sheetId="2" r:id="rId1"/></sheets>',
        ),
      },
    },
  ],
  ['styles that are no styles', 'content', { data: ROW, parts: { 'xl/styles.xml': '<nothing/>' } }],
  ['a document type', 'content', { data: ROW, parts: { [SHEET]: '<!DOCTYPE a><worksheet/>' } }],
  [
    'a part that is cut off',
    'content',
    {
      data: ROW,
      parts: {
        [SHEET]: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">',
      },
    },
  ],
  ['a sheet without cells', 'content', { worksheet: '<sheetViews/>' }],
])('%s: a fresh form instead (%s)', (_what, reason, draft) => {
  expect(reasonFor(draft)).toBe(reason);
});

test('text in UTF-16', () => {
  const { [SHEET]: text = '', ...others } = packageParts({ data: ROW });
  const utf16 = Buffer.from(`\ufeff${String(text).replace('UTF-8', 'UTF-16')}`, 'utf16le');
  expect(attempt(zipOf({ ...others, [SHEET]: utf16 }), [aCorrection('A1')])).toBe('content');
});

test.each([
  ['no zip', new TextEncoder().encode('không phải bảng tính')],
  ['nothing', new Uint8Array()],
  ['another package', zipOf({ 'word/document.xml': '<a/>' })],
  ['a package cut in half', aPackage({ data: ROW }).slice(0, 900)],
  ['an old workbook', readFileSync(new URL('../../../fixtures/xlsx/libreoffice.xls', import.meta.url))],
  ['an OpenDocument', readFileSync(new URL('../../../fixtures/xlsx/libreoffice.ods', import.meta.url))],
])('%s: damaged', (_what, bytes) => {
  expect(attempt(bytes, [aCorrection('A1')])).toBe('damaged');
});

test('a finding on a sheet that the workbook does not have', () => {
  expect(attempt(aPackage({ data: ROW }), [aCorrection('A1', {}, 'Nơi khác')])).toBe('content');
});

test('an address past the grid', () => {
  expect(reasonFor({ data: ROW }, 'ZZZ1')).toBe('content');
});

test('comments on a sheet without faulty cells are no obstacle', () => {
  const draft = {
    data: ROW,
    parts: { [SHEET_RELATIONS]: relationsPart([['rId1', 'comments', '../comments1.xml']]), 'xl/comments1.xml': 'x' },
  };
  expect(attempt(aPackage(draft), [aCorrection(undefined)])).toBeInstanceOf(Uint8Array);
});
