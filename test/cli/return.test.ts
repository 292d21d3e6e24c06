import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/pipeline.ts';
import { structureErrors } from '../external/support/ooxml-structure.ts';
import { partOf } from '../support/docx-parts.ts';
import { bytesOf, overlay } from '../support/form-filler.ts';
import { openXlsx, sheetOf } from '../render/support/xlsx.ts';
import { faultyReport, faultyRound, findingsOn, shown } from './support/faulty-round.ts';
import { runIn } from './support/run-in-process.ts';
import { INBOX, RESULTS } from './support/small-workspace.ts';

const RETURNS = join(RESULTS, 'tra-lai');
const FOLDER = join(RETURNS, 'TH01 - Thôn Thượng');
const COPY = join(FOLDER, 'TH01-can-sua.xlsx');
const SLIP = join(FOLDER, 'phieu-yeu-cau-chinh-sua.docx');
const MESSAGE = join(FOLDER, 'tin-nhan.txt');

const words = (docx: Uint8Array): string =>
  partOf(docx, 'word/document.xml')
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '');

describe('a report with mistakes', () => {
  test('goes back as a copy with every faulty cell marked, a slip and a message', async () => {
    const folder = await faultyRound();
    const before = readFileSync(join(folder, INBOX, 'TH01.xlsx'));
    const { code, out } = await runIn(folder, 'return', 'TH01');
    expect(code).toBe(0);
    expect(out).toContain('TH01  Thôn Thượng (tệp TH01.xlsx): ');
    expect(out).toContain(`${FOLDER}: TH01-can-sua.xlsx, phieu-yeu-cau-chinh-sua.docx, tin-nhan.txt`);
    expect(readFileSync(join(folder, INBOX, 'TH01.xlsx')).equals(before)).toBe(true);
    const copy = readFileSync(join(folder, COPY));
    expect(structureErrors(copy)).toEqual([]);
    const book = await openXlsx(copy);
    const source = { file: 'TH01.xlsx', sha256: '', size: copy.length };
    expect(readFile({ source, bytes: copy }).workbook.value?.sheets[0]?.name).toBe('Cần sửa');
    expect(sheetOf(book, 'Cần sửa').getCell('A1').text).toBe('NHỮNG CHỖ CẦN SỬA TRONG BÁO CÁO – Thôn Thượng');
    const slip = readFileSync(join(folder, SLIP));
    expect(structureErrors(slip)).toEqual([]);
    expect(words(slip)).toContain('PHIẾU YÊU CẦU CHỈNH SỬA\n');
    expect(words(slip)).toContain('Kính gửi: Thôn Thượng');
    expect(words(slip)).toContain('trước ngày …… tháng …… năm 2025');
  });

  test('the message names unit, file, counts and what to do, in at most 600 characters', async () => {
    const folder = await faultyRound();
    await runIn(folder, 'return', 'TH01');
    const text = readFileSync(join(folder, MESSAGE), 'utf8');
    expect(text.startsWith('\ufeffKính gửi Thôn Thượng: báo cáo kỳ 2025-10 (tệp TH01.xlsx) còn ')).toBe(true);
    expect(text).toContain('Đề nghị mở tệp TH01-can-sua.xlsx');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(Array.from(text).length).toBeLessThanOrEqual(605);
  });

  test('sent back as it is, the copy has the same findings; mended, it has none', async () => {
    const folder = await faultyRound();
    const before = await findingsOn(folder, 'TH01.xlsx');
    expect(before.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(2);
    await runIn(folder, 'return', 'TH01');
    const copy = readFileSync(join(folder, COPY));
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), copy);
    expect(shown(await findingsOn(folder, 'TH01.xlsx'))).toEqual(shown(before));
    const book = await openXlsx(copy);
    overlay(book, {
      sheet: 'Chỉ tiêu',
      header: ['Mã', 'Số liệu'],
      rows: [
        ['CT05', '30'],
        ['CT03', '20'],
      ],
    });
    overlay(book, {
      sheet: 'Thông tin chung',
      header: ['Số liệu tính đến ngày'],
      rows: [['Số liệu tính đến ngày', '31/10/2025']],
    });
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await bytesOf(book));
    expect(shown(await findingsOn(folder, 'TH01.xlsx'))).toEqual([]);
  });

  test('the same return is written once; what a person has changed is never overwritten', async () => {
    const folder = await faultyRound();
    await runIn(folder, 'return', 'TH01');
    writeFileSync(join(folder, SLIP), 'signed');
    const again = await runIn(folder, 'return', 'Thôn Thượng');
    expect(again.out).toContain('đã có từ trước, giữ nguyên');
    expect(readFileSync(join(folder, SLIP), 'utf8')).toBe('signed');
    expect(readdirSync(join(folder, FOLDER))).toHaveLength(3);
    writeFileSync(join(folder, COPY), 'changed by hand');
    const { out } = await runIn(folder, 'return', 'TH01');
    expect(out).toContain('TH01-can-sua (2).xlsx, phieu-yeu-cau-chinh-sua (2).docx, tin-nhan (2).txt');
    expect(readFileSync(join(folder, COPY), 'utf8')).toBe('changed by hand');
    expect(words(readFileSync(join(folder, FOLDER, 'phieu-yeu-cau-chinh-sua (2).docx')))).toContain(
      'TH01-can-sua (2).xlsx',
    );
  });

  test('a file of the inbox and one elsewhere can be named', async () => {
    const folder = await faultyRound();
    expect((await runIn(folder, 'return', 'TH01.xlsx')).out).toContain('TH01-can-sua.xlsx');
    mkdirSync(join(folder, 'tai về'));
    renameSync(join(folder, INBOX, 'TH01.xlsx'), join(folder, 'tai về', 'báo cáo.xlsx'));
    const { code, out } = await runIn(folder, 'return', join('tai về', 'báo cáo.xlsx'));
    expect([code, out]).toEqual([0, expect.stringContaining('TH01  Thôn Thượng')]);
  });

  test('all of them at once; JSON says what was written', async () => {
    const folder = await faultyRound();
    writeFileSync(join(folder, INBOX, 'VP01.xlsx'), 'không phải bảng tính');
    const { code, out } = await runIn(folder, 'return', '--all', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      returned: [
        { unit: 'TH01', freshForm: null, state: 'written' },
        { unit: 'VP01', freshForm: 'unusable', errors: 1 },
      ],
      sound: ['TH02', 'TR01'],
      conflicting: [],
    });
  });
});

describe('no copy can be made', () => {
  test('a file with comments of its own goes back as a fresh form with what was understood', async () => {
    const report = await faultyReport((book) => {
      sheetOf(book, 'Chỉ tiêu').getCell('D1').note = 'của đơn vị';
    });
    const folder = await faultyRound(report);
    const before = await findingsOn(folder, 'TH01.xlsx');
    const { out } = await runIn(folder, 'return', 'TH01');
    expect(out).toContain('vì tệp đã gửi đã có ghi chú (comment) trên trang cần sửa');
    const book = await openXlsx(readFileSync(join(folder, COPY)));
    const sheet = sheetOf(book, 'Chỉ tiêu');
    const sent = sheetOf(await openXlsx(report), 'Chỉ tiêu');
    const values = (one: typeof sheet): readonly unknown[] =>
      Array.from({ length: 14 }, (_, index) => one.getCell(`D${String(index + 8)}`)).map((cell) =>
        typeof cell.value === 'number' ? cell.value : undefined,
      );
    expect(values(sheet)).toEqual(values(sent));
    const marked = before.filter(({ severity, location }) => severity === 'error' && location.sheet === 'Chỉ tiêu');
    for (const { location } of marked) expect(sheet.getCell(location.address ?? '').note).toBeDefined();
    const blank = marked.find(({ message }) => message.includes('=1+1'))?.location.address ?? '';
    expect(sheet.getCell(blank).value).toBeNull();
    expect(JSON.stringify(sheet.getCell(blank).note)).toContain('=1+1');
  });

  test('a file that is no workbook goes back as a blank form', async () => {
    const folder = await faultyRound(new TextEncoder().encode('không phải bảng tính'));
    const { out } = await runIn(folder, 'return', 'TH01');
    expect(out).toContain('không đọc được thành báo cáo');
    expect(readFileSync(join(folder, MESSAGE), 'utf8')).toContain('điền số liệu vào biểu mẫu TH01-can-sua.xlsx');
    expect(words(readFileSync(join(folder, SLIP)))).toContain('điền số liệu vào biểu mẫu');
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), readFileSync(join(folder, COPY)));
    const [first] = await findingsOn(folder, 'TH01.xlsx');
    expect(first?.location.sheet).not.toBe('Cần sửa');
  });
});

describe('nothing is written', () => {
  test('for a sound report, and for a unit that has sent nothing', async () => {
    const folder = await faultyRound();
    const sound = await runIn(folder, 'return', 'TH02');
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('không có lỗi hay cảnh báo nào')]);
    const silent = await runIn(folder, 'return', 'TH03');
    expect([silent.code, silent.err]).toEqual([2, expect.stringContaining('tkcds remind')]);
    expect(existsSync(join(folder, RETURNS))).toBe(false);
  });

  test('when files contradict one another: they are named, and one can be chosen', async () => {
    const folder = await faultyRound();
    writeFileSync(
      join(folder, INBOX, 'TH01 (sửa).xlsx'),
      await faultyReport((book) => {
        overlay(book, { sheet: 'Chỉ tiêu', header: ['Mã', 'Số liệu'], rows: [['CT12', '8']] });
      }),
    );
    const { code, err } = await runIn(folder, 'return', 'TH01');
    expect([code, err]).toEqual([2, expect.stringMatching(/“TH01 \(sửa\)\.xlsx” và “TH01\.xlsx”/u)]);
    const all = await runIn(folder, 'return', '--all');
    expect(all.out).toContain('Chưa trả lại Thôn Thượng (TH01) vì gửi nhiều tệp khác nhau');
    const chosen = await runIn(folder, 'return', 'TH01.xlsx');
    expect([chosen.code, chosen.out]).toEqual([0, expect.stringContaining('TH01-can-sua.xlsx')]);
    expect(readFileSync(join(folder, MESSAGE), 'utf8')).not.toContain('nhiều tệp');
  });

  test.each([
    [[], 'Thiếu đơn vị hoặc tệp'],
    [['--all', 'TH01'], 'Chỉ dùng một trong hai'],
    [['TH99'], 'Danh sách đơn vị không có “TH99”'],
  ])('%j: %s', async (typed, said) => {
    const { code, err } = await runIn(await faultyRound(), 'return', ...typed);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

test('the commune’s own wording is used; a fault in it is said with its line', async () => {
  const folder = await faultyRound();
  mkdirSync(join(folder, 'mau-bao-cao'), { recursive: true });
  const own = join(folder, 'mau-bao-cao', 'phieu-yeu-cau-chinh-sua.md');
  writeFileSync(own, '# PHIẾU\n\nVề báo cáo\n\nSửa giúp xã {{ slip.counts }}.\n\n{% table "corrections" %}\n');
  await runIn(folder, 'return', 'TH01');
  expect(words(readFileSync(join(folder, SLIP)))).toMatch(/Sửa giúp xã \d+ lỗi/u);
  writeFileSync(own, '# PHIẾU\n\n{{ slip.count }}\n');
  const { code, out } = await runIn(folder, 'return', 'TH01', '-C', '.');
  expect([code, out]).toEqual([2, expect.stringContaining('slip.counts')]);
});
