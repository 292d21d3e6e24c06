import type { Cell } from '../../model/workbook.ts';
import { textValue } from '../cell-text.ts';
import { within } from '../give-up.ts';
import { newDraft, type Draft, type Tally } from './draft.ts';
import { decodeEntities } from './entities.ts';
import { webColumns } from './web-columns.ts';

/** Takes one table of a web page as it comes along. @throws Refusal when it leaves the grid or holds too much */
export interface WebGrid {
  readonly draft: Draft<Cell>;
  /** Whether a cell is open, so that text belongs to it. */
  readonly isInCell: () => boolean;
  /** The lines that stood before its first cell with something in it; undefined when it has none. */
  readonly before: () => readonly string[] | undefined;
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
  text: string;
  legacyFont: string | undefined;
}

/** The cell with that text, entities and all; undefined when it is blank. */
export function webCell(text: string, legacyFont?: string): Cell | undefined {
  const value = textValue(decodeEntities(text));
  if (value === undefined) return undefined;
  return legacyFont === undefined ? { value, isFormula: false } : { value, isFormula: false, legacyFont };
}

/** A table of that name. `takeLines` gives the lines outside of cells that nobody has taken. */
export function webGrid(name: string, tally: Tally, takeLines: () => readonly string[]): WebGrid {
  const draft = newDraft<Cell>(name, false);
  const { firstFree, occupy } = webColumns();
  let row = -1;
  let isRowOpen = false;
  let before: readonly string[] | undefined;
  let column = 0;
  let open: Open | undefined;

  const endCell = (): void => {
    const cell = open === undefined ? undefined : webCell(open.text, open.legacyFont);
    if (open !== undefined && cell !== undefined) {
      before ??= takeLines();
      tally.enter(draft, row, open.column, cell);
    }
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
    before: () => before,
    beginRow,
    beginCell: (columns, rows) => {
      endCell();
      if (!isRowOpen) beginRow(false);
      column = firstFree(column, row);
      if (columns * rows > 1) {
        tally.merge(draft, { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
      }
      occupy(column, columns, row + rows);
      open = { column, text: '', legacyFont: undefined };
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
