import type { Cell, Sheet } from '../../model/workbook.ts';
import { matchKey } from '../../vi/text.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import type { Entry } from './row-identity.ts';
import type { SheetTable } from './sheet-tables.ts';
import { tableCell, type TableCell } from './table-cells.ts';

/** Two tables that say different things of the same entry. */
export interface Conflict<Id extends string> {
  readonly entry: string;
  readonly column: Id;
  /** The cell that would be read, in a table of the first list. */
  readonly read: PlacedIn<Id>;
  /** Undefined when only one of two tables that differ elsewhere answers the entry: it may be another month's, or another unit's. */
  readonly other: PlacedIn<Id> | undefined;
}

/** A cell of a table. */
export interface PlacedIn<Id extends string> extends TableCell {
  readonly of: SheetTable<Id>;
}

/** The tables of one kind as they are read: each entry from one of them only. */
export interface Settled<Id extends string> {
  readonly used: readonly SheetTable<Id>[];
  /** Between visible tables: which is meant, only the unit can say. */
  readonly conflicts: readonly Conflict<Id>[];
  /** With hidden copies of a visible table: what is visible counts. */
  readonly hidden: readonly Conflict<Id>[];
}

/** What is compared: the answers to all entries but those that the form computes. */
interface Answers<Id extends string> {
  readonly answers: readonly Id[];
  readonly figures: readonly Id[];
  readonly entries: readonly Entry[];
}

const GROUPED = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/u;

function sameKey({ value }: Cell): string {
  const key = matchKey(rawText(value));
  return GROUPED.test(key.replace(/ ([.,]) /gu, '$1')) ? key.replace(/\D/gu, '') : key;
}

/** Whether something is written there that can be seen. */
function isSeen(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && isFilled(cell) && rawText(cell.value).trim() !== '';
}

function differs(a: Cell | undefined, b: Cell | undefined, isFigure: boolean): boolean {
  if (!isSeen(a) || !isSeen(b)) return isFigure && isSeen(a) !== isSeen(b);
  return sameKey(a) !== sameKey(b);
}

function firstRow<Id extends string>({ matches }: SheetTable<Id>, entry: string): number | undefined {
  return matches.rows.get(entry)?.[0];
}

function isAnswered<Id extends string>(one: SheetTable<Id>, entry: string, { answers }: Answers<Id>): boolean {
  const row = firstRow(one, entry);
  return row !== undefined && answers.some((id) => isSeen(tableCell(one.table, row, id)?.cell));
}

/** What the tables say differently of that entry. */
function compare<Id extends string>(
  entry: string,
  read: SheetTable<Id>,
  other: SheetTable<Id>,
  { answers, figures }: Answers<Id>,
): readonly Conflict<Id>[] {
  const [row, otherRow] = [firstRow(read, entry), firstRow(other, entry)];
  if (row === undefined || otherRow === undefined) return [];
  return answers.flatMap((column): readonly Conflict<Id>[] => {
    const [a, b] = [tableCell(read.table, row, column), tableCell(other.table, otherRow, column)];
    if (a === undefined || b === undefined || !differs(a.cell, b.cell, figures.includes(column))) return [];
    return [{ entry, column, read: { ...a, of: read }, other: { ...b, of: other } }];
  });
}

function without<Id extends string>(one: SheetTable<Id>, entries: ReadonlySet<string>): SheetTable<Id> {
  const rows = new Map([...one.matches.rows].filter(([entry]) => !entries.has(entry)));
  return { table: one.table, matches: { ...one.matches, rows } };
}

/** The tables that contradict that one in something that is counted. */
function rivalsOf<Id extends string>(
  { table }: SheetTable<Id>,
  conflicts: readonly Conflict<Id>[],
  figures: readonly Id[],
): ReadonlySet<SheetTable<Id>['table']> {
  const rivals = conflicts.flatMap(({ column, read, other }) => {
    if (other === undefined || !figures.includes(column)) return [];
    if (read.of.table === table) return [other.of.table];
    return other.of.table === table ? [read.of.table] : [];
  });
  return new Set(rivals);
}

/**
 * What only one of two tables says that contradict each other: which of them is the unit's and the month's, nobody knows, so
 * that not only the differences are in doubt. The table on the sheet that is named as in the form is believed before one elsewhere.
 */
function loneAnswers<Id extends string>(
  used: readonly SheetTable<Id>[],
  conflicts: readonly Conflict<Id>[],
  tables: readonly SheetTable<Id>[],
  columns: Answers<Id> & { readonly named: Sheet | undefined },
): readonly Conflict<Id>[] {
  const { figures, entries, named } = columns;
  const computed = new Set(entries.flatMap(({ id, isComputed }) => (isComputed === true ? [id] : [])));
  return used.flatMap((one) => {
    const rivals = rivalsOf(one, conflicts, figures);
    const isNamed = one.table.sheet === named;
    const others = tables.filter(({ table }) => rivals.has(table) && !(isNamed && table.sheet !== named));
    if (others.length === 0) return [];
    return [...one.matches.rows].flatMap(([entry, [row]]) => {
      if (row === undefined || computed.has(entry) || conflicts.some((known) => known.entry === entry)) return [];
      if (others.some((other) => isAnswered(other, entry, columns))) return [];
      return figures.flatMap((column): readonly Conflict<Id>[] => {
        const cell = tableCell(one.table, row, column);
        return cell === undefined || !isSeen(cell.cell)
          ? []
          : [{ entry, column, read: { ...cell, of: one }, other: undefined }];
      });
    });
  });
}

/**
 * Settles from which of the tables each entry is read; the tables come in the order in which they are believed, hidden ones
 * last. Tables that answer different entries belong together. A table that answers an entry once more is a copy: where the
 * two differ is a conflict, and of a hidden copy nothing is read. `named`: the sheet that is called as in the form.
 */
export function settleTables<Id extends string>(
  tables: readonly SheetTable<Id>[],
  columns: Answers<Id>,
  named?: Sheet,
): Settled<Id> {
  let used: readonly SheetTable<Id>[] = [];
  const conflicts: Conflict<Id>[] = [];
  const hidden: Conflict<Id>[] = [];
  const computed = new Set(columns.entries.flatMap(({ id, isComputed }) => (isComputed === true ? [id] : [])));
  for (const table of tables) {
    const entries = [...table.matches.rows.keys()];
    const compared = entries.filter((entry) => !computed.has(entry));
    const answered = entries.filter((entry) => isAnswered(table, entry, columns));
    const isCopyOf = (one: SheetTable<Id>): boolean =>
      compared.some((entry) => isAnswered(table, entry, columns) && isAnswered(one, entry, columns));
    const originals = used.filter(isCopyOf);
    const isHiddenCopy = table.table.sheet.isHidden && originals.some((one) => !one.table.sheet.isHidden);
    for (const [entry, original] of originals.flatMap((one) => compared.map((entry) => [entry, one] as const))) {
      const isRead = isHiddenCopy || isAnswered(original, entry, columns);
      const [read, other] = isRead ? [original, table] : [table, original];
      (isHiddenCopy ? hidden : conflicts).push(...compare(entry, read, other, columns));
    }
    if (isHiddenCopy) continue;
    const taken = new Set(entries.filter((entry) => used.some((one) => isAnswered(one, entry, columns))));
    const known = new Set(used.flatMap((one) => [...one.matches.rows.keys()]));
    const own = new Set(
      entries.filter((entry) => !taken.has(entry) && (!known.has(entry) || answered.includes(entry))),
    );
    if (own.size === 0 && used.length > 0) continue;
    const rest = new Set(entries.filter((entry) => !own.has(entry)));
    used = [...used.map((one) => without(one, own)), without(table, rest)];
  }
  return { used, conflicts: [...conflicts, ...loneAnswers(used, conflicts, tables, { ...columns, named })], hidden };
}
