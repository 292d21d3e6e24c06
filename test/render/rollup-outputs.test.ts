import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeRollup, renderProvinceTable, renderRollupJson } from '../../src/pipeline-rollup.ts';
import { inspectDocument, renderReport } from '../../src/pipeline.ts';
import { PROVINCE, provinceReports, rolledUp } from '../support/a-rollup.ts';
import { aVillage } from '../support/commune-reports.ts';
import { cellsOf, openXlsx, rowWith, sheetOf } from './support/xlsx.ts';

const { value: rollup, diagnostics } = rolledUp(provinceReports(7), PROVINCE);
const context = { programVersion: '0.1.0', list: { file: 'a.csv', sha256: 'c'.repeat(64) }, outputs: [] };

describe('the appendices', () => {
  const document = composeRollup(rollup);
  const text = JSON.stringify(document);

  test('say of how many communes the figures are', () => {
    expect(text).toContain('94/96 xã được tính');
    expect(text).toContain('số này chưa phải của toàn tỉnh');
    expect(text).toContain('Cộng (94/96 xã)');
  });

  test('name who is missing', () => {
    expect(text).toContain(`["1","QN06","${PROVINCE[5]?.name ?? ''}"]`);
  });

  test('have the form that the decree wants', async () => {
    const found = await inspectDocument(await renderReport(document), 'phu-luc-tinh.docx');
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('say that nobody knows who is missing when there is no list', () => {
    const unlisted = JSON.stringify(composeRollup(rolledUp([{ name: 'UBND xã A', villages: [aVillage(9, 5)] }]).value));
    expect(unlisted).toContain('không có danh sách xã nên không xác định được xã chưa gửi');
    expect(unlisted).not.toContain('chưa phải của toàn tỉnh');
  });
});

describe('the same files give the same bytes', () => {
  const again = rolledUp([...provinceReports(7)], PROVINCE);

  test('of the workbook', async () => {
    expect(await renderProvinceTable(again.value, again.diagnostics)).toEqual(
      await renderProvinceTable(rollup, diagnostics),
    );
  });

  test('of the document', async () => {
    expect(await renderReport(composeRollup(again.value))).toEqual(await renderReport(composeRollup(rollup)));
  });

  test('of the JSON', () => {
    expect(renderRollupJson(again.value, again.diagnostics, context)).toBe(
      renderRollupJson(rollup, diagnostics, context),
    );
  });
});

describe('the workbook', () => {
  test('leads with who stands behind the figures', async () => {
    const overview = sheetOf(await openXlsx(await renderProvinceTable(rollup, diagnostics)), 'Tổng quan');
    const figureOf = (label: string): unknown => overview.getCell(rowWith(overview, label, 1), 2).result;
    expect([figureOf('Số xã'), figureOf('Số xã: được tính'), figureOf('Số xã: chưa nhận được')]).toEqual([96, 94, 2]);
  });

  test('keeps rounds on sheets of their own', async () => {
    const october = { name: 'UBND xã A', villages: [aVillage(100, 60)] };
    const november = { ...october, period: '2025-11', from: '2025-11-01', to: '2025-11-30' };
    const book = await openXlsx(await renderProvinceTable(rolledUp([october, november]).value, []));
    const names = book.worksheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Tỷ lệ theo xã 2025-10', 'Tỷ lệ theo xã 2025-11']));
    expect(new Set(names).size).toBe(names.length);
  });

  test('tells rounds apart whose ids do not', async () => {
    const first = { name: 'UBND xã A', villages: [aVillage(100, 60)] };
    const other = { ...first, name: 'UBND xã B', from: '2025-09-15' };
    const book = await openXlsx(await renderProvinceTable(rolledUp([first, other]).value, []));
    expect(book.worksheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Các xã (1)', 'Các xã (2)']));
  });

  test('computes no text of a commune', async () => {
    const harmful = rolledUp([{ name: '=HYPERLINK("http://example.org","x")', villages: [aVillage(10, 5)] }]);
    const book = await openXlsx(await renderProvinceTable(harmful.value, harmful.diagnostics));
    expect(JSON.stringify(cellsOf(book).map(({ formula }) => formula))).not.toContain('HYPERLINK');
  });
});

test('every field of the JSON is described in the page', () => {
  const page = readFileSync(new URL('../../docs/tong-hop-tinh.md', import.meta.url), 'utf8');
  const named = new Set([...page.matchAll(/`([^`]+)`/gu)].map(([, name]) => name));
  const keysOf = (value: unknown): readonly string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const own = Array.isArray(value) ? [] : Object.keys(value);
    return [...own, ...Object.entries(value).flatMap(([key, part]) => (key === 'facts' ? [] : keysOf(part)))];
  };
  const content: unknown = JSON.parse(renderRollupJson(rollup, diagnostics, context));
  expect([...new Set(keysOf(content))].filter((key) => !named.has(key))).toEqual([]);
});
