import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import type { CellRef } from '../../model/workbook.ts';
import { refOf } from '../form/form-sheets.ts';
import type { Table } from './locate-table.ts';
import type { Place } from '../cells/cell-place.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { isFilled } from '../cells/raw-text.ts';
import { tableCell } from './table-cells.ts';

/** One row of a table whose cells are read by column; the findings gather here. */
export interface RowReader<Id extends string> {
  /** The cell of that column, or undefined when the table has no such column. */
  readonly place: (column: Id, thing: string) => Place | undefined;
  /** Reads a cell; without the column the answer is a blank that lies nowhere. */
  readonly read: <T>(column: Id, thing: string, type: (place: Place) => Outcome<Answer<T>>) => Answer<T>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A reader of one row. `facts` go into every finding; `evidence` settles what a cell alone leaves open. */
export function rowReader<Id extends string>(
  file: string,
  table: Table<Id>,
  row: number,
  facts: Readonly<Record<string, string>>,
  evidence?: FileEvidence,
): RowReader<Id> {
  const diagnostics: Diagnostic[] = [];
  const place = (id: Id, thing: string): Place | undefined => {
    const found = tableCell(table, row, id);
    if (found === undefined) return undefined;
    return {
      cell: found.cell,
      ref: refOf(file, table.sheet, found.row, found.column),
      thing,
      facts,
      evidence: evidence?.at(table.sheet, found.column),
    };
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
export function rowRef<Id extends string>(file: string, table: Table<Id>, row: number, ids: readonly Id[]): CellRef {
  const found = ids.map((id) => tableCell(table, row, id)).find((cell) => cell !== undefined);
  return refOf(file, table.sheet, found?.row ?? row, found?.column ?? 0);
}

/** Whether the row itself has an answer in one of these columns; dashes are none, nor is what is merged into it from above. */
export function isRowFilled<Id extends string>(table: Table<Id>, row: number, ids: readonly Id[]): boolean {
  return ids.some((id) => {
    const found = tableCell(table, row, id);
    return found?.row === row && isFilled(found.cell);
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
