import { describe, expect, test } from 'vitest';
import { openPackage, type Package } from '../../src/opc/package.ts';
import { partKey, relationsPartOf, resolveTarget } from '../../src/opc/part-name.ts';
import { relationsOf } from '../../src/opc/relations.ts';
import { isZipFault } from '../../src/opc/zip-entry.ts';
import { relationsPart, zipOf } from '../support/a-package.ts';

function opened(parts: Readonly<Record<string, string>>): Package {
  const result = openPackage(zipOf(parts));
  if (isZipFault(result)) throw new Error(result.kind);
  return result;
}

function textOf(from: Package, name: string): string | undefined {
  const bytes = from.part(name);
  if (bytes === undefined || isZipFault(bytes)) return undefined;
  return Buffer.from(bytes).toString('utf8');
}

describe('part names', () => {
  test.each([
    ['', 'xl/workbook.xml', 'xl/workbook.xml'],
    ['', '/xl/workbook.xml', 'xl/workbook.xml'],
    ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', './worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '../sheet1.xml', 'sheet1.xml'],
    ['xl/a/b/workbook.xml', '../../sheet1.xml', 'xl/sheet1.xml'],
    ['xl/workbook.xml', 'worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '../../../../etc/passwd', 'etc/passwd'],
    ['workbook.xml', 'sheet1.xml', 'sheet1.xml'],
    ['xl/workbook.xml', ' worksheets/sheet1.xml\n', 'xl/worksheets/sheet1.xml'],
  ])('of %s: %s is %s', (source, target, part) => expect(resolveTarget(source, target)).toBe(part));

  test.each([
    ['', '_rels/.rels'],
    ['workbook.xml', '_rels/workbook.xml.rels'],
    ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
  ])('the relations of “%s” stand in %s', (source, part) => expect(relationsPartOf(source)).toBe(part));

  test.each([
    ['xl/Workbook.xml', '/XL/workbook.XML'],
    ['xl\\workbook.xml', 'xl/workbook.xml'],
    ['xl/sheet%201.xml', 'xl/sheet 1.xml'],
    ['xl/s%E1%BB%91.xml', 'xl/số.xml'],
    ['xl/100%.xml', 'xl/100%.XML'],
  ])('%s is %s', (one, other) => expect(partKey(one)).toBe(partKey(other)));
});

describe('openPackage', () => {
  test('finds parts in any letter case, unpacks them, knows which are not there', () => {
    const from = opened({ 'XL/Workbook.xml': 'một', 'xl/sheet 1.xml': 'hai' });
    expect(from.names).toEqual(['XL/Workbook.xml', 'xl/sheet 1.xml']);
    expect(textOf(from, 'xl/workbook.xml')).toBe('một');
    expect(textOf(from, 'xl/sheet%201.xml')).toBe('hai');
    expect(from.part('xl/sheet2.xml')).toBeUndefined();
  });

  test('two spellings of one part name are refused', () =>
    expect(openPackage(zipOf({ 'a b.xml': '1', 'a%20b.xml': '2' }))).toEqual({ kind: 'damaged' }));

  test('what is no zip is a fault', () => expect(openPackage(Buffer.from('PK'))).toEqual({ kind: 'damaged' }));
});

describe('relationsOf', () => {
  const relations = (xml: string) => relationsOf(opened({ 'xl/_rels/workbook.xml.rels': xml }), 'xl/workbook.xml');

  test('gives type and part by id, in the order written; nobody goes outside the package', () =>
    expect(
      relations(
        relationsPart([
          ['rId2', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId1', 'hyperlink', 'https://example.org/', 'External'],
          ['rId3', 'styles', '/xl/styles.xml'],
        ]),
      ),
    ).toEqual(
      new Map([
        ['rId2', { type: 'worksheet', part: 'xl/worksheets/sheet1.xml' }],
        ['rId1', { type: 'hyperlink', part: undefined }],
        ['rId3', { type: 'styles', part: 'xl/styles.xml' }],
      ]),
    ));

  test('a part without relations has none', () =>
    expect(relationsOf(opened({ 'a.xml': '' }), 'a.xml')).toEqual(new Map()));

  test('a prefix makes no difference', () =>
    expect(
      relations(
        '<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="a" Type="x/styles" Target="s.xml"/></p:Relationships>',
      ),
    ).toEqual(new Map([['a', { type: 'styles', part: 'xl/s.xml' }]])));

  test.each<[string, string]>([
    ['cut off', relationsPart([['a', 'styles', 's.xml']]).slice(0, -5)],
    [
      'one id for two',
      relationsPart([
        ['a', 'styles', 's.xml'],
        ['a', 'worksheet', 'w.xml'],
      ]),
    ],
    ['another root', '<Relations/>'],
    [
      '10.001 of them',
      relationsPart(Array.from({ length: 10_001 }, (_, index) => [`r${index}`, 'hyperlink', 'a.xml'] as const)),
    ],
  ])('%s: damaged', (_what, xml) => expect(relations(xml)).toEqual({ kind: 'damaged' }));
});
