import type { Cell, CellRange, Sheet } from '../../model/workbook.ts';
import { sheetName } from '../cell-text.ts';
import type { LimitId } from '../limits.ts';
import { dropCovered } from '../merges.ts';
import { damaged, within } from '../give-up.ts';
import { hiddenColumns, type HiddenColumns } from './hidden-columns.ts';

/** A sheet while it is read, with something for each of its cells. */
export interface Draft<T> {
  readonly name: string;
  readonly isHidden: boolean;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: HiddenColumns;
  readonly merges: CellRange[];
  /** Zero-based row → zero-based column; in no order. */
  readonly cells: Map<number, Map<number, T>>;
}

/** The grid of the largest spreadsheet programs. */
export const GRID = { rows: 1_048_576, columns: 16_384 } as const;

/** A sheet without anything in it yet. */
export function newDraft<T>(name: string, isHidden: boolean): Draft<T> {
  return { name, isHidden, hiddenRows: new Set(), hiddenColumns: hiddenColumns(), merges: [], cells: new Map() };
}

function ascending<T>(entries: Iterable<readonly [number, T]>): ReadonlyMap<number, T> {
  return new Map([...entries].sort(([one], [other]) => one - other));
}

/** The sheet as everybody else knows it. */
export function finished({ name, isHidden, hiddenRows, hiddenColumns: hidden, merges, cells }: Draft<Cell>): Sheet {
  const filled = [...cells].filter(([, row]) => row.size > 0);
  const rows = ascending(filled.map(([row, found]) => [row, ascending(found)] as const));
  const used = new Set(filled.flatMap(([, row]) => [...row.keys()]));
  return {
    name: sheetName(name),
    isHidden,
    hiddenRows: new Set([...rows.keys()].filter((row) => hiddenRows.has(row))),
    hiddenColumns: new Set([...used].filter((column) => hidden.has(column)).sort((a, b) => a - b)),
    rows: dropCovered(rows, merges),
    merges,
  };
}

/** Counts what a workbook holds, over all its sheets, and gives up when there is too much of it. */
export interface Tally {
  /** @throws Refusal when the limit is passed */
  readonly count: (id: LimitId, by?: number) => void;
  /** Enters a cell. @throws Refusal when a limit is passed, or the cell lies outside the grid */
  readonly enter: <T>(draft: Draft<T>, row: number, column: number, cell: T) => void;
  /** Enters a merged range; what reaches out of the grid is cut off. @throws Refusal when the limit is passed */
  readonly merge: <T>(draft: Draft<T>, range: CellRange) => void;
}

/** A new count for one workbook. */
export function newTally(): Tally {
  const found = new Map<LimitId, number>();
  const count = (id: LimitId, by = 1): void => {
    const total = (found.get(id) ?? 0) + by;
    found.set(id, total);
    within(id, total);
  };
  return {
    count,
    enter: <T>({ cells }: Draft<T>, row: number, column: number, cell: T) => {
      if (row >= GRID.rows || column >= GRID.columns) damaged();
      const entered = cells.get(row) ?? new Map<number, T>();
      if (entered.size === 0) {
        count('rows');
        cells.set(row, entered);
      }
      if (!entered.has(column)) count('cells');
      entered.set(column, cell);
    },
    merge: ({ merges }, { top, left, bottom, right }) => {
      count('merges');
      merges.push({ top, left, bottom: Math.min(bottom, GRID.rows - 1), right: Math.min(right, GRID.columns - 1) });
    },
  };
}
