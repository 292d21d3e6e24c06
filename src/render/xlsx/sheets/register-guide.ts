import type { Workbook, Worksheet } from 'exceljs';
import { MERGERS_SHEET, REGISTER_SHEET } from '../../../model/register.ts';
import { writeLines, writeRow } from '../cells.ts';
import { addPage, setPrintRows } from '../sheet-setup.ts';
import { STYLES } from '../styles.ts';
import { mergerColumns, unitColumns, type ColumnGuide } from './register-columns.ts';

const WIDTHS = [22, 12, 48];

/** Writes one table of explanations from the row on; returns its last row. */
function explain(sheet: Worksheet, first: number, columns: readonly ColumnGuide[]): number {
  const headings = ['Cột', 'Bắt buộc', 'Cách ghi'].map((text) => ({ text, style: STYLES.heading }));
  writeRow(sheet, first, headings);
  columns.forEach(({ heading, isRequired, text }, index) => {
    writeRow(sheet, first + 1 + index, [
      { text: heading, style: STYLES.label },
      { text: isRequired ? 'Có' : 'Không', style: STYLES.counts },
      { text, style: STYLES.text },
    ]);
  });
  return first + columns.length;
}

/** The last sheet: what each column of the register is for. */
export function addRegisterGuide(workbook: Workbook, typeNames: readonly string[]): void {
  const sheet = addPage(workbook, {
    name: 'Hướng dẫn',
    orientation: 'portrait',
    widths: WIDTHS,
    foot: 'Danh sách đơn vị',
  });
  const first = writeLines(sheet, 1, WIDTHS.length, [
    { text: 'CÁCH GHI DANH SÁCH ĐƠN VỊ', look: 'title' },
    {
      text: `Mỗi đơn vị phải báo cáo ghi một dòng trên trang “${REGISTER_SHEET}”, bắt đầu từ dòng 2. Không đổi tên cột. Đơn vị giải thể thì ghi ngày cuối cùng vào cột “Hoạt động đến ngày”, không xóa dòng; đơn vị mới thì thêm dòng và ghi cột “Hoạt động từ ngày”. Các đơn vị sáp nhập thành một thì làm cả hai việc đó, rồi ghi từng đơn vị cũ vào trang “${MERGERS_SHEET}”.`,
      look: 'remark',
    },
  ]);
  const lastOfUnits = explain(sheet, first, unitColumns(typeNames));
  const next = writeLines(sheet, lastOfUnits + 2, WIDTHS.length, [
    { text: 'CÁCH GHI TRANG SÁP NHẬP', look: 'title' },
    {
      text: 'Chỉ ghi khi có đơn vị sáp nhập. Chương trình không chia, không cộng số liệu thay cho đơn vị: đơn vị mới gộp số liệu của các đơn vị cũ và gửi một báo cáo.',
      look: 'remark',
    },
  ]);
  const last = explain(sheet, next, mergerColumns());
  setPrintRows(sheet, { last, repeated: [first, first] });
}
