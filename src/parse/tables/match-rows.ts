import type { Table } from './locate-table.ts';
import { isFootRow } from './other-rows.ts';
import { recogniser, type ContradictoryRow, type Recognised, type RowSearch } from './recognise-row.ts';
import { isRowFilled } from './rows.ts';
import { strangeRow, type StrangeRow } from './strange-row.ts';
import { totalRows } from './total-rows.ts';

/** The rows of every entry that was found, in the order of the sheet, and those that are no entry's. */
export interface RowMatches {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** The rows that their code told, not only their title. */
  readonly byCode: ReadonlySet<number>;
  readonly contradictory: readonly ContradictoryRow[];
  readonly strange: readonly StrangeRow[];
  /** Whether it made a difference which entries are preferred, or could have. */
  readonly isByPreference: boolean;
}

/** So many rows after one another that are about nothing known do not belong to the table any more. */
const STRANGE_IN_A_ROW = 2_000;

/** The rows below the headings, as far as they may belong to the table, with what they are about. */
function recognisedRows<Id extends string>(
  table: Table<Id>,
  search: RowSearch<Id>,
): readonly (Recognised & { readonly row: number })[] {
  const recognise = recogniser(table, search);
  const rows: (Recognised & { readonly row: number })[] = [];
  let strangers = 0;
  for (const row of table.sheet.rows.keys()) {
    if (row < table.firstRow || row >= table.area.end) continue;
    const recognised = recognise(row);
    rows.push({ row, ...recognised });
    strangers = recognised.id === undefined ? strangers + 1 : 0;
    if (strangers > STRANGE_IN_A_ROW) break;
  }
  return rows;
}

/**
 * Finds the rows of the entries by code, then by title; a title that several entries share counts only where it is clear
 * among the preferred ones. Of several rows about one entry those with an answer are kept, or the first.
 */
export function matchRows<Id extends string>(table: Table<Id>, search: RowSearch<Id>): RowMatches {
  const found = recognisedRows(table, search);
  const last = found.findLast(({ id }) => id !== undefined)?.row ?? -1;
  const rows = new Map<string, number[]>();
  for (const { row, id } of found) {
    if (id === undefined) continue;
    const own = rows.get(id);
    if (own === undefined) rows.set(id, [row]);
    else own.push(row);
  }
  const isFilledRow = (row: number): boolean => isRowFilled(table, row, search.answers);
  const kept = new Map(
    [...rows].map(([id, own]): [string, readonly number[]] => {
      const filled = own.filter(isFilledRow);
      return [id, filled.length > 0 ? filled : own.slice(0, 1)];
    }),
  );
  const totals = totalRows(table, search, found, kept);
  const foot = found.find(({ row }) => row > last && isFootRow(table.sheet, row, table.area.left, table.area.right));
  const strangers = found.filter(({ row, id, contradiction }) => {
    return id === undefined && contradiction === undefined && row < (foot?.row ?? Infinity);
  });
  return {
    rows: new Map([...kept, ...[...totals].map(([id, row]): [string, readonly number[]] => [id, [row]])]),
    byCode: new Set(found.flatMap(({ row, matchedBy }) => (matchedBy === 'code' ? [row] : []))),
    contradictory: found.flatMap(({ row, contradiction }) =>
      contradiction === undefined || !isFilledRow(row) ? [] : [contradiction],
    ),
    isByPreference: found.some(({ isShared }) => isShared),
    strange: strangers.flatMap(({ row }) => strangeRow(table, row, search, row < last) ?? []),
  };
}
