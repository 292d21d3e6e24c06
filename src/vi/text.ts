import { halfWidth } from './half-width.ts';
import { maskPersonalData } from './personal-data.ts';
import { remembered } from './remembered.ts';

/** Controls (but tab and line ends), zero-width marks, soft hyphens, and the two characters that XML cannot carry. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

/** Old tone placement → new: `hoà` → `hòa`, `thuỷ` → `thủy`; only where nothing follows, so that `hoàn` and `quý` stay. */
const TONE_PLACEMENT = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu;

/** The same but for the soft hyphen, which is the letter ư of a text in TCVN3. */
const UNPRINTABLE_ANYWHERE = /(?![\t\n\r\u00ad])[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

const TIDY_WORD = String.raw`[!-~·À-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”•…]+`;
/**
 * Vietnamese and other Latin letters in NFC and common signs, with single blanks between words: what `tidy` would not change.
 * Almost all texts are such, and looking takes a tenth of the time.
 */
const TIDY = new RegExp(`^(?:${TIDY_WORD}(?: ${TIDY_WORD})*)?$`, 'u');
/** The same with line ends. */
const TIDY_LINES = new RegExp(`^${TIDY_WORD}(?:[ \\n]${TIDY_WORD})*$`, 'u');

function tidy(text: string, unprintable: RegExp): string {
  if (TIDY.test(text)) return text;
  return text.toWellFormed().normalize('NFC').replace(unprintable, '').replace(/\s+/gu, ' ').trim();
}

/** Whether the text is what `normalizeLines` and `normalizeRawLines` would make of it, as far as that is quickly seen. */
export function isTidy(text: string): boolean {
  return TIDY_LINES.test(text);
}

function tidyLines(text: string, unprintable: RegExp): string {
  if (isTidy(text)) return text;
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => tidy(line, unprintable))
    .filter((line) => line !== '')
    .join('\n');
}

/** NFC, without control characters, every run of white space (also NBSP) one blank, trimmed. For one-line texts. */
export function normalizeText(text: string): string {
  return tidy(text, UNPRINTABLE);
}

/** The same for texts of several lines: lines are kept, blank lines go. */
export function normalizeLines(text: string): string {
  return tidyLines(text, UNPRINTABLE);
}

/** `normalizeText` for what has just been read from a file and may still be in TCVN3: soft hyphens stay. */
export function normalizeRawText(text: string): string {
  return tidy(text, UNPRINTABLE_ANYWHERE);
}

/** `normalizeLines` for what has just been read from a file and may still be in TCVN3: soft hyphens stay. */
export function normalizeRawLines(text: string): string {
  return tidyLines(text, UNPRINTABLE_ANYWHERE);
}

/** Of a text in small letters. */
function moveTone(text: string): string {
  return text.replace(TONE_PLACEMENT, (vowels) => {
    const [first = '', second = '', mark = ''] = vowels.normalize('NFD');
    return `${first}${mark}${second}`.normalize('NFC');
  });
}

/**
 * Two texts with equal keys are the same words: case, tone placement (hoà/hòa), dashes, quotes and punctuation at the ends
 * do not count, nor does which of the look-alikes of Đ was typed (Icelandic Ð, African Ɖ) or a full-width digit; diacritics
 * do count (`Mỹ Lại` is not `Mỹ Lài`).
 */
export function matchKey(text: string): string {
  return rememberedKey(text);
}

const rememberedKey = remembered((text) =>
  moveTone(halfWidth(normalizeText(text)).toLowerCase())
    .replace(/[ðɖ]/gu, 'đ')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/[“”„‟"'‘’‚‛«»‹›`´ʼ]/gu, '')
    .replace(/[-/,;:.()&+]/gu, ' $& ')
    .replace(/\s+/gu, ' ')
    // Begun at the first of the signs alone: begun at each of them, a line of dots takes their number squared.
    .replace(/^[\s.,;:*-]+|(?<![\s.,;:*-])[\s.,;:*-]+$/gu, ''),
);

/** The key without diacritics, đ as d: only for suggestions, never for equality. */
export function searchKey(text: string): string {
  return rememberedSearchKey(text);
}

const rememberedSearchKey = remembered((text) =>
  matchKey(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd'),
);

const QUOTE_LENGTH = 60;

/** A found value for a message: masked where it looks personal, shortened, between Vietnamese quotation marks. */
export function quoteValue(raw: string): string {
  const text = maskPersonalData(normalizeText(raw));
  const characters = Array.from(text);
  return `“${characters.length > QUOTE_LENGTH ? `${characters.slice(0, QUOTE_LENGTH - 1).join('')}…` : text}”`;
}

/** First letter upper case, the rest as it is. */
export function capitalize(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase('vi') + rest.join('');
}

/** `a`, `a và b`, `a, b và c`. */
export function joinWords(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} và ${words.at(-1) ?? ''}`;
}
