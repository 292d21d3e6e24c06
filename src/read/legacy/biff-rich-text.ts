import type { Buffer } from 'node:buffer';
import { fontOfText, runFonts, type TextFonts } from '../run-fonts.ts';
import { biffText } from './biff-records.ts';

/** A run of a rich text: the character with which it begins, and the number of its font. */
interface Run {
  readonly start: number;
  readonly font: number;
}

/** The name of the font with that number; numbers leave out 4. */
export function fontNamed(names: readonly string[], number: number): string | undefined {
  return names[number < 4 ? number : number - 1];
}

/** Each run ends where the next begins; what goes back is none. */
function fontsOf(text: string, listed: readonly Run[], names: readonly string[]): TextFonts {
  const runs: Run[] = [];
  for (const run of listed) if (run.start > (runs.at(-1)?.start ?? -1)) runs.push(run);
  const { meet, take } = runFonts();
  meet(text.slice(0, runs[0]?.start ?? text.length), undefined);
  for (const [index, { start, font }] of runs.entries()) {
    meet(text.slice(start, runs[index + 1]?.start ?? text.length), fontNamed(names, font) ?? '');
  }
  return take();
}

/** The old font of a rich text that stands in its cell's own record, in a cell with that font. */
export function fontOfRichCell(
  data: Buffer,
  version: 5 | 8,
  names: readonly string[],
  ofCell: string | undefined,
): string | undefined {
  const length = data.readUInt16LE(6);
  const isWide = version === 8 && ((data[8] ?? 0) & 1) === 1;
  const end = 8 + (version === 8 ? 1 : 0) + length * (isWide ? 2 : 1);
  const [size, width] = version === 8 ? [2, 2] : [1, 1];
  // A text that goes on in the next record has its runs there: then the cell's font is all that is known.
  if (end + size > data.length) return ofCell;
  const count = data.readUIntLE(end, size);
  const runs: Run[] = [];
  for (let at = end + size; runs.length < count && at + 2 * width <= data.length; at += 2 * width) {
    runs.push({ start: data.readUIntLE(at, width), font: data.readUIntLE(at + width, width) });
  }
  return fontOfText(fontsOf(biffText(data, 8, length, version), runs, names), ofCell);
}

/** Goes over the bytes of a table that is cut into records. Beyond the last one everything is 0, and it is at its end. */
interface Cursor {
  readonly isAtEnd: () => boolean;
  readonly number: (size: 1 | 2 | 4) => number;
  readonly skip: (count: number) => void;
  /** Characters of a text, which each record that goes on with them says anew how wide they are. */
  readonly characters: (count: number, isWide: boolean) => string;
}

function cursorOver(pieces: readonly Buffer[]): Cursor {
  let piece = 0;
  let at = 0;
  const left = (): number => (pieces[piece]?.length ?? 0) - at;
  const advance = (): void => {
    while (piece < pieces.length && left() <= 0) {
      at -= pieces[piece]?.length ?? 0;
      piece++;
    }
  };
  const skip = (count: number): void => {
    at += count;
    advance();
  };
  const byte = (): number => {
    advance();
    const value = pieces[piece]?.[at] ?? 0;
    skip(1);
    return value;
  };
  return {
    isAtEnd: () => {
      advance();
      return piece >= pieces.length;
    },
    number: (size) => Array.from({ length: size }, byte).reduce((sum, value, index) => sum + value * 256 ** index, 0),
    skip,
    characters: (count, isWide) => {
      let text = '';
      let width = isWide ? 2 : 1;
      let missing = count;
      while (missing > 0 && piece < pieces.length) {
        const here = Math.min(missing, Math.floor(left() / width));
        text += pieces[piece]?.toString(width === 2 ? 'utf16le' : 'latin1', at, at + here * width) ?? '';
        missing -= here;
        at += here * width;
        if (missing === 0) break;
        piece++;
        at = 1;
        width = ((pieces[piece]?.[0] ?? 0) & 1) + 1;
      }
      advance();
      return text;
    },
  };
}

const RICH = 8;
const EXTENDED = 4;
const HEADER_LENGTH = 8;

/**
 * The fonts of the shared strings that have runs, by their place in the table. Never throws: what the records say of themselves
 * may be wrong, and then too little is known of fonts.
 */
export function sharedStringFonts(pieces: readonly Buffer[], names: readonly string[]): ReadonlyMap<number, TextFonts> {
  const fonts = new Map<number, TextFonts>();
  const cursor = cursorOver(pieces);
  cursor.skip(HEADER_LENGTH);
  for (let index = 0; !cursor.isAtEnd(); index++) {
    const length = cursor.number(2);
    const flags = cursor.number(1);
    const runCount = (flags & RICH) === 0 ? 0 : cursor.number(2);
    const extension = (flags & EXTENDED) === 0 ? 0 : cursor.number(4);
    const text = cursor.characters(length, (flags & 1) === 1);
    const runs: Run[] = [];
    while (runs.length < runCount && !cursor.isAtEnd()) {
      runs.push({ start: cursor.number(2), font: cursor.number(2) });
    }
    cursor.skip(extension);
    if (runs.length > 0) fonts.set(index, fontsOf(text, runs, names));
  }
  return fonts;
}
