import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { MERGER_COLUMNS, REGISTER_COLUMNS } from '../../src/model/register.ts';
import { renderRegister } from '../../src/render/register-xlsx.ts';
import { aDirective, aUnit, date } from '../support/builders.ts';
import { openXlsx, partOf, rowTexts, sheetOf } from './support/xlsx.ts';

const types = aDirective().unitTypes;

test('a new register has headings, an explanation of each, and no unit', async () => {
  const book = await openXlsx(await renderRegister(types, []));
  const sheet = sheetOf(book, 'Đơn vị');
  expect(rowTexts(sheet, 1, 11)).toEqual([
    'Mã đơn vị',
    'Tên đơn vị',
    'Loại đơn vị',
    'Xã cũ (trước sáp nhập)',
    'Tên gọi khác',
    'Số người từ đủ 18 tuổi',
    'Nguồn số liệu',
    'Ngày số liệu',
    'Số hộ',
    'Người liên hệ',
    'Điện thoại',
  ]);
  for (let row = 2; row <= sheet.rowCount; row++) expect(rowTexts(sheet, row, 11).join('')).toBe('');
  const guide = sheetOf(book, 'Hướng dẫn');
  const explained = Array.from({ length: guide.rowCount }, (_, row) => guide.getCell(row + 1, 1).text);
  for (const columns of [REGISTER_COLUMNS, MERGER_COLUMNS]) {
    expect(explained).toEqual(expect.arrayContaining(columns.map(({ heading }) => heading)));
  }
});

test('a new register has a sheet for merged units, with headings in view and no row', async () => {
  const bytes = await renderRegister(types, [aUnit()]);
  const book = await openXlsx(bytes);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Đơn vị', 'Sáp nhập', 'Hướng dẫn']);
  const sheet = sheetOf(book, 'Sáp nhập');
  expect(rowTexts(sheet, 1, 5)).toEqual(['Đơn vị cũ', 'Xã cũ', 'Nhập vào mã', 'Từ ngày', 'Ghi chú']);
  for (let row = 2; row <= sheet.rowCount; row++) expect(rowTexts(sheet, row, 5).join('')).toBe('');
  expect(sheet.getCell('C2').dataValidation).toMatchObject({
    type: 'custom',
    formulae: ["COUNTIF('Đơn vị'!$A$2:$A$300,C2)>0"],
  });
  expect(sheet.getCell('D100').dataValidation).toMatchObject({ type: 'date' });
  expect(sheet.getCell('D2').numFmt).toBe('dd/mm/yyyy');
  const xml = partOf(bytes, 'xl/worksheets/sheet2.xml');
  expect(xml).toContain('<pane ySplit="1"');
  expect(xml).not.toContain('sheetProtection');
});

test('units are written as numbers, dates and texts', async () => {
  const unit = aUnit({
    id: '001',
    aliases: ['Thôn 1', 'Đông'],
    formerCommune: 'Tịnh Thiện',
    adultsAsOf: date('2025-09-30'),
  });
  const sheet = sheetOf(await openXlsx(await renderRegister(types, [unit])), 'Đơn vị');
  const values = Array.from({ length: 11 }, (_, column) => sheet.getCell(2, column + 1).value);
  expect(values).toEqual([
    ...['001', 'Thôn Đông', 'Thôn', 'Tịnh Thiện', 'Thôn 1; Đông'],
    ...[1210, 'Công an xã', new Date('2025-09-30T00:00:00Z'), 410, null, null],
  ]);
  expect(sheet.getCell('H2').numFmt).toBe('dd/mm/yyyy');
  expect(sheet.getCell('A2').numFmt).toBe('@');
});

test.each([
  ['A', { type: 'custom', formulae: ['COUNTIFS($A$2:$A$300,A2,$M$2:$M$300,"")<=1'] }],
  ['C', { type: 'list', formulae: ['"Thôn,Trường học,Doanh nghiệp"'] }],
  ['F', { type: 'whole', formulae: [0] }],
  ['H', { type: 'date' }],
  ['I', { type: 'whole', formulae: [0] }],
])('column %s is checked down to row 300', async (column, expected) => {
  const bytes = await renderRegister(types, []);
  const sheet = sheetOf(await openXlsx(bytes), 'Đơn vị');
  expect(sheet.getCell(`${column}2`).dataValidation).toMatchObject(expected);
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain(`sqref="${column}2:${column}300"`);
});

test('type names with commas are offered through a hidden sheet', async () => {
  const offices = types.map((type) => ({ ...type, name: `${type.name}, cơ quan` }));
  const bytes = await renderRegister(offices, []);
  const book = await openXlsx(bytes);
  expect(sheetOf(book, 'Đơn vị').getCell('C300').dataValidation.formulae).toEqual(['loai_don_vi']);
  expect(sheetOf(book, '_danhmuc').getCell('A1').text).toBe('Thôn, cơ quan');
});

test('the clerk may edit everything, with the headings in view', async () => {
  const bytes = await renderRegister(types, [aUnit()]);
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(xml).not.toContain('sheetProtection');
  expect(xml).toContain('<pane xSplit="2" ySplit="1"');
  expect(partOf(bytes, 'xl/workbook.xml')).not.toContain('workbookProtection');
});

test('the same units give the same bytes', async () => {
  const hash = async () =>
    createHash('sha256')
      .update(await renderRegister(types, [aUnit()]))
      .digest('hex');
  const first = await hash();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await hash()).toBe(first);
});

test('a name that begins like a formula stays a text', async () => {
  const sheet = sheetOf(await openXlsx(await renderRegister(types, [aUnit({ name: '=HYPERLINK("x")' })])), 'Đơn vị');
  expect(sheet.getCell('B2').value).toBe('=HYPERLINK("x")');
});

test('a long type name has room on one line, a long unit name gets a higher row', async () => {
  const [first, ...others] = types;
  if (first === undefined) throw new Error('a type is needed');
  const long = [{ ...first, name: 'UBMTTQ và các hội, đoàn thể' }, ...others];
  const units = [aUnit(), aUnit({ id: 'T2', name: 'Trường Trung học phổ thông có tên thật dài ở xã' })];
  const sheet = sheetOf(await openXlsx(await renderRegister(long, units)), 'Đơn vị');
  expect(sheet.getColumn(3).width).toBeGreaterThan(
    sheetOf(await openXlsx(await renderRegister(types, [])), 'Đơn vị').getColumn(3).width ?? 0,
  );
  expect(sheet.getRow(3).height).toBeGreaterThan(sheet.getRow(2).height * 1.5);
});
