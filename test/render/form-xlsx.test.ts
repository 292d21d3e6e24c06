import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { renderForm } from '../../src/render/form-xlsx.ts';
import { aDirective, aRound, aUnit, date } from '../support/builders.ts';
import { cellsOf, isOpen, openXlsx, partOf, rowOf, rowTexts, sheetOf } from './support/xlsx.ts';

const school = aUnit({ id: 'TR01', name: 'Trường Tiểu học số 1', type: 'school', adults: undefined });
const company = aUnit({ id: 'DN01', name: 'Bưu điện', type: 'company', adults: undefined });

test.each([
  ['village', aUnit(), ['Thông tin chung', 'Nhiệm vụ', 'Chỉ tiêu', 'Khó khăn, đề xuất', '_tkcds']],
  ['school', school, ['Thông tin chung', 'Nhiệm vụ', 'Chỉ tiêu', 'Khó khăn, đề xuất', '_tkcds']],
  ['company, which has neither tasks nor indicators', company, ['Thông tin chung', 'Khó khăn, đề xuất', '_tkcds']],
])('the sheets of a %s', async (_name, unit, expected) => {
  const book = await openXlsx(await renderForm(aRound(), unit));
  expect(book.worksheets.map(({ name }) => name)).toEqual(expected);
});

test('the general sheet asks for what the unit type is asked for and knows the unit', async () => {
  const village = sheetOf(await openXlsx(await renderForm(aRound(), aUnit())), 'Thông tin chung');
  const labels = ['Tên đơn vị', 'Người báo cáo', 'Số điện thoại', 'Ngày báo cáo', 'Số liệu tính đến ngày'];
  const first = rowOf(village, 'Tên đơn vị');
  expect(labels.map((_label, index) => village.getCell(first + index, 1).text)).toEqual(labels);
  expect(labels.map((_label, index) => village.getCell(first + index, 2).text)).toEqual(['Thôn Đông', '', '', '', '']);
  const other = sheetOf(await openXlsx(await renderForm(aRound(), school)), 'Thông tin chung');
  expect(() => rowOf(other, 'Số liệu tính đến ngày')).toThrow();
});

test('the head says what, whose, when, until when and to whom', async () => {
  const sheet = sheetOf(await openXlsx(await renderForm(aRound(), aUnit())), 'Thông tin chung');
  const head = [1, 2, 3, 4, 5, 6].map((row) => sheet.getCell(row, 1).text);
  expect(head).toEqual([
    'BÁO CÁO KẾT QUẢ HƯỞNG ỨNG NGÀY CHUYỂN ĐỔI SỐ QUỐC GIA',
    'Các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia (10/10) năm 2025',
    'Đơn vị báo cáo: Thôn Đông',
    'Kỳ báo cáo: từ ngày 01/10/2025 đến ngày 31/10/2025',
    'Hạn nộp: trước ngày 10/11/2025 (ngày cuối cùng là 09/11/2025)',
    'Nơi nhận: Phòng Văn hóa – Xã hội',
  ]);
});

test.each(['Nhiệm vụ', 'Chỉ tiêu', 'Khó khăn, đề xuất'])('so does “%s”', async (name) => {
  const sheet = sheetOf(await openXlsx(await renderForm(aRound(), aUnit())), name);
  const head = [1, 2, 3, 4, 5, 6].map((row) => sheet.getCell(row, 1).text).join('\n');
  expect(head).toContain(`${name.toLocaleUpperCase('vi')} – Thôn Đông`);
  expect(head).toContain('Các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia (10/10) năm 2025');
  expect(head).toContain('từ ngày 01/10/2025 đến ngày 31/10/2025');
  expect(head).toContain('Hạn nộp: trước ngày 10/11/2025 (ngày cuối cùng là 09/11/2025)');
  expect(head).toContain('Nơi nhận: Phòng Văn hóa – Xã hội');
  expect(head).toContain('Chỉ nhập vào các ô nền vàng nhạt');
});

test('a subject that the title already names is not said twice', async () => {
  const directive = aDirective({ subject: 'hưởng ứng Ngày Chuyển đổi số quốc gia' });
  const sheet = sheetOf(await openXlsx(await renderForm(aRound({ directive }), aUnit())), 'Thông tin chung');
  expect(sheet.getCell('A2').text).toBe('Đơn vị báo cáo: Thôn Đông');
});

test('an inclusive deadline is written as one', async () => {
  const period = { ...aRound().period, due: { kind: 'on', date: date('2025-11-09') } } as const;
  const sheet = sheetOf(await openXlsx(await renderForm(aRound({ period }), aUnit())), 'Thông tin chung');
  expect(sheet.getCell('A5').text).toBe('Hạn nộp: chậm nhất ngày 09/11/2025');
});

test('a cited document without number leaves dots', async () => {
  const document = {
    ...{ id: 'directive', type: 'Công văn', number: undefined, symbol: 'UBND-CĐS', issuedOn: undefined },
    ...{ issuer: 'UBND xã', subject: '', source: { kind: 'clause', clause: 'Số' } as const },
  };
  const round = aRound({ directive: aDirective({ document }) });
  const sheet = sheetOf(await openXlsx(await renderForm(round, aUnit())), 'Thông tin chung');
  expect(sheet.getCell('A7').text).toBe('Thực hiện Công văn số ……/UBND-CĐS của UBND xã');
});

test('the tasks stand below one header row, in bands by clause', async () => {
  const sheet = sheetOf(await openXlsx(await renderForm(aRound(), aUnit())), 'Nhiệm vụ');
  const header = rowOf(sheet, 'Mã');
  expect(rowTexts(sheet, header, 8)).toEqual(aDirective().form.taskColumns.map(({ heading }) => heading));
  expect([1, 2, 3].map((row) => sheet.getCell(header + row, 1).text)).toEqual(['II.3. Các thôn', 'II.3-1', 'II.3-2']);
  expect(sheet.getCell(header + 1, 8).master.address).toBe(`A${header + 1}`);
  expect(sheet.rowCount).toBe(header + 3);
});

test.each([
  ['Ghi một số nguyên.', 'Số lượng: Ghi một số nguyên.', undefined],
  ['', '', 6],
])(
  'what to write in a column (“%s”) is said above the headings, not beside every page',
  async (guidance, text, height) => {
    const plain = aDirective();
    const taskColumns = plain.form.taskColumns.map((column) => ({
      ...column,
      guidance: column.id === 'quantity' ? guidance : '',
    }));
    const bytes = await renderForm(aRound({ directive: { ...plain, form: { ...plain.form, taskColumns } } }), aUnit());
    const sheet = sheetOf(await openXlsx(bytes), 'Nhiệm vụ');
    const header = rowOf(sheet, 'Mã');
    expect(header).toBe(6);
    expect(sheet.getCell(header - 1, 1).text).toBe(text);
    if (height !== undefined) expect(sheet.getRow(header - 1).height).toBe(height);
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(`$${header}:$${header}</definedName>`);
  },
);

test('guidance stands below the title, which stays the first line', async () => {
  const plain = aDirective();
  const taskGroups = plain.taskGroups.map((group) => ({
    ...group,
    tasks: group.tasks.map((task) => ({ ...task, guidance: 'Ghi số buổi ra quân.' })),
  }));
  const book = await openXlsx(await renderForm(aRound({ directive: { ...plain, taskGroups } }), aUnit()));
  const sheet = sheetOf(book, 'Nhiệm vụ');
  const cell = sheet.getCell(rowOf(sheet, 'II.3-2'), 2);
  expect(cell.text).toBe('Hướng dẫn người dân sử dụng dịch vụ số\nGhi số buổi ra quân.');
});

test('the indicators show unit of count, relations and the register, but never an answer', async () => {
  const sheet = sheetOf(await openXlsx(await renderForm(aRound(), aUnit())), 'Chỉ tiêu');
  const row = rowOf(sheet, 'CT01');
  expect(rowTexts(sheet, row, 5)).toEqual([
    'CT01',
    'Số người từ đủ 18 tuổi trở lên\nSố theo danh sách đơn vị: 1.210 người, tính đến ngày 30/09/2025.',
    'người',
    '',
    '',
  ]);
  expect(sheet.getCell(row + 1, 2).text).toMatch(/\nKhông lớn hơn CT01\.$/u);
  expect(sheet.getCell(rowOf(sheet, 'CT06'), 3).text).toBe('hộ');
});

test('without a number in the register there is no hint', async () => {
  const sheet = sheetOf(await openXlsx(await renderForm(aRound(), aUnit({ adults: undefined }))), 'Chỉ tiêu');
  expect(sheet.getCell(rowOf(sheet, 'CT01'), 2).text).toBe('Số người từ đủ 18 tuổi trở lên');
});

test.each([
  // Named by their codes here, by their cells in the form.
  ['CT04', 'IF(AND(N(CT01)>0,COUNT(CT02)=1),CT02/CT01,"")', '0.0%'],
  ['CT11', 'IF(COUNT(CT07,CT09)=0,"",SUM(CT07,CT09))', '#,##0'],
])('%s is computed in the form, blank as long as its numbers are missing', async (code, formula, format) => {
  const bytes = await renderForm(aRound(), aUnit());
  const sheet = sheetOf(await openXlsx(bytes), 'Chỉ tiêu');
  const cell = sheet.getCell(rowOf(sheet, code), 4);
  expect(cell.formula).toBe(formula.replaceAll(/CT\d+/gu, (other) => `D${rowOf(sheet, other)}`));
  expect(cell.numFmt).toBe(format);
  expect(isOpen(cell)).toBe(false);
  const xml = partOf(bytes, 'xl/worksheets/sheet3.xml');
  expect(xml).toMatch(new RegExp(`<c r="${cell.address}"[^>]* t="str"><f>[^<]+</f><v></v></c>`, 'u'));
  expect(partOf(bytes, 'xl/workbook.xml')).toMatch(/<calcPr[^>]*fullCalcOnLoad="1"/u);
});

test('a part that exceeds its whole is shown at once', async () => {
  const bytes = await renderForm(aRound(), aUnit());
  const sheet = sheetOf(await openXlsx(bytes), 'Chỉ tiêu');
  const [whole, part] = [rowOf(sheet, 'CT01'), rowOf(sheet, 'CT02')];
  expect(partOf(bytes, 'xl/worksheets/sheet3.xml')).toContain(
    `<conditionalFormatting sqref="D${part}"><cfRule type="expression" dxfId="0" priority="1"><formula>AND(COUNT(D${part},D${whole})=2,D${part}&gt;D${whole})</formula>`,
  );
});

test('every opinion has its label in column A and one merged input beside it', async () => {
  const sheet = sheetOf(await openXlsx(await renderForm(aRound(), aUnit())), 'Khó khăn, đề xuất');
  for (const label of ['Khó khăn, vướng mắc', 'Đề xuất, kiến nghị']) {
    const row = rowOf(sheet, label);
    expect(isOpen(sheet.getCell(row, 2))).toBe(true);
    expect(sheet.getCell(row, 3).master.address).toBe(`B${row}`);
  }
});

test('exactly the cells to be filled in are unlocked, and every visible sheet is protected', async () => {
  const bytes = await renderForm(aRound(), aUnit());
  const book = await openXlsx(bytes);
  const open = cellsOf(book).filter((cell) => isOpen(cell) && cell.master === cell);
  const perSheet = (name: string) => open.filter((cell) => cell.worksheet.name === name).length;
  // reporter, phone, two dates; two tasks of six answers; nine indicators: value and note, without two computed values; two opinions
  expect(['Thông tin chung', 'Nhiệm vụ', 'Chỉ tiêu', 'Khó khăn, đề xuất'].map(perSheet)).toEqual([4, 12, 16, 2]);
  expect(open.every(({ value }) => value === null)).toBe(true);
  for (const sheet of [1, 2, 3, 4, 5]) {
    const xml = partOf(bytes, `xl/worksheets/sheet${sheet}.xml`);
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).not.toContain('saltValue');
  }
  expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('formatColumns="0"');
  expect(partOf(bytes, 'xl/workbook.xml')).toContain('<workbookProtection lockStructure="1"/>');
});

test('every cell is written in Times New Roman, and so is what is typed into any other', async () => {
  const bytes = await renderForm(aRound(), aUnit());
  const fonts = new Set(cellsOf(await openXlsx(bytes)).map((cell) => cell.font.name));
  expect([...fonts]).toEqual(['Times New Roman']);
  const names = [...partOf(bytes, 'xl/styles.xml').matchAll(/<name val="([^"]*)"\/>/gu)].map((match) => match[1]);
  expect(new Set(names)).toEqual(new Set(['Times New Roman']));
});

test('the hidden sheet says what the form is, all in text', async () => {
  const sheet = sheetOf(await openXlsx(await renderForm(aRound(), aUnit({ id: '007' }))), '_tkcds');
  expect(sheet.state).toBe('veryHidden');
  const marks = Array.from({ length: sheet.rowCount }, (_, row) => [
    sheet.getCell(row + 1, 1).value,
    sheet.getCell(row + 1, 2).value,
  ]);
  expect(marks).toEqual([
    ['schema', '1'],
    ['directive', 'chi-thi-mau'],
    ['version', '1'],
    ['period', '2025-10'],
    ['from', '2025-10-01'],
    ['to', '2025-10-31'],
    ['due', 'before 2025-11-10'],
    ['unit', '007'],
    ['unit-name', 'Thôn Đông'],
    ['unit-type', 'village'],
  ]);
});

test('the same round and unit give the same bytes, at any time', async () => {
  const hash = async () =>
    createHash('sha256')
      .update(await renderForm(aRound(), aUnit()))
      .digest('hex');
  const first = await hash();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await hash()).toBe(first);
  expect(partOf(await renderForm(aRound(), aUnit()), 'docProps/core.xml')).toContain('2025-10-01T00:00:00Z');
});

test.each([
  ['a formula', '=1+1', '=1+1'],
  ['a sign', '-Thôn', '-Thôn'],
  ['markup', 'Thôn <b>&"A"', 'Thôn <b>&"A"'],
  ['characters that XML cannot carry', 'Thôn\u000b\ufffe A', 'Thôn A'],
  ['what looks like an escape', 'Thôn _x0041_', 'Thôn _x0041_'],
  ['decomposed letters', 'Thôn Đông'.normalize('NFD'), 'Thôn Đông'],
])('a unit name with %s is a text like any other', async (_name, name, expected) => {
  const bytes = await renderForm(aRound(), aUnit({ name }));
  const sheet = sheetOf(await openXlsx(bytes), 'Thông tin chung');
  const cell = sheet.getCell(rowOf(sheet, 'Tên đơn vị'), 2);
  expect(cell.type).toBe(ExcelJS.ValueType.String);
  expect(cell.text.replace('_x005F_', '_')).toBe(expected);
});
