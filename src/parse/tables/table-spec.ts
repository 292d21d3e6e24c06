import type { Form, FormColumn, FormSheetId } from '../../model/directive.ts';
import { matchKey } from '../../vi/text.ts';
import { headingKeys } from './heading-match.ts';
import type { TableSearch } from './locate-table.ts';
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
  /** `nhiệm vụ`, `chỉ tiêu` */
  readonly noun: string;
  /** The key under which findings carry the entry. */
  readonly fact: 'indicator' | 'task';
  readonly unknown: ParseProblemId;
  readonly notAssigned: ParseProblemId;
}

/** How to find a table of that kind and its rows. */
export interface Search<Id extends string> {
  readonly spec: RowSpec<Id>;
  readonly table: TableSearch<Id>;
  readonly rows: RowSearch<Id>;
}

/** The search for a table of the form; `preferred` decides between entries with the same title. */
export function searchOf<Id extends string>(
  spec: RowSpec<Id>,
  { taskColumns, indicatorColumns }: Form,
  preferred: ReadonlySet<string>,
): Search<Id> {
  const { columns, identity } = spec.table;
  const identifier = identifierOf(spec.entries);
  const codes = new Set([...spec.entries.map(({ code }) => code), ...spec.otherCodes].map(matchKey));
  const ignored = new Set([
    ...headingKeys(taskColumns),
    ...headingKeys(indicatorColumns),
    ...spec.otherCodes.map(matchKey),
  ]);
  const { code, title, answers, entries } = spec;
  return {
    spec,
    table: { columns, identity, isBody: (text) => codes.has(matchKey(text)) || identifier.ofTitle(text).size > 0 },
    rows: { code, title, answers, entries, identifier, preferred, ignored },
  };
}
