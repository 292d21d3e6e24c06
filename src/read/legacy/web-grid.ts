import type { Cell } from '../../model/workbook.ts';
import { textValue } from '../cell-text.ts';
import { GRID, newDraft, within, type Draft, type Tally } from './draft.ts';
import { decodeEntities } from './entities.ts';
import { damaged } from './give-up.ts';

/** Takes one table of a web page as it comes along. @throws Refusal when it leaves the grid or holds too much */
export interface WebGrid {
  readonly draft: Draft<Cell>;
  /** Whether a cell is open, so that text belongs to it. */
  readonly isInCell: () => boolean;
  readonly beginRow: (isHidden: boolean) => void;
  readonly beginCell: (columns: number, rows: number) => void;
  readonly text: (text: string) => void;
  readonly font: (name: string) => void;
  readonly endCell: () => void;
  readonly endRow: () => void;
}

/** A cell that is open. */
interface Open {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  text: string;
  legacyFont: string | undefined;
}

function cellOf({ text, legacyFont }: Open): Cell | undefined {
  const value = textValue(decodeEntities(text));
  if (value === undefined) return undefined;
  return legacyFont === undefined ? { value, isFormula: false } : { value, isFormula: false, legacyFont };
}

/** A table of that name. */
export function webGrid(name: string, tally: Tally): WebGrid {
  const draft = newDraft<Cell>(name, false);
  /** Column → the first row in which no cell from above reaches into it. */
  let freeFrom = new Uint32Array(64);
  let row = -1;
  let isRowOpen = false;
  let column = 0;
  let open: Open | undefined;

  const reserve = (columns: number): void => {
    if (columns > GRID.columns) damaged();
    if (columns <= freeFrom.length) return;
    const larger = new Uint32Array(columns * 2);
    larger.set(freeFrom);
    freeFrom = larger;
  };
  const endCell = (): void => {
    if (open === undefined) return;
    const cell = cellOf(open);
    if (cell !== undefined) tally.enter(draft, row, open.column, cell);
    open = undefined;
  };
  const beginRow = (isHidden: boolean): void => {
    endCell();
    row++;
    column = 0;
    isRowOpen = true;
    if (isHidden) draft.hiddenRows.add(row);
  };
  return {
    draft,
    isInCell: () => open !== undefined,
    beginRow,
    beginCell: (columns, rows) => {
      endCell();
      if (!isRowOpen) beginRow(false);
      while ((freeFrom[column] ?? 0) > row) column++;
      reserve(column + columns);
      if (columns * rows > 1) {
        tally.merge(draft, { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
        freeFrom.fill(row + rows, column, column + columns);
      }
      open = { column, columns, rows, text: '', legacyFont: undefined };
      column += columns;
    },
    text: (text) => {
      if (open === undefined) return;
      open.text += text;
      within('textLength', open.text.length);
    },
    font: (font) => {
      if (open !== undefined) open.legacyFont ??= font;
    },
    endCell,
    endRow: () => {
      endCell();
      isRowOpen = false;
    },
  };
}
