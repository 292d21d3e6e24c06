import type { Cell } from '../../model/workbook.ts';
import { GRID, newDraft, type Draft, type Tally } from './draft.ts';
import { damaged } from '../give-up.ts';
import { cellOf, repeatsOf, type OpenCell } from './od-cell.ts';
import type { OpenDocumentStyles } from './od-styles.ts';
import type { NamedAttributes } from './xml-names.ts';

/** Takes one sheet (`table:table`) as it comes along. @throws Refusal when it leaves the grid or holds too much */
export interface OpenSheet {
  readonly draft: Draft<Cell>;
  readonly column: (attributes: NamedAttributes) => void;
  readonly beginRow: (attributes: NamedAttributes) => void;
  readonly endRow: () => void;
  /** The end of a cell, also of one that lies under a merge. */
  readonly endCell: (cell: OpenCell, isCovered: boolean) => void;
}

/** A cell of the present row that is not blank, or spans others. */
interface Placed {
  readonly cell: Cell | undefined;
  readonly column: number;
  readonly repeats: number;
  readonly width: number;
  readonly height: number;
}

/** The style of cells that have none of their own, by column. */
interface ColumnStyles {
  readonly add: (columns: number, style: string | undefined) => void;
  readonly of: (column: number) => string | undefined;
}

function columnStyles(): ColumnStyles {
  // One entry for each column: a sheet may list every one by itself, and then each of its cells asks.
  const byColumn: (string | undefined)[] = [];
  return {
    add: (columns, style) => {
      if (byColumn.length + columns > GRID.columns) damaged();
      for (let index = 0; index < columns; index++) byColumn.push(style);
    },
    of: (column) => byColumn[column],
  };
}

function isHidden(attributes: NamedAttributes): boolean {
  return (attributes.get('table:visibility') ?? 'visible') !== 'visible';
}

/** A sheet of that name. */
export function openSheet(name: string, isHiddenSheet: boolean, styles: OpenDocumentStyles, tally: Tally): OpenSheet {
  const draft = newDraft<Cell>(name, isHiddenSheet);
  const defaults = columnStyles();
  let columns = 0;
  let row = 0;
  let rowRepeats = 1;
  let isRowHidden = false;
  let column = 0;
  let placed: Placed[] = [];

  const enter = ({ cell, column: first, repeats, width, height }: Placed, at: number): void => {
    if (width * height > 1) {
      tally.merge(draft, { top: at, left: first, bottom: at + height - 1, right: first + width - 1 });
    }
    if (cell === undefined) return;
    if (isRowHidden) draft.hiddenRows.add(at);
    for (let index = 0; index < repeats; index++) tally.enter(draft, at, first + index, cell);
  };
  return {
    draft,
    column: (attributes) => {
      const repeats = repeatsOf(attributes, 'table:number-columns-repeated');
      defaults.add(repeats, attributes.get('table:default-cell-style-name'));
      if (isHidden(attributes)) draft.hiddenColumns.hide(columns, columns + repeats - 1);
      columns += repeats;
    },
    beginRow: (attributes) => {
      rowRepeats = repeatsOf(attributes, 'table:number-rows-repeated');
      isRowHidden = isHidden(attributes);
      column = 0;
      placed = [];
    },
    endRow: () => {
      if (row + rowRepeats > GRID.rows) damaged();
      // Rows without anything in them are repeated to the end of the grid; of their merges nobody would see anything.
      const isBlank = placed.every(({ cell }) => cell === undefined);
      for (let index = 0; index < (isBlank ? 1 : rowRepeats); index++) {
        for (const cell of placed) enter(cell, row + index);
      }
      row += rowRepeats;
    },
    endCell: (cell, isCovered) => {
      const { attributes } = cell;
      const repeats = repeatsOf(attributes, 'table:number-columns-repeated');
      if (column + repeats > GRID.columns) damaged();
      const font = styles.fontOf(attributes.get('table:style-name') ?? defaults.of(column));
      // What lies under a merge nobody sees.
      const found = isCovered ? undefined : cellOf(cell, font);
      const width = repeatsOf(attributes, 'table:number-columns-spanned');
      const height = repeatsOf(attributes, 'table:number-rows-spanned');
      if (found !== undefined || width * height > 1) placed.push({ cell: found, column, repeats, width, height });
      column += repeats;
    },
  };
}
