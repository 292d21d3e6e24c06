import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { cellAt, type CellRef } from '../../model/workbook.ts';
import type { Choice } from '../cell-types/choice.ts';
import { refOf } from '../form/form-sheets.ts';
import type { Table } from './locate-table.ts';
import type { Place } from '../cells/cell-place.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { isFilled } from '../cells/raw-text.ts';
import { tableCell, type TableCell } from './table-cells.ts';

/** One of several cells side by side, each for one answer. */
export interface Option<T extends string> {
  readonly choice: Choice<T>;
  readonly place: Place;
}

/** One row of a table whose cells are read by column; the findings gather here. */
export interface RowReader<Id extends string> {
  /** The cell of that column, or undefined when the table has no such column. */
  readonly place: (column: Id, thing: string) => Place | undefined;
  /** Reads a cell; without the column the answer is a blank that lies nowhere. */
  readonly read: <T>(column: Id, thing: string, type: (place: Place) => Outcome<Answer<T>>) => Answer<T>;
  /**
   * Reads an answer that is given by a tick in one of several columns; undefined when the table has no such columns. `at` is the
   * first of the cells.
   */
  readonly readOptions: <T extends string>(
    column: Id,
    thing: string,
    choices: readonly Choice<T>[],
    type: (options: readonly Option<T>[], at: CellRef) => Outcome<Answer<T>>,
  ) => Answer<T> | undefined;
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
  const placeOf = (found: TableCell, thing: string): Place => ({
    cell: found.cell,
    ref: refOf(file, table.sheet, found.row, found.column),
    thing,
    facts,
    evidence: evidence?.at(table.sheet, found.column),
  });
  const place = (id: Id, thing: string): Place | undefined => {
    const found = tableCell(table, row, id);
    return found === undefined ? undefined : placeOf(found, thing);
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
    readOptions: (id, thing, choices, type) => {
      if (table.options?.id !== id) return undefined;
      const options = [...table.options.columns].flatMap(([column, option]) => {
        const choice = choices.find((candidate) => candidate.id === option);
        const cell = cellAt(table.sheet, row, column);
        return choice === undefined ? [] : [{ choice, place: placeOf({ cell, row, column }, thing) }];
      });
      const [first] = options;
      if (first === undefined) return undefined;
      const outcome = type(options, first.place.ref);
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
