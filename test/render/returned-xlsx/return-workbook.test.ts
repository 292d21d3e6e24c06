import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { structureErrors } from '../../external/support/ooxml-structure.ts';
import { aPackage, type PackageDraft, packageParts } from '../../support/a-package.ts';
import { printSheet } from '../../support/print-sheet.ts';
import { partOf } from '../support/xlsx.ts';
import { aCorrection, returned, returnedBytes, sheetsOf, styleAt } from './support/returned.ts';

const FIXTURE = (name: string): Uint8Array => readFileSync(new URL(`../../../fixtures/xlsx/${name}`, import.meta.url));

const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES = [
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="13"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="2"><border/><border><left style="thin"/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="164" fontId="1" fillId="0" borderId="1" xfId="0" quotePrefix="1"><alignment horizontal="right"/><protection locked="0"/></xf></cellXfs>',
].join('');

describe('a faulty cell', () => {
  test('gets a fill and keeps number format, font, border, alignment and protection', () => {
    const bytes = returnedBytes({ data: '<row r="1"><c r="A1" s="1"><v>5</v></c></row>', styles: STYLES }, [
      aCorrection('A1'),
    ]);
    expect(styleAt(bytes, 'A1')).toMatch(
      /^<xf numFmtId="164" fontId="1" borderId="1" xfId="0" quotePrefix="1" fillId="\d+" applyFill="1"><alignment horizontal="right"\/><protection locked="0"\/><\/xf>$/u,
    );
    expect(partOf(bytes, SHEET)).toMatch(/<c r="A1" s="\d+"><v>5<\/v><\/c>/u);
  });

  test('has the colour of the worst thing said of it', () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    const warning = aCorrection('A1', { severity: 'warning' });
    const bytes = returnedBytes({ data, styles: STYLES }, [
      warning,
      aCorrection('B1'),
      aCorrection('B1', { severity: 'warning' }),
    ]);
    const fillOf = (address: string): string => /fillId="(\d+)"/u.exec(styleAt(bytes, address))?.[1] ?? '';
    const fills = partOf(bytes, 'xl/styles.xml').match(/<fill>.*?<\/fill>/gu) ?? [];
    expect(fills[Number(fillOf('A1'))]).toContain('FFFFE699');
    expect(fills[Number(fillOf('B1'))]).toContain('FFFFC7CE');
  });

  test.each<[string, PackageDraft, string, string]>([
    ['without a style', { data: '<row r="1"><c r="A1"><v>5</v></c></row>', styles: STYLES }, 'A1', '<v>5</v>'],
    ['in a workbook without styles', { data: '<row r="1"><c r="A1" s="7"><v>5</v></c></row>' }, 'A1', '<v>5</v>'],
    [
      'with a shared text',
      { data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings: '<si><t>a</t></si>' },
      'A1',
      '<v>0</v>',
    ],
    [
      'with a text of its own',
      { data: '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>' },
      'A1',
      '<is><t>a</t></is>',
    ],
    ['that is not there, before another', { data: '<row r="2" spans="3:3"><c r="C2"><v>5</v></c></row>' }, 'B2', ''],
    ['that is not there, behind another', { data: '<row r="2" spans="3:3"><c r="C2"><v>5</v></c></row>' }, 'E2', ''],
    ['in an empty row', { data: '<row r="2" ht="30"/>' }, 'B2', ''],
    ['in a row that is not there, before another', { data: '<row r="3"><c r="A3"><v>5</v></c></row>' }, 'B2', ''],
    ['in a row that is not there, behind another', { data: '<row r="1"><c r="A1"><v>5</v></c></row>' }, 'B200', ''],
    ['on an empty sheet', { worksheet: '<sheetData/>' }, 'C3', ''],
  ])('%s', (_what, draft, address, inner) => {
    const bytes = returnedBytes(draft, [aCorrection(address)]);
    expect(styleAt(bytes, address)).toMatch(/fillId="\d+" applyFill="1"/u);
    expect(partOf(bytes, SHEET)).toContain(inner);
    expect(structureErrors(bytes)).toEqual([]);
    const [, sheet] = sheetsOf(bytes);
    const [before] = sheetsOf(aPackage(draft));
    expect(sheet === undefined ? [] : printSheet(sheet)).toEqual(before === undefined ? [] : printSheet(before));
    expect(partOf(bytes, 'xl/comments1.xml')).toContain(`<comment ref="${address}"`);
  });

  test('takes the look of its row or column when it is not there', () => {
    const cols = '<cols><col min="2" max="2" style="1" width="9"/></cols>';
    const rows = '<row r="1" s="1" customFormat="1"><c r="A1"/></row><row r="2"><c r="A2"/></row>';
    const worksheet = `${cols}<sheetData>${rows}</sheetData>`;
    const bytes = returnedBytes(
      { worksheet, styles: STYLES },
      ['D1', 'B2', 'B9', 'C9'].map((address) => aCorrection(address)),
    );
    const formats = ['D1', 'B2', 'B9', 'C9'].map((address) => /numFmtId="(\d+)"/u.exec(styleAt(bytes, address))?.[1]);
    expect(formats).toEqual(['164', '164', '164', '0']);
  });

  test('under a merge is the first of the merged range', () => {
    const worksheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C3"/></mergeCells>';
    const bytes = returnedBytes({ worksheet }, [aCorrection('B2'), aCorrection('A1')]);
    expect(partOf(bytes, 'xl/comments1.xml').match(/<comment ref="[^"]*"/gu)).toEqual(['<comment ref="A1"']);
    expect(partOf(bytes, SHEET)).not.toContain('r="B2"');
  });
});

describe('what a comment says', () => {
  test('what is wrong, what stands there, how to mend it; the commune says so', () => {
    const bytes = returnedBytes({ data: '' }, [
      aCorrection('A1', { message: 'cần một số', found: '“=1+1 <a>”', hint: 'Nhập số' }),
    ]);
    const xml = partOf(bytes, 'xl/comments1.xml').replace(/&#(\d+);/gu, (_all, code: string) =>
      String.fromCodePoint(Number(code)),
    );
    expect(xml).toContain('<author>UBND xã Suối Mây</author>');
    expect(xml).toContain('LỖI: Cần một số.\nĐã ghi: “=1+1 <a>”.\nCách sửa: Nhập số.');
  });

  test('nothing of a unit becomes a formula or markup', () => {
    const nasty = '=HYPERLINK("http://x")</t><f>1+1</f>]]>\u0000\ufffe_x0041_';
    const bytes = returnedBytes({ data: '' }, [aCorrection('A1', { message: nasty, found: nasty, hint: nasty })], {
      unitName: nasty,
    });
    const [list] = sheetsOf(bytes);
    const cells = [...(list?.rows.values() ?? [])].flatMap((row) => [...row.values()]);
    expect(cells.every(({ isFormula, value }) => !isFormula && value.kind === 'text')).toBe(true);
    expect(JSON.stringify(cells)).toContain('_x0041_');
    expect(structureErrors(bytes)).toEqual([]);
  });
});

describe('all other parts stay as they are', () => {
  test.each(['openpyxl.xlsx', 'openpyxl-1904.xlsx', 'libreoffice.xlsx', 'libreoffice-1904.xlsx'])('%s', (name) => {
    const before = unzipSync(FIXTURE(name));
    const bytes = returned(FIXTURE(name), [aCorrection('B2', {}, 'Số liệu'), aCorrection('H40', {}, 'Số liệu')]);
    const after = unzipSync(bytes);
    const changed = Object.keys(before).filter(
      (part) => Buffer.compare(before[part] ?? Buffer.of(), after[part] ?? Buffer.of()) !== 0,
    );
    const touched =
      /^(?:\[Content_Types\]\.xml|docProps\/app\.xml|xl\/(?:styles|workbook|_rels\/workbook\.xml|worksheets\/sheet1)\.(?:rels|xml)|xl\/_rels\/workbook\.xml\.rels)$/u;
    expect(changed.filter((part) => !touched.test(part))).toEqual([]);
    expect(changed.length).toBeGreaterThan(4);
    expect(structureErrors(bytes)).toEqual([]);
    const [list, ...sheets] = sheetsOf(bytes);
    expect(list?.name).toBe('Cần sửa');
    expect(sheets.map(printSheet)).toEqual(sheetsOf(FIXTURE(name)).map(printSheet));
    expect(returned(FIXTURE(name), [aCorrection('B2', {}, 'Số liệu'), aCorrection('H40', {}, 'Số liệu')])).toEqual(
      bytes,
    );
  });

  test('in a sheet everything but the cells and the place of the comments', () => {
    const behind =
      '<sheetProtection sheet="1"/><dataValidations count="1"><dataValidation sqref="A1"/></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>';
    const worksheet = `<!-- > --><sheetData><row r="1"><c r="A1" t='str'><v>a &gt; b</v></c></row></sheetData>${behind}<tableParts count="0"/>`;
    const bytes = returnedBytes({ worksheet, styles: STYLES }, [aCorrection('A1')]);
    const xml = partOf(bytes, SHEET);
    const before = packageParts({ worksheet })[SHEET];
    expect(xml.replace(/ s="\d+"/u, '').replace(/<legacyDrawing [^>]*>/u, '')).toBe(before);
    expect(xml).toMatch(/\/><legacyDrawing [^>]*\/><tableParts/u);
  });
});
