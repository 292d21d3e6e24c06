import { cellAt } from '../../model/workbook.ts';
import type { Table } from './locate-table.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import type { SheetTable } from './sheet-tables.ts';
import { tableCell } from './table-cells.ts';

/** A heading over several columns that answer differently: which of them is meant, only the unit can say. */
export interface AmbiguousColumn<Id extends string> {
  readonly id: Id;
  readonly headings: readonly { readonly row: number; readonly column: number }[];
  /** The rows whose answers differ, zero-based. */
  readonly rows: readonly number[];
}

/** The columns under that heading beside the one that is read in that row. */
function otherColumns<Id extends string>({ spans, repeated }: Table<Id>, id: Id, read: number): readonly number[] {
  const all = [...(spans.get(id) ?? []), ...repeated.flatMap((one) => (one.id === id ? [one.column] : []))];
  return all.filter((column) => column !== read);
}

function isContradicted<Id extends string>(table: Table<Id>, row: number, id: Id): boolean {
  if (table.options?.id === id) return false;
  const read = tableCell(table, row, id);
  if (read === undefined) return false;
  const own = read.cell !== undefined && isFilled(read.cell) ? rawText(read.cell.value).trim() : '';
  return otherColumns(table, id, read.column).some((column) => {
    const other = cellAt(table.sheet, row, column);
    return other !== undefined && isFilled(other) && rawText(other.value).trim() !== own;
  });
}

/** Of the columns that are counted those that stand there twice and answer differently in a row of these entries. */
export function ambiguousColumns<Id extends string>(
  { table, matches }: SheetTable<Id>,
  figures: readonly Id[],
  entries: ReadonlySet<string>,
): readonly AmbiguousColumn<Id>[] {
  const rows = [...matches.rows]
    .flatMap(([entry, own]) => (entries.has(entry) ? own.slice(0, 1) : []))
    .sort((a, b) => a - b);
  return figures.flatMap((id): readonly AmbiguousColumn<Id>[] => {
    const column = table.columns.get(id);
    if (column === undefined) return [];
    const contradicted = rows.filter((row) => isContradicted(table, row, id));
    const again = [
      ...table.repeated.flatMap((one) => (one.id === id ? [{ row: one.row, column: one.column }] : [])),
      ...(table.spans.get(id) ?? []).slice(1).map((one) => ({ row: table.firstRow - 1, column: one })),
    ];
    const first = { row: table.firstRow - 1, column };
    return contradicted.length === 0 ? [] : [{ id, headings: [first, ...again], rows: contradicted }];
  });
}

/** The table without these columns: nothing is read from them. */
export function withoutColumns<Id extends string>(
  { table, matches }: SheetTable<Id>,
  ambiguous: readonly AmbiguousColumn<Id>[],
): SheetTable<Id> {
  const ids = new Set(ambiguous.map(({ id }) => id));
  const columns = new Map([...table.columns].filter(([id]) => !ids.has(id)));
  return { table: { ...table, columns }, matches };
}
