import type { Sheet } from '../../model/workbook.ts';
import { encodingOfFont } from '../../vi/legacy-encoding/convert.ts';
import {
  isClearly,
  isUnicodeText,
  mayBeLegacy,
  mayBeLegacyIn1258,
  tellingWords,
  weigh,
  type Evidence,
  type ShownBy,
} from '../../vi/legacy-encoding/evidence.ts';
import type { LegacyEncoding } from '../../vi/legacy-encoding/tables.ts';
import { remembered } from '../../vi/remembered.ts';
import { shownByWestern } from '../../vi/shown-bytes.ts';

/** A text that could be of an old encoding: it has marks and nothing that only Unicode has. */
export interface Suspect {
  readonly text: string;
  /** As windows-1252 would show it; the text itself unless the file was typed in windows-1258. */
  readonly western: string;
  /** Index of the sheet; zero-based row and column, both -1 for the sheet's name. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly font: string | undefined;
  /** The encoding for which the font is made. */
  readonly fontEncoding: LegacyEncoding | undefined;
  /** What its words say of the encoding; too few to decide alone. */
  readonly evidence: Evidence;
}

/** The suspects of a sheet; whether some cell is Unicode without doubt, and in fonts of which encodings. */
export interface SheetTexts {
  readonly suspects: readonly Suspect[];
  readonly hasUnicode: boolean;
  readonly unicodeFonts: ReadonlySet<LegacyEncoding>;
}

/** The text as windows-1252 would show it if it may be of an old encoding, else undefined. */
function westernOf(text: string, shownBy: ShownBy): string | undefined {
  const western = shownBy === 'windows-1258' ? shownByWestern(text) : text;
  return western !== undefined && mayBeLegacy(western) ? western : undefined;
}

/** What the texts say of the encoding; a sheet has many that are alike, and they share what is said. */
function evidences(shownBy: ShownBy): (western: string) => Evidence {
  return remembered((western) => weigh(tellingWords(western), shownBy));
}

/** Windows-1258 can show Unicode as well: a text with letters of its own that only reads as it stands. */
function isOwnUnicode(text: string, { asIs, tcvn3, vni }: Evidence): boolean {
  return isUnicodeText(text) && asIs > tcvn3.valid && asIs > vni.valid;
}

/** Looks through the sheet's texts and its name. */
export function textsOf(sheet: Sheet, index: number, shownBy: ShownBy): SheetTexts {
  const suspects: Suspect[] = [];
  const unicodeFonts = new Set<LegacyEncoding>();
  let hasUnicode = false;
  const evidenceOf = evidences(shownBy);
  const add = (text: string, row: number, column: number, font: string | undefined): void => {
    const fontEncoding = font === undefined ? undefined : encodingOfFont(font);
    const western = westernOf(text, shownBy);
    const evidence = western === undefined ? undefined : evidenceOf(western);
    if (western !== undefined && evidence !== undefined && !isOwnUnicode(text, evidence)) {
      suspects.push({ text, western, sheet: index, row, column, font, fontEncoding, evidence });
    } else if (isUnicodeText(text)) {
      // Names of sheets are typed in the program's own font and say nothing about cells.
      hasUnicode ||= row >= 0;
      if (fontEncoding !== undefined) unicodeFonts.add(fontEncoding);
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

function* strangeTexts(sheets: readonly Sheet[]): Generator<string> {
  for (const { rows } of sheets) {
    for (const cells of rows.values()) {
      for (const { value } of cells.values()) {
        if (value.kind === 'text' && mayBeLegacyIn1258(value.text)) yield shownByWestern(value.text) ?? '';
      }
    }
  }
}

/**
 * How the texts of an old encoding show in the file: nearly always as windows-1252 does. Under Vietnamese Windows, programs took
 * what was typed in TCVN3 or VNI for windows-1258 and saved that as Unicode; texts that can be nothing else tell.
 */
export function shownByOf(sheets: readonly Sheet[]): ShownBy {
  const words = new Set<string>();
  for (const text of strangeTexts(sheets)) for (const word of tellingWords(text)) words.add(word);
  const evidence = weigh(words, 'windows-1258');
  return isClearly('tcvn3', evidence) || isClearly('vni', evidence) ? 'windows-1258' : 'windows-1252';
}
