import type { Block } from '../../model/document.ts';
import type { Correction } from '../../model/correction.ts';
import { capitalize } from '../../vi/text.ts';
import { type Column, numberedRows, ROW_NUMBER, tableOf, words } from '../generated-table.ts';
import { rowHeight } from './slip-height.ts';

/** The name by which the wording asks for the table. */
export const CORRECTIONS_TABLE = 'corrections';

const COLUMNS: readonly Column[] = [
  ROW_NUMBER,
  words('Trang, ô', 19),
  words('Nội dung cần sửa', 42),
  words('Cách sửa', 33),
];

/** No cell of the table takes more of the page; the workbook has everything in full. */
const LONGEST = 280;

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}

function placeWords({ place }: Correction): string {
  if (place === undefined) return 'Cả tệp';
  const cell = place.address === undefined ? place.sheet : `${place.sheet}, ô ${place.address}`;
  return shortened(place.isHere ? cell : `${cell} (tệp đã gửi)`);
}

function cellsOf(correction: Correction): readonly string[] {
  const mark = correction.severity === 'error' ? 'Lỗi' : 'Cảnh báo';
  return [
    placeWords(correction),
    shortened(`${mark}: ${capitalize(correction.message)}`),
    shortened(capitalize(correction.hint)),
  ];
}

/** How many of them, from the first on, stand in a table of that height in points; at least one. */
export function fitting(corrections: readonly Correction[], height: number): number {
  const widths = COLUMNS.map(({ width }) => width);
  const headings = COLUMNS.map(({ heading }) => heading);
  let left = height - rowHeight(headings, widths);
  const index = corrections.findIndex((correction) => {
    left -= rowHeight(['99', ...cellsOf(correction)], widths);
    return left < 0;
  });
  return Math.max(1, index < 0 ? corrections.length : index);
}

/** The table of what is to be mended. */
export function correctionsTable(corrections: readonly Correction[]): readonly Block[] {
  return tableOf(COLUMNS, numberedRows(corrections.map(cellsOf)));
}
