import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell, Workbook } from '../../src/model/workbook.ts';
import { cellAt } from '../../src/model/workbook.ts';
import { READ_PROBLEMS } from '../../src/read/problems.ts';
import { needsWorker } from '../../src/read/read-at-once.ts';
import { refuseFile } from '../../src/read/read-with.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { withExtra } from '../support/package-extras.ts';

async function written(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Trang'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function opened(bytes: Uint8Array, file = 'TH01.xlsx'): Workbook {
  const { value, diagnostics } = readWorkbook(bytes, file);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error('no workbook');
  return value;
}

function first(workbook: Workbook, row: number, column: number): Cell | undefined {
  const [sheet] = workbook.sheets;
  return sheet === undefined ? undefined : cellAt(sheet, row, column);
}

describe('what exceljs writes', () => {
  test('a formula without result is uncomputed, with result it is the result', async () => {
    const workbook = opened(
      await written((sheet) => {
        // exceljs writes such a formula without a value; its types do not know that this is possible.
        sheet.getCell('A1').value = { formula: '1+1' };
        sheet.getCell('B1').value = { formula: '1-1', result: 0 };
        sheet.getCell('C1').value = { formula: '""', result: '' };
      }),
    );
    expect(first(workbook, 0, 0)).toEqual({ value: { kind: 'uncomputed' }, isFormula: true });
    expect(first(workbook, 0, 1)).toMatchObject({ value: { kind: 'number', number: 0 }, isFormula: true });
    expect(first(workbook, 0, 2)).toBeUndefined();
  });

  test('texts come out NFC, without control characters, blanks collapsed, lines kept', async () => {
    const workbook = opened(
      await written((sheet) => {
        sheet.getCell('A1').value = '  Thôn\u00a0 Cổ Lũy\u200b '.normalize('NFD');
        sheet.getCell('A2').value = 'một\r\n\r\n hai ';
        sheet.getCell('A3').value = '   ';
      }),
    );
    expect(first(workbook, 0, 0)?.value).toEqual({ kind: 'text', text: 'Thôn Cổ Lũy' });
    expect(first(workbook, 1, 0)?.value).toEqual({ kind: 'text', text: 'một\nhai' });
    expect(first(workbook, 2, 0)).toBeUndefined();
  });

  test('a cell in the last row of the sheet costs nothing', async () => {
    const workbook = opened(await written((sheet) => void (sheet.getCell('B1048576').value = 7)));
    expect([...(workbook.sheets[0]?.rows.keys() ?? [])]).toEqual([1_048_575]);
  });

  test('the same bytes give the same workbook', async () => {
    const bytes = await written((sheet) => void (sheet.getCell('A1').value = 1));
    expect(opened(bytes)).toEqual(opened(bytes));
  });

  test('the file keeps its name, in NFC', async () => {
    const bytes = await written((sheet) => void (sheet.getCell('A1').value = 1));
    expect(opened(bytes, 'Thôn Cổ Lũy.xlsx'.normalize('NFD')).file).toBe('Thôn Cổ Lũy.xlsx');
  });
});

describe('what is refused', () => {
  const refusal = (bytes: Uint8Array) => {
    const { value, diagnostics } = readWorkbook(bytes, 'TH01.xlsx');
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    return diagnostics[0];
  };

  test.each<[string, Uint8Array, string, string]>([
    ['a PDF', strToU8('%PDF-1.7 …'), 'Tệp là tài liệu PDF', 'Điền số liệu vào biểu mẫu'],
    ['a letter', strToU8('Kính gửi'), 'Tệp là văn bản thuần', 'Lưu thành (Save As) → Excel Workbook (.xlsx)'],
    ['nothing', new Uint8Array(), 'Tệp rỗng', 'Sao chép hoặc tải lại'],
    ['half a ZIP', strToU8('PK\u0003\u0004 và hết'), 'Tệp bị hỏng', 'Sao chép hoặc tải lại'],
    ['a ZIP that only looks like a workbook', zipSync({ 'xl/workbook.xml': strToU8('<') }), 'Tệp bị hỏng', 'Sao chép'],
    ['a page without a table', strToU8('<html><p>x</p></html>'), 'Tệp là trang web (HTML) không có bảng', 'Lưu thành'],
    ['other XML', strToU8('<?xml version="1.0"?><baoCao/>'), 'Tệp là dữ liệu XML', 'Lưu thành'],
  ])('%s', (_what, bytes, message, hint) => {
    const finding = refusal(bytes);
    expect(finding).toMatchObject({
      rule: 'file-unreadable',
      severity: 'error',
      location: { kind: 'file', file: 'TH01.xlsx' },
    });
    expect(finding?.message).toContain(message);
    expect(finding?.message).toMatch(/; cần một bảng tính Excel \(\.xlsx\) mở được$/u);
    expect(finding?.hint).toContain(hint);
  });

  test('31 MB: the message has the size, the limit and the way out', () => {
    const finding = refusal(new Uint8Array(31 * 1024 * 1024));
    expect(finding?.message).toBe(
      'Tệp lớn 31 MB, nhiều hơn mức 30 MB mà chương trình đọc; cần một biểu mẫu báo cáo không có phần thừa',
    );
    expect(finding?.hint).toMatch(/^Mở bằng Excel, xóa hình ảnh.* Lưu thành \(Save As\)/u);
    expect(finding?.facts).toEqual({
      kind: 'too-large',
      limit: 'fileBytes',
      found: 31 * 1024 * 1024,
      most: 30 * 1024 * 1024,
    });
  });

  test('a workbook with a flipped bit, which a reader without checksums would take', async () => {
    const bytes = await written((sheet) => void (sheet.getCell('A1').value = 'x'.repeat(1000)));
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 80;
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8((damaged[at] ?? 0) ^ 1, at);
    expect(refusal(damaged)?.facts).toEqual({ kind: 'damaged' });
  });

  test('a workbook that lists a sheet which is not there', async () => {
    const parts = unzipSync(await written((_sheet, book) => void (book.addWorksheet('Hai').getCell('A1').value = 2)));
    const { 'xl/worksheets/sheet2.xml': lost, ...others } = parts;
    expect(lost).toBeDefined();
    expect(refusal(zipSync(others))?.facts).toEqual({ kind: 'damaged' });
  });

  test('too many sheets', async () => {
    const bytes = await written((_sheet, book) => {
      for (let index = 0; index < 200; index++) book.addWorksheet(`Trang ${index}`);
    });
    expect(refusal(bytes)?.message).toContain('Tệp có từ 201 trang tính trở lên, nhiều hơn mức 200 trang tính');
  });
});

test('pictures and macros are not even unpacked', async () => {
  const bytes = await written((sheet) => void (sheet.getCell('A1').value = 5));
  const parts = unzipSync(bytes);
  const packed = zipSync({ ...parts, 'xl/media/image1.png': new Uint8Array(1000) });
  // The picture's checksum is wrong; that is nobody's business.
  const at = Buffer.from(packed).lastIndexOf('xl/media/image1.png') - 46 + 16;
  const changed = Buffer.from(packed);
  changed.writeUInt32LE(1, at);
  expect(first(opened(changed), 0, 0)?.value).toMatchObject({ number: 5 });
});

describe('what is only mentioned', () => {
  const page = strToU8('<table><tr><td>1.234</td></tr></table>');
  const rules = (bytes: Uint8Array, file: string) => readWorkbook(bytes, file).diagnostics.map(({ rule }) => rule);

  test.each([
    ['TH01.xls', ['file-renamed']],
    ['TH01.xlsx', ['file-renamed']],
    ['TH01.HTML', []],
    ['Thôn 1.2', []],
    ['TH01', []],
    ['thu.muc/TH01', []],
  ])('a web page called %s', (file, found) => expect(rules(page, file)).toEqual(found));

  test.each(['TH01.xlsx', 'TH01.XLSM', 'TH01.xltx', 'TH01.et'])('a workbook called %s', async (file) => {
    const bytes = await written((sheet) => void (sheet.getCell('A1').value = 1));
    expect(rules(bytes, file)).toEqual([]);
  });

  test('the finding names both, and every field of the page is a text', () => {
    const { value, diagnostics } = readWorkbook(page, 'TH01.xls');
    expect(diagnostics[0]).toMatchObject({
      severity: 'info',
      message: 'Tệp mang đuôi .xls nhưng nội dung là bảng trên trang web (HTML); chương trình đọc theo nội dung',
      facts: { kind: 'html', extension: 'xls' },
    });
    expect(value === undefined ? undefined : first(value, 0, 0)?.value).toEqual({ kind: 'text', text: '1.234' });
  });

  test('macros, links and embedded objects together, once', async () => {
    const plain = await written((sheet) => void (sheet.getCell('A1').value = 1));
    const loaded = withExtra(withExtra(plain, 'macro'), 'liên kết ngoài');
    const { value, diagnostics } = readWorkbook(loaded, 'TH01.xlsm');
    expect(value).toBeDefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      rule: 'workbook-extras',
      severity: 'info',
      facts: { extras: 'external-links macros' },
    });
  });
});

test.each([
  ['PDF', strToU8('%PDF-1.7'), false],
  ['CSV', strToU8('a;b'), false],
  ['web page', strToU8('<table>'), true],
])('%s: whether its reading must be watched', (_what, bytes, isWatched) => expect(needsWorker(bytes)).toBe(isWatched));

test.each(['out-of-memory', 'too-slow'] as const)('%s: whoever ends a reading can say so', (kind) => {
  const { value, diagnostics } = refuseFile(kind, 'Thôn Cổ Lũy.xls'.normalize('NFD'));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { rule: 'file-unreadable', location: { kind: 'file', file: 'Thôn Cổ Lũy.xls' }, facts: { kind } },
  ]);
  expect(diagnostics[0]?.message).toMatch(/nên đã ngừng đọc; cần một biểu mẫu báo cáo không có phần thừa$/u);
});

describe('laws', () => {
  test('no bytes make it throw', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', 'PK\x03\x04', '<html>'), (bytes, start) => {
        const outcome = readWorkbook(Buffer.concat([Buffer.from(start, 'latin1'), bytes]), 'x.xlsx');
        expect(outcome.value === undefined).toBe(outcome.diagnostics.length === 1);
      }),
    ));

  test('no damage to a workbook makes it throw, hang, or read other values', async () => {
    const bytes = await written((sheet) => {
      for (let row = 1; row <= 20; row++) sheet.getCell(row, 1).value = `dòng ${row}`;
    });
    const whole = opened(bytes);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(bytes);
        damaged.writeUInt8((damaged[at] ?? 0) ^ flip, at);
        const { value } = readWorkbook(damaged, 'TH01.xlsx');
        if (value !== undefined) expect(value).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
});

test('problems are sorted and unique', () => {
  const ids = READ_PROBLEMS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});
