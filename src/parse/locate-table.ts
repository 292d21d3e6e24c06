import type { Sheet } from '../model/workbook.ts';
import { matchKey } from '../vi/text.ts';

/** A column as a form or register declares it. */
export interface ColumnSpec<Id extends string> {
  readonly id: Id;
  readonly heading: string;
  readonly aliases: readonly string[];
}

/** A table found by its headings (bảng); rows and columns are zero-based. */
export interface Table<Id extends string> {
  readonly sheet: Sheet;
  /** The row with the headings, the upper one when there are two. */
  readonly headerRow: number;
  /** The first row below the headings. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<Id, number>;
  /** Headings that stand there a second time; the first is used. */
  readonly repeated: readonly { readonly id: Id; readonly row: number; readonly column: number }[];
}

/** A header stands at the top; below so many rows nobody's table begins. */
const ROWS_SEARCHED = 200;
/** One heading alone may be a word of a sentence. */
const FEWEST_HEADINGS = 2;
const LONGEST_HEADING = 200;

function withoutRemarks(text: string): string {
  return matchKey(text.replace(/\([^()]*\)/gu, ' ').replace(/\*/gu, ' '));
}

/** What a heading's text stands for: the wording itself, or else the wording without remarks in brackets. */
type Headings<Id extends string> = (text: string) => Id | undefined;

function headingsOf<Id extends string>(columns: readonly ColumnSpec<Id>[]): Headings<Id> {
  const exact = new Map<string, Id>();
  const loose = new Map<string, Id>();
  for (const { id, heading, aliases } of columns) {
    for (const word of [heading, ...aliases]) {
      if (!exact.has(matchKey(word))) exact.set(matchKey(word), id);
      if (!loose.has(withoutRemarks(word))) loose.set(withoutRemarks(word), id);
    }
  }
  loose.delete('');
  return (text) =>
    text.length > LONGEST_HEADING ? undefined : (exact.get(matchKey(text)) ?? loose.get(withoutRemarks(text)));
}

interface HeaderCell<Id extends string> {
  readonly id: Id;
  readonly row: number;
  readonly column: number;
}

function headerCells<Id extends string>(sheet: Sheet, row: number, headings: Headings<Id>): readonly HeaderCell<Id>[] {
  const cells: HeaderCell<Id>[] = [];
  for (const [column, { value }] of sheet.rows.get(row) ?? []) {
    const id = value.kind === 'text' ? headings(value.text) : undefined;
    if (id !== undefined) cells.push({ id, row, column });
  }
  return cells;
}

function distinct<Id extends string>(cells: readonly HeaderCell<Id>[]): number {
  return new Set(cells.map(({ id }) => id)).size;
}

/** The table of that sheet: the row in which most headings stand, together with the row below where it adds some. */
export function locateTable<Id extends string>(
  sheet: Sheet,
  columns: readonly ColumnSpec<Id>[],
): Table<Id> | undefined {
  const headings = headingsOf(columns);
  let best: readonly HeaderCell<Id>[] = [];
  for (const row of [...sheet.rows.keys()].slice(0, ROWS_SEARCHED)) {
    const cells = headerCells(sheet, row, headings);
    if (distinct(cells) > distinct(best)) best = cells;
  }
  const headerRow = best[0]?.row;
  if (headerRow === undefined || distinct(best) < FEWEST_HEADINGS) return undefined;
  const known = new Set(best.map(({ id }) => id));
  const below = headerCells(sheet, headerRow + 1, headings).filter(({ id }) => !known.has(id));
  const found = new Map<Id, number>();
  const repeated: HeaderCell<Id>[] = [];
  for (const cell of [...best, ...below]) {
    if (found.has(cell.id)) repeated.push(cell);
    else found.set(cell.id, cell.column);
  }
  return { sheet, headerRow, firstRow: headerRow + (below.length > 0 ? 2 : 1), columns: found, repeated };
}

/** Every text that a heading of these columns may have, as keys, to tell repeated header rows from rows with answers. */
export function headingKeys(columns: readonly ColumnSpec<string>[]): ReadonlySet<string> {
  return new Set(columns.flatMap(({ heading, aliases }) => [heading, ...aliases].map(matchKey)));
}
