import { tellingWords } from './legacy-encoding/evidence.ts';
import { isSyllable } from './legacy-encoding/syllable.ts';
import { remembered } from './remembered.ts';
import { bytesShownAs } from './shown-bytes.ts';

/** How the first byte of a Vietnamese letter in UTF-8, of a mark or of a sign shows in a Western code page; and those behind it. */
const FIRST = String.raw`(?:[ÂÃĂÄÅÆÌáâï]|\u0300)`;
const BEHIND = String.raw`[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]`;
const MISREAD = new RegExp(FIRST + BEHIND, 'u');
/** The same for whole letters, as nobody types them. */
const WHOLE_LETTER = new RegExp(`[ÃĂÄÅÆ]${BEHIND}|á[º»]${BEHIND}|ï¿½`, 'u');

/** What stands between characters of ASCII that are no letters: no letter of UTF-8 reaches over one of these. */
const RUN = /[A-Za-z\u0080-\uffff]+/gu;
/** Signs that people type next to a letter; the others are what the bytes of UTF-8 look like. */
const UNUSUAL = /[^\p{L}\p{M}\u00a0«»°²³·…‘’“”•‐-―]|á[»º][^\p{L}\u00a0…’”]/u;
/** Signs that people type behind a word. */
const AT_END = /[´¹©®™]+$/u;
/** `lá»…` or `xã®` may have been typed, but is not what came out of bytes. */
const SIGN_BEHIND = /á[»º]\P{L}|[´¹©®™]$/u;
const FOREIGN = /(?![A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ])\p{L}|[\u0080-\u009f\ufffd]/u;
/** What is left of a letter whose second byte is lost; where the third is, `á»` or `áº` is left. */
const LEFT_OVER = /[ÃĂÌ]|\u0300/u;
/** `HĐND`, `QĐ`: no syllable, and Vietnamese all the same. */
const ABBREVIATION = /^[B-DF-HJ-NP-TV-XZĐ]+$/u;
const LOST = /\p{L}\ufffd|\ufffd\p{L}/u;

/** A run of letters whose UTF-8 somebody took for windows-1252 or 1258, or that at least looks so. */
export interface MisreadWord {
  readonly written: string;
  /** Undefined when bytes of it are lost. */
  readonly decoded: string | undefined;
  /** It becomes Vietnamese. */
  readonly isValid: boolean;
  /** It may have been meant as it stands (`XÃ”`). */
  readonly isPlausible: boolean;
}

/** A text with such words. */
export interface MisreadText {
  readonly words: readonly MisreadWord[];
  /** The text as it was meant, not normalised; undefined when not all of it is known. */
  readonly decoded: string | undefined;
}

/** Whether the text may be UTF-8 that somebody took for windows-1252 or 1258; then its blanks and controls may be parts of letters. */
export function mayBeMisread(text: string): boolean {
  return MISREAD.test(text);
}

/** Whether letters are gone for good: programs put U+FFFD where they cannot show a character. */
export function hasLostLetters(text: string): boolean {
  return LOST.test(text);
}

/** Small, capital, or with a capital first, as people type words. */
function isUsualCase(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}

function isVietnamese(text: string): boolean {
  const words = tellingWords(text.normalize('NFC'));
  return words.every((word) => {
    const letters = word.replace(/^\P{L}+|\P{L}+$/gu, '');
    return letters.length <= 1 || ABBREVIATION.test(letters) || (isUsualCase(letters) && isSyllable(letters));
  });
}

/** Whether somebody may have meant it as it stands. */
function isSound(written: string): boolean {
  const word = written.replace(AT_END, '');
  return !UNUSUAL.test(word) && !FOREIGN.test(word) && isVietnamese(word);
}

function asUtf8(text: string): string | undefined {
  const bytes = bytesShownAs(text);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // the decoder throws exactly when the bytes are not UTF-8
  }
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** Decodes as often as somebody saved it wrongly: until it is Vietnamese, or cannot have been UTF-8. */
function decodedWord(written: string): string | undefined {
  let decoded: string | undefined;
  for (let next = asUtf8(written); next !== undefined && !isAscii(next); next = asUtf8(next)) {
    decoded = next;
    if (isSound(next) && !SIGN_BEHIND.test(next)) break;
  }
  return decoded === undefined || FOREIGN.test(decoded) ? undefined : decoded;
}

/** What is to be said of a run of letters; undefined for one without anything to decode. */
const wordOf = remembered((written): MisreadWord | undefined => {
  if (!MISREAD.test(written)) return undefined;
  const decoded = decodedWord(written);
  const isPlausible = isSound(written);
  if (decoded === undefined && (isPlausible || !WHOLE_LETTER.test(written))) return undefined;
  const isValid = decoded !== undefined && tellingWords(decoded.normalize('NFC')).length > 0 && isVietnamese(decoded);
  return { written, decoded, isValid, isPlausible };
});

/** Whether a run beside misread ones is right as it stands: no byte shows so, or it is Vietnamese and nothing left over from a letter. */
function isKept(written: string): boolean {
  if (isAscii(written)) return true;
  if (bytesShownAs(written) === undefined) return !written.includes('\ufffd');
  return isSound(written) && !MISREAD.test(written) && !LEFT_OVER.test(written);
}

/** What is to be said of the text; undefined when nothing in it looks misread. */
export function readMisread(text: string): MisreadText | undefined {
  return MISREAD.test(text) ? readingOf(text) : undefined;
}

const readingOf = remembered((text): MisreadText | undefined => {
  const words: MisreadWord[] = [];
  const unknown: string[] = [];
  const decoded = text.replace(RUN, (written) => {
    const word = wordOf(written);
    if (word !== undefined) words.push(word);
    const isKnown = word === undefined ? isKept(written) : word.decoded !== undefined;
    if (!isKnown) unknown.push(written);
    return word?.decoded ?? written;
  });
  return words.length === 0 ? undefined : { words, decoded: unknown.length === 0 ? decoded : undefined };
});
