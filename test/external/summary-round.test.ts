import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowWith, sheetOf } from '../render/support/xlsx.ts';
import { validateOoxml } from './support/ooxml.ts';
import { recomputed } from './support/recompute.ts';

/** The sample round by the built program: its tong-hop.xlsx, computed anew by LibreOffice, beside its bao-cao.json. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tkcds-summary-round-'));
const results = join(folder, 'workspace/ket-qua/2025-10');

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}
interface Figures {
  readonly rates: { readonly overall: { readonly rate: Ratio; readonly rateOnTime: Ratio } };
  readonly coverages: readonly {
    readonly ratio: Ratio;
    readonly shortfall: number;
    readonly bounds: { readonly lowest: Ratio; readonly highest: Ratio };
  }[];
  readonly totals: readonly { readonly title: string; readonly unitType: string; readonly value: number }[];
  readonly compliance: readonly {
    readonly tasks: readonly { readonly task: string; readonly counts: Readonly<Record<string, number>> }[];
  }[];
  readonly findings: readonly { readonly severity: string }[];
}

let figures: Figures;
let book: ExcelJS.Workbook;

function result(sheet: string, address: string): unknown {
  return sheetOf(book, sheet).getCell(address).result;
}

beforeAll(async () => {
  cpSync(join(root, 'fixtures/large-commune/workspace'), join(folder, 'workspace'), { recursive: true });
  const report = ['bin/tkcds.js', 'report', '-C', join(folder, 'workspace'), '--as-of', '2025-11-12'];
  const { status, stderr } = spawnSync('node', [...report, '--period', '2025-10'], { cwd: root, encoding: 'utf8' });
  if (status !== 1) throw new Error(`exit ${String(status)}\n${stderr}`);
  // The shape is the one that docs/bao-cao-json.md documents.
  figures = JSON.parse(readFileSync(join(results, 'bao-cao.json'), 'utf8')) as Figures;
  const [computed] = await recomputed(folder, [readFileSync(join(results, 'tong-hop.xlsx'))]);
  if (computed === undefined) throw new Error('no workbook');
  book = computed;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('no Office version finds a fault', async () => {
  expect(await validateOoxml(join(results, 'tong-hop.xlsx'))).toEqual([]);
});

test('reporting rates', () => {
  const { rate, rateOnTime } = figures.rates.overall;
  const total = rowWith(sheetOf(book, 'Tỷ lệ báo cáo'), 'Cộng', 1);
  const shown = ['B', 'C', 'D', 'J', 'K'].map((column) => result('Tỷ lệ báo cáo', `${column}${total}`));
  expect(shown.slice(0, 3)).toEqual([rate.denominator, rate.numerator, rateOnTime.numerator]);
  expect(shown[3]).toBeCloseTo(rate.numerator / rate.denominator, 12);
  expect(shown[4]).toBeCloseTo(rateOnTime.numerator / rateOnTime.denominator, 12);
});

test('the share, its bounds and what is missing', () => {
  const [coverage] = figures.coverages;
  if (coverage === undefined) throw new Error('no share');
  const name = 'Tỷ lệ theo đơn vị';
  const total = rowWith(sheetOf(book, name), 'Cộng', 3);
  const pair = (row: number) => ({ numerator: result(name, `E${row}`), denominator: result(name, `D${row}`) });
  expect([pair(total), pair(total + 2), pair(total + 3)]).toEqual([
    coverage.ratio,
    coverage.bounds.lowest,
    coverage.bounds.highest,
  ]);
  expect(result(name, `I${total}`)).toBe(coverage.shortfall);
});

test('sums and tasks', () => {
  const villages = figures.totals.filter(({ unitType }) => unitType === 'village');
  const sheet = sheetOf(book, 'Số liệu khác');
  const shares = ['Số người từ đủ 18 tuổi trở lên'];
  const own = villages.filter(({ title }) => shares.every((share) => !title.startsWith(share)));
  expect(own.length).toBeGreaterThan(5);
  for (const { title, value } of own) expect(sheet.getCell(rowWith(sheet, title, 2), 4).result).toBe(value);
  const tasks = sheetOf(book, 'Nhiệm vụ');
  for (const { task, counts } of figures.compliance.flatMap((group) => group.tasks))
    expect(tasks.getCell(rowWith(tasks, task, 1), 4).result).toBe(counts['completed']);
});

test('findings', () => {
  const overview = sheetOf(book, 'Tổng quan');
  const errors = figures.findings.filter(({ severity }) => severity === 'error');
  expect(overview.getCell(rowWith(overview, 'Phát hiện mức lỗi', 1), 2).result).toBe(errors.length);
});
