import { cleanText } from '../../clean-text.ts';
import { lineCount } from '../row-height.ts';
import { LOOKS } from './looks.ts';

/** The highest row a spreadsheet allows holds 30 lines of this size. */
const MOST_LINES = 28;

function fits(text: string, columnWidth: number): boolean {
  const { font, alignment } = LOOKS.text;
  const piece = { text, size: font.size ?? 0, face: 'regular', indent: alignment.indent * 10 } as const;
  return lineCount(piece, columnWidth) <= MOST_LINES;
}

/** Where to part a text: at the blank nearest to its middle, or in the middle, but never inside a letter. */
function middle(text: string): number {
  const half = Math.floor(text.length / 2);
  for (let offset = 0; offset < half / 2; offset++)
    for (const place of [half - offset, half + offset]) if (/\s/u.test(text.charAt(place))) return place;
  return text.charCodeAt(half) >= 0xdc00 && text.charCodeAt(half) <= 0xdfff ? half - 1 : half;
}

function parted(text: string, columnWidth: number): readonly string[] {
  if (text.length < 2 || fits(text, columnWidth)) return [text];
  const place = middle(text);
  return [text.slice(0, place).trimEnd(), text.slice(place).trimStart()].flatMap((part) => parted(part, columnWidth));
}

/** A text in as many parts as it takes for each to be seen whole in one cell of that width (in digits). */
export function partsThatFit(text: string, columnWidth: number): readonly string[] {
  return parted(cleanText(text), columnWidth);
}
