import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Correction } from '../../src/model/correction.ts';
import { composeSlip, corrections } from '../../src/pipeline-returns.ts';
import { checkFiles, readFile, renderReport, renderUnitForm } from '../../src/pipeline.ts';
import { loadSlipTemplate } from '../../src/workspace/report-template.ts';
import { parseSettings } from '../../src/workspace/settings.ts';
import { printDiagnostics } from '../support/print-diagnostics.ts';
import { SMALL_COMMUNE_SETTINGS } from '../support/small-settings.ts';
import { smallCommuneRound } from '../support/small-commune.ts';
import { faultyReport } from '../cli/support/faulty-round.ts';
import { aCorrection, returned } from '../render/returned-xlsx/support/returned.ts';
import { validateOoxml } from './support/ooxml.ts';
import { convertAllToPdf, pagesOf } from './support/pdf.ts';
import { outputOf } from './support/program.ts';
import { convertInto } from './support/soffice.ts';

const folder = mkdtempSync(join(tmpdir(), 'tkcds-return-'));
const pathOf = (name: string): string => join(folder, name);
const FIXTURES = new URL('../../fixtures/xlsx/', import.meta.url);
const round = smallCommuneRound();

/** A file that arrived, as the round understands it. */
function check(bytes: Uint8Array) {
  const source = { file: 'TH01.xlsx', sha256: '', size: bytes.length };
  return checkFiles([readFile({ source, bytes })], round, 'files');
}

let form: Uint8Array = new Uint8Array();
let asked: readonly Correction[] = [];

beforeAll(async () => {
  form = await faultyReport();
  asked = corrections(check(form).diagnostics, () => '');
  writeFileSync(pathOf('form.xlsx'), returned(form, asked));
  writeFileSync(pathOf('sent.xlsx'), form);
  await convertInto(folder, 'ods', [pathOf('sent.xlsx')]);
  await convertInto(join(folder, 'again'), 'xlsx', [pathOf('sent.ods')]);
  const resaved = readFileSync(join(folder, 'again', 'sent.xlsx'));
  writeFileSync(pathOf('libreoffice-sent.xlsx'), resaved);
  const [unit] = round.units;
  if (unit === undefined) throw new Error('no unit');
  writeFileSync(pathOf('blank.xlsx'), returned(await renderUnitForm(round, unit), asked));
  writeFileSync(pathOf('libreoffice-form.xlsx'), returned(resaved, asked));
  for (const name of ['openpyxl', 'libreoffice']) {
    const faults = [aCorrection('B2', {}, 'Số liệu'), aCorrection('H40', { severity: 'warning' }, 'Số liệu')];
    writeFileSync(pathOf(`${name}.xlsx`), returned(readFileSync(new URL(`${name}.xlsx`, FIXTURES)), faults));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LOOK = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(book.worksheets[0].title, book.active.title, sep='|')
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment is not None:
                print(sheet.title, cell.coordinate, cell.fill.fgColor.rgb, cell.comment.author, cell.comment.text.split(':')[0], sep='|')
`;

async function seenByOpenpyxl(name: string): Promise<readonly string[]> {
  const out = await outputOf(
    '/usr/bin/python3',
    ['-W', 'ignore', '-c', LOOK, pathOf(name)],
    'apt-get install python3-openpyxl',
  );
  return out.trim().split('\n');
}

const FILES = ['form.xlsx', 'libreoffice-form.xlsx', 'openpyxl.xlsx', 'libreoffice.xlsx'];

describe.each(FILES)('%s', (name) => {
  test('openpyxl sees the list first, and colours and comments at the cells', async () => {
    const [sheets, ...cells] = await seenByOpenpyxl(name);
    expect(sheets).toBe('Cần sửa|Cần sửa');
    expect(cells.length).toBeGreaterThan(1);
    for (const cell of cells) expect(cell).toMatch(/\|(?:FFFFC7CE\|.*\|LỖI|FFFFE699\|.*\|CẢNH BÁO)$/u);
  });

  test('LibreOffice opens it, and what it saves again has the same comments', async () => {
    await convertInto(join(folder, 'resaved'), 'xlsx', [pathOf(name)]);
    writeFileSync(pathOf(`resaved-${name}`), readFileSync(join(folder, 'resaved', name)));
    const places = (lines: readonly string[]): readonly string[] =>
      lines.map((line) => line.split('|').slice(0, 3).join(' '));
    expect(places(await seenByOpenpyxl(`resaved-${name}`))).toEqual(places(await seenByOpenpyxl(name)));
  });
});

test('no Office version finds a fault in a returned form', async () => {
  expect(await validateOoxml(pathOf('blank.xlsx'))).toEqual([]);
});

test('no Office version finds a fault that the unit’s own file did not have', async () => {
  const messages = async (name: string): Promise<readonly string[]> => {
    const found = await validateOoxml(pathOf(name));
    return [...new Set(found.map(({ part: where, message }) => `${where} ${message}`))].sort();
  };
  expect(await messages('libreoffice-form.xlsx')).toEqual(await messages('libreoffice-sent.xlsx'));
});

test('a returned form that LibreOffice has saved is read as the same report', async () => {
  await convertInto(join(folder, 'back'), 'xlsx', [pathOf('form.xlsx')]);
  const back = check(readFileSync(join(folder, 'back', 'form.xlsx')));
  expect(printDiagnostics(back.diagnostics)).toEqual(printDiagnostics(check(form).diagnostics));
});

describe('the slip', () => {
  const { value: settings } = parseSettings(SMALL_COMMUNE_SETTINGS, 'tkcds.yaml');
  const long = (number: number): Correction =>
    aCorrection(`D${String(number + 1)}`, {
      message: `dòng của nhiệm vụ II.3-${String(number)} “Phối hợp tổ chức tuyên truyền, hướng dẫn người dân cài đặt…” ghi “Đã hoàn thành” nhưng ô “Kết quả thực hiện” để trống, cần nêu kết quả đã đạt được`,
      hint: 'Ghi ngắn gọn việc đã làm và số lượng vào cột “Kết quả thực hiện”, hoặc sửa lại cột “Tình trạng”',
    });
  const slipOf = async (list: readonly Correction[]): Promise<Uint8Array> => {
    if (settings === undefined) throw new Error('no settings');
    const request = {
      round,
      unitName: 'Trường Tiểu học và Trung học cơ sở Suối Mây Thượng',
      file: 'Bao cao chuyen doi so thang 10 nam 2025 cua truong (ban cuoi cung).xlsx',
      workbook: 'TR01-can-sua.xlsx',
      workbookKind: 'copy',
      corrections: list,
    } as const;
    const { value } = composeSlip(request, settings.issuer, loadSlipTemplate(folder));
    if (value === undefined) throw new Error('no slip');
    return renderReport(value);
  };
  const numbered = (count: number, one: (number: number) => Correction): readonly Correction[] =>
    Array.from({ length: count }, (_, index) => one(index + 1));
  const cases: readonly (readonly [string, readonly Correction[]])[] = [
    ['one', numbered(1, () => aCorrection('D9'))],
    ['twelve', numbered(12, (number) => aCorrection(`D${String(number)}`))],
    ['twelve-long', numbered(12, long)],
    ['three-hundred', numbered(300, long)],
  ];

  beforeAll(async () => {
    for (const [name, list] of cases) writeFileSync(pathOf(`${name}.docx`), await slipOf(list));
    await convertAllToPdf(cases.map(([name]) => pathOf(`${name}.docx`)));
  });

  test.each(cases)('%s: on one page, and it says how many more there are', async (name, list) => {
    const pages = await pagesOf(pathOf(`${name}.pdf`));
    expect(pages.filter((page) => page.trim() !== '')).toHaveLength(1);
    const text = pages.join(' ').replace(/\s+/gu, ' ');
    const more = Number(/Còn (\d+) nội dung khác/u.exec(text)?.[1] ?? 0);
    const listed = [...text.matchAll(/(?:Lỗi|Cảnh báo): /gu)].length;
    expect(listed + more).toBe(list.length);
    expect(listed).toBeGreaterThan(0);
  });
});
