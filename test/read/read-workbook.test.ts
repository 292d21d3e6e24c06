import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell, Workbook } from '../../src/model/workbook.ts';
import { cellAt } from '../../src/model/workbook.ts';
import { READ_PROBLEMS } from '../../src/read/problems.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';

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
    ['a CSV', strToU8('a;b;c'), 'Tệp là văn bản thuần', 'Lưu thành (Save As) → Excel Workbook (.xlsx)'],
    ['nothing', new Uint8Array(), 'Tệp rỗng', 'Sao chép hoặc tải lại'],
    ['31 MB', new Uint8Array(31 * 1024 * 1024), 'Tệp quá lớn', 'Lưu thành (Save As) → Excel Workbook (.xlsx)'],
    ['half a ZIP', strToU8('PK\u0003\u0004 và hết'), 'Tệp bị hỏng', 'Sao chép hoặc tải lại'],
    ['a ZIP that only looks like a workbook', zipSync({ 'xl/workbook.xml': strToU8('<') }), 'Tệp bị hỏng', 'Sao chép'],
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
    expect(refusal(bytes)?.facts).toEqual({ kind: 'too-large' });
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
