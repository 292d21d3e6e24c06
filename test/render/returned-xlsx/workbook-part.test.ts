import { describe, expect, test } from 'vitest';
import { structureErrors } from '../../external/support/ooxml-structure.ts';
import { type PackageDraft, packageParts, part, relationsPart, zipOf } from '../../support/a-package.ts';
import { partOf } from '../support/xlsx.ts';
import { aCorrection, returned, returnedBytes, sheetsOf } from './support/returned.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
describe('the workbook', () => {
  const defined =
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Trang!$A$1</definedName><definedName name="x">1</definedName></definedNames>';
  const book = part(
    'workbook',
    `<bookViews><workbookView activeTab="0" firstSheet="0"/></bookViews><sheets><sheet name="Trang" sheetId="4" r:id="rId1"/></sheets>${defined}`,
  );

  test('shows the list first; names that belong to a sheet keep it', () => {
    const worksheet = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/>';
    const bytes = returnedBytes({ worksheet, parts: { 'xl/workbook.xml': book } }, [aCorrection(undefined)]);
    const xml = partOf(bytes, 'xl/workbook.xml');
    expect(xml).toMatch(
      /<sheets><sheet xmlns:r="[^"]+" name="C&#7847;n s&#7917;a" sheetId="5" r:id="rIdTkcds1"\/><sheet name="Trang"/u,
    );
    expect(xml).toContain('<workbookView/>');
    expect(xml).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">');
    expect(xml).toContain('<definedName name="x">1</definedName>');
    expect(partOf(bytes, SHEET)).toContain('<sheetView workbookViewId="0"/>');
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('tabSelected="1"');
  });

  test('has the list under another name when a sheet has its name', () => {
    const named = part('workbook', '<sheets><sheet name="CẦN SỬA" sheetId="1" r:id="rId1"/></sheets>');
    const bytes = returnedBytes({ data: '', parts: { 'xl/workbook.xml': named } }, [aCorrection('A1', {}, 'CẦN SỬA')]);
    expect(sheetsOf(bytes).map(({ name }) => name)).toEqual(['Cần sửa (2)', 'CẦN SỬA']);
  });

  test('links lead to the cells, also on a sheet with an apostrophe in its name', () => {
    const named = part('workbook', '<sheets><sheet name="Tổ \'1\'" sheetId="1" r:id="rId1"/></sheets>');
    const bytes = returnedBytes({ data: '', parts: { 'xl/workbook.xml': named } }, [aCorrection('B7', {}, "Tổ '1'")]);
    const link = /<hyperlink [^>]*>/u.exec(partOf(bytes, 'xl/worksheets/sheet2.xml'))?.[0] ?? '';
    const location = /location="([^"]*)"/u
      .exec(link)?.[1]
      ?.replace(/&#(\d+);/gu, (_all, code: string) => String.fromCodePoint(Number(code)));
    expect(location).toBe("'Tổ ''1'''!B7");
  });

  test('lists its sheets once more in its properties', () => {
    const titles = (count: number, names: readonly string[]): string =>
      `<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant><vt:variant><vt:i4>${String(count)}</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${String(names.length)}" baseType="lpstr">${names.map((name) => `<vt:lpstr>${name}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts>`;
    const own =
      'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"';
    const withProperties = (count: number): PackageDraft => ({
      data: '',
      parts: {
        'docProps/app.xml': part('Properties', titles(count, ['Trang']), own),
        '_rels/.rels': relationsPart([
          ['rId1', 'officeDocument', 'xl/workbook.xml'],
          ['rId2', 'extended-properties', 'docProps/app.xml'],
        ]),
      },
    });
    const bytes = returnedBytes(withProperties(1), [aCorrection('A1')]);
    expect(partOf(bytes, 'docProps/app.xml')).toContain(
      '<vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector baseType="lpstr" size="2"><vt:lpstr>C&#7847;n s&#7917;a</vt:lpstr><vt:lpstr>Trang</vt:lpstr>',
    );
    const strange = returnedBytes(withProperties(9), [aCorrection('A1')]);
    expect(partOf(strange, 'docProps/app.xml')).toContain('<vt:i4>9</vt:i4>');
  });
});

describe('other ways to write the same', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const prefixed = (root: string, content: string): string =>
    part(`x:${root}`, content, `xmlns:x="${MAIN}" xmlns:q="${RELATIONS}"`);

  test('with a prefix on every element', () => {
    const draft: PackageDraft = {
      parts: {
        'xl/workbook.xml': prefixed('workbook', '<x:sheets><x:sheet name="Trang" sheetId="1" q:id="rId1"/></x:sheets>'),
        [SHEET]: prefixed(
          'worksheet',
          '<x:sheetData><x:row r="1"><x:c r="A1" s="0"><x:v>1</x:v></x:c></x:row></x:sheetData>',
        ),
        'xl/styles.xml': prefixed(
          'styleSheet',
          '<x:cellXfs count="1"><x:xf numFmtId="14"><x:alignment wrapText="1"/></x:xf></x:cellXfs>',
        ),
      },
    };
    const bytes = returnedBytes(draft, [aCorrection('A1'), aCorrection('B3')]);
    expect(structureErrors(bytes)).toEqual([]);
    expect(partOf(bytes, SHEET)).toMatch(
      /<x:row r="3"><x:c r="B3" s="\d+"\/><\/x:row><\/x:sheetData><x:legacyDrawing/u,
    );
    expect(partOf(bytes, 'xl/styles.xml')).toMatch(
      /<x:xf numFmtId="14" fillId="\d+" applyFill="1"><x:alignment wrapText="1"\/><\/x:xf>/u,
    );
    expect(
      partOf(bytes, 'xl/styles.xml')
        .match(/<[a-z]/gu)
        ?.filter((tag) => tag !== '<x'),
    ).toEqual([]);
    expect(sheetsOf(bytes).map(({ name }) => name)).toEqual(['Cần sửa', 'Trang']);
  });

  test('in the strict dialect', () => {
    const strict = Object.fromEntries(
      Object.entries(
        packageParts({
          data: '<row r="1"><c r="A1"><v>1</v></c></row>',
          styles: '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>',
        }),
      ).map(([name, text]) => [
        name,
        String(text)
          .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(RELATIONS, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      ]),
    );
    const bytes = returned(zipOf(strict), [aCorrection('A1')]);
    expect(partOf(bytes, 'xl/comments1.xml')).toContain('http://purl.oclc.org/ooxml/spreadsheetml/main');
    expect(partOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
    expect(sheetsOf(bytes).map(({ name }) => name)).toEqual(['Cần sửa', 'Trang']);
  });
});

test('two sheets with comments declare the drawings once', () => {
  const parts = {
    'xl/workbook.xml': part(
      'workbook',
      '<sheets><sheet name="Một" sheetId="1" r:id="rId1"/><sheet name="Hai" sheetId="2" r:id="rId2"/></sheets>',
    ),
    'xl/_rels/workbook.xml.rels': relationsPart([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
    ]),
    'xl/worksheets/sheet2.xml': part('worksheet', '<sheetData/>'),
  };
  const bytes = returnedBytes({ data: '', parts }, [aCorrection('A1', {}, 'Một'), aCorrection('A1', {}, 'Hai')]);
  expect(partOf(bytes, '[Content_Types].xml').match(/Extension="vml"/gu)).toHaveLength(1);
  expect(partOf(bytes, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain('Target="../comments2.xml"');
  expect(sheetsOf(bytes).map(({ name }) => name)).toEqual(['Cần sửa', 'Một', 'Hai']);
});
