import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeRollup, renderProvinceTable } from '../../src/pipeline-rollup.ts';
import { renderReport } from '../../src/pipeline.ts';
import { openXlsx, rowWith, sheetOf } from '../render/support/xlsx.ts';
import { PROVINCE, provinceReports, rolledUp } from '../support/a-rollup.ts';
import { aVillage } from '../support/commune-reports.ts';
import { OFFICE_VERSIONS, validateOoxml } from './support/ooxml.ts';
import { convertAllToPdf, fontFamiliesOf, pagesOf } from './support/pdf.ts';
import { recomputed, resultsOf } from './support/recompute.ts';

const folder = mkdtempSync(join(tmpdir(), 'tkcds-rollup-'));
const october = { name: 'UBND xã =A1 "và" B', villages: [aVillage(999, 501), aVillage(1001, 499)] };
const nobody = { ...aVillage(10, 5), state: 'not-reported', status: 'missing' } as const;

const ROLLUPS = {
  '96 communes': rolledUp(provinceReports(7), PROVINCE),
  'two rounds, without a list': rolledUp([
    october,
    { ...october, period: '2025-11', from: '2025-11-01', to: '2025-11-30' },
  ]),
  'different targets and definitions': rolledUp([
    { ...october, target: { comparison: 'at-least', percent: 50 } },
    { name: 'UBND xã B', villages: [aVillage(100, 60)] },
    { name: 'UBND xã C', villages: [aVillage(40, 30)], denominatorIndicator: 'households' },
  ]),
  'nothing that counts': rolledUp([{ name: 'UBND xã A', villages: [nobody] }], [{ code: '1', name: 'xã A' }]),
} as const;
const names = Object.keys(ROLLUPS);

const given: ExcelJS.Workbook[] = [];
let computed: readonly ExcelJS.Workbook[] = [];

beforeAll(async () => {
  const tables: Uint8Array[] = [];
  for (const [index, { value, diagnostics }] of Object.values(ROLLUPS).entries()) {
    const table = await renderProvinceTable(value, diagnostics);
    tables.push(table);
    given.push(await openXlsx(table));
    writeFileSync(join(folder, `${index}.xlsx`), table);
    writeFileSync(join(folder, `${index}-phu-luc.docx`), await renderReport(composeRollup(value)));
  }
  computed = await recomputed(folder, tables);
  await convertAllToPdf(
    names.flatMap((_, index) => [`${index}.xlsx`, `${index}-phu-luc.docx`].map((name) => join(folder, name))),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(names.map((name, index) => [name, index] as const))('%s', (_name, index) => {
  test.each(['.xlsx', '-phu-luc.docx'])('no Office version finds a fault: %s', async (ending) => {
    const offices = index === 0 ? OFFICE_VERSIONS : ['Microsoft365'];
    expect(await validateOoxml(join(folder, `${index}${ending}`), offices)).toEqual([]);
  });

  test('another program computes every figure to the one that is kept in the file', () => {
    const [ours, theirs] = [given[index], computed[index]];
    if (ours === undefined || theirs === undefined) throw new Error('no workbook');
    const results = resultsOf(ours);
    expect(Object.keys(results).length).toBeGreaterThan(10);
    expect(resultsOf(theirs)).toEqual(results);
  });

  test.each(['.pdf', '-phu-luc.pdf'])(
    'is printed in the typeface of the decree, without an error value: %s',
    async (ending) => {
      const pdf = join(folder, `${index}${ending}`);
      expect((await fontFamiliesOf(pdf)).filter((family) => family !== 'LiberationSerif')).toEqual([]);
      expect((await pagesOf(pdf)).join('\n')).not.toMatch(/#(?:DIV|VALUE|REF|NAME|NUM|N\/A)|###/u);
    },
  );
});

test('the sums of another program are those of the villages', () => {
  const [book] = computed;
  if (book === undefined) throw new Error('no workbook');
  const sheet = sheetOf(book, 'Tỷ lệ theo xã');
  const total = rowWith(sheet, 'Cộng', 3);
  const counted = provinceReports(7).flatMap(({ villages }) => villages.filter(({ state }) => state === 'counted'));
  expect(sheet.getCell(`F${total}`).result).toBe(counted.reduce((sum, { adults }) => sum + adults, 0));
  expect(sheet.getCell(`G${total}`).result).toBe(counted.reduce((sum, { holders }) => sum + holders, 0));
});
