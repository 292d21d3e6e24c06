import { legacyFontOf } from './legacy-font.ts';

/** The fonts of a text's runs, as far as they are from before Unicode. */
export interface TextFonts {
  /** The old font that runs name themselves. */
  readonly font: string | undefined;
  /** Whether some of the text follows the font of its cell. */
  readonly followsCell: boolean;
}

/** Gathers the fonts of one text after another. */
export interface RunFonts {
  /** A run of the text with what it says of its font, undefined where it says nothing; blank runs count for nothing. */
  readonly meet: (run: string, font: string | undefined) => void;
  /** What was gathered since the last call: a text with a run in any other font is taken for Unicode. */
  readonly take: () => TextFonts;
}

/** The old font of a text in a cell with that font: all runs must have one, or the text is taken for Unicode. */
export function fontOfText({ font, followsCell }: TextFonts, ofCell: string | undefined): string | undefined {
  if (!followsCell) return font;
  return ofCell === undefined ? undefined : (font ?? ofCell);
}

/** A new gatherer. */
export function runFonts(): RunFonts {
  let font: string | undefined;
  let followsCell = false;
  let isUnicode = false;
  return {
    meet: (run, named) => {
      if (run.trim() === '') return;
      if (named === undefined) followsCell = true;
      else if (legacyFontOf(named) === undefined) isUnicode = true;
      else font ??= legacyFontOf(named);
    },
    take: () => {
      const taken = isUnicode
        ? { font: undefined, followsCell: false }
        : { font, followsCell: followsCell || font === undefined };
      font = undefined;
      followsCell = false;
      isUnicode = false;
      return taken;
    },
  };
}
