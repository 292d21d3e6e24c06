import { matchKey } from './text.ts';

/** The digits as they are spoken alone; 0 is not among them, because “không” alone also says “none” or “not done”. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
/** Digits that sound otherwise behind “mươi”. */
const AFTER_TENS: ReadonlyMap<string, number> = new Map([
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
]);

type Words = readonly string[];

function digit(word: string | undefined): number | undefined {
  return word === undefined ? undefined : DIGITS.get(word);
}

function afterTens(word: string | undefined): number | undefined {
  return word === undefined ? undefined : (AFTER_TENS.get(word) ?? (word === 'năm' ? undefined : DIGITS.get(word)));
}

/** 10 to 99: `mười lăm`, `hai mươi mốt`, `ba chục`, and the short `hai mốt`. “mười năm” is ten years. */
function tens(words: Words): number | undefined {
  const [first, second, third] = words;
  if (first === 'mười') {
    if (words.length === 1) return 10;
    const unit = second === 'mốt' ? undefined : afterTens(second);
    return words.length === 2 && unit !== undefined ? 10 + unit : undefined;
  }
  const ten = digit(first);
  if (ten === undefined || words.length > 3) return undefined;
  if (second === 'chục') return words.length === 2 ? ten * 10 : undefined;
  if (ten === 1) return undefined;
  if (second === 'mươi') {
    if (words.length === 2) return ten * 10;
    const unit = afterTens(third);
    return unit === undefined ? undefined : ten * 10 + unit;
  }
  const short = second === undefined || words.length !== 2 ? undefined : AFTER_TENS.get(second);
  return short === undefined ? undefined : ten * 10 + short;
}

/** 1 to 99 behind “trăm” or “nghìn”: `linh năm`, `hai mươi`. A bare digit there is 20 to some and 2 to others. */
function rest(words: Words): number | undefined {
  const [first, second] = words;
  if (first === 'linh' || first === 'lẻ') {
    return words.length === 2 ? (second === 'tư' ? 4 : digit(second)) : undefined;
  }
  return tens(words);
}

/** 0 to 999 written in full: `ba trăm`, `không trăm linh năm`. */
function hundreds(words: Words): number | undefined {
  const hundred = words[0] === 'không' ? 0 : digit(words[0]);
  if (hundred === undefined || words[1] !== 'trăm') return undefined;
  if (words.length === 2) return hundred * 100;
  const below = rest(words.slice(2));
  return below === undefined ? undefined : hundred * 100 + below;
}

function belowThousand(words: Words): number | undefined {
  if (words.length === 1) return digit(words[0]) ?? tens(words);
  const full = hundreds(words);
  return words[0] === 'không' ? undefined : (full ?? tens(words));
}

/** Whether a number in words can begin with that word, a `matchKey`: to be asked before joining words to look whether they are one. */
export function canBeginNumber(word: string): boolean {
  return DIGITS.has(word) || word === 'mười' || word === 'không' || word === '';
}

/**
 * A number from 1 to 999.999 written in words: `năm mươi`, `ba trăm hai mươi mốt`, `một nghìn hai trăm linh năm`. The whole text
 * must be the number; “không” alone, “rưỡi”, “vài chục” and what can be read in two ways (`một trăm hai`) give undefined.
 */
export function readNumberWords(text: string): number | undefined {
  const words = matchKey(text).split(' ');
  const at = words.findIndex((word) => word === 'nghìn' || word === 'ngàn');
  if (at === -1) return belowThousand(words);
  const thousands = belowThousand(words.slice(0, at));
  if (thousands === undefined) return undefined;
  const tail = words.slice(at + 1);
  if (tail.length === 0) return thousands * 1000;
  const below = hundreds(tail) ?? rest(tail);
  return below === undefined || below === 0 ? undefined : thousands * 1000 + below;
}
