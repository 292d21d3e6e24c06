import type { Sheet } from '../../model/workbook.ts';
import { extentOf, type Table } from './locate-table.ts';
import { matchRows, type RowMatches } from './match-rows.ts';
import type { Search } from './table-spec.ts';

/** One table of a sheet with its rows recognised. */
export interface SheetTable<Id extends string> {
  readonly table: Table<Id>;
  readonly matches: RowMatches;
}

/** Where a header with rows of its own stands; another table ends before it. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function blockOf(table: Table<string>): Block {
  return { top: table.headerRow, bottom: table.firstRow - 1, ...extentOf(table) };
}

/** The table between those left and right of it and above the next one. */
function within<Id extends string>(table: Table<Id>, blocks: readonly Block[]): Table<Id> {
  const own = blockOf(table);
  const beside = blocks.filter(({ top, bottom }) => top <= own.bottom && bottom >= own.top);
  const below = blocks.filter(({ top, left, right }) => top > own.bottom && left <= own.right && right >= own.left);
  return {
    ...table,
    area: {
      left: beside.reduce((left, { right }) => (right < own.left ? Math.max(left, right + 1) : left), 0),
      right: beside.reduce((right, { left }) => (left > own.right ? Math.min(right, left - 1) : right), Infinity),
      end: below.reduce((end, { top }) => Math.min(end, top), Infinity),
    },
  };
}

/** One kind of table on a sheet. */
interface Kind<Id extends string> {
  readonly tables: readonly Table<Id>[];
  readonly search: Search<Id>;
  readonly match: (table: Table<Id>) => RowMatches;
  readonly recognise: (table: Table<Id>) => SheetTable<Id>;
}

/** A header of one heading is believed when so many rows of the form stand below it. */
const ROWS_BELOW_ONE_HEADING = 2;
const SINGLES_TRIED = 5;

/** Tables with one heading only: the column that the table is there for, or the codes; the other headings are lost. */
function singleHeadings<Id extends string>(sheet: Sheet, { search, match }: Kind<Id>): readonly Table<Id>[] {
  const { spec, singlesOn } = search;
  return singlesOn(sheet)
    .filter(({ columns }) => columns.has(spec.table.main) || columns.has(spec.code))
    .toSorted((a, b) => a.headerRow - b.headerRow)
    .slice(0, SINGLES_TRIED)
    .filter((candidate) => match(candidate).rows.size >= ROWS_BELOW_ONE_HEADING);
}

/** Recognises the rows of tables, each part of the sheet only once. */
function rowsOf<Id extends string>(match: Kind<Id>['match']): Kind<Id>['recognise'] {
  const seen = new Map<ReadonlyMap<Id, number>, readonly SheetTable<Id>[]>();
  return (table) => {
    const { left, right, end } = table.area;
    const own = seen.get(table.columns) ?? [];
    const known = own.find(({ table: { area } }) => area.left === left && area.right === right && area.end === end);
    if (known !== undefined) return known;
    const result = { table, matches: match(table) };
    seen.set(table.columns, [...own, result]);
    return result;
  };
}

/** `seen` takes everything that is found about rows. */
function kindOn<Id extends string>(sheet: Sheet, search: Search<Id>, seen: RowMatches[]): Kind<Id> {
  const match = (table: Table<Id>): RowMatches => {
    const matches = matchRows(table, search.rows);
    seen.push(matches);
    return matches;
  };
  return { tables: search.tablesOn(sheet), search, match, recognise: rowsOf(match) };
}

/** The headers that have rows of their own below them; failing that, one whose other headings are lost. */
function known<Id extends string>(sheet: Sheet, kind: Kind<Id>, headers: readonly Block[]): readonly Table<Id>[] {
  const { tables, recognise } = kind;
  const found = tables.filter((table) => recognise(within(table, headers)).matches.rows.size > 0);
  return found.length > 0 ? found : singleHeadings(sheet, kind).slice(0, 1);
}

/** The tables of both kinds on one sheet. */
export interface SheetTables<A extends string, B extends string> {
  readonly first: readonly SheetTable<A>[];
  readonly second: readonly SheetTable<B>[];
  /** Whether it could make a difference which entries are preferred. */
  readonly isByPreference: boolean;
}

/** The tables of both kinds on one sheet. Only headers with rows of their own end the table above or beside them. */
export function sheetTables<A extends string, B extends string>(
  sheet: Sheet,
  first: Search<A>,
  second: Search<B>,
): SheetTables<A, B> {
  const seen: RowMatches[] = [];
  const [a, b] = [kindOn(sheet, first, seen), kindOn(sheet, second, seen)];
  const headers = [...a.tables, ...b.tables].map(blockOf);
  const [knownA, knownB] = [known(sheet, a, headers), known(sheet, b, headers)];
  const blocks = [...knownA, ...knownB].map(blockOf);
  return {
    first: (knownA.length > 0 ? knownA : a.tables).map((table) => a.recognise(within(table, blocks))),
    second: (knownB.length > 0 ? knownB : b.tables).map((table) => b.recognise(within(table, blocks))),
    isByPreference: seen.some(({ isByPreference }) => isByPreference),
  };
}
