import { remembered } from '../remembered.ts';
import { shownByVietnamese } from '../shown-bytes.ts';
import { isSyllable } from './syllable.ts';
import { fromLegacy, type LegacyEncoding } from './tables.ts';

/** Letters, and what TCVN3 has in the place of letters; punctuation above Latin-1 parts words. */
const WORD = /[A-Za-z\u00a1-\u024f\u1e00-\u1eff\p{M}]+/gu;
/** `HĐND`, `QĐ`: no syllable, and no evidence of anything. */
const ABBREVIATION = /^[B-DF-HJ-NP-TV-XZĐ]+$/u;
/** What only Unicode has: letters beyond Latin-1, but those of windows-1252. */
const BEYOND_LATIN_1 = /(?![A-Za-z\u00aa-\u00ffŒœŠšŽžŸƒˆ])[\p{L}\p{M}]/u;
const LATIN_1_MARKED = /[\u00a1-\u00ff]/u;

/** Whether a word is a syllable as it stands, and when converted. */
interface Reading {
  readonly asIs: boolean;
  readonly tcvn3: boolean;
  readonly vni: boolean;
}

/** What becomes of the words under an encoding. */
export interface Weight {
  /** Syllables under that encoding. */
  readonly valid: number;
  /** Syllables under that encoding only: neither as they stand nor under the other. */
  readonly only: number;
  /** Syllables as they stand that the conversion would destroy. */
  readonly against: number;
}

/** How many different words with marks there are, how many are syllables as they stand, and what the encodings make of them. */
export interface Evidence extends Readonly<Record<LegacyEncoding, Weight>> {
  readonly words: number;
  readonly asIs: number;
}

/** Whether the text is Unicode without doubt: it has a letter that no old encoding shows as. */
export function isUnicodeText(text: string): boolean {
  return BEYOND_LATIN_1.test(text);
}

/** Whether the text could be of an old encoding: it has marks, and no letter that only Unicode has. */
export function mayBeLegacy(text: string): boolean {
  return LATIN_1_MARKED.test(text) && !isUnicodeText(text);
}

/** The words of a text that say something about its encoding: of two characters at least, not all of them ASCII. */
export function tellingWords(text: string): readonly string[] {
  const words = text.match(WORD) ?? [];
  return words.filter((word) => word.length > 1 && /[^A-Za-z]/u.test(word));
}

/** How the words show in the file: as windows-1252 does, or windows-1258; they are told as windows-1252 shows them. */
export type ShownBy = 'windows-1252' | 'windows-1258';

/** Signs that hardly stand beside a letter unless they are one of an old encoding, and marks that belong to no letter. */
const STRANGE =
  /\p{L}[\u00a1-\u00bf×÷ß₫]|[\u00a1-\u00bf×÷ß₫]\p{L}|[ÄÅÆÇËÎÏÑÖØÛÜäåæçëîïñöøûü]|\u0300|\u0301|\u0303|\u0309|\u0323/u;

/** Whether a text that has letters of windows-1258 (ă, đ, ơ, ư, tones by themselves) may be TCVN3 or VNI in that code page all the same. */
export function mayBeLegacyIn1258(text: string): boolean {
  return STRANGE.test(text) && isUnicodeText(text);
}

/** Marks of punctuation that stand against the word in Unicode: «Công», ·thôn. */
function bare(word: string): string {
  return word.replace(/^\P{L}+|\P{L}+$/gu, '');
}

/** Frequent words that are no words when converted (`không` → `khụng`, `khơng`), although spelled like some. */
const UNICODE_WORDS = new Set('có không công thôn thông ông dân cán tôi hôm thì tên trên nên'.split(' '));

/** The eight readings there can be: hundreds of thousands of words share them. */
const READINGS: readonly Reading[] = Array.from({ length: 8 }, (_, bits) => ({
  asIs: (bits & 4) !== 0,
  tcvn3: (bits & 2) !== 0,
  vni: (bits & 1) !== 0,
}));

function reading(asIs: boolean, isTcvn3: boolean, isVni: boolean): Reading | undefined {
  return READINGS[Number(asIs) * 4 + Number(isTcvn3) * 2 + Number(isVni)];
}

function readingOf(word: string, shownBy: ShownBy): Reading | undefined {
  const shown = shownBy === 'windows-1258' ? shownByVietnamese(word) : word;
  if (UNICODE_WORDS.has(shown.toLowerCase())) return reading(true, false, false);
  const [tcvn3, vni] = [fromLegacy(word, 'tcvn3'), fromLegacy(word, 'vni')];
  if (ABBREVIATION.test(tcvn3) || ABBREVIATION.test(vni)) return undefined;
  return reading(isSyllable(bare(shown)), isSyllable(tcvn3), isSyllable(vni));
}

/** Forms hold the same words. `undefined` for an abbreviation. */
const READ: Readonly<Record<ShownBy, (word: string) => Reading | undefined>> = {
  'windows-1252': remembered((word) => readingOf(word, 'windows-1252')),
  'windows-1258': remembered((word) => readingOf(word, 'windows-1258')),
};

/** Weighs telling words, each different one once. */
export function weigh(words: readonly string[] | ReadonlySet<string>, shownBy: ShownBy = 'windows-1252'): Evidence {
  const sum = { words: 0, asIs: 0 };
  const tcvn3 = { valid: 0, only: 0, against: 0 };
  const vni = { valid: 0, only: 0, against: 0 };
  const read = READ[shownBy];
  for (const word of words instanceof Set ? (words as ReadonlySet<string>) : new Set(words)) {
    const reading = read(word);
    if (reading === undefined) continue;
    sum.words++;
    if (reading.asIs) sum.asIs++;
    for (const [weight, isValid, isOther] of [
      [tcvn3, reading.tcvn3, reading.vni],
      [vni, reading.vni, reading.tcvn3],
    ] as const) {
      if (isValid) weight.valid++;
      if (isValid && !isOther && !reading.asIs) weight.only++;
      if (!isValid && reading.asIs) weight.against++;
    }
  }
  return { ...sum, tcvn3, vni };
}

/** So many different words must be syllables under that encoding and nothing else under any other. */
const LEAST_WORDS = 5;

/** Whether texts with such evidence can together be clearly of that encoding; that there are enough words is quickly seen. */
export function mayBeClearly(encoding: LegacyEncoding, evidences: readonly Evidence[]): boolean {
  let only = 0;
  for (const evidence of evidences) only += evidence[encoding].only;
  return only >= LEAST_WORDS;
}

/**
 * Whether the texts together are beyond doubt of that encoding. Nearly all words become syllables, several of them only so,
 * and hardly any is one as it stands; Spanish, German, French or English words do not become syllables.
 */
export function isClearly(encoding: LegacyEncoding, evidence: Evidence): boolean {
  const { valid, only, against } = evidence[encoding];
  return only >= LEAST_WORDS && valid >= evidence.words * 0.85 && against <= evidence.words * 0.1;
}

/** Whether the texts are Vietnamese as they stand: nearly every word with marks is a syllable. */
export function isVietnamese({ words, asIs }: Evidence): boolean {
  return words > 0 && asIs >= words * 0.85;
}
