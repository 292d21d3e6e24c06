import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { bytesOf, overlay } from '../support/form-filler.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, smallWorkspace } from './support/small-workspace.ts';

const NOVEMBER = ['--as-of', '06/12/2025', '--period', '2025-11'];
const FORM = join('bieu-mau', '2025-11', 'TH01 - Thôn Thượng.xlsx');

/** A workspace with a reported October, closed or not, and November under the monthly directive. */
async function afterOctober(state: 'closed' | 'open'): Promise<string> {
  const folder = await smallWorkspace(EVERYBODY);
  await runIn(folder, 'report', '--final');
  if (state === 'closed') await runIn(folder, 'close');
  const round = `\n  - id: 2025-11\n    directive: chu-ky-so-hang-thang\n    from: 2025-11-01\n    to: 2025-11-30\n    due: { on: 2025-12-05 }\n`;
  appendFileSync(join(folder, 'tkcds.yaml'), round);
  return folder;
}

async function open(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** The texts of the row that begins with that one. */
function rowOf(book: ExcelJS.Workbook, sheet: string, first: string): readonly string[] {
  const found: string[][] = [];
  book.getWorksheet(sheet)?.eachRow((row) => {
    const texts = Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text);
    if (texts[0] === first) found.push(texts);
  });
  return found[0] ?? [];
}

test('without a closed round before, the forms are as ever, and the command says why', async () => {
  const folder = await afterOctober('open');
  const { out } = await runIn(folder, 'form', ...NOVEMBER);
  expect(out).toContain('không có cột “Kỳ trước” vì kỳ 2025-10 chưa khóa');
  expect(rowOf(await open(join(folder, FORM)), 'Chỉ tiêu', 'Mã')).toEqual([
    'Mã',
    'Chỉ tiêu',
    'Đơn vị tính',
    'Số liệu',
    'Ghi chú',
  ]);
});

test('a closed round stands in the form, is kept by “giữ nguyên”, and can be traced', async () => {
  const folder = await afterOctober('closed');
  await runIn(folder, 'form', ...NOVEMBER);
  const form = await open(join(folder, FORM));
  expect(rowOf(form, 'Chỉ tiêu', 'Mã')[3]).toBe('Kỳ trước (2025-10)');
  const adults = rowOf(form, 'Chỉ tiêu', 'CT01');
  expect(adults.slice(3, 5)).toEqual(['1200', '']);
  expect(adults[1]).toContain('Bằng kỳ trước thì ghi “giữ nguyên”');
  expect(rowOf(form, 'Chỉ tiêu', 'CT03')[1]).not.toContain('giữ nguyên');

  const rows = [
    ['CT01', 'giữ nguyên'],
    ['CT02', '780'],
    ['CT03', '60'],
  ];
  overlay(form, { sheet: 'Chỉ tiêu', header: ['Mã', 'Số liệu'], rows });
  const general = [
    ['Ngày báo cáo', '02/12/2025'],
    ['Số liệu tính đến ngày', '30/11/2025'],
  ];
  for (const row of general) overlay(form, { sheet: 'Thông tin chung', header: [row[0] ?? ''], rows: [row] });
  mkdirSync(join(folder, 'nop', '2025-11'), { recursive: true });
  writeFileSync(join(folder, 'nop', '2025-11', 'TH01.xlsx'), await bytesOf(form));

  const traced = await runIn(folder, 'explain', 'CT01', 'TH01', ...NOVEMBER);
  expect(traced.out).toContain('ghi “giữ nguyên”; lấy số 1.200 của kỳ 2025-10 (nop/2025-10/TH01.xlsx');
  await runIn(folder, 'report', ...NOVEMBER);
  const figures = readFileSync(join(folder, 'ket-qua', '2025-11', 'bao-cao.json'), 'utf8');
  expect(figures).toContain('"carriedOver"');
  const summary = await open(join(folder, 'ket-qua', '2025-11', 'tong-hop.xlsx'));
  const headings = rowOf(summary, 'Tỷ lệ theo đơn vị', 'STT');
  const village = rowOf(summary, 'Tỷ lệ theo đơn vị', '1');
  const at = (heading: string): string | undefined => village[headings.findIndex((one) => one.endsWith(heading))];
  expect(at('(lũy kế): kỳ trước\n(2025-10)')).toBe('720');
  expect(at('(lũy kế): tăng, giảm')).toBe('60');
  expect(Number(at('(điểm phần trăm)'))).toBeCloseTo(5, 9);
});
