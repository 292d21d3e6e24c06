import { cellAt, type Cell, type CellRange } from '../../model/workbook.ts';
import type { Table } from './locate-table.ts';
import { isFilled } from '../cells/raw-text.ts';

/** What stands in a row under a heading, and where; `cell` is undefined when it is blank. */
export interface TableCell {
  readonly cell: Cell | undefined;
  readonly row: number;
  readonly column: number;
}

/** The merged cells below the headings that reach into that cell from elsewhere. */
function mergeOver({ mergesAt }: Table<string>, row: number, column: number): CellRange | undefined {
  return mergesAt(row).find(
    ({ top, left, right }) => column >= left && column <= right && (row > top || column > left),
  );
}

/**
 * The cell of that row under that heading; undefined when the table has no such column. Under a heading that is merged over
 * several columns it is the first that is filled; of merged cells it is the first cell, unless that lies under another heading.
 */
export function tableCell<Id extends string>(table: Table<Id>, row: number, id: Id): TableCell | undefined {
  const first = table.columns.get(id);
  if (first === undefined) return undefined;
  const columns = table.spans.get(id) ?? [first];
  const filled = columns.find((column) => isFilled(cellAt(table.sheet, row, column)));
  const column = filled ?? columns.find((one) => cellAt(table.sheet, row, one) !== undefined) ?? first;
  const own = { cell: cellAt(table.sheet, row, column), row, column };
  const merge = own.cell === undefined ? mergeOver(table, row, column) : undefined;
  if (merge === undefined) return own;
  const isOther = !columns.includes(merge.left) && [...table.columns.values()].includes(merge.left);
  return isOther ? own : { cell: cellAt(table.sheet, merge.top, merge.left), row: merge.top, column: merge.left };
}
