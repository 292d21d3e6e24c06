import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { monthlyWorkspace, putReports } from './support/monthly-workspace.ts';
import { runIn } from './support/run-in-process.ts';

const [JUNE, JULY] = ['2025-06', '2025-07'];
const VILLAGES = { TH01: { CT02: '600' }, TH02: { CT02: '400' }, TH03: { CT02: '300' } };

/** Thôn Trung and Thôn Hạ become Thôn Trung Hạ on the first of July; their rows stay, with their last day. */
async function typeMerger(folder: string): Promise<void> {
  const path = join(folder, 'don-vi.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const [units, mergers] = [book.getWorksheet('Đơn vị'), book.getWorksheet('Sáp nhập')];
  if (units === undefined || mergers === undefined) throw new Error('a sheet is missing');
  const rows = units.getRows(2, 30) ?? [];
  for (const row of rows.filter((one) => ['TH02', 'TH03'].includes(one.getCell(1).text))) {
    row.getCell(13).value = '30/06/2025';
  }
  const merged = ['TH09', 'Thôn Trung Hạ', 'Thôn', '', '', 1490, '', '', 515, '', '', '01/07/2025'];
  const blank = rows.find((row) => row.getCell(1).text === '');
  merged.forEach((value, index) => {
    if (blank !== undefined) blank.getCell(index + 1).value = value;
  });
  ['Thôn Trung', 'Thôn Hạ'].forEach((old, index) => {
    mergers.getRow(index + 2).values = [old, '', 'TH09', '01/07/2025'];
  });
  await book.xlsx.writeFile(path);
}

interface Status {
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

async function villagesOf(folder: string, period: string): Promise<readonly string[]> {
  const { out } = await runIn(folder, 'status', '--json', '--period', period, '--as-of', '2025-07-28');
  // The shape is what `tkcds status --json` prints; a field that is missing fails the test.
  const { units } = JSON.parse(out) as Status;
  return units.map(({ id }) => id).filter((id) => id.startsWith('TH'));
}

async function totalsOf(folder: string): Promise<unknown> {
  await runIn(folder, 'report', '--period', JUNE, '--as-of', '2025-07-28');
  const figures: unknown = JSON.parse(readFileSync(join(folder, 'ket-qua', JUNE, 'bao-cao.json'), 'utf8'));
  return (figures as { readonly totals: unknown }).totals; // as above
}

test('one register serves the rounds before a merger and after it', async () => {
  const folder = await monthlyWorkspace([JUNE, JULY]);
  await putReports(folder, JUNE, VILLAGES);
  const before = await totalsOf(folder);
  expect(JSON.stringify(before)).toContain('1300');
  await typeMerger(folder);
  expect(await totalsOf(folder)).toEqual(before);
  expect(await villagesOf(folder, JUNE)).toEqual(['TH01', 'TH02', 'TH03']);
  expect(await villagesOf(folder, JULY)).toEqual(['TH01', 'TH09']);
});

test('the report of an old unit for the round after is not counted, nor is its code one to speak of', async () => {
  const folder = await monthlyWorkspace([JUNE, JULY]);
  await putReports(folder, JULY, { TH02: { CT02: '400' } });
  await typeMerger(folder);
  const july = ['--period', JULY, '--as-of', '2025-07-28'];
  const { out } = await runIn(folder, 'validate', ...july);
  expect(out).toContain('“Thôn Trung” (đơn vị cũ) đã nhập vào “Thôn Trung Hạ” (mã TH09) từ ngày 01/07/2025');
  const adjusted = await runIn(folder, 'adjust', 'TH02', 'CT02', '410', '--reason', 'a', '--by', 'b', ...july);
  expect(adjusted.code).toBe(2);
  expect(adjusted.err).toContain('Thôn Trung (TH02) không phải đơn vị của kỳ 2025-07');
});

test('a round in which no unit is one yet stops, and says which columns to look at', async () => {
  const folder = await monthlyWorkspace([JUNE]);
  const path = join(folder, 'don-vi.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  for (const row of book.getWorksheet('Đơn vị')?.getRows(2, 30) ?? []) {
    if (row.getCell(1).text !== '') row.getCell(12).value = '01/07/2025';
  }
  await book.xlsx.writeFile(path);
  const { code, err } = await runIn(folder, 'status', '--period', JUNE);
  expect(code).toBe(2);
  expect(err).toContain('không đơn vị nào hoạt động vào ngày 28/06/2025');
});
