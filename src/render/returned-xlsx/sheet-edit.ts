import type { Correction } from '../../model/correction.ts';
import { grouped } from '../../model/grouped.ts';
import { cellAddress } from '../../model/workbook.ts';
import { type Splice, spliced } from '../../opc/xml-edit.ts';
import { capitalize } from '../../vi/text.ts';
import { placeAt, shownPlace } from './addresses.ts';
import type { BookParts } from './book-parts.ts';
import { type CellComment, commentShapes, commentsPart } from './comments.ts';
import type { ContentType } from './content-types.ts';
import { hasComments, type NotEditable } from './fit-for-editing.ts';
import type { ListLooks } from './list-looks.ts';
import { type Dialect, dialectOf, prefixOf, SPREADSHEET, withPrefix } from './names.ts';
import { addRelations } from './relations-edit.ts';
import { colouredCells, type Restyle } from './sheet-cells.ts';
import { scanSheet, type SheetScan } from './sheet-scan.ts';
import type { StyleBook } from './style-book.ts';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

const SEVERITIES: Readonly<Record<Correction['severity'], string>> = { error: 'LỖI', warning: 'CẢNH BÁO' };

/** What the edits of all sheets share. */
export interface SheetTools {
  readonly parts: BookParts;
  readonly styles: StyleBook;
  readonly looks: ListLooks;
  /** Who says so, above the text of no comment, but in its properties. */
  readonly author: string;
}

function commentWords({ severity, message, found, hint }: Correction): string {
  const value = found === '' || message.includes(found) ? '' : `Đã ghi: ${found}.\n`;
  return `${SEVERITIES[severity]}: ${capitalize(message)}.\n${value}Cách sửa: ${hint}.`;
}

function commentText(corrections: readonly Correction[]): string {
  return corrections.map(commentWords).join('\n\n');
}

/** The corrections by the cell at which they are shown, in the order of rows and columns; undefined for an address that is none. */
function byCell(
  corrections: readonly Correction[],
  { merges }: SheetScan,
): ReadonlyMap<string, readonly Correction[]> | undefined {
  const placed = corrections.map((correction) => {
    const place = placeAt(correction.place?.address ?? '');
    if (place === undefined) return undefined;
    const { row, column } = shownPlace(place, merges);
    return { key: cellAddress(row, column), row, column, correction };
  });
  const known = placed.filter((one) => one !== undefined);
  if (known.length < placed.length) return undefined;
  const inOrder = known.toSorted((one, other) => one.row - other.row || one.column - other.column);
  const groups = grouped(inOrder, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ correction }) => correction)]));
}

function restyledCells(
  cells: ReadonlyMap<string, readonly Correction[]>,
  { styles, looks }: SheetTools,
): ReadonlyMap<number, ReadonlyMap<number, Restyle>> {
  const rows = new Map<number, Map<number, Restyle>>();
  for (const [address, corrections] of cells) {
    const place = placeAt(address);
    if (place === undefined) continue;
    const severity = corrections.some((one) => one.severity === 'error') ? 'error' : 'warning';
    const row = rows.get(place.row) ?? new Map<number, Restyle>();
    row.set(place.column, (style) => styles.filled(style, looks.fills[severity]));
    rows.set(place.row, row);
  }
  return rows;
}

function commentsOf(cells: ReadonlyMap<string, readonly Correction[]>): readonly CellComment[] {
  return [...cells].flatMap(([address, corrections]) => {
    const place = placeAt(address);
    return place === undefined ? [] : [{ place, text: commentText(corrections) }];
  });
}

/** Adds the parts with the comments, and the element that draws them; undefined when the sheet's relations cannot be edited. */
function addComments(
  { parts, author }: SheetTools,
  sheet: string,
  comments: readonly CellComment[],
  scan: SheetScan,
  dialect: Dialect,
): { readonly splice: Splice; readonly types: readonly ContentType[] } | undefined {
  const words = parts.freeName('xl/comments', '.xml');
  parts.put(words, commentsPart(comments, author, dialect.main));
  const shapes = parts.freeName('xl/drawings/vmlDrawing', '.vml');
  parts.put(shapes, commentShapes(comments, scan.grid));
  const ids = addRelations(parts, sheet, [
    { type: `${dialect.relations}/comments`, part: words },
    { type: `${dialect.relations}/vmlDrawing`, part: shapes },
  ]);
  if (ids === undefined) return undefined;
  const element = `<legacyDrawing xmlns:r="${dialect.relations}" r:id="${ids[1] ?? ''}"/>`;
  const text = withPrefix(element, prefixOf(scan.root.name));
  return {
    splice: { start: scan.drawingPlace, end: scan.drawingPlace, text },
    types: [
      { kind: 'part', part: words, type: COMMENTS_TYPE },
      { kind: 'ending', ending: 'vml', type: DRAWING_TYPE },
    ],
  };
}

/**
 * Colours the cells of a worksheet that are to be mended, says at each what is wrong, and takes the sheet out of the selection. Gives
 * the content types of the parts added, or why the sheet cannot be edited.
 */
export function editSheet(
  tools: SheetTools,
  sheet: string,
  corrections: readonly Correction[],
): readonly ContentType[] | NotEditable {
  const { parts } = tools;
  const text = parts.text(sheet, SPREADSHEET, 'worksheet');
  const scan = text === undefined ? undefined : scanSheet(text);
  if (text === undefined || scan === undefined) return 'content';
  if (corrections.length === 0) {
    if (scan.deselect.length > 0) parts.put(sheet, spliced(text, scan.deselect));
    return [];
  }
  const isCommented = hasComments(parts, sheet);
  if (isCommented === undefined) return 'damaged';
  if (isCommented || scan.hasDrawing) return 'comments';
  const cells = byCell(corrections, scan);
  const coloured = cells === undefined ? undefined : colouredCells(text, restyledCells(cells, tools), scan.columns);
  if (cells === undefined || coloured === undefined) return 'content';
  const added = addComments(tools, sheet, commentsOf(cells), scan, dialectOf(text));
  if (added === undefined) return 'content';
  parts.put(sheet, spliced(text, [...scan.deselect, ...coloured, added.splice]));
  return added.types;
}
