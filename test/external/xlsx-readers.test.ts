import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellAddress, type CellRange } from '../../src/model/workbook.ts';
import { textValue } from '../../src/read/cell-text.ts';
import { isRefused } from '../../src/read/format.ts';
import { xlsx } from '../../src/read/formats/xlsx.ts';
import { legacyFontOf } from '../../src/read/legacy-font.ts';
import { aPackage, relationsPart, sheetPart, type PackageDraft } from '../support/a-package.ts';
import { printSheet, printValue } from '../support/print-sheet.ts';
import { outputOf } from './support/program.ts';

/** Our reader beside openpyxl, over every .xlsx of the fixtures and workbooks written by hand. */
const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const script = fileURLToPath(new URL('support/openpyxl-cells.py', import.meta.url));

type Kind = 'boolean' | 'date' | 'error' | 'none' | 'number' | 'percent' | 'text';

interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: readonly (readonly [
    address: string,
    isFormula: boolean,
    kind: Kind,
    value: unknown,
    font: string | null,
  ])[];
  readonly merges: readonly string[];
}

interface Seen {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: readonly string[];
  readonly merges: readonly string[];
}

function printed(kind: Kind, value: unknown): string | undefined {
  switch (kind) {
    case 'none':
      return undefined;
    case 'boolean':
      return String(value);
    case 'error':
      return String(value);
    case 'text': {
      const text = textValue(String(value));
      return text === undefined ? undefined : printValue(text);
    }
    case 'date':
    case 'number':
    case 'percent':
      return printValue({
        kind: 'number',
        number: Number(value),
        isDate: kind === 'date',
        isPercent: kind === 'percent',
      });
  }
}

function byOpenpyxl({ name, isHidden, cells, merges }: ReadSheet): Seen {
  const lines = cells.flatMap(([address, isFormula, kind, value, font]) => {
    const text = printed(kind, value);
    const oldFont = legacyFontOf(font ?? '');
    const mark = oldFont === undefined ? '' : ` (${oldFont})`;
    return text === undefined ? [] : [`${address} ${isFormula ? '= ' : ''}${text}${mark}`];
  });
  return { name, isHidden, cells: lines, merges };
}

function rangeName({ top, left, bottom, right }: CellRange): string {
  return `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
}

function byUs(bytes: Uint8Array): readonly Seen[] {
  const contents = xlsx.read(bytes, 'xlsx');
  if (isRefused(contents)) throw new Error(`refused: ${JSON.stringify(contents)}`);
  return contents.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.isHidden,
    // A formula without result is nothing to openpyxl; what it is to us, xlsx-cells.test.ts says.
    cells: printSheet(sheet).filter((line) => !line.endsWith('= chưa tính')),
    merges: sheet.merges.map(rangeName).sort(),
  }));
}

const ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>';
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>';
const TEXT = '<si><t>một</t></si>';

const BY_HAND: Readonly<Record<string, PackageDraft>> = {
  'rich text': {
    strings: '<si><r><t xml:space="preserve">Thôn </t></r><r><rPr><b/></rPr><t>Một</t></r></si>',
    data: ROW,
  },
  'phonetic hints': { strings: '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>', data: ROW },
  'an empty shared string': {
    strings: '<si/><si><t>hai</t></si>',
    data: '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>',
  },
  'no references': { data: '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>' },
  formulas: {
    data:
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" ref="B1:C1" si="0">A1</f><v>3</v></c><c r="C1"><f t="shared" si="0"/><v>4</v></c>' +
      '<c r="D1" t="str"><f>"a"</f><v>a</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1" t="b"><f>1=1</f><v>1</v></c><c r="G1"><f>1-1</f><v>0</v></c></row>',
  },
  'days of 1904': {
    workbookPr: '<workbookPr date1904="1"/>',
    styles: STYLES,
    data: '<row r="1"><c r="A1" s="1"><v>44504</v></c><c r="B1" s="3"><v>1.5</v></c><c r="C1" s="2"><v>0.5</v></c></row>',
  },
  'ISO dates': {
    styles: STYLES,
    data: '<row r="1"><c r="A1" t="d"><v>2025-11-05</v></c><c r="B1" t="d"><v>2025-11-05T14:30:00</v></c><c r="C1" t="d" s="3"><v>PT24H0M0S</v></c></row>',
  },
  'merges with leftovers': {
    worksheet:
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
  },
  'an absolute target': {
    strings: TEXT,
    parts: {
      'xl/_rels/workbook.xml.rels': relationsPart([
        ['rId1', 'worksheet', '/xl/worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', '/xl/sharedStrings.xml'],
      ]),
      'xl/worksheets/sheet1.xml': sheetPart(ROW),
    },
  },
};

/** Where openpyxl errs: what we read, what it reads. */
const ERRS: readonly (readonly [what: string, draft: PackageDraft, ours: string, theirs: string])[] = [
  [
    'escapes stay as they are written',
    { strings: '<si><t>một_x000D_hai</t></si>', data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' },
    'A1 "một\\nhai"',
    'A1 "một_x000D_hai"',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'tkcds-openpyxl-'));
const handPath = (index: number): string => join(folder, `${index}.xlsx`);
const errPath = (index: number): string => join(folder, `err-${index}.xlsx`);
/** Damaged on purpose: nobody reads it. */
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.xls[xm]$/u.test(name) && !name.includes('PB04 - '))
  .sort();
let read: Readonly<Record<string, readonly ReadSheet[]>> = {};

beforeAll(async () => {
  const complete = (draft: PackageDraft): Uint8Array => aPackage({ styles: STYLES, strings: '', ...draft });
  Object.values(BY_HAND).forEach((draft, index) => writeFileSync(handPath(index), complete(draft)));
  ERRS.forEach(([, draft], index) => writeFileSync(errPath(index), complete(draft)));
  const paths = [
    ...files.map((name) => join(fixtures, name)),
    ...Object.keys(BY_HAND).map((_name, index) => handPath(index)),
    ...ERRS.map((_err, index) => errPath(index)),
  ];
  const json = await outputOf('/usr/bin/python3', [script, ...paths], 'apt-get install python3-openpyxl');
  // The script beside this file prints that shape.
  read = JSON.parse(json) as typeof read;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the workbooks of the fixtures', () => {
  test('are many', () => expect(files.length).toBeGreaterThan(45));
  test.each(files)('%s', (name) => {
    const path = join(fixtures, name);
    expect(byUs(readFileSync(path))).toEqual(read[path]?.map(byOpenpyxl));
  });
});

describe('workbooks written by hand', () => {
  test.each(Object.keys(BY_HAND).map((name, index) => [name, handPath(index)] as const))('%s', (_name, path) => {
    const ours = byUs(readFileSync(path));
    expect(ours.flatMap(({ cells }) => cells)).not.toEqual([]);
    expect(ours).toEqual(read[path]?.map(byOpenpyxl));
  });
});

describe('where openpyxl errs', () => {
  test.each(ERRS.map(([what, , ours, theirs], index) => [what, errPath(index), ours, theirs] as const))(
    '%s',
    (_what, path, ours, theirs) => {
      expect(byUs(readFileSync(path)).flatMap(({ cells }) => cells)).toEqual([ours]);
      expect((read[path] ?? []).map(byOpenpyxl).flatMap(({ cells }) => cells)).toEqual([theirs]);
    },
  );
});
