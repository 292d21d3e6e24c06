import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openXlsx, rowWith, sheetOf } from '../render/support/xlsx.ts';
import { aSummary, SUMMARY_ROUNDS, summaryRound } from '../support/summary-rounds.ts';
import { OFFICE_VERSIONS, validateOoxml } from './support/ooxml.ts';
import { convertAllToPdf, fontFamiliesOf, pageSizesOf, pagesOf } from './support/pdf.ts';
import { recomputed, resultsOf, withoutResults } from './support/recompute.ts';

const folder = mkdtempSync(join(tmpdir(), 'tkcds-summary-'));
const rounds = Object.keys(SUMMARY_ROUNDS);
/** The others have the same parts; these two have every kind of text. */
const CHECKED_BY_ALL = ['every fate of a report', 'texts that mean harm'];
const SHARE = 'Tỷ lệ theo đơn vị';

const given: ExcelJS.Workbook[] = [];
let computed: readonly ExcelJS.Workbook[] = [];
let tried: ExcelJS.Workbook | undefined;

/** The round with every fate, in which the clerk types the numbers of a village that has not reported and a higher target. */
async function tryOut(): Promise<Uint8Array> {
  const book = await openXlsx(await aSummary(summaryRound('every fate of a report')));
  const sheet = sheetOf(book, SHARE);
  const row = rowWith(sheet, 'TH03', 2);
  sheet.getCell(`D${row}`).value = 600;
  sheet.getCell(`E${row}`).value = 595;
  sheet.getCell('D3').value = 60;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  const bytes = await Promise.all(rounds.map((name) => aSummary(summaryRound(name))));
  for (const [index, each] of bytes.entries()) {
    given.push(await openXlsx(each));
    writeFileSync(join(folder, `${index}.xlsx`), each);
  }
  const all = await recomputed(folder, [...bytes, await tryOut()]);
  [computed, tried] = [all.slice(0, -1), all.at(-1)];
  await convertAllToPdf(rounds.map((_, index) => join(folder, `${index}.xlsx`)));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(rounds.map((name, index) => [name, index] as const))('%s', (name, index) => {
  test('no Office version finds a fault', async () => {
    const offices = CHECKED_BY_ALL.includes(name) ? OFFICE_VERSIONS : ['Microsoft365'];
    expect(await validateOoxml(join(folder, `${index}.xlsx`), offices)).toEqual([]);
  });

  test('another program computes every figure to the one that is kept in the file', () => {
    const [ours, theirs] = [given[index], computed[index]];
    if (ours === undefined || theirs === undefined) throw new Error('no workbook');
    const results = resultsOf(ours);
    expect(Object.keys(results).length).toBeGreaterThan(10);
    expect(resultsOf(theirs)).toEqual(results);
  });

  test('is printed on wide A4 pages in the typeface of the decree, without an error value', async () => {
    const pdf = join(folder, `${index}.pdf`);
    for (const size of await pageSizesOf(pdf)) expect(size).toEqual({ width: 842, height: 595 });
    // LibreOffice puts the font with the same widths in place of Times New Roman.
    expect((await fontFamiliesOf(pdf)).filter((family) => family !== 'LiberationSerif')).toEqual([]);
    expect((await pagesOf(pdf)).join('\n')).not.toMatch(/#(?:DIV|VALUE|REF|NAME|NUM|N\/A)|###/u);
  });
});

test('the comparison sees a result that is gone', async () => {
  const bytes = await aSummary(summaryRound('one village only'));
  const book = await openXlsx(withoutResults(bytes));
  expect(new Set(Object.values(resultsOf(book)))).toEqual(new Set([undefined]));
});

test('a number typed in changes share, check, bounds and the first sheet', () => {
  if (tried === undefined) throw new Error('no workbook');
  const sheet = sheetOf(tried, SHARE);
  const total = rowWith(sheet, 'Cộng', 3);
  // 505/1.000 and 300/800 were counted; 595/600 was added, at a target of 60 %.
  const values = (row: number) => ['D', 'E', 'H'].map((column) => sheet.getCell(`${column}${row}`).result);
  expect(values(total)).toEqual([2400, 1400, 'Chưa đạt']);
  expect(values(rowWith(sheet, 'TH03', 2)).at(-1)).toBe('Đạt');
  // Nobody is left that does not count, so that the bounds are the share itself.
  expect(values(total + 2)).toEqual([2400, 1400, 'Chưa đạt']);
  expect(values(total + 3)).toEqual([2400, 1400, 'Chưa đạt']);
  const overview = sheetOf(tried, 'Tổng quan');
  const shown = rowWith(overview, 'So với chỉ tiêu trên 50%', 1);
  expect(overview.getCell(shown, 2).result).toBe('Chưa đạt');
});

test('no text of a unit is computed', () => {
  const index = rounds.indexOf('texts that mean harm');
  const [ours, theirs] = [given[index], computed[index]];
  if (ours === undefined || theirs === undefined) throw new Error('no workbook');
  const texts = sheetOf(ours, 'Ý kiến của đơn vị').getColumn(5).values;
  expect(texts).toContain('=HYPERLINK("http://example.org","x")');
  expect(sheetOf(theirs, 'Ý kiến của đơn vị').getColumn(5).values).toEqual(texts);
});
