import type { Sheet } from '../../model/workbook.ts';
import { headersOf, possibleHeaders, type Header } from './header-rows.ts';
import { segmentsOf, type Segment } from './header-segments.ts';
import { headingMatcher, type ColumnSpec } from './heading-match.ts';
import { mergeIndex, type MergesAt } from './merge-index.ts';

/** A table found by its headings (bảng); rows and columns are zero-based. */
export interface Table<Id extends string> {
  readonly sheet: Sheet;
  /** The row with the headings, the uppermost when there are several. */
  readonly headerRow: number;
  /** The first row below the headings. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<Id, number>;
  /** All columns of a heading that is merged over several. */
  readonly spans: ReadonlyMap<Id, readonly number[]>;
  /** Headings that stand there a second time; the first is used. */
  readonly repeated: readonly { readonly id: Id; readonly row: number; readonly column: number }[];
  /** Columns that stand for one answer each under one heading, to be ticked: column → the answer. */
  readonly options?: { readonly id: Id; readonly columns: ReadonlyMap<number, string> };
  /** Where its rows can lie: the columns between the tables beside it, and the row where the next one begins. */
  readonly area: { readonly left: number; readonly right: number; readonly end: number };
  /** Ranges of merged cells below the headings that touch its columns. */
  readonly mergesAt: MergesAt;
}

/** One heading alone may be a word of a sentence. */
export const FEWEST_HEADINGS = 2;
/** A heading merged over more columns than that is no column. */
const WIDEST = 8;

/** More tables than that, nobody's form has on one sheet. */
const MOST_TABLES = 16;

function spansOf<Id extends string>({ cells, columns }: Segment<Id>): ReadonlyMap<Id, readonly number[]> {
  const taken = new Set(cells.map(({ column }) => column));
  const spans = new Map<Id, readonly number[]>();
  for (const [id, { column, right }] of columns) {
    const free = Array.from({ length: Math.min(right - column, WIDEST) }, (_, index) => column + index + 1);
    const own = free.filter((one) => !taken.has(one));
    if (own.length > 0) spans.set(id, [column, ...own]);
  }
  return spans;
}

/** The first and the last column with a heading of the table. */
export function extentOf({ columns, spans, repeated }: Pick<Table<string>, 'columns' | 'spans' | 'repeated'>): {
  readonly left: number;
  readonly right: number;
} {
  const all = [...columns.values(), ...[...spans.values()].flat(), ...repeated.map(({ column }) => column)];
  return {
    left: all.reduce((least, column) => Math.min(least, column), Infinity),
    right: all.reduce((most, column) => Math.max(most, column), 0),
  };
}

function tableOf<Id extends string>(sheet: Sheet, { top, bottom }: Header<Id>, segment: Segment<Id>): Table<Id> {
  const parts = {
    columns: new Map([...segment.columns].map(([id, { column }]) => [id, column])),
    spans: spansOf(segment),
    repeated: segment.repeated.map(({ id, row, column }) => ({ id, row, column })),
  };
  const { left, right } = extentOf(parts);
  const mergesAt = mergeIndex(
    sheet.merges.filter((range) => range.top > bottom && range.left <= right && range.right >= left),
  );
  const area = { left: 0, right: Infinity, end: Infinity };
  return { sheet, headerRow: top, firstRow: bottom + 1, ...parts, area, mergesAt };
}

/** Whether the headings are words in a row of answers: codes or titles stand between them, or beside them and none says what rows are about. */
function isInBody<Id extends string>(
  { body }: Header<Id>,
  { cells, columns }: Segment<Id>,
  identity: ReadonlySet<Id>,
): boolean {
  const taken = cells.map(({ column }) => column);
  const isBetween = body.some((column) => taken.some((one) => one <= column) && taken.some((one) => one >= column));
  return isBetween || (body.length > 0 && ![...columns.keys()].some((id) => identity.has(id)));
}

/**
 * All tables on that sheet with at least so many different headings, side by side or below one another, the largest first. `possible`:
 * the sheet's `possibleHeaders` in that search.
 */
export function locateTables<Id extends string>(
  sheet: Sheet,
  identity: readonly Id[],
  possible: readonly Header<Id>[],
  fewest: number,
): readonly Table<Id>[] {
  const own = new Set(identity);
  return headersOf(possible, fewest)
    .flatMap((header) =>
      segmentsOf(header.cells, own)
        .filter((segment) => !isInBody(header, segment, own))
        .map((segment) => tableOf(sheet, header, segment)),
    )
    .filter((table) => table.columns.size >= fewest)
    .slice(0, MOST_TABLES);
}

/** The table of that sheet: the rows in which most headings stand. */
export function locateTable<Id extends string>(
  sheet: Sheet,
  columns: readonly ColumnSpec<Id>[],
): Table<Id> | undefined {
  const possible = possibleHeaders(sheet, headingMatcher(columns), () => false);
  return locateTables(sheet, [], possible, FEWEST_HEADINGS)[0];
}
