import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/pipeline.ts';
import { withoutReturnSheet } from '../../src/parse/form/return-sheet.ts';
import { printSheet } from '../support/print-sheet.ts';
import { aSheet, aWorkbook } from '../support/a-workbook.ts';
import { aCorrection, returned } from '../render/returned-xlsx/support/returned.ts';

const named = (name: string, title: string): readonly string[] =>
  withoutReturnSheet(aWorkbook([aSheet(name, [[title]]), aSheet('Chỉ tiêu', [['Mã']])])).sheets.map(
    (sheet) => sheet.name,
  );

describe('the list of what is to be mended', () => {
  test.each(['Cần sửa', 'Cần sửa (2)', 'cần sửa'])('%s is no part of the report', (name) => {
    expect(named(name, 'NHỮNG CHỖ CẦN SỬA TRONG BÁO CÁO – Thôn Đông')).toEqual(['Chỉ tiêu']);
  });

  test.each([
    ['Cần sửa', 'Mã'],
    ['Sửa', 'NHỮNG CHỖ CẦN SỬA TRONG BÁO CÁO – Thôn Đông'],
  ])('a sheet of the unit stays: %s, %s', (name, title) => {
    expect(named(name, title)).toEqual([name, 'Chỉ tiêu']);
  });
});

test.each(['tcvn3.xlsx', '../legacy/features.xlsx'])('%s is read as before when it comes back', (name) => {
  const bytes = readFileSync(new URL(`../../fixtures/csv/${name}`, import.meta.url));
  const read = (given: Uint8Array) => {
    const { workbook } = readFile({ source: { file: 'TH01.xlsx', sha256: '', size: given.length }, bytes: given });
    if (workbook.value === undefined) throw new Error('not read');
    const { sheets } = withoutReturnSheet(workbook.value);
    return {
      sheets,
      cells: sheets.map(printSheet),
      rules: workbook.diagnostics.map(({ rule, message }) => [rule, message]),
    };
  };
  const before = read(bytes);
  const sheet = before.sheets[0]?.name ?? '';
  const message = 'ghi “12a” không phải là số, cần một số nguyên như trong biểu mẫu của xã; kiểm tra lại nhé '.repeat(
    5,
  );
  const after = read(
    returned(
      bytes,
      Array.from({ length: 40 }, (_, row) => aCorrection(`D${String(row + 1)}`, { message }, sheet)),
    ),
  );
  expect(after.cells).toEqual(before.cells);
  expect(after.rules).toEqual(before.rules);
});
