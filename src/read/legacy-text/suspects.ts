import type { Sheet } from '../../model/workbook.ts';
import { encodingOfFont } from '../../vi/legacy-encoding/convert.ts';
import {
  isUnicodeText,
  mayBeLegacy,
  tellingWords,
  weigh,
  type Evidence,
  type KnownWords,
} from '../../vi/legacy-encoding/evidence.ts';
import type { LegacyEncoding } from '../../vi/legacy-encoding/tables.ts';

/** A text that could be of an old encoding: it has marks and nothing that only Unicode has. */
export interface Suspect {
  readonly text: string;
  /** Index of the sheet; zero-based row and column, both -1 for the sheet's name. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly font: string | undefined;
  /** The encoding for which the font is made. */
  readonly fontEncoding: LegacyEncoding | undefined;
  /** The words that say something about the encoding, and what they say; too few to decide alone. */
  readonly words: readonly string[];
  readonly evidence: Evidence;
}

/** The suspects of a sheet; whether some cell is Unicode without doubt, and in fonts of which encodings. */
export interface SheetTexts {
  readonly suspects: readonly Suspect[];
  readonly hasUnicode: boolean;
  readonly unicodeFonts: ReadonlySet<LegacyEncoding>;
}

/** Looks through the sheet's texts and its name. `known`: words met before, in any sheet. */
export function textsOf(sheet: Sheet, index: number, known: KnownWords): SheetTexts {
  const suspects: Suspect[] = [];
  const unicodeFonts = new Set<LegacyEncoding>();
  let hasUnicode = false;
  const add = (text: string, row: number, column: number, font: string | undefined): void => {
    const fontEncoding = font === undefined ? undefined : encodingOfFont(font);
    if (isUnicodeText(text)) {
      // Names of sheets are typed in the program's own font and say nothing about cells.
      hasUnicode ||= row >= 0;
      if (fontEncoding !== undefined) unicodeFonts.add(fontEncoding);
    } else if (mayBeLegacy(text)) {
      const words = tellingWords(text);
      suspects.push({ text, sheet: index, row, column, font, fontEncoding, words, evidence: weigh(words, known) });
    }
  };
  add(sheet.name, -1, -1, undefined);
  for (const [row, cells] of sheet.rows) {
    for (const [column, { value, legacyFont }] of cells) {
      if (value.kind === 'text') add(value.text, row, column, legacyFont);
    }
  }
  return { suspects, hasUnicode, unicodeFonts };
}
