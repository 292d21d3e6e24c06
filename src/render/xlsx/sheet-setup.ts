import type { Workbook, Worksheet } from 'exceljs';
import { shorten } from './cells.ts';
import { FONT_NAME } from './styles.ts';

/** ISO A4 in the numbering of spreadsheets; exceljs has a name for it in its types only. */
const A4_PAPER = 9;
const MM_PER_INCH = 25.4;

/** Margins in millimetres. */
const MARGINS = {
  portrait: { left: 20, right: 15, top: 13, bottom: 16, header: 8, footer: 8 },
  landscape: { left: 12, right: 12, top: 13, bottom: 15, header: 8, footer: 8 },
} as const;

export type Orientation = keyof typeof MARGINS;

/** A sheet name that a spreadsheet accepts: at most 31 characters, none of `: \ / ? * [ ]`, no apostrophe at the ends. */
function sheetName(name: string): string {
  return shorten(name.replace(/[:\\/?*[\]]/gu, ' '), 31).replace(/^[\s']+|[\s']+$/gu, '');
}

/**
 * A new A4 sheet with columns of those widths, fitted to the page's width, with the page number at the foot.
 */
export function addPage(
  workbook: Workbook,
  page: {
    readonly name: string;
    readonly orientation: Orientation;
    readonly widths: readonly number[];
    readonly foot: string;
  },
): Worksheet {
  const sheet = workbook.addWorksheet(sheetName(page.name), { views: [{ showGridLines: false, zoomScale: 100 }] });
  // exceljs leaves out a column that has exactly its default width, 9.
  sheet.columns = page.widths.map((width) => ({ width: width + 0.01 }));
  const { left, right, top, bottom, header, footer } = MARGINS[page.orientation];
  Object.assign(sheet.pageSetup, {
    paperSize: A4_PAPER,
    orientation: page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      left: left / MM_PER_INCH,
      right: right / MM_PER_INCH,
      top: top / MM_PER_INCH,
      bottom: bottom / MM_PER_INCH,
      header: header / MM_PER_INCH,
      footer: footer / MM_PER_INCH,
    },
  });
  const face = `&"${FONT_NAME},Regular"&10 `;
  const foot = shorten(page.foot, 80).replaceAll('&', '&&');
  sheet.headerFooter.oddFooter = `&L${face}${foot}&R${face}Trang &P/&N`;
  return sheet;
}

/** The rows that are repeated on each printed page, and the last row that is printed. */
export function setPrintRows(
  sheet: Worksheet,
  rows: { readonly last: number; readonly repeated?: readonly [number, number] },
): void {
  // exceljs puts the first dollar sign of each cell itself.
  sheet.pageSetup.printArea = `A$1:${sheet.getColumn(sheet.columnCount).letter}$${rows.last}`;
  if (rows.repeated !== undefined) sheet.pageSetup.printTitlesRow = `${rows.repeated[0]}:${rows.repeated[1]}`;
}

const A4_HEIGHT: Readonly<Record<Orientation, number>> = { portrait: 297, landscape: 210 };
const POINTS_PER_MM = 72 / MM_PER_INCH;

/** Digits that fill a page's width at full size. */
export const PAGE_WIDTH: Readonly<Record<Orientation, number>> = { portrait: 82, landscape: 128 };

/** How much smaller than full size a sheet is printed that is wider than the pages it is fitted to. */
function printedScale({ columns, pageSetup }: Worksheet, orientation: Orientation): number {
  const width = columns.reduce((sum, column) => sum + Math.round(column.width ?? 0), 0);
  return Math.min(1, (PAGE_WIDTH[orientation] * (pageSetup.fitToWidth ?? 1)) / width);
}

/**
 * Begins a printed page before each of those groups of rows, both ends included, that a page's end would part: a heading from
 * what it is the heading of, sums from one another. Counts heights from the top; rows of `repeated` stand on every page.
 */
export function keepTogether(
  sheet: Worksheet,
  groups: readonly (readonly [first: number, last: number])[],
  repeated: readonly [number, number],
): void {
  const orientation = sheet.pageSetup.orientation ?? 'portrait';
  const { top, bottom } = MARGINS[orientation];
  const room = ((A4_HEIGHT[orientation] - top - bottom) * POINTS_PER_MM) / printedScale(sheet, orientation);
  const heightOf = (row: number): number => sheet.getRow(row).height;
  const heightOfAll = (first: number, last: number): number => {
    let height = 0;
    for (let row = first; row <= last; row++) height += heightOf(row);
    return height;
  };
  const repeatedHeight = heightOfAll(repeated[0], repeated[1]);
  const ends = new Map(groups);
  let used = 0;
  for (let row = 1; row <= sheet.rowCount; row++) {
    const end = ends.get(row);
    const needed = heightOfAll(row, end ?? row);
    if (used + needed > room) {
      if (end !== undefined) sheet.getRow(row - 1).addPageBreak();
      used = repeatedHeight;
    }
    used += heightOf(row);
  }
}

/**
 * Locks every cell that is not unlocked. Without a password: it guards against mishaps, not against people, and a password
 * would bring a random salt into the file. Widths and heights stay free, so that long answers can be shown whole.
 */
export async function lock(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  });
}
