import { cellAddress } from '../../model/workbook.ts';
import { attributesOf, withAttributes } from '../../opc/xml-attributes.ts';
import { type Splice, type XmlTag, xmlTags } from '../../opc/xml-edit.ts';
import { placeAt } from './addresses.ts';
import { prefixOf, SPREADSHEET, withPrefix } from './names.ts';
import { openTag } from './relations-edit.ts';
import type { SheetScan } from './sheet-scan.ts';

/** The style for a cell that had that style. */
export type Restyle = (style: number) => number;

/** The cells to colour: zero-based row → zero-based column → its new style. */
export type Restyled = ReadonlyMap<number, ReadonlyMap<number, Restyle>>;

/** How far the walk through the rows has come. */
interface Walk {
  readonly text: string;
  readonly splices: Splice[];
  readonly columns: SheetScan['columns'];
  /** Rows that have not come yet, ascending. */
  readonly rows: [number, ReadonlyMap<number, Restyle>][];
  lastRow: number;
  /** Undefined outside of a row with cells to colour. */
  row: OpenRow | undefined;
  /** Whether everything is numbered and in order where it matters; else nobody knows where a new cell belongs. */
  isSound: boolean;
}

interface OpenRow {
  readonly number: number;
  readonly tag: XmlTag;
  readonly style: number | undefined;
  /** Cells that have not come yet, ascending. */
  readonly cells: [number, Restyle][];
  lastColumn: number;
  hasNew: boolean;
}

function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/u.test(value) ? Number(value) : undefined;
}

/** A cell that is not there yet, in the look that its row or column gives it. */
function newCell(walk: Walk, row: { number: number; style: number | undefined }, [column, restyle]: [number, Restyle]) {
  const ofColumn = walk.columns.find(({ first, last }) => first <= column + 1 && column + 1 <= last)?.style;
  const style = restyle(row.style ?? ofColumn ?? 0);
  return `<c r="${cellAddress(row.number, column)}" s="${String(style)}"/>`;
}

function newRow(walk: Walk, number: number, cells: ReadonlyMap<number, Restyle>): string {
  const written = [...cells].map((cell) => newCell(walk, { number, style: undefined }, cell));
  return `<row r="${String(number + 1)}">${written.join('')}</row>`;
}

function insertRows(walk: Walk, before: number, at: number, prefix: string): string {
  let written = '';
  for (let next = walk.rows[0]; next !== undefined && next[0] < before; next = walk.rows[0]) {
    written += newRow(walk, next[0], next[1]);
    walk.rows.shift();
  }
  const xml = withPrefix(written, prefix);
  if (xml !== '') walk.splices.push({ start: at, end: at, text: xml });
  return xml;
}

/** The row's tag as it is from now on: what it says of the columns it spans no longer holds when it has got a cell. */
function rowTag(walk: Walk, { tag, hasNew }: OpenRow): string {
  const written = walk.text.slice(tag.start, tag.end);
  return hasNew ? withAttributes(written, { spans: undefined }) : written;
}

function beginRow(walk: Walk, tag: XmlTag): void {
  const attributes = attributesOf(walk.text.slice(tag.start, tag.end));
  const number = (numberOf(attributes.get('r')) ?? 0) - 1;
  if (number <= walk.lastRow) walk.isSound = false;
  walk.lastRow = number;
  insertRows(walk, number, tag.start, prefixOf(tag.name));
  const next = walk.rows[0];
  if (next?.[0] !== number) return;
  walk.rows.shift();
  const isStyled = ['1', 'true'].includes(attributes.get('customFormat') ?? '');
  const cells = [...next[1]];
  const style = isStyled ? numberOf(attributes.get('s')) : undefined;
  walk.row = { number, tag, style, cells, lastColumn: -1, hasNew: false };
  if (tag.kind !== 'empty') return;
  walk.row.hasNew = true;
  const written = withPrefix(cellsBefore(walk, walk.row, Infinity), prefixOf(tag.name));
  const text = `${openTag(rowTag(walk, walk.row))}${written}</${tag.name}>`;
  walk.splices.push({ start: tag.start, end: tag.end, text });
  walk.row = undefined;
}

function cellsBefore(walk: Walk, row: OpenRow, column: number): string {
  let written = '';
  for (let next = row.cells[0]; next !== undefined && next[0] < column; next = row.cells[0]) {
    written += newCell(walk, row, next);
    row.cells.shift();
  }
  return written;
}

function insertCells(walk: Walk, row: OpenRow, column: number, at: XmlTag): void {
  const written = withPrefix(cellsBefore(walk, row, column), prefixOf(at.name));
  if (written === '') return;
  row.hasNew = true;
  walk.splices.push({ start: at.start, end: at.start, text: written });
}

function visitCell(walk: Walk, row: OpenRow, tag: XmlTag): void {
  const written = walk.text.slice(tag.start, tag.end);
  const attributes = attributesOf(written);
  const place = placeAt(attributes.get('r') ?? '');
  if (place?.row !== row.number || place.column <= row.lastColumn) {
    walk.isSound = false;
    return;
  }
  row.lastColumn = place.column;
  insertCells(walk, row, place.column, tag);
  const next = row.cells[0];
  if (next?.[0] !== place.column) return;
  row.cells.shift();
  const style = next[1](numberOf(attributes.get('s')) ?? 0);
  walk.splices.push({ start: tag.start, end: tag.end, text: withAttributes(written, { s: String(style) }) });
}

function endRow(walk: Walk, row: OpenRow, tag: XmlTag): void {
  insertCells(walk, row, Infinity, tag);
  if (row.hasNew) walk.splices.push({ start: row.tag.start, end: row.tag.end, text: rowTag(walk, row) });
  walk.row = undefined;
}

function visitData(walk: Walk, tag: XmlTag): void {
  if (tag.kind === 'close') {
    insertRows(walk, Infinity, tag.start, prefixOf(tag.name));
  } else if (tag.kind === 'empty') {
    const written = walk.rows.splice(0).map(([number, cells]) => newRow(walk, number, cells));
    const xml = withPrefix(written.join(''), prefixOf(tag.name));
    const text = `${openTag(walk.text.slice(tag.start, tag.end))}${xml}</${tag.name}>`;
    walk.splices.push({ start: tag.start, end: tag.end, text });
  }
}

function visit(walk: Walk, tag: XmlTag, isInData: boolean): void {
  const { local, kind, depth } = tag;
  if (local === 'sheetData' && depth === 2) visitData(walk, tag);
  if (!isInData) return;
  if (local === 'row' && depth === 3) {
    if (kind !== 'close') beginRow(walk, tag);
    else if (walk.row !== undefined) endRow(walk, walk.row, tag);
  }
  if (local === 'c' && depth === 4 && kind !== 'close' && walk.row !== undefined) visitCell(walk, walk.row, tag);
}

function ascending<T>(map: ReadonlyMap<number, T>): [number, T][] {
  return [...map].sort(([one], [other]) => one - other);
}

/**
 * What gives these cells of a worksheet their new styles; cells and rows that are not there are put in. Undefined when rows or cells
 * come without their numbers or out of order.
 */
export function colouredCells(
  text: string,
  restyled: Restyled,
  columns: SheetScan['columns'],
): readonly Splice[] | undefined {
  const rows = ascending(restyled).map(([row, cells]): [number, ReadonlyMap<number, Restyle>] => [
    row,
    new Map(ascending(cells)),
  ]);
  const walk: Walk = { text, splices: [], columns, rows, lastRow: -1, row: undefined, isSound: true };
  let isInData = false;
  for (const tag of xmlTags(text, SPREADSHEET)) {
    if (tag.local === 'sheetData' && tag.depth === 2) isInData = tag.kind === 'open';
    visit(walk, tag, isInData);
    if (!walk.isSound) return undefined;
  }
  return walk.splices;
}
