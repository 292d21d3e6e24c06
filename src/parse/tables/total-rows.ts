import { cellAt } from '../../model/workbook.ts';
import type { Table } from './locate-table.ts';
import { isTotalLabel } from './other-rows.ts';
import type { Entry } from './row-identity.ts';

interface FoundRow {
  readonly row: number;
  readonly id: string | undefined;
}

interface Names<Id extends string> {
  readonly code: Id;
  readonly title: Id;
}

/** The name of a total stands under the headings for code or title, or under none. */
function isTotalRow<Id extends string>(
  { sheet, area, columns }: Table<Id>,
  row: number,
  { code, title }: Names<Id>,
): boolean {
  const answers = new Set([...columns].flatMap(([id, column]) => (id === code || id === title ? [] : [column])));
  return [...(sheet.rows.get(row) ?? [])].some(
    ([column, { value }]) =>
      value.kind === 'text' &&
      !answers.has(column) &&
      column >= area.left &&
      column <= area.right &&
      isTotalLabel(value.text),
  );
}

/**
 * A row “Cộng” right below exactly the rows that an entry adds up is that entry's, if it has none of its own. Any other
 * total is none of what the directive asks for: different things are not added, so there is nothing to compare it with.
 */
export function totalRows<Id extends string>(
  table: Table<Id>,
  search: Names<Id> & { readonly entries: readonly Entry[]; readonly answers: readonly Id[] },
  found: readonly FoundRow[],
  rows: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, number> {
  const { entries, answers } = search;
  const sums = entries.filter(({ id, addends = [] }) => addends.length > 0 && !rows.has(id));
  const totals = new Map<string, number>();
  if (sums.length === 0 || rows.size === 0) return totals;
  let above: string[] = [];
  for (const { row, id } of found) {
    if (id !== undefined) above.push(id);
    else if (isTotalRow(table, row, search)) {
      const sum = sums.find(({ addends = [] }) => {
        const lowest = new Set(above.slice(-addends.length));
        return lowest.size === addends.length && addends.every((one) => lowest.has(one));
      });
      const main = answers.map((answer) => table.columns.get(answer)).find((column) => column !== undefined);
      const isAnswered = main !== undefined && cellAt(table.sheet, row, main) !== undefined;
      if (sum !== undefined && isAnswered && !totals.has(sum.id)) totals.set(sum.id, row);
      above = [];
    }
  }
  return totals;
}
