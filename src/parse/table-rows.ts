import type { Form } from '../model/directive.ts';
import type { Workbook } from '../model/workbook.ts';
import { matchKey } from '../vi/text.ts';
import { findTable, formHeadingKeys, type TableSpec } from './find-table.ts';
import type { Region } from './labels.ts';
import type { Table } from './locate-table.ts';
import { matchRows, type Entry, type RowMatches } from './match-rows.ts';
import type { ParseProblemId } from './problems.ts';
import { chooseRow } from './rows.ts';

/** What makes the rows of one of the form's tables: what they can be about, and how that is called in a message. */
export interface RowSpec<Id extends string> {
  readonly table: TableSpec<Id>;
  /** The columns with answers, the main one first. */
  readonly answers: readonly Id[];
  readonly code: Id;
  readonly title: Id;
  readonly entries: readonly Entry[];
  /** Codes of the form's other table. */
  readonly otherCodes: readonly string[];
  /** `nhiệm vụ`, `chỉ tiêu` */
  readonly noun: string;
  /** The key under which findings carry the entry. */
  readonly fact: string;
  readonly unknown: ParseProblemId;
  readonly notAssigned: ParseProblemId;
}

/** One of the form's tables in a file, with its rows recognised. */
export interface TableRows<Id extends string> {
  readonly table: Table<Id>;
  readonly matches: RowMatches;
}

/** Finds the table and recognises its rows; `assigned` decides between entries with the same title. */
export function locateRows<Id extends string>(
  workbook: Workbook,
  form: Form,
  spec: RowSpec<Id>,
  assigned: ReadonlySet<string>,
): TableRows<Id> | undefined {
  const ignored = new Set([...formHeadingKeys(form), ...spec.otherCodes.map(matchKey)]);
  const rowsOf = (table: Table<Id>): RowMatches =>
    matchRows(
      {
        sheet: table.sheet,
        firstRow: table.firstRow,
        code: table.columns.get(spec.code),
        title: table.columns.get(spec.title),
        answers: spec.answers.flatMap((id) => table.columns.get(id) ?? []),
      },
      spec.entries,
      assigned,
      ignored,
    );
  const table = findTable(workbook, form, spec.table, (candidate) => rowsOf(candidate).rows.size > 0);
  return table === undefined ? undefined : { table, matches: rowsOf(table) };
}

/** The rows from the headings to the last recognised one. */
export function regionOf<Id extends string>({ table, matches }: TableRows<Id>): Region {
  const rows = [...matches.rows.values()].flat();
  const bottom = rows.reduce((last, row) => Math.max(last, row), table.firstRow - 1);
  return { sheet: table.sheet, top: table.headerRow, bottom };
}

/** The row to read for that entry, or undefined when it has none. */
export function rowOf<Id extends string>(
  { table, matches }: TableRows<Id>,
  spec: RowSpec<Id>,
  entry: string,
): number | undefined {
  return chooseRow(table, matches.rows.get(entry) ?? [], spec.answers).row;
}
