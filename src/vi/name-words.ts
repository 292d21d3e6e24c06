import { canBeginNumber, readNumberWords } from './number-words.ts';
import { remembered } from './remembered.ts';
import { matchKey, normalizeText } from './text.ts';

/** One word of a name (tên đơn vị), or the words that together write one number. */
export interface NameWord {
  /** In small letters, tones at their place, diacritics kept. */
  readonly text: string;
  /** The number it writes (`1`, `01`, `một`, `I`), or undefined. */
  readonly number: number | undefined;
  /** Letters that may be the initials of several words (`UBND`, `thcs`). */
  readonly isInitials: boolean;
  /** Cut short by a dot (`T.`, `Tr.`). */
  readonly isDotted: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A syllable with its number behind it (`Thôn1`); a code (`TH01`) has no vowel and stays whole. */
const SYLLABLE_AND_NUMBER = /^(?=.*[aeiouy].*\d)(\D+)(\d+)$/u;
/** As an ordinal is written: I to XXXIX. Only in capitals, as `vi` and `xi` are syllables; `X`, `XX` may stand for any name. */
const ROMAN = /^(?=.*[IV])(X{0,3})(IX|IV|V?I{0,3})$/u;
const ROMAN_ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** As many words as a number up to 99 takes: `hai mươi mốt`. */
const LONGEST_NUMBER = 3;

const folded = remembered((text) => text.normalize('NFD').replace(/\p{M}/gu, ''));

interface RawWord {
  readonly raw: string;
  readonly isDotted: boolean;
}

function rawWords(text: string): readonly RawWord[] {
  const line = normalizeText(text);
  return [...line.matchAll(WORD)].flatMap(({ 0: raw, index }): RawWord[] => {
    const isDotted = line[index + raw.length] === '.';
    if (!SYLLABLE_AND_NUMBER.test(folded(raw.toLowerCase()))) return [{ raw, isDotted }];
    const letters = raw.replace(/\d+$/u, '');
    return [
      { raw: letters, isDotted: false },
      { raw: raw.slice(letters.length), isDotted },
    ];
  });
}

function romanNumber(raw: string): number | undefined {
  const [, tens, ones] = ROMAN.exec(raw) ?? [];
  return tens === undefined || ones === undefined ? undefined : tens.length * 10 + ROMAN_ONES.indexOf(ones);
}

/** The number that begins there in words, and how many words it takes: `hai mươi mốt` is 21 and takes three. */
function spelledNumber(keys: readonly string[]): readonly [number: number, length: number] | undefined {
  if (!canBeginNumber(keys[0] ?? '')) return undefined;
  for (let length = Math.min(LONGEST_NUMBER, keys.length); length > 0; length--) {
    const number = readNumberWords(keys.slice(0, length).join(' '));
    // “Năm 2025” is the year.
    const isYear = length === 1 && keys[0] === 'năm' && /^(?:19|20)\d\d$/u.test(keys[1] ?? '');
    if (number !== undefined) return isYear ? undefined : [number, length];
  }
  return undefined;
}

function mayBeInitials(raw: string): boolean {
  if (!/^\p{L}{2,}$/u.test(raw)) return false;
  return (raw === raw.toUpperCase() && raw !== raw.toLowerCase()) || !/[aeiouy]/u.test(folded(raw.toLowerCase()));
}

/**
 * The words of a name, punctuation and dashes left out. Numbers are told however they are written (`Thôn 1`, `thôn 01`, `Thôn
 * Một`, `Thôn số 1`, `Thôn I`), and the word “số” before a number is left out.
 */
export function nameWords(text: string): readonly NameWord[] {
  return rememberedWords(text);
}

const rememberedWords = remembered((text): readonly NameWord[] => {
  const raws = rawWords(text);
  const keys = raws.map(({ raw }) => matchKey(raw));
  const words: NameWord[] = [];
  let at = 0;
  while (at < raws.length) {
    const { raw, isDotted } = raws[at] ?? { raw: '', isDotted: false };
    const key = keys[at] ?? '';
    const [spelled, length] = spelledNumber(keys.slice(at, at + LONGEST_NUMBER)) ?? [undefined, 1];
    const number = /^\d{1,6}$/u.test(key) ? Number(key) : (spelled ?? romanNumber(raw));
    if (number !== undefined && words.at(-1)?.text === 'số') words.pop();
    words.push({
      text: keys.slice(at, at + length).join(' '),
      number,
      isInitials: mayBeInitials(raw),
      isDotted: isDotted && !/\d/u.test(raw),
    });
    at += length;
  }
  return words;
});

/** Whether two words of names are the same: written alike, or the same number. */
export function isSameWord(a: NameWord, b: NameWord): boolean {
  return a.text === b.text || (a.number !== undefined && a.number === b.number);
}

/**
 * How many of the words, from the first, the short one may stand for; [] when for none: `THCS` for the three words whose
 * initials these are, `Tr.` for one word that begins so.
 */
export function abbreviatedLengths(short: NameWord, words: readonly NameWord[]): readonly number[] {
  if (!short.isInitials && !short.isDotted) return [];
  const letters = Array.from(folded(short.text));
  const initials = words.slice(0, letters.length).map(({ text }) => folded(text).charAt(0));
  const isRun = short.isInitials && initials.length === letters.length && initials.join('') === letters.join('');
  const first = words[0]?.text ?? '';
  const isCut = short.isDotted && first !== short.text && first.startsWith(short.text);
  return [...(isRun ? [letters.length] : []), ...(isCut ? [1] : [])];
}

/** Two names with equal keys are the same words: as `matchKey`, but numbers however written, and without “và”. */
export function nameKey(text: string): string {
  return nameWords(text)
    .filter((word) => word.text !== 'và')
    .map((word) => (word.number === undefined ? word.text : String(word.number)))
    .join(' ');
}

/** The word without diacritics, đ as d: only for suggestions. */
export function foldedWord(word: NameWord): NameWord {
  return { ...word, text: folded(word.text).replace(/đ/gu, 'd') };
}
