import type ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderForm } from '../../src/render/form-xlsx.ts';
import { aDirective, aForm } from '../support/a-directive.ts';
import { aRound, aUnit } from '../support/builders.ts';
import { openXlsx, partOf, rowOf, sheetOf } from './support/xlsx.ts';

let bytes: Uint8Array;
let book: ExcelJS.Workbook;

beforeAll(async () => {
  bytes = await renderForm(aRound(), aUnit());
  book = await openXlsx(bytes);
});

function check(sheetName: string, rowText: string, column: number): ExcelJS.DataValidation {
  const sheet = sheetOf(book, sheetName);
  return sheet.getCell(rowOf(sheet, rowText), column).dataValidation;
}

describe('what is checked while typing', () => {
  test('the status is chosen', () => {
    const status = check('Nhiệm vụ', 'II.3-1', 3);
    expect(status).toMatchObject({ type: 'list', formulae: ['"Đã hoàn thành,Đang thực hiện,Chưa thực hiện"'] });
  });

  test.each([
    ['Nhiệm vụ', 'II.3-2', 5],
    ['Chỉ tiêu', 'CT01', 4],
  ])('%s %s takes whole numbers from 0 up', (sheet, row, column) => {
    expect(check(sheet, row, column)).toMatchObject({
      type: 'whole',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      errorStyle: 'stop',
      errorTitle: 'Chỉ nhập số nguyên',
    });
  });

  // Serial numbers of 01/10/2025, 31/10/2025 and 10/11/2026, a year after the deadline; 31/08/2025 is 31 days before.
  test.each([
    ['Nhiệm vụ', 'II.3-1', 6, 'F', 45931, 45961],
    ['Thông tin chung', 'Ngày báo cáo', 2, 'B', 45931, 46336],
    ['Thông tin chung', 'Số liệu tính đến ngày', 2, 'B', 45900, 46336],
  ])('%s %s takes days between two days', (sheetName, row, column, letter, from, to) => {
    // Other days count with a warning, so that the form must let them be.
    expect(check(sheetName, row, column)).toMatchObject({ type: 'date', errorStyle: 'warning' });
    const part = sheetName === 'Nhiệm vụ' ? 'sheet2' : 'sheet1';
    const at = rowOf(sheetOf(book, sheetName), row);
    const xml = partOf(bytes, `xl/worksheets/${part}.xml`);
    const found = [
      ...xml.matchAll(/sqref="([A-Z])(\d+)(?::[A-Z](\d+))?"><formula1>(\d+)<\/formula1><formula2>(\d+)</gu),
    ];
    const covers = found.find(
      ([, column, top, bottom]) => column === letter && Number(top) <= at && at <= Number(bottom ?? top),
    );
    expect(covers?.slice(4).map(Number)).toEqual([from, to]);
  });

  test('a date can be typed whatever language the computer speaks', () => {
    expect(check('Thông tin chung', 'Ngày báo cáo', 2).error).toContain('gõ năm trước: 2025-10-01');
  });

  test('no check reaches beyond the rows of the form', () => {
    for (const part of ['sheet1', 'sheet2', 'sheet3', 'sheet4']) {
      const xml = partOf(bytes, `xl/worksheets/${part}.xml`);
      const last = Number(/<dimension ref="A1:[A-Z]+(\d+)"/u.exec(xml)?.[1]);
      const rows = [...xml.matchAll(/<dataValidation [^>]*sqref="[A-Z]+\d+:?[A-Z]*(\d*)"/gu)].map((match) =>
        Number(match[1]),
      );
      expect(Math.max(0, ...rows)).toBeLessThanOrEqual(last);
    }
  });

  test('messages keep to the lengths that spreadsheets allow', () => {
    for (const part of ['sheet1', 'sheet2', 'sheet3']) {
      const xml = partOf(bytes, `xl/worksheets/${part}.xml`);
      for (const [, title = '', message = ''] of xml.matchAll(/errorTitle="([^"]*)" error="([^"]*)"/gu)) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(message.length).toBeLessThanOrEqual(225);
      }
    }
  });
});

test('a list with commas or over 255 characters goes to a hidden sheet, once', async () => {
  const statuses = aForm.statuses.map((status, index) => ({
    ...status,
    label: index === 0 ? 'Đã xong, có minh chứng' : `${status.label} ${'rất '.repeat(30)}`,
  }));
  const directive = aDirective({ form: { ...aForm, statuses } });
  const form = await renderForm(aRound({ directive }), aUnit());
  const opened = await openXlsx(form);
  const sheet = sheetOf(opened, 'Nhiệm vụ');
  expect(sheet.getCell(rowOf(sheet, 'II.3-2'), 3).dataValidation.formulae).toEqual(['tinh_trang']);
  expect(partOf(form, 'xl/workbook.xml')).toContain(
    '<definedName name="tinh_trang">&apos;_danhmuc&apos;!$A$1:$A$3</definedName>',
  );
  const lists = sheetOf(opened, '_danhmuc');
  expect(lists.state).toBe('veryHidden');
  expect(lists.getCell('A1').text).toBe('Đã xong, có minh chứng');
});

describe('printing', () => {
  test.each([
    ['sheet1', 'portrait'],
    ['sheet2', 'landscape'],
    ['sheet3', 'portrait'],
    ['sheet4', 'portrait'],
  ])('%s is A4 %s, one page wide, with page numbers', (part, orientation) => {
    const xml = partOf(bytes, `xl/worksheets/${part}.xml`);
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toMatch(
      new RegExp(`<pageSetup paperSize="9" orientation="${orientation}"[^>]* fitToWidth="1" fitToHeight="0"`, 'u'),
    );
    expect(xml).toContain('Trang &amp;P/&amp;N');
  });

  test('header rows are repeated and the print area is what the form fills', () => {
    const names = partOf(bytes, 'xl/workbook.xml');
    const sheet = sheetOf(book, 'Nhiệm vụ');
    const header = rowOf(sheet, 'Mã');
    expect(names).toContain(`'Nhiệm vụ'!$${header}:$${header}`.replaceAll("'", '&apos;'));
    expect(names).toContain(`'Nhiệm vụ'!$A$1:$H$${sheet.rowCount}`.replaceAll("'", '&apos;'));
  });

  test('the heading of a group is not left alone at the foot of a page', async () => {
    const plain = aDirective();
    const [first, second] = plain.taskGroups;
    const task = first?.tasks[0];
    if (first === undefined || second === undefined || task === undefined) throw new Error('two groups are needed');
    // Seven rows of 52 points fill the first page up to the second heading, which needs a task below it.
    const tasks = Array.from({ length: 7 }, (_, index) => ({ ...task, id: `A-${index + 1}`, title: 'Ngắn' }));
    const taskGroups = [
      { ...first, tasks },
      { ...second, clause: 'II.9', binds: first.binds },
    ];
    const form = await renderForm(aRound({ directive: { ...plain, taskGroups } }), aUnit());
    const sheet = sheetOf(await openXlsx(form), 'Nhiệm vụ');
    const heading = rowOf(sheet, 'II.9. Các trường học');
    expect(partOf(form, 'xl/worksheets/sheet2.xml')).toContain(`<brk id="${heading - 1}"`);
  });

  test('rows without merged cells may grow, rows with merged cells keep their height', () => {
    const xml = partOf(bytes, 'xl/worksheets/sheet2.xml');
    expect(xml).toMatch(/<row r="1" ht="\d+" customHeight="1"/u);
    const task = rowOf(sheetOf(book, 'Nhiệm vụ'), 'II.3-1');
    expect(xml).toMatch(new RegExp(`<row r="${task}" ht="\\d+" spans`, 'u'));
  });
});
