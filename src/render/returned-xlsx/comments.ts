import { cellAddress } from '../../model/workbook.ts';
import { xmlText } from '../../opc/xml-attributes.ts';
import { textWidth } from '../../profiles/times-new-roman.ts';
import { cleanText } from '../xlsx/cells.ts';
import type { CellPlace } from './addresses.ts';
import { DECLARATION } from './names.ts';

/** A comment (ghi chú) at a cell; lines parted by `\n`. */
export interface CellComment {
  readonly place: CellPlace;
  readonly text: string;
}

/** How large the columns and rows of a sheet are, in pixels, by their zero-based numbers. */
export interface Grid {
  readonly columnWidth: (column: number) => number;
  readonly rowHeight: (row: number) => number;
}

const SIZE = 10;
/** The box of a comment, in pixels; what does not fit is reached by making the box larger. */
const WIDTH = 340;
const LINE = 17;
const HIGHEST = 400;
const MARGINS = 20;
const POINTS_PER_PIXEL = 0.75;

/** So many characters of a comment are shown; Excel itself takes 32.767. */
const LONGEST = 4_000;

function shownText(text: string): string {
  const clean = cleanText(text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

function heightOf(text: string): number {
  const lines = text
    .split('\n')
    .map((line) => Math.ceil(textWidth(line, SIZE, 'regular') / POINTS_PER_PIXEL / (WIDTH - MARGINS)) || 1);
  return Math.min(HIGHEST, (lines.reduce((sum, count) => sum + count, 0) + 1) * LINE + MARGINS);
}

/** The comments of a sheet as a part, all by that author. */
export function commentsPart(comments: readonly CellComment[], author: string, main: string): string {
  const run = `<rPr><sz val="${String(SIZE)}"/><color rgb="FF000000"/><rFont val="Times New Roman"/><family val="1"/></rPr>`;
  const items = comments.map(({ place, text }) => {
    const words = xmlText(shownText(text));
    const ref = cellAddress(place.row, place.column);
    return `<comment ref="${ref}" authorId="0"><text><r>${run}<t xml:space="preserve">${words}</t></r></text></comment>`;
  });
  const authors = `<authors><author>${xmlText(cleanText(author))}</author></authors>`;
  return `${DECLARATION}<comments xmlns="${main}">${authors}<commentList>${items.join('')}</commentList></comments>`;
}

/** How far from the first row or column the box reaches: where it ends, and how far into that. */
function reach(first: number, length: number, sizeOf: (index: number) => number): readonly [number, number] {
  let left = length;
  let index = first;
  // Rows and columns may be hidden, that is, of no size: no box is that long.
  for (const last = first + 200; index < last && left >= sizeOf(index); index++) left -= sizeOf(index);
  return [index, Math.round(left)];
}

/** From the left and upper edge of the cell beside: column, offset, row, offset, and the same of the lower right corner. */
function anchorOf({ row, column }: CellPlace, height: number, { columnWidth, rowHeight }: Grid): string {
  const top = Math.max(0, row - 1);
  const [right, across] = reach(column + 1, WIDTH + 15, columnWidth);
  const [bottom, down] = reach(top, height + 4, rowHeight);
  return [column + 1, 15, top, 4, right, across, bottom, down].join(', ');
}

function shapeOf({ place, text }: CellComment, number: number, grid: Grid): string {
  const height = heightOf(shownText(text));
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:${String(WIDTH * POINTS_PER_PIXEL)}pt;height:${String(height * POINTS_PER_PIXEL)}pt;z-index:${String(number)};visibility:hidden`;
  return [
    `<v:shape id="_x0000_s${String(1024 + number)}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchorOf(place, height, grid)}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${String(place.row)}</x:Row><x:Column>${String(place.column)}</x:Column>`,
    '</x:ClientData></v:shape>',
  ].join('');
}

/** How the comments of a sheet are drawn: hidden boxes, shown when the pointer rests on the cell. */
export function commentShapes(comments: readonly CellComment[], grid: Grid): string {
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...comments.map((comment, index) => shapeOf(comment, index + 1, grid)),
    '</xml>',
  ].join('');
}
