import { type Face, textWidth } from '../../profiles/times-new-roman.ts';

/** A text as it will stand in a cell, with its size and its indent in points. */
export interface Piece {
  readonly text: string;
  readonly size: number;
  readonly face: Face;
  readonly indent: number;
}

/** One digit of the default font at 96 dots per inch, in points: the unit of column widths. */
const POINTS_PER_UNIT = 6;
/** What a cell keeps free at its sides, in points. */
const SIDES = 4;
/** Spreadsheets round letters to whole pixels, each program in its own way; a line holds at least this much of the ideal. */
const FILLING = 0.96;
/** Letters of Times New Roman take 1.15 of their size, rounded to whole pixels up to 1.2: a line never takes more than this. */
const LINE_SPACING = 1.22;
const ABOVE_AND_BELOW = 3;
/** The highest row a spreadsheet allows, in points. */
const HIGHEST = 409;

function linesOfParagraph(paragraph: string, { size, face }: Piece, available: number): number {
  let lines = 1;
  let used = 0;
  const blank = textWidth(' ', size, face);
  for (const word of paragraph.split(' ')) {
    const width = textWidth(word, size, face);
    if (used > 0 && used + blank + width <= available) {
      used += blank + width;
      continue;
    }
    if (used > 0) lines += 1;
    const broken = Math.max(0, Math.ceil(width / available) - 1);
    lines += broken;
    used = width - broken * available;
  }
  return lines;
}

/** How many lines the text takes in columns that are together that wide (in digits, as spreadsheets count). */
export function lineCount(piece: Piece, columnWidth: number): number {
  const available = (columnWidth * POINTS_PER_UNIT - SIDES - piece.indent) * FILLING;
  return piece.text.split('\n').reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, piece, available), 0);
}

/** The width a column needs, in digits, for the text to stand on one line. */
export function widthFor(piece: Piece): number {
  const text = textWidth(piece.text, piece.size, piece.face) / FILLING;
  return Math.ceil((text + SIDES + piece.indent) / POINTS_PER_UNIT);
}

/** The height in points at which nothing of the pieces, one below the other, is cut. */
export function heightOf(pieces: readonly Piece[], columnWidth: number): number {
  const text = pieces.reduce(
    (height, piece) => height + lineCount(piece, columnWidth) * piece.size * LINE_SPACING,
    ABOVE_AND_BELOW,
  );
  return Math.min(HIGHEST, Math.ceil(text));
}
