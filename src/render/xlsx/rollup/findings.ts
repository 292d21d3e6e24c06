import { fileOf, type Severity } from '../../../model/diagnostic.ts';
import { maskPersonalData } from '../../../vi/personal-data.ts';
import { capitalize } from '../../../vi/text.ts';
import { LOOKS } from '../summary/looks.ts';
import { figure, words, type SummaryCell } from '../summary/rows.ts';
import { addPageTo, endTable, writeTableHead } from '../summary/table-page.ts';
import type { RollupBook } from './book.ts';

/** The severities in words, each with a sign of its own that the typeface has. */
const LEVELS: Readonly<Record<Severity, string>> = { error: '■ Lỗi', warning: '▲ Cảnh báo', info: '○ Lưu ý' };

const COLUMNS = [
  { heading: 'STT', width: 5 },
  { heading: 'Mức độ', width: 12 },
  { heading: 'Nơi phát hiện', width: 32 },
  { heading: 'Nội dung', width: 62 },
  { heading: 'Cách xử lý', width: 46 },
  { heading: 'Mã phát hiện', width: 22 },
];

/** The sheet of all that was found, and of the files that count nowhere. */
export function addFindingsSheet(book: RollupBook, name: string): void {
  const page = addPageTo(book, 'Những điều phát hiện khi nhận và cộng số liệu của các xã.', {
    name,
    title: 'Các phát hiện',
    notes: ['Tệp có lỗi không được tính; tệp có cảnh báo vẫn được tính, cần xem lại.'],
    columns: COLUMNS,
  });
  const strays = book.rollup.strays.map(({ source, reason }): readonly SummaryCell[] => [
    words('Tệp không tính', LOOKS.mark),
    words(maskPersonalData(source.file)),
    words(capitalize(reason)),
    words(''),
    words(''),
  ]);
  const found = book.diagnostics.map(({ severity, message, hint, rule, location }): readonly SummaryCell[] => [
    words(LEVELS[severity], LOOKS.mark),
    words(location.kind === 'unit' ? location.name : maskPersonalData(fileOf(location) ?? '')),
    words(message),
    words(hint),
    words(rule),
  ]);
  const first = writeTableHead(page, page.next, 2);
  const rows = [...found, ...strays];
  rows.forEach((cells, index) => {
    page.write(first + index, [figure(index + 1, LOOKS.mark), ...cells]);
  });
  endTable(page, { heading: page.next, last: first + rows.length - 1 }, 'filter');
}
