import type { Cell, Sheet } from '../../model/workbook.ts';
import { finished, GRID, newDraft, type Draft, type Tally } from './draft.ts';
import { damaged, within } from '../give-up.ts';
import { xml2003Cell } from './xml-2003-cell.ts';
import type { Xml2003Styles } from './xml-2003-styles.ts';
import type { NamedAttributes } from './xml-names.ts';

/** Takes one sheet as it comes along. @throws Refusal when it leaves the grid or holds too much */
export interface Xml2003Sheet {
  readonly draft: Draft<Cell>;
  readonly column: (attributes: NamedAttributes) => void;
  readonly beginRow: (attributes: NamedAttributes) => void;
  readonly endRow: () => void;
  readonly beginCell: (attributes: NamedAttributes) => void;
  readonly beginData: (type: string) => void;
  readonly text: (text: string) => void;
  readonly endCell: () => void;
  /** The sheet as a whole; that it is hidden stands behind its cells. */
  readonly end: (isHidden: boolean) => Sheet;
}

/** A count written into an attribute, 0 when there is none. @throws Refusal when it is no count */
function countOf(attributes: NamedAttributes, name: string): number {
  const written = attributes.get(name) ?? '0';
  return /^\d{1,7}$/u.test(written) ? Number(written) : damaged();
}

/** Where the next row, column or cell stands: where its number says, which never goes back, or behind the last one. */
function placeOf(attributes: NamedAttributes, next: number): number {
  const number = countOf(attributes, 'Index');
  if (attributes.has('Index') && number - 1 < next) damaged();
  return Math.max(next, number - 1);
}

/** A sheet of that name; `shift`: days to add to serials to make them 1900-based. */
export function xml2003Sheet(name: string, styles: Xml2003Styles, shift: number, tally: Tally): Xml2003Sheet {
  const draft = newDraft<Cell>(name, false);
  const columnStyles = new Map<number, string>();
  let nextColumn = 0;
  let row = -1;
  let nextRow = 0;
  let rowAttributes: NamedAttributes = new Map();
  let cell: NamedAttributes = new Map();
  let column = 0;
  let nextCell = 0;
  let type: string | undefined;
  let text = '';

  const styleOf = (): string | undefined =>
    cell.get('StyleID') ?? rowAttributes.get('StyleID') ?? columnStyles.get(column);
  const spanned = (): void => {
    const [across, down] = [countOf(cell, 'MergeAcross'), countOf(cell, 'MergeDown')];
    if (across + down > 0) tally.merge(draft, { top: row, left: column, bottom: row + down, right: column + across });
    nextCell = column + across + 1;
  };
  return {
    draft,
    column: (attributes) => {
      const first = placeOf(attributes, nextColumn);
      nextColumn = first + countOf(attributes, 'Span') + 1;
      if (nextColumn > GRID.columns) damaged();
      if (attributes.get('Hidden') === '1') draft.hiddenColumns.hide(first, nextColumn - 1);
      const style = attributes.get('StyleID');
      for (let at = first; style !== undefined && at < nextColumn; at++) columnStyles.set(at, style);
    },
    beginRow: (attributes) => {
      row = placeOf(attributes, nextRow);
      rowAttributes = attributes;
      nextRow = row + countOf(attributes, 'Span') + 1;
      nextCell = 0;
    },
    endRow: () => {
      if (rowAttributes.get('Hidden') === '1') draft.hiddenRows.add(row);
    },
    beginCell: (attributes) => {
      cell = attributes;
      column = placeOf(attributes, nextCell);
      type = undefined;
      text = '';
    },
    beginData: (written) => (type = written),
    text: (piece) => {
      text += piece;
      within('textLength', text.length);
    },
    endCell: () => {
      const found = xml2003Cell({ isFormula: cell.has('Formula'), type, text }, styles.of(styleOf()), shift);
      if (found !== undefined) tally.enter(draft, row, column, found);
      spanned();
    },
    end: (isHidden) => finished({ ...draft, isHidden }),
  };
}
