import type { Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../../vi/date.ts';
import { addPage, PAGE_WIDTH, setPrintRows } from '../sheet-setup.ts';
import { periodWords } from '../words.ts';
import { footOf, type LinkPlaces, type SheetEntry, type SummaryBook } from './book.ts';
import { LOOKS } from './looks.ts';
import { rowWriter, words, type WriteRow } from './rows.ts';

/** A column of a table, its width in digits. */
export interface SheetColumn {
  readonly heading: string;
  readonly width: number;
}

/** A sheet that is being written from the top. */
export interface TablePage {
  readonly sheet: Worksheet;
  readonly write: WriteRow;
  readonly columns: readonly SheetColumn[];
  /** The first row that is still free. */
  readonly next: number;
}

/** A table that would be printed smaller than this could not be read on one page. */
const SMALLEST_SCALE = 0.55;

/** A sheet that is to be: its title, and notes on how to read it. */
interface PagePlan {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly SheetColumn[];
}

/** A workbook that table pages are added to. */
export interface PageBook {
  readonly workbook: Workbook;
  readonly links: LinkPlaces;
  readonly contents: SheetEntry[];
  /** What stands left of the page number on every sheet. */
  readonly foot: string;
}

/** A new sheet with its title, what it is about, and notes on how to read it. */
export function addPageTo(book: PageBook, about: string, page: PagePlan): TablePage {
  const widths = page.columns.map(({ width }) => width);
  const sheet = addPage(book.workbook, { name: page.name, orientation: 'landscape', widths, foot: book.foot });
  const total = widths.reduce((sum, width) => sum + width, 0);
  sheet.pageSetup.fitToWidth = Math.max(1, Math.ceil((total * SMALLEST_SCALE) / PAGE_WIDTH.landscape));
  sheet.pageSetup.horizontalCentered = false;
  book.contents.push({ name: sheet.name, title: page.title });
  const write = rowWriter(sheet, book.links);
  write(1, [{ ...words(page.title, LOOKS.title), columns: widths.length }]);
  [about, ...page.notes].forEach((note, index) => {
    write(index + 2, [{ ...words(note, LOOKS.note), columns: widths.length }]);
  });
  return { sheet, write, columns: page.columns, next: page.notes.length + 3 };
}

/** The same in the working table of a round. */
export function addTablePage(book: SummaryBook, page: PagePlan): TablePage {
  const { round } = book.model;
  const about = `Kỳ báo cáo ${round.period.id}, ${periodWords(round.period)}; số liệu chốt ngày ${formatDate(round.asOf)}.`;
  return addPageTo({ ...book, foot: footOf(book) }, about, page);
}

/** Writes the headings, which stay in sight, and prints them on each page; gives the row below. */
export function writeTableHead({ sheet, write, columns }: TablePage, row: number, fixedColumns: number): number {
  write(
    row,
    columns.map(({ heading }) => words(heading, LOOKS.heading)),
  );
  sheet.views = [{ state: 'frozen', xSplit: fixedColumns, ySplit: row, showGridLines: false, zoomScale: 100 }];
  return row + 1;
}

/** Ends a table whose headings stand in that row: what is printed, and with `filter` buttons to choose rows by. */
export function endTable(
  { sheet, columns }: TablePage,
  rows: { readonly heading: number; readonly last: number },
  filter: 'filter' | 'no-filter',
): void {
  setPrintRows(sheet, { last: Math.max(rows.heading, rows.last), repeated: [rows.heading, rows.heading] });
  if (filter === 'no-filter' || rows.last <= rows.heading) return;
  sheet.autoFilter = { from: { row: rows.heading, column: 1 }, to: { row: rows.last, column: columns.length } };
}

/** Prints the three columns that name the unit on every page, for a table that is too wide for one. */
export function repeatUnits({ sheet }: TablePage): void {
  sheet.pageSetup.printTitlesColumn = 'A:C';
}
