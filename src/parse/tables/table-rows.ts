import { cellAt, type Sheet, type Workbook } from '../../model/workbook.ts';
import { likelySheets, namedSheet } from '../form/form-sheets.ts';
import type { Region } from '../form/labels.ts';
import { extentOf } from './locate-table.ts';
import { ambiguousColumns, withoutColumns, type AmbiguousColumn } from './repeated-columns.ts';
import { settleTables, type Conflict } from './rival-tables.ts';
import { chooseRow } from './rows.ts';
import type { SheetTable } from './sheet-tables.ts';
import type { RowSpec } from './table-spec.ts';

/** One of the form's tables in a file, with its rows recognised. */
export interface TableRows<Id extends string> extends SheetTable<Id> {
  /** Columns that are not read because they stand there twice and answer differently. */
  readonly ambiguous: readonly AmbiguousColumn<Id>[];
}

/** All that a file has of one of the form's tables; the first part is the table itself. */
export interface FormTable<Id extends string> extends TableRows<Id> {
  /** Further tables with rows that the first has not: the table goes on there. */
  readonly further: readonly TableRows<Id>[];
  readonly conflicts: readonly Conflict<Id>[];
  /** Differences from hidden copies, which are not read. */
  readonly hidden: readonly Conflict<Id>[];
}

/** Whether a row answers under a heading that was not understood, so that leaving the table aside would lose something. */
function hasLostColumn<Id extends string>({ table, matches }: SheetTable<Id>): boolean {
  const { sheet, columns, area } = table;
  const known = new Set(columns.values());
  const first = Math.min(...columns.values());
  return [...matches.rows.values()]
    .flat()
    .some((row) =>
      [...(sheet.rows.get(row)?.keys() ?? [])].some(
        (column) =>
          column > first &&
          column <= area.right &&
          !known.has(column) &&
          cellAt(sheet, row, column)?.value.kind === 'number',
      ),
    );
}

/** The tables with rows of the form. One that lacks its main column counts only if it alone has rows of the unit. */
function tablesWithRows<Id extends string>(
  tables: readonly SheetTable<Id>[],
  { table: { main } }: RowSpec<Id>,
  assigned: ReadonlySet<string>,
): readonly SheetTable<Id>[] {
  const withRows = tables.filter(({ matches }) => matches.rows.size > 0 || matches.contradictory.length > 0);
  const whole = withRows.filter(({ table }) => table.columns.has(main));
  if (whole.length === 0) return withRows;
  const known = new Set(whole.flatMap(({ matches }) => [...matches.rows.keys()]));
  return withRows.filter(
    (one) =>
      whole.includes(one) ||
      (hasLostColumn(one) && [...one.matches.rows.keys()].some((entry) => assigned.has(entry) && !known.has(entry))),
  );
}

/** In the order in which they are believed: visible ones first, then as sheets are likely, then from top and left. */
function ordered<Id extends string>(
  workbook: Workbook,
  names: readonly string[],
  tablesOf: (sheet: Sheet) => readonly SheetTable<Id>[],
): readonly SheetTable<Id>[] {
  const sheets = likelySheets(workbook, names);
  const byPlace = (a: SheetTable<Id>, b: SheetTable<Id>): number =>
    a.table.headerRow - b.table.headerRow || extentOf(a.table).left - extentOf(b.table).left;
  return [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)].flatMap(
    (sheet) => tablesOf(sheet).toSorted(byPlace),
  );
}

/**
 * What the file has of that table; undefined when it is nowhere. Without any row of the form only a table on the sheet of the
 * right name is believed. `assigned` are the entries that the unit is asked for.
 */
export function chooseTables<Id extends string>(
  workbook: Workbook,
  names: readonly string[],
  spec: RowSpec<Id>,
  assigned: ReadonlySet<string>,
  tablesOf: (sheet: Sheet) => readonly SheetTable<Id>[],
): FormTable<Id> | undefined {
  const tables = ordered(workbook, names, tablesOf);
  const withRows = tablesWithRows(tables, spec, assigned);
  const named = namedSheet(workbook, names);
  const blank = named === undefined ? [] : tablesOf(named).slice(0, 1);
  const { used, conflicts, hidden } = settleTables(withRows.length > 0 ? withRows : blank, spec, named);
  const [first, ...further] = used.map((one): TableRows<Id> => {
    const ambiguous = ambiguousColumns(one, spec.figures, assigned);
    return { ...withoutColumns(one, ambiguous), ambiguous };
  });
  return first === undefined ? undefined : { ...first, further, conflicts, hidden };
}

/** The part of the sheet that belongs to the table, from the headings to the last row that is recognised or contradicts itself. */
export function regionOf<Id extends string>({ table, matches }: SheetTable<Id>): Region {
  const rows = [...[...matches.rows.values()].flat(), ...matches.contradictory.map(({ row }) => row)];
  const bottom = rows.reduce((last, row) => Math.max(last, row), table.firstRow - 1);
  return { sheet: table.sheet, top: table.headerRow, bottom, ...extentOf(table) };
}

/** The row to read for that entry, or undefined when it has none. */
export function rowOf<Id extends string>(
  { table, matches }: SheetTable<Id>,
  spec: RowSpec<Id>,
  entry: string,
): number | undefined {
  return chooseRow(table, matches.rows.get(entry) ?? [], spec.answers).row;
}

/** All parts of the table. */
export function partsOf<Id extends string>(table: FormTable<Id>): readonly TableRows<Id>[] {
  return [table, ...table.further];
}

/** The entries whose rows stand in the file. */
export function entriesOf<Id extends string>(table: FormTable<Id> | undefined): readonly string[] {
  return table === undefined ? [] : partsOf(table).flatMap(({ matches }) => [...matches.rows.keys()]);
}
