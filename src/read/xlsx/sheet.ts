import type { Cell, Sheet } from '../../model/workbook.ts';
import { readXml, type XmlReader } from '../../opc/xml.ts';
import { dropCovered } from '../merges.ts';
import { cellOf, type BookContext } from './cell-value.ts';
import { SPREADSHEET } from './names.ts';
import { damaged } from '../give-up.ts';
import { richTextReader, type RichTextReader } from './rich-text.ts';
import {
  beginCell,
  beginRow,
  keepCell,
  noteColumns,
  noteMerge,
  sheetState,
  type SheetState,
  type Tally,
} from './sheet-state.ts';

type Rows = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

function ascending<T>(map: ReadonlyMap<number, T>): ReadonlyMap<number, T> {
  return new Map([...map].sort(([one], [other]) => one - other));
}

/** Columns that are hidden and hold cells; a form may hide all columns to its right. */
function hiddenColumnsOf(rows: Rows, hidden: Uint8Array | undefined): ReadonlySet<number> {
  const columns = new Set<number>();
  if (hidden === undefined) return columns;
  for (const cells of rows.values()) {
    for (const column of cells.keys()) if (hidden[column] === 1) columns.add(column);
  }
  return columns;
}

function contentsOf(state: SheetState): Omit<Sheet, 'isHidden' | 'name'> {
  const { rows, merges, hiddenRows, hiddenColumns, isSorted } = state;
  const sorted: Rows = isSorted ? rows : ascending(new Map([...rows].map(([row, cells]) => [row, ascending(cells)])));
  const visible = dropCovered(sorted, merges);
  return { rows: visible, merges, hiddenRows, hiddenColumns: hiddenColumnsOf(visible, hiddenColumns) };
}

/** What stands within a cell: a formula, whose text nobody needs, its value, a text of its own. */
function openInCell(state: SheetState, name: string): boolean {
  if (name === 'f') state.isFormula = true;
  if (name !== 'v' && name !== 'is') return false;
  // A second value would be glued to the first.
  if (state.hasValue) damaged();
  state.hasValue = true;
  return true;
}

/** Sheet data stand once in a worksheet, and they end: a sheet without them was cut off, and must not pass for an empty one. */
interface Completeness {
  hasData: boolean;
  hasEnd: boolean;
}

function opener(state: SheetState, book: BookContext, tally: Tally, rich: RichTextReader, whole: Completeness) {
  const inWorksheet = (name: string): boolean => {
    if (name !== 'sheetData') return name === 'cols' || name === 'mergeCells';
    if (whole.hasData) damaged();
    return (whole.hasData = true);
  };
  const open: XmlReader['open'] = (name, attributes, parent) => {
    switch (parent) {
      case 'c':
        return openInCell(state, name);
      case 'v':
        return damaged(); // whatever stands behind the element would not reach the value
      case 'row':
        if (name === 'c') beginCell(state, attributes, book.styles);
        return name === 'c';
      case 'sheetData':
        if (name === 'row') beginRow(state, attributes);
        return name === 'row';
      case 'worksheet':
        return inWorksheet(name);
      case 'cols':
        if (name === 'col') noteColumns(state, attributes);
        return false;
      case 'mergeCells':
        if (name === 'mergeCell') noteMerge(state, attributes, tally);
        return false;
    }
    return rich.open(name, attributes, parent);
  };
  return open;
}

/**
 * What a worksheet part holds: the cells with something in them; of rows and columns that are hidden, those that hold cells.
 * `tally` counts on from sheet to sheet.
 *
 * @throws {Refusal} when the part is damaged or cut off, or a limit is passed.
 */
export function readSheet(part: Uint8Array, book: BookContext, tally: Tally): Omit<Sheet, 'isHidden' | 'name'> {
  const state = sheetState(book.styles);
  const rich = richTextReader();
  const whole: Completeness = { hasData: false, hasEnd: false };
  let isInValue = false;
  const open = opener(state, book, tally, rich, whole);
  const isWellFormed = readXml(part, SPREADSHEET, {
    root: 'worksheet',
    open: (name, attributes, parent) => {
      isInValue = parent === 'c' && name === 'v';
      return open(name, attributes, parent, () => undefined);
    },
    text: (piece) => {
      if (isInValue) state.value += piece;
      else rich.text(piece);
    },
    close: (name) => {
      isInValue = false;
      if (name === 'c') {
        const cell = cellOf(state, book);
        if (cell !== undefined) keepCell(state, cell, tally);
      } else if (name === 'is') state.inline = rich.take();
      else if (name === 'sheetData') whole.hasEnd = true;
      else rich.close(name);
    },
  });
  return isWellFormed && whole.hasEnd ? contentsOf(state) : damaged();
}
