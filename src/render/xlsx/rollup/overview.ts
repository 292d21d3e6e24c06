import { capitalize } from '../../../vi/text.ts';
import { linked } from '../summary/linked.ts';
import { linkToSheet } from '../summary/links.ts';
import { LOOKS } from '../summary/looks.ts';
import { computed, words, type SummaryCell } from '../summary/rows.ts';
import { addPageTo, endTable, writeTableHead } from '../summary/table-page.ts';
import { roundWords, type RollupBook, type RoundBook } from './book.ts';

const COLUMNS = [
  { heading: 'Nội dung', width: 84 },
  { heading: 'Số liệu', width: 16 },
  { heading: 'Trang', width: 30 },
] as const;

function sheetLink(sheet: string): SummaryCell {
  return linked(sheet, linkToSheet(sheet), 'text');
}

/** The first sheet: the figures that matter most, by formulas, and the way to every other sheet. Call what it gives at the end. */
export function addOverviewSheet(book: RollupBook, rounds: readonly RoundBook[], name: string): () => void {
  const listed =
    book.rollup.communes === undefined
      ? 'Không có danh sách xã nên số xã là số xã đã gửi, không biết xã nào chưa gửi.'
      : 'Số xã là số xã trong danh sách xã phải gửi số liệu.';
  const page = addPageTo(book, listed, {
    name,
    title: 'Tổng hợp số liệu chuyển đổi số của các xã, phường, đặc khu',
    notes: [
      'Số liệu lấy từ bao-cao.json của từng xã; các kỳ được tổng hợp riêng. Sửa một số thì tổng, tỷ lệ và kết quả tự tính lại. Bấm tên trang để mở trang đó.',
    ],
    columns: COLUMNS,
  });
  return () => {
    let row = writeTableHead(page, page.next, 0);
    const add = (cells: readonly SummaryCell[]): void => {
      page.write(row, cells);
      row += 1;
    };
    for (const { round, headlines } of rounds) {
      add([{ ...words(capitalize(roundWords(round)), LOOKS.band), columns: COLUMNS.length }]);
      for (const { label, formula, result, look, sheet } of headlines)
        add([words(label), computed(formula, result, look), sheetLink(sheet)]);
    }
    add([{ ...words('Các trang', LOOKS.band), columns: COLUMNS.length }]);
    for (const { name: sheet, title } of book.contents.filter((entry) => entry.name !== page.sheet.name))
      add([{ ...words(title), columns: 2 }, sheetLink(sheet)]);
    endTable(page, { heading: page.next, last: row - 1 }, 'no-filter');
  };
}
