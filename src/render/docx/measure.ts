import { type Face, letterWidths } from '../../profiles/times-new-roman.ts';
import type { TextStyle } from './text.ts';

/** A text on one line, and how it is set. */
export interface MeasuredText {
  readonly text: string;
  readonly style: TextStyle;
}

function faceOf({ bold = false, italics = false }: TextStyle): Face {
  if (italics) return bold ? 'boldItalic' : 'italic';
  return bold ? 'bold' : 'regular';
}

/** A thousandth of a point of type is a fiftieth of a twip (1/20 point). */
const THOUSANDTHS_PER_TWIP = 50;

/** Word lets a line be that much longer than its box, in twips; it also takes up what sums of fractions lose. */
const TOLERANCE = 0.2;

/** Before each word and each run of blanks, and behind a dash inside a word unless a figure or a further dash follows. */
const BREAKS =
  /(?<=[ \u2002\u2003\u2005\u3000])(?![ \u2002\u2003\u2005\u3000])|(?<![ \u2002\u2003\u2005\u3000])(?=[ \u2002\u2003\u2005\u3000])|(?<=[-‐–—])(?![-\d\p{M}\u00a0\u2007\u202f])/u;

const BLANK = /^[ \u2002\u2003\u2005\u3000]/u;

/** Lines being filled; lengths in thousandths of the type's size. `ends`: where the last word of each full line ended. */
interface Filling {
  readonly box: number;
  readonly ends: number[];
  position: number;
  end: number;
  isStarted: boolean;
}

function breakLine(filling: Filling): void {
  filling.ends.push(filling.end);
  filling.position = 0;
  filling.end = 0;
  filling.isStarted = false;
}

/** A word without room on the line goes on the next; one longer than a line is cut between letters. */
function placeWord(filling: Filling, letters: readonly number[]): void {
  const width = letters.reduce((sum, letter) => sum + letter, 0);
  if (filling.isStarted && filling.position + width > filling.box) breakLine(filling);
  const isCut = filling.position + width > filling.box;
  for (const [index, letter] of letters.entries()) {
    if (isCut && index > 0 && filling.position + letter > filling.box) breakLine(filling);
    filling.position += letter;
    filling.end = filling.position;
  }
  filling.isStarted = true;
}

/** How wide each line of a text is when it wraps in a box of `width` twips, in twips; one line at least. Blanks at a line's end count for nothing. */
export function measureLines({ text, style }: MeasuredText, width: number): readonly number[] {
  const perTwip = THOUSANDTHS_PER_TWIP / style.size;
  const filling: Filling = { box: (width + TOLERANCE) * perTwip, ends: [], position: 0, end: 0, isStarted: false };
  for (const piece of text.split(BREAKS)) {
    const letters = letterWidths(piece, faceOf(style));
    if (BLANK.test(piece)) filling.position += letters.reduce((sum, letter) => sum + letter, 0);
    else if (letters.length > 0) placeWord(filling, letters);
  }
  return [...filling.ends, filling.end].map((end) => Math.round(end / perTwip));
}

/** How wide a text is on one line, in twips; never by counting letters: `Ỷ` and `W` are not as wide as `i`. Blanks at its end count for nothing. */
export function measureText(measured: MeasuredText): number {
  return measureLines(measured, Infinity)[0] ?? 0;
}

/** How many lines a text takes in a box of `width` twips. */
export function countLines(measured: MeasuredText, width: number): number {
  return measureLines(measured, width).length;
}
