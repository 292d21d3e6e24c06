import type { Style, Worksheet } from 'exceljs';
import { normalizeLines } from '../../vi/text.ts';
import { type Piece, heightOf } from './row-height.ts';
import { DEFAULT_SIZE, GUIDANCE_FONT, GUIDANCE_SIZE, STYLES, TEXT_FONT } from './styles.ts';

/**
 * A text of the data as a cell can carry it: NFC, nothing that XML refuses. `_x0041_` is how a workbook writes a character by
 * number, so a text that happens to look like that is escaped.
 */
export function cleanText(text: string): string {
  return normalizeLines(text).replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}

/** The cleaned text, at most that many characters, the last one an ellipsis when some are left out. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(cleanText(text));
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
}

/** What a row is to hold, from the left; the cell takes `columns` columns, one when not said. */
export interface CellPlan {
  /** Blank when undefined. A text is never read as a formula, whatever it begins with. */
  readonly text?: string;
  /** Below the text, small and grey. */
  readonly guidance?: string;
  readonly style: Partial<Style>;
  readonly columns?: number;
}

/** What one step of indent takes away from a line, in points. */
const INDENT_STEP = 10;

function piecesOf({ text = '', guidance = '', style }: CellPlan): readonly Piece[] {
  const size = style.font?.size ?? DEFAULT_SIZE;
  const face = style.font?.bold === true ? 'bold' : 'regular';
  const indent = (style.alignment?.indent ?? 0) * INDENT_STEP;
  const below = { text: cleanText(guidance), size: GUIDANCE_SIZE, face: 'regular', indent } as const;
  return [{ text: cleanText(text), size, face, indent }, ...(guidance === '' ? [] : [below])];
}

function widthOf(sheet: Worksheet, from: number, columns: number): number {
  let width = 0;
  for (let column = from; column < from + columns; column++) width += sheet.getColumn(column).width ?? 0;
  return width;
}

function writeCell(sheet: Worksheet, row: number, column: number, plan: CellPlan): void {
  const { text, guidance = '', style, columns = 1 } = plan;
  if (columns > 1) sheet.mergeCells(row, column, row, column + columns - 1);
  const cell = sheet.getCell(row, column);
  if (text !== undefined && text !== '') {
    cell.value =
      guidance === ''
        ? cleanText(text)
        : {
            richText: [
              { text: `${cleanText(text)}\n`, font: TEXT_FONT },
              { text: cleanText(guidance), font: GUIDANCE_FONT },
            ],
          };
  }
  for (let offset = 0; offset < columns; offset++) sheet.getCell(row, column + offset).style = { ...style };
}

/** Writes a row whose height fits its fullest cell, and is at least `lowest` points. */
export function writeRow(sheet: Worksheet, row: number, plans: readonly CellPlan[], lowest = 0): void {
  let column = 1;
  let height = lowest;
  for (const plan of plans) {
    const { columns = 1 } = plan;
    writeCell(sheet, row, column, plan);
    height = Math.max(height, heightOf(piecesOf(plan), widthOf(sheet, column, columns)));
    column += columns;
  }
  sheet.getRow(row).height = height;
}

/** Writes one text across that many columns for each entry, from the row on; returns the row after the last. */
export function writeLines(
  sheet: Worksheet,
  row: number,
  columns: number,
  lines: readonly { readonly text: string; readonly look: keyof typeof STYLES }[],
): number {
  lines.forEach(({ text, look }, index) => {
    writeRow(sheet, row + index, [{ text, style: STYLES[look], columns }]);
  });
  return row + lines.length;
}
