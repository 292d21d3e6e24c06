import type { Form, FormColumn, FormSheetId } from '../../model/directive.ts';
import type { Sheet } from '../../model/workbook.ts';
import { rememberedLately } from '../../vi/remembered.ts';
import { matchKey } from '../../vi/text.ts';
import { headingKeys, headingMatcher, type ColumnSpec } from './heading-match.ts';
import { possibleHeaders } from './header-rows.ts';
import { FEWEST_HEADINGS, locateTables, type Table } from './locate-table.ts';
import { withOptions } from './option-columns.ts';
import type { RowSearch } from './recognise-row.ts';
import type { ParseProblemId } from '../problems.ts';
import { identifierOf, type Entry } from './row-identity.ts';

/** A table of the form: its sheet, its columns, and what it cannot do without. */
export interface TableSpec<Id extends string> {
  readonly sheetId: FormSheetId;
  readonly columns: readonly FormColumn<Id>[];
  /** One of these must be there to know what a row is about. */
  readonly identity: readonly Id[];
  /** The column that the table is there for. */
  readonly main: Id;
  /** Columns whose absence loses what the unit wrote. */
  readonly optional: readonly Id[];
}

/** What makes the rows of one of the form's tables: what they can be about, and how that is called in a message. */
export interface RowSpec<Id extends string> {
  readonly table: TableSpec<Id>;
  /** The columns with answers, the main one first. */
  readonly answers: readonly Id[];
  /** Those of them that are counted: what is meant must be beyond doubt. */
  readonly figures: readonly Id[];
  readonly code: Id;
  readonly title: Id;
  readonly entries: readonly Entry[];
  /** Codes of the form's other table. */
  readonly otherCodes: readonly string[];
  /** The answers of the main column, each of which may have a column of its own instead, to be ticked. */
  readonly options?: readonly ColumnSpec<string>[];
  /** `nhiệm vụ`, `chỉ tiêu` */
  readonly noun: string;
  /** The key under which findings carry the entry. */
  readonly fact: 'indicator' | 'task';
  readonly unknown: ParseProblemId;
  readonly notAssigned: ParseProblemId;
}

/** No row's title is longer, whatever is written around it; in characters. */
const LONGEST_TITLE = 2_000;

/** How to find a table of that kind and its rows. */
export interface Search<Id extends string> {
  readonly spec: RowSpec<Id>;
  /** The tables on a sheet with at least two of its headings, columns to be ticked understood as such. */
  readonly tablesOn: (sheet: Sheet) => readonly Table<Id>[];
  /** The same for a single heading. */
  readonly singlesOn: (sheet: Sheet) => readonly Table<Id>[];
  readonly rows: RowSearch<Id>;
}

/** The same search in which entries are preferred, which decides between those with the same title. */
export function preferring<Id extends string>(search: Search<Id>, preferred: ReadonlySet<string>): Search<Id> {
  return { ...search, rows: { ...search.rows, preferred } };
}

/** The search for a table of the form; every entry is as good as any. */
export function searchOf<Id extends string>(spec: RowSpec<Id>, { taskColumns, indicatorColumns }: Form): Search<Id> {
  const { columns, identity, main } = spec.table;
  const identifier = identifierOf(spec.entries);
  const codes = new Set([...spec.entries.map(({ code }) => code), ...spec.otherCodes].map(matchKey));
  const ignored = new Set([
    ...headingKeys(taskColumns),
    ...headingKeys(indicatorColumns),
    ...spec.otherCodes.map(matchKey),
  ]);
  const { code, title, answers, entries, options = [] } = spec;
  const optionOf = headingMatcher(options);
  const isOther = headingMatcher(columns.filter(({ id }) => id !== main));
  const optionWords = options
    .flatMap(({ heading, aliases }) => [heading, ...aliases])
    .filter((word) => isOther(word) === undefined);
  const match = headingMatcher(
    columns.map((column) =>
      column.id === main ? { ...column, aliases: [...column.aliases, ...optionWords] } : column,
    ),
  );
  const isBody = (text: string): boolean =>
    text.length <= LONGEST_TITLE && (codes.has(matchKey(text)) || identifier.ofTitle(text).size > 0);
  const possible = rememberedLately((sheet: Sheet) => possibleHeaders(sheet, match, isBody));
  const preferred = new Set(entries.map(({ id }) => id));
  const locate = (fewest: number): ((sheet: Sheet) => readonly Table<Id>[]) =>
    rememberedLately((sheet: Sheet) =>
      locateTables(sheet, identity, possible(sheet), fewest).map((found) => withOptions(found, main, optionOf)),
    );
  return {
    spec,
    tablesOn: locate(FEWEST_HEADINGS),
    singlesOn: locate(1),
    rows: { code, title, answers, entries, identifier, preferred, ignored },
  };
}
