import type { XmlAttributes } from '../../opc/xml.ts';
import { LIMITS } from '../limits.ts';
import { runFonts, type TextFonts } from '../run-fonts.ts';

/** A text with the fonts of its runs, as far as they are from before Unicode. */
export interface RichText extends TextFonts {
  readonly text: string;
}

/** Gathers the text of one `<si>` or `<is>` after another; phonetic hints are left out. */
export interface RichTextReader {
  readonly open: (name: string, attributes: XmlAttributes, parent: string) => boolean;
  readonly text: (piece: string) => void;
  readonly close: (name: string) => void;
  /** The text gathered since the last call. */
  readonly take: () => RichText;
}

/** What can become a cell's text: an escape takes seven characters for one. */
const LONGEST = LIMITS.textLength * 7;

/** `_x000D_` stands for the character with that number, and `_x005F_` for the underscore of what only looks like one. */
export function unescapeText(text: string): string {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (!short.includes('_x')) return short;
  return short.replace(/_x([0-9A-Fa-f]{4})_/gu, (escape, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    // Half a character is none. Characters that cannot be seen go with all others of their kind in `textValue`.
    return character.isWellFormed() ? character : escape;
  });
}

/** A reader of rich texts. */
export function richTextReader(): RichTextReader {
  let text = '';
  let isInText = false;
  /** What the present run says of its font; undefined outside runs and where it says nothing. */
  let runFont: string | undefined;
  const fonts = runFonts();
  return {
    open: (name, attributes, parent) => {
      if (name === 'rFont' && parent === 'rPr') runFont = attributes['val'];
      if (name === 'r') runFont = undefined;
      if (name === 't') isInText = true;
      return name === 't' || name === 'r' || name === 'rPr';
    },
    text: (piece) => {
      if (!isInText || text.length > LONGEST) return;
      text += piece;
      fonts.meet(piece, runFont);
    },
    close: (name) => {
      if (name === 't') isInText = false;
      if (name === 'r') runFont = undefined;
    },
    take: () => {
      const taken = { text: unescapeText(text), ...fonts.take() };
      text = '';
      return taken;
    },
  };
}
