import { cellAt, type Cell } from '../../model/workbook.ts';
import { matchKey, normalizeText } from '../../vi/text.ts';
import type { Table } from './locate-table.ts';
import { isOrdinal } from './ordinals.ts';
import { isColumnNumbers, isTotalLabel } from './other-rows.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import type { RowSearch } from './recognise-row.ts';

/** A row that belongs to nothing known but has an answer. */
export interface StrangeRow {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const CODE_LIKE = /^(?=.*\d)[\p{L}\d.\-/ ]{1,12}$/u;

function shownText(cell: Cell | undefined): string {
  return cell === undefined ? '' : normalizeText(rawText(cell.value));
}

/** A row that says something about nothing known; bands, totals, column numbers and repeated headings are not such rows. */
export function strangeRow<Id extends string>(
  table: Table<Id>,
  row: number,
  { answers, code, title, ignored }: RowSearch<Id>,
  isInside: boolean,
): StrangeRow | undefined {
  const { sheet, columns } = table;
  const main = answers.map((id) => columns.get(id)).find((column) => column !== undefined);
  if (main === undefined || !isFilled(cellAt(sheet, row, main))) return undefined;
  if (isColumnNumbers(sheet, row, columns.size)) return undefined;
  const textAt = (column: number | undefined): string =>
    column === undefined ? '' : shownText(cellAt(sheet, row, column));
  const [codeText, titleText] = [textAt(columns.get(code)), textAt(columns.get(title))];
  const isNamed = codeText !== '' && !(isOrdinal(codeText) && titleText !== '');
  const text = isNamed ? codeText : titleText;
  if (text === '' || [codeText, titleText].some((one) => ignored.has(matchKey(one)) || isTotalLabel(one)))
    return undefined;
  if (!isInside && !CODE_LIKE.test(codeText)) return undefined;
  return { row, column: columns.get(isNamed ? code : title) ?? main, text };
}
