import { maskPersonalData } from '../../../vi/personal-data.ts';
import type { SummaryBook } from './book.ts';
import { linked } from './linked.ts';
import { linkTo } from './links.ts';
import { partsThatFit } from './long-text.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { figure, words } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

const TEXT_WIDTH = 60;

const COLUMNS = [
  { heading: 'STT', width: 5 },
  { heading: 'Đơn vị', width: 26 },
  { heading: 'Mục', width: 20 },
  { heading: 'Nhiệm vụ', width: 10 },
  { heading: 'Nội dung', width: TEXT_WIDTH },
  { heading: 'Tệp', width: 22 },
  { heading: 'Trang tính', width: 16 },
  { heading: 'Ô', width: 9 },
];

/** What the units say in their own words, masked as in the report. None when nobody says anything. */
export function addOpinionsSheet(book: SummaryBook): void {
  const { opinions, round } = book.model;
  if (opinions.length === 0) return;
  const labels = new Map(round.directive.form.opinions.map(({ id, label }) => [id, label]));
  const page = addTablePage(book, {
    name: SHEETS.opinions,
    title: 'Khó khăn, đề xuất của đơn vị',
    notes: [
      'Chép nguyên văn từ báo cáo của đơn vị; số định danh và số điện thoại đã được che. Nội dung dài nằm trên nhiều dòng cùng số thứ tự.',
    ],
    columns: COLUMNS,
  });
  const first = writeTableHead(page, page.next, 2);
  let row = first;
  opinions.forEach(({ opinion, unit, task, text }, index) => {
    const { file, sheet, address } = text.ref;
    for (const part of partsThatFit(text.value, TEXT_WIDTH)) {
      page.write(row, [
        figure(index + 1, LOOKS.mark),
        words(book.words.nameOf(unit)),
        words(labels.get(opinion) ?? ''),
        words(task ?? '', LOOKS.mark),
        words(part),
        words(maskPersonalData(file)),
        words(maskPersonalData(sheet)),
        linked(address, linkTo(book.context.pathOf(file), sheet, address), 'mark'),
      ]);
      row += 1;
    }
  });
  endTable(page, { heading: page.next, last: row - 1 }, 'filter');
}
