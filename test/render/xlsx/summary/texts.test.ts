import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { cellText, looksLikeFormula } from '../../../../src/render/xlsx/summary/cell-text.ts';
import { partsThatFit } from '../../../../src/render/xlsx/summary/long-text.ts';
import { cellError } from '../../../aggregate/findings.ts';
import { aModel, opinion, signatures, villageOne } from '../../../compose/support/model.ts';
import { aSummary, HOSTILE_TEXTS, LONG_TEXT, summaryRound } from '../../../support/summary-rounds.ts';
import { unzipSync } from 'fflate';
import { openXlsx, partOf, sheetOf } from '../../support/xlsx.ts';

const harmful = summaryRound('texts that mean harm');
const bytes = await aSummary(harmful);
const book = await openXlsx(bytes);

function parts(): readonly string[] {
  return Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.xml'));
}

function sheetParts(): readonly string[] {
  return parts().filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name));
}

function cellsOf(workbook: ExcelJS.Workbook): readonly ExcelJS.Cell[] {
  const cells: ExcelJS.Cell[] = [];
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell)));
  return cells;
}

function formulasOf(workbook: ExcelJS.Workbook): readonly string[] {
  return cellsOf(workbook)
    .filter(({ type }) => type === ExcelJS.ValueType.Formula)
    .map(({ formula }) => formula);
}

describe('no text of a unit becomes a formula', () => {
  test('every formula is one that a round of plain texts has, too', async () => {
    const plain = aModel({
      units: harmful.units.map(({ unit }, index) => ({ ...unit, id: `A${index}`, name: `Thôn ${index}` })),
    });
    const known = formulasOf(await openXlsx(await aSummary(plain))).map(shapeOf);
    const formulas = formulasOf(book);
    expect(formulas.length).toBeGreaterThan(50);
    for (const formula of formulas) expect(known).toContain(shapeOf(formula));
  });

  test('every text of a unit stands in the table of texts, where nothing is computed', () => {
    const texts = cellsOf(book).map(({ value }) => value);
    for (const text of HOSTILE_TEXTS) expect(texts).toContain(cellText(text).replace('_x005F_', '_'));
    for (const name of sheetParts()) {
      const formulas = [...partOf(bytes, name).matchAll(/<f>([^<]*)<\/f>/gu)].map(([, formula = '']) => formula);
      for (const formula of formulas) expect(formula).not.toMatch(/HYPERLINK|cmd|1\+1/u);
    }
  });

  test('who edits such a cell still has a text', () => {
    const risky = cellsOf(book).filter(({ value }) => typeof value === 'string' && looksLikeFormula(value));
    expect(risky.length).toBeGreaterThan(20);
    for (const { numFmt } of risky) expect(numFmt).toBe('@');
  });

  test.each([
    ['=1', true],
    ['+1', true],
    ['-1', true],
    ['@x', true],
    [' =1', true],
    ['\n=1', true],
    ['＝1', true],
    ['Thôn = 1', false],
    ['– không', false],
    ['1', false],
    ['', false],
  ])('%j looks like a formula: %s', (text, expected) => {
    expect(looksLikeFormula(text)).toBe(expected);
  });
});

/** The formula without its rows and columns. */
function shapeOf(formula: string): string {
  return formula.replace(/\$?[A-Z]{1,2}\$?\d+/gu, '#');
}

describe('any text can be held', () => {
  test('nothing that XML forbids is written', () => {
    for (const name of parts())
      expect(partOf(bytes, name)).not.toMatch(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  });

  test('what looks like an escape stays as it was written', () => {
    expect(sheetOf(book, 'Ý kiến của đơn vị').getColumn(5).values).toContain('<b>&"_x0041_"</b>');
    expect(partOf(bytes, 'xl/sharedStrings.xml')).toContain('_x005F_x0041_');
  });

  test('a text longer than a cell can show stands on several rows of one number, none of it lost', () => {
    const sheet = sheetOf(book, 'Ý kiến của đơn vị');
    const texts: string[] = [];
    sheet.eachRow((row) => {
      if (row.getCell(3).text !== 'Khó khăn, vướng mắc') return;
      texts.push(row.getCell(5).text);
      expect(row.getCell(1).value).toBe(1);
      expect(row.height).toBeLessThan(409);
    });
    expect(texts.length).toBeGreaterThan(10);
    // Not with toBe: a difference of two texts of 36.000 letters is nothing to read.
    expect(texts.join(' ').trim() === LONG_TEXT.trim()).toBe(true);
  });

  test.each([
    ['without a blank', 'Đ'.repeat(5000)],
    ['of letters of two units', '😀'.repeat(3001)],
    ['of many lines', 'một dòng\n'.repeat(100).trimEnd()],
  ])('a text %s is parted, but no letter', (_what, text) => {
    const parts = partsThatFit(text, 60);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('').replace(/\s/gu, '') === text.replace(/\s/gu, '')).toBe(true);
    for (const part of parts) expect(part.isWellFormed()).toBe(true);
  });

  test('a text longer than a cell can hold is cut, and says so', () => {
    const text = cellText(LONG_TEXT);
    expect(text).toHaveLength(32_767);
    expect(LONG_TEXT.startsWith(text.slice(0, -1))).toBe(true);
    expect(text.endsWith('…')).toBe(true);
  });

  test('a cut does not part a letter of two units', () => {
    expect(cellText(`${'a'.repeat(32_765)}😀b`)).toBe(`${'a'.repeat(32_765)}…`);
  });

  test('numbers of persons are masked in names and raw texts', async () => {
    const model = aModel({
      units: [villageOne],
      arrivals: [
        signatures(villageOne, 1000, 505, {
          file: 'TH01 0905123456.xlsx',
          opinions: [opinion('proposals', 'Mua thêm máy')],
        }),
      ],
      diagnostics: [cellError('TH01 0905123456.xlsx', 'Tờ 0905123456', 'A1')],
    });
    const masked = await aSummary(model);
    for (const name of Object.keys(unzipSync(masked)).filter((part) => /\.(?:xml|rels)$/u.test(part)))
      expect(partOf(masked, name)).not.toContain('0905123456');
    expect(partOf(masked, 'xl/sharedStrings.xml')).toContain('TH01 ••••.xlsx');
  });
});
