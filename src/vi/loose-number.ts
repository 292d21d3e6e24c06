import { readNumberWords } from './number-words.ts';
import { plainTyping } from './plain-typing.ts';
import { readTypedNumber } from './typed-number.ts';

/**
 * What a text that is not clearly one number seems to say: for suggestions only, nothing of it is ever counted. `value` is
 * undefined where the text holds a number that cannot be told.
 * `words` ba trăm · `about` khoảng 500, 500+ · `pair` 12/15 · `range` 12-15 · `share` 50,5% · `power` 1e3 · `noted` 5 (dự kiến), +5.
 */
export type LooseNumber =
  | { readonly kind: 'words' | 'about' | 'power' | 'noted'; readonly value: number | undefined }
  | { readonly kind: 'pair' | 'range'; readonly first: number; readonly second: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'unknown' };

const UNKNOWN: LooseNumber = { kind: 'unknown' };

/** A longer text is a sentence, not a number with something around it. In characters. */
const LONGEST = 100;

/** A number inside a text. */
const NUMBER = String.raw`-?\d(?:[\d.,' ]*\d)?`;
/** What is said before a number that is not exact, in words and in signs. */
const ROUGHLY =
  'khoảng|chừng|tầm|cỡ|độ|ước|tính|gần|hơn|trên|dưới|quá|xấp xỉ|tối thiểu|tối đa|ít nhất|nhiều nhất|không dưới|không quá|trung bình|bình quân';
const BEFORE = new RegExp(String.raw`^(?:(?:${ROUGHLY})(?![\p{L}\d])[\s:]*|[~≈±<>≤≥]=?\s*)+(\S.*)$`, 'u');
const BEHIND = /^(.*\d)\s*(?:\++|trở lên|trở xuống|hơn|mấy|có lẻ|lẻ|~|%?\s*±.*)$/u;
const PAIR = new RegExp(String.raw`^(${NUMBER})\s*(?:\/|\\|:|trên|trong)\s*(?:tổng\s*(?:số\s*)?)?(${NUMBER})$`, 'u');
const RANGE = new RegExp(String.raw`^(?:từ\s*)?(${NUMBER})\s*(?:-+>?|đến|tới|→|÷|~|\.{2,}|…)\s*(${NUMBER})$`, 'u');
const SHARE = /\d\s*(?:%|‰|phần trăm|phần nghìn)/u;
const POWER = /^-?\d+(?:[.,]\d+)?e[+-]?\d+$/u;
/** One number with a remark: `5 (dự kiến)`, `(5)`, `+5`, `= 5`, `được 500 cái`, `1,` — but no second number. */
const NOTED = new RegExp(
  String.raw`^(?:(?:tổng số|tổng cộng|tổng|cộng|được|đạt|có|là)[\s:]*|[+=:#(\["'-]\s*)*(${NUMBER})(?![\p{L}\d]*\d)([^\d]*)$`,
  'u',
);

/** The whole number that the text may mean, thousands grouped either way; undefined when it is a fraction or no number. */
function meant(text: string): number | undefined {
  const typed = readTypedNumber(text);
  switch (typed.kind) {
    case 'whole':
    case 'padded':
      return typed.value;
    case 'either':
      return typed.grouped;
    case 'fraction':
    case 'not-a-number':
      return undefined;
  }
}

function twoNumbers(kind: 'pair' | 'range', match: RegExpExecArray | null): LooseNumber | undefined {
  const [first, second] = [meant(match?.[1] ?? ''), meant(match?.[2] ?? '')];
  return first === undefined || second === undefined ? undefined : { kind, first, second };
}

function about(typed: string, cutWord: (text: string) => string): LooseNumber | undefined {
  const core = BEFORE.exec(typed)?.[1] ?? BEHIND.exec(typed)?.[1];
  if (core === undefined) return undefined;
  const number = cutWord(BEHIND.exec(core)?.[1] ?? core);
  const value = meant(number) ?? readNumberWords(number);
  return value === undefined ? undefined : { kind: 'about', value };
}

/**
 * What the text seems to say. `cutWord` takes the word for what is counted off its end (`300 người` → `300`); it gives the text
 * back when there is none.
 */
export function readLooseNumber(text: string, cutWord: (text: string) => string): LooseNumber {
  const typed = plainTyping(text).toLowerCase();
  if (typed.length > LONGEST) return UNKNOWN;
  const core = cutWord(typed);
  const words = readNumberWords(core);
  if (words !== undefined) return { kind: 'words', value: words };
  if (SHARE.test(typed)) return { kind: 'share' };
  if (POWER.test(core)) {
    const value = Number(core.replace(',', '.'));
    return { kind: 'power', value: Number.isSafeInteger(value) ? value : undefined };
  }
  const rough = about(typed, cutWord);
  if (rough !== undefined) return rough;
  const two = twoNumbers('pair', PAIR.exec(core)) ?? twoNumbers('range', RANGE.exec(core));
  if (two !== undefined) return two;
  const noted = NOTED.exec(typed);
  return noted === null ? UNKNOWN : { kind: 'noted', value: meant(noted[1] ?? '') };
}
