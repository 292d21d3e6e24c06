import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { aSummary, SUMMARY_ROUNDS, summaryRound } from '../../../support/summary-rounds.ts';
import { aModel, campaign, schoolOne, villageOne } from '../../../compose/support/model.ts';
import { openXlsx, partOf, rowWith, sheetOf } from '../../support/xlsx.ts';

const bytes = await aSummary(summaryRound('every fate of a report'));
const book = await openXlsx(bytes);

test('one sheet for each table of the report, then findings, trace and what it rests on', () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Tổng quan',
    'Tỷ lệ báo cáo',
    'Tình hình báo cáo',
    'Tỷ lệ theo đơn vị',
    'Nhiệm vụ',
    'Nhiệm vụ theo đơn vị',
    'Số liệu khác',
    'Số liệu 1 – Thôn',
    'Số liệu 2 – Trường học',
    'Số liệu 3 – Phòng, ban, đơn vị',
    'Số liệu 4 – Văn phòng HĐND và …',
    'Ý kiến của đơn vị',
    'Phát hiện',
    'Truy vết',
    'Thông tin',
  ]);
});

describe.each(book.worksheets.map((sheet) => [sheet.name, sheet] as const))('%s', (_name, sheet) => {
  const [view] = sheet.views;
  if (view?.state !== 'frozen') throw new Error('nothing stays in sight');
  const heading = view.ySplit ?? 0;

  test('headings stay in sight and are repeated on every printed page', () => {
    expect(heading).toBeGreaterThan(2);
    expect(sheet.pageSetup.printTitlesRow).toBe(`${heading}:${heading}`);
    const first = sheet.getRow(heading + 1);
    expect(first.hasValues).toBe(true);
  });

  test('fits the width of A4 and prints everything', () => {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup.printArea).toMatch(new RegExp(`^A1:[A-Z]+${sheet.rowCount}$`, 'u'));
  });

  test('is set in Times New Roman', () => {
    const fonts = new Set<string | undefined>();
    sheet.eachRow((row) => row.eachCell((cell) => void fonts.add(cell.font.name)));
    expect([...fonts]).toEqual(['Times New Roman']);
  });
});

test('tables of units can be filtered, without their sums', () => {
  const sheet = sheetOf(book, 'Tình hình báo cáo');
  const total = rowWith(sheet, 'Cộng', 3);
  expect(sheet.autoFilter).toBe(`A4:O${total - 1}`);
  expect(sheetOf(book, 'Phát hiện').autoFilter).toBe('A4:K8');
});

test('a file of no known unit stands below the units', () => {
  const sheet = sheetOf(book, 'Tình hình báo cáo');
  const row = rowWith(sheet, 'Cộng', 3) + 1;
  expect([sheet.getCell(row, 3).text, sheet.getCell(row, 14).text]).toEqual(['Chưa xác định', 'anh-chup.xlsx']);
});

test('findings say whose they are and whether the value counts', () => {
  const sheet = sheetOf(book, 'Phát hiện');
  expect([2, 3, 4, 5, 6, 7].map((column) => sheet.getCell(5, column).text)).toEqual([
    '■ Lỗi',
    'Không',
    'Thôn Hạ',
    'TH03.xlsx',
    'Chỉ tiêu',
    'D6',
  ]);
});

test('what it rests on: round, program, files with their hashes', () => {
  const sheet = sheetOf(book, 'Thông tin');
  const row = rowWith(sheet, 'Danh sách đơn vị', 1);
  expect([sheet.getCell(row, 2).text, sheet.getCell(row, 3).text]).toEqual(['don-vi.xlsx', 'cd'.repeat(32)]);
  expect(sheet.getCell(rowWith(sheet, 'Báo cáo đi kèm', 1), 2).text).toBe('bao-cao.docx');
  expect(sheet.getCell(rowWith(sheet, 'Chương trình', 1), 2).text).toBe('tkcds 0.1.0');
});

test('closing it does not ask to save what nobody has changed', () => {
  const xml = partOf(bytes, 'xl/workbook.xml');
  expect(xml).toContain('<calcPr calcId="191029"/>');
});

test('no green corners on numbers that are kept as the text a unit wrote', () => {
  for (const name of Object.keys(unzipSync(bytes)).filter((part) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(part)))
    expect(partOf(bytes, name)).toMatch(/<ignoredErrors><ignoredError sqref="A1:[A-Z]+\d+" numberStoredAsText="1"/u);
});

test('nothing arrived: every table is there, with nothing in it', async () => {
  const empty = await openXlsx(await aSummary(summaryRound('nothing arrived')));
  const share = sheetOf(empty, 'Tỷ lệ theo đơn vị');
  expect(share.getCell('D4').result).toBe('Chưa có số liệu');
  expect(empty.getWorksheet('Ý kiến của đơn vị')).toBeUndefined();
  // Only the register's numbers, on which the bounds rest.
  const figures = sheetOf(empty, 'Truy vết').getColumn(2).values.slice(5);
  expect(new Set(figures)).toEqual(new Set(['signature-coverage.registered']));
});

test('types with the same beginning of a long name have sheets of their own', async () => {
  const long = `Đơn vị ${'sự nghiệp '.repeat(5)}`;
  const unitTypes = campaign.unitTypes.map((type) => ({ ...type, name: `${long}${type.id}` }));
  const names = (
    await openXlsx(await aSummary(aModel({ directive: { ...campaign, unitTypes }, units: [villageOne, schoolOne] })))
  ).worksheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Số liệu 1 – Đơn vị sự nghiệp s…', 'Số liệu 2 – Đơn vị sự nghiệp s…']));
});

test.each(Object.keys(SUMMARY_ROUNDS))('%s: the same figures give the same bytes', async (name) => {
  const hash = async () =>
    createHash('sha256')
      .update(await aSummary(summaryRound(name)))
      .digest('hex');
  const first = await hash();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await hash()).toBe(first);
});
