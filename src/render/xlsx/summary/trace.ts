import { maskPersonalData } from '../../../vi/personal-data.ts';
import type { SummaryBook } from './book.ts';
import { linked } from './linked.ts';
import { linkTo } from './links.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';
import { traceEntries, type TraceEntry } from './trace-entries.ts';

const COLUMNS = [
  { heading: 'STT', width: 7 },
  { heading: 'Mã số liệu', width: 22 },
  { heading: 'Tên số liệu', width: 40 },
  { heading: 'Giá trị', width: 14 },
  { heading: 'Đơn vị', width: 24 },
  { heading: 'Tệp', width: 22 },
  { heading: 'Trang tính', width: 14 },
  { heading: 'Ô', width: 8 },
  { heading: 'Chữ trong ô', width: 16 },
  { heading: 'SHA-256 của tệp', width: 30 },
];

/** Longer than any number, date or word of a state. */
const LONGEST_RAW = 80;

function rawText(raw: string): string {
  const text = maskPersonalData(raw);
  const characters = Array.from(text);
  return characters.length > LONGEST_RAW ? `${characters.slice(0, LONGEST_RAW - 1).join('')}…` : text;
}

function valueCell(value: number | string): SummaryCell {
  return typeof value === 'number' ? figure(value) : words(value);
}

function hashes({ model, context }: SummaryBook): ReadonlyMap<string, string> {
  const files = [...context.inputs, ...model.sources];
  return new Map(files.map(({ file, sha256 }) => [file, sha256]));
}

function rowOf({ words: { nameOf }, context }: SummaryBook, entry: TraceEntry, hash: string): readonly SummaryCell[] {
  const { file, sheet, address } = entry.ref;
  return [
    words(entry.id),
    words(entry.title),
    valueCell(entry.value),
    words(nameOf(entry.unit)),
    words(maskPersonalData(file)),
    words(maskPersonalData(sheet)),
    linked(address, linkTo(context.pathOf(file), sheet, address), 'mark'),
    words(rawText(entry.raw)),
    words(hash, LOOKS.fine),
  ];
}

/** The sheet that leads from each figure to the cells it comes from, one a row. */
export function addTraceSheet(book: SummaryBook): void {
  const hashOf = hashes(book);
  const entries = traceEntries(book);
  const page = addTablePage(book, {
    name: SHEETS.trace,
    title: 'Truy vết số liệu về ô nguồn',
    notes: [
      'Mỗi dòng là một ô trong tệp của đơn vị mà một số liệu của báo cáo được tính từ đó. Lọc theo mã số liệu để xem đủ các ô của một số.',
    ],
    columns: COLUMNS,
  });
  const first = writeTableHead(page, page.next, 2);
  entries.forEach((entry, index) => {
    const hash = hashOf.get(entry.ref.file) ?? '';
    page.write(first + index, [figure(index + 1, LOOKS.mark), ...rowOf(book, entry, hash)]);
  });
  endTable(page, { heading: page.next, last: first + entries.length - 1 }, 'filter');
}
