import type { CellRange } from '../../model/workbook.ts';
import { attributesOf, withAttributes } from '../../opc/xml-attributes.ts';
import { type Splice, type XmlTag, xmlTags } from '../../opc/xml-edit.ts';
import { rangeAt } from './addresses.ts';
import type { Grid } from './comments.ts';
import { SPREADSHEET } from './names.ts';

/** A range of columns with the style of those cells in it that are not there, and its width in pixels, where they are given. */
export interface ColumnRange {
  readonly first: number;
  readonly last: number;
  readonly style: number | undefined;
  readonly width: number | undefined;
}

/** What a worksheet says beside its cells, as far as colours and comments need it. */
export interface SheetScan {
  readonly merges: readonly CellRange[];
  /** What is said of columns, one-based and both ends included. */
  readonly columns: readonly ColumnRange[];
  readonly grid: Grid;
  /** Whether it has comments, or other things drawn in the old way. */
  readonly hasDrawing: boolean;
  /** Where the relation to drawn comments belongs: the schema has an order. */
  readonly drawingPlace: number;
  /** Takes the sheet out of the group of selected ones; none when it is not selected. */
  readonly deselect: readonly Splice[];
  readonly root: XmlTag;
}

/** What follows the drawn comments in a worksheet (ISO/IEC 29500-1, CT_Worksheet). */
const BEHIND: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

interface Draft {
  readonly merges: CellRange[];
  readonly columns: ColumnRange[];
  /** By their zero-based numbers, in pixels. */
  readonly rowHeights: Map<number, number>;
  rowHeight: number;
  columnWidth: number;
  readonly deselect: Splice[];
  hasDrawing: boolean;
  place: number | undefined;
  hasData: boolean;
  root: XmlTag | undefined;
}

/** Whether an attribute says yes. */
function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true' || attribute === 'on';
}

/** So much of a sheet is measured; comments further down stand in rows of the usual height. */
const ROWS_MEASURED = 5_000;
const PIXELS_PER_POINT = 4 / 3;
/** Of one digit in the usual font, and what a cell keeps free at its sides. */
const PIXELS_PER_DIGIT = 7;
const SIDES = 5;

/** The attribute as a number; undefined when it is none. */
function numberAt(attributes: ReadonlyMap<string, string>, name: string): number | undefined {
  const value = Number(attributes.get(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

function widthOf(digits: number | undefined): number | undefined {
  return digits === undefined ? undefined : digits * PIXELS_PER_DIGIT + SIDES;
}

function columnRange(attributes: ReadonlyMap<string, string>): ColumnRange {
  const isHidden = isTrue(attributes.get('hidden'));
  const style = numberAt(attributes, 'style');
  const width = isHidden ? 0 : widthOf(numberAt(attributes, 'width'));
  return { first: numberAt(attributes, 'min') ?? 0, last: numberAt(attributes, 'max') ?? 0, style, width };
}

function noteRow({ rowHeights }: Draft, attributes: ReadonlyMap<string, string>): void {
  const [number, height] = [numberAt(attributes, 'r') ?? 0, numberAt(attributes, 'ht')];
  const isHidden = isTrue(attributes.get('hidden'));
  if (number <= ROWS_MEASURED && height !== undefined)
    rowHeights.set(number - 1, isHidden ? 0 : height * PIXELS_PER_POINT);
}

function noteInner(draft: Draft, { local, start, end }: XmlTag, tag: string): void {
  const attributes = attributesOf(tag);
  if (local === 'mergeCell') {
    const range = rangeAt(attributes.get('ref') ?? '');
    if (range !== undefined) draft.merges.push(range);
  } else if (local === 'col') draft.columns.push(columnRange(attributes));
  else if (local === 'row') noteRow(draft, attributes);
  else if (local === 'sheetView' && isTrue(attributes.get('tabSelected'))) {
    draft.deselect.push({ start, end, text: withAttributes(tag, { tabSelected: undefined }) });
  }
}

function noteFormat(draft: Draft, tag: string): void {
  const attributes = attributesOf(tag);
  draft.rowHeight = (numberAt(attributes, 'defaultRowHeight') ?? 15) * PIXELS_PER_POINT;
  draft.columnWidth = widthOf(numberAt(attributes, 'defaultColWidth')) ?? draft.columnWidth;
}

const INNER: ReadonlySet<string> = new Set(['mergeCell', 'col', 'row', 'sheetView']);

/** Behind the cells an element of a foreign namespace holds a choice between forms of what follows comments. */
function isBehind(tag: XmlTag, hasData: boolean): boolean {
  return BEHIND.has(tag.local) || (tag.local === '' && hasData);
}

function gridOf({ columns, rowHeights, rowHeight, columnWidth }: Draft): Grid {
  return {
    rowHeight: (row) => rowHeights.get(row) ?? rowHeight,
    columnWidth: (column) =>
      columns.find(({ first, last }) => first <= column + 1 && column + 1 <= last)?.width ?? columnWidth,
  };
}

function visit(draft: Draft, tag: XmlTag, text: string): void {
  if (tag.depth === 1) {
    if (tag.kind === 'open') draft.root = tag;
    else draft.place ??= tag.start;
  }
  if (tag.kind === 'close') return;
  if (tag.depth === 2) {
    if (tag.local === 'sheetData') draft.hasData = true;
    if (tag.local === 'legacyDrawing') draft.hasDrawing = true;
    if (tag.local === 'sheetFormatPr') noteFormat(draft, text.slice(tag.start, tag.end));
    if (isBehind(tag, draft.hasData)) draft.place ??= tag.start;
  }
  if (tag.depth === 3 && INNER.has(tag.local)) noteInner(draft, tag, text.slice(tag.start, tag.end));
}

/** Looks through the text of a worksheet; undefined when it holds no cells and no place for them. */
export function scanSheet(text: string): SheetScan | undefined {
  const draft: Draft = {
    merges: [],
    columns: [],
    deselect: [],
    rowHeights: new Map(),
    rowHeight: 20,
    columnWidth: 64,
    hasDrawing: false,
    place: undefined,
    hasData: false,
    root: undefined,
  };
  for (const tag of xmlTags(text, SPREADSHEET)) visit(draft, tag, text);
  const { merges, columns, deselect, hasDrawing, place, hasData, root } = draft;
  if (root === undefined || place === undefined || !hasData) return undefined;
  return { merges, columns, grid: gridOf(draft), deselect, hasDrawing, drawingPlace: place, root };
}
