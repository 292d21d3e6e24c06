import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Answer } from '../model/located.ts';
import { cellAt, type CellRef } from '../model/workbook.ts';
import { refOf } from './form-sheets.ts';
import type { Table } from './locate-table.ts';
import type { Place } from './cell-place.ts';
import { isFilled } from './raw-text.ts';

/** One row of a table whose cells are read by column; the findings gather here. */
export interface RowReader<Id extends string> {
  /** The cell of that column, or undefined when the table has no such column. */
  readonly place: (column: Id, thing: string) => Place | undefined;
  /** Reads a cell; without the column the answer is a blank that lies nowhere. */
  readonly read: <T>(column: Id, thing: string, type: (place: Place) => Outcome<Answer<T>>) => Answer<T>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A reader of one row. `facts` go into every finding. */
export function rowReader<Id extends string>(
  file: string,
  { sheet, columns }: Table<Id>,
  row: number,
  facts: Readonly<Record<string, string>>,
): RowReader<Id> {
  const diagnostics: Diagnostic[] = [];
  const place = (id: Id, thing: string): Place | undefined => {
    const column = columns.get(id);
    if (column === undefined) return undefined;
    return { cell: cellAt(sheet, row, column), ref: refOf(file, sheet, row, column), thing, facts };
  };
  return {
    diagnostics,
    place,
    read: (id, thing, type) => {
      const found = place(id, thing);
      if (found === undefined) return { kind: 'absent', mark: 'blank', ref: undefined };
      const outcome = type(found);
      diagnostics.push(...outcome.diagnostics);
      return outcome.value;
    },
  };
}

/** The first of these columns that the table has, in that row: where a person looks for the row. */
export function rowRef<Id extends string>(
  file: string,
  { sheet, columns }: Table<Id>,
  row: number,
  ids: readonly Id[],
): CellRef {
  const column = ids.map((id) => columns.get(id)).find((found) => found !== undefined) ?? 0;
  return refOf(file, sheet, row, column);
}

/** Whether the row has an answer in one of these columns; dashes are none. */
export function isRowFilled<Id extends string>(
  { sheet, columns }: Table<Id>,
  row: number,
  ids: readonly Id[],
): boolean {
  return ids.some((id) => {
    const column = columns.get(id);
    return column !== undefined && isFilled(cellAt(sheet, row, column));
  });
}

/** The row that counts when several are about the same thing: the first with an answer; and the others that have one, too. */
export function chooseRow<Id extends string>(
  table: Table<Id>,
  rows: readonly number[],
  ids: readonly Id[],
): { readonly row: number | undefined; readonly others: readonly number[] } {
  const filled = rows.filter((row) => isRowFilled(table, row, ids));
  return { row: filled[0] ?? rows[0], others: filled.slice(1) };
}
