import type { SummaryBook } from './book.ts';
import { linked } from './linked.ts';
import { linkToSheet } from './links.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { computed, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

const COLUMNS = [
  { heading: 'Nội dung', width: 76 },
  { heading: 'Số liệu', width: 16 },
  { heading: 'Trang', width: 36 },
] as const;

function sheetLink(sheet: string): SummaryCell {
  return linked(sheet, linkToSheet(sheet), 'text');
}

/**
 * The first sheet: the figures that matter most, by formulas, and the way to every other sheet. Stands before the others and
 * is written when they are there: call what it gives.
 */
export function addOverviewSheet(book: SummaryBook): () => void {
  const page = addTablePage(book, {
    name: SHEETS.overview,
    title: 'Bảng tổng hợp kết quả báo cáo của các đơn vị',
    notes: [
      `Bản trình ký là tệp “${book.context.reportFile}”. Bảng này để tra cứu và tính thử: sửa một số liệu thì tổng, tỷ lệ và kết quả tự tính lại, báo cáo không đổi theo. Bấm tên trang để mở trang đó.`,
    ],
    columns: COLUMNS,
  });
  return () => {
    let row = writeTableHead(page, page.next, 0);
    const add = (cells: readonly SummaryCell[]): void => {
      page.write(row, cells);
      row += 1;
    };
    add([{ ...words('Số liệu chung', LOOKS.band), columns: COLUMNS.length }]);
    for (const { label, formula, result, look, sheet } of book.headlines)
      add([words(label), computed(formula, result, look), sheetLink(sheet)]);
    add([{ ...words('Các trang', LOOKS.band), columns: COLUMNS.length }]);
    for (const { name, title } of book.contents.filter((entry) => entry.name !== page.sheet.name))
      add([{ ...words(title), columns: 2 }, sheetLink(name)]);
    endTable(page, { heading: page.next, last: row - 1 }, 'no-filter');
  };
}
