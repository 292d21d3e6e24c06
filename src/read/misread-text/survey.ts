import type { Sheet } from '../../model/workbook.ts';
import { hasLostLetters, mayBeMisread, readMisread, type MisreadWord } from '../../vi/misread-utf8.ts';
import { textsOf, type PlacedText } from './texts.ts';

/** So many different words must become Vietnamese that are none as they stand. */
const LEAST_WORDS = 5;
/** More different words say no more, and a hostile file has hundreds of thousands. */
const MOST_WORDS = 20_000;

const MARKED_LETTER = /(?!\p{ASCII})\p{L}/u;

/** What the different words of a column, a sheet or the file say. */
interface Evidence {
  readonly seen: Set<string>;
  decodable: number;
  valid: number;
  telling: number;
}

/** What was found in all texts of a workbook together. */
export interface Survey {
  /** Whether texts there are UTF-8 beyond doubt, by their column, their sheet or the whole file. */
  readonly isCertain: (place: PlacedText) => boolean;
  /** Whether some cell has marks and nothing that looks misread: it is Unicode. */
  readonly hasUnicode: boolean;
  /** Whether more than one word is garbled; a single odd one may be foreign. */
  readonly areGarbled: boolean;
  /** Whether there are texts that the readers kept as they came, because they might have been misread. */
  readonly isUntidy: boolean;
  /** Whether there are letters that are lost for good, in texts that are not misread. */
  readonly hasLost: boolean;
}

/** A word that becomes Vietnamese and is none as it stands. */
export function isTelling({ isValid, isPlausible }: MisreadWord): boolean {
  return isValid && !isPlausible;
}

/** A word that becomes Vietnamese, or of which bytes are lost, and nothing that anybody would type. */
export function isGarbled(word: MisreadWord): boolean {
  return isTelling(word) || (word.decoded === undefined && !word.isPlausible);
}

function add(evidence: Evidence, word: MisreadWord): void {
  const { written, decoded } = word;
  if (evidence.seen.has(written)) return;
  evidence.seen.add(written);
  if (decoded === undefined || !/\p{L}{2}/u.test(decoded)) return;
  evidence.decodable++;
  if (word.isValid) evidence.valid++;
  if (isTelling(word)) evidence.telling++;
}

/** Several words become Vietnamese, and nearly all that can be decoded. */
function isClear({ telling, valid, decodable }: Evidence): boolean {
  return telling >= LEAST_WORDS && valid >= decodable * 0.85;
}

/** The scopes of a place, the widest first. */
function scopesOf({ sheet, column }: PlacedText): readonly string[] {
  return ['', String(sheet), `${String(sheet)} ${String(column)}`];
}

/** Looks through all texts. */
export function survey(sheets: readonly Sheet[]): Survey {
  const scopes = new Map<string, Evidence>();
  const garbled = new Set<string>();
  let [hasUnicode, hasLost, isUntidy] = [false, false, false];
  const weigh = (place: PlacedText, words: readonly MisreadWord[]): void => {
    for (const word of words) if (garbled.size < 2 && isGarbled(word)) garbled.add(word.written);
    for (const scope of scopesOf(place)) {
      const evidence = scopes.get(scope) ?? { seen: new Set<string>(), decodable: 0, valid: 0, telling: 0 };
      scopes.set(scope, evidence);
      for (const word of words) add(evidence, word);
    }
  };
  const isEnough = (): boolean => (scopes.get('')?.seen.size ?? 0) >= MOST_WORDS;
  for (const place of textsOf(sheets)) {
    const isLooking = mayBeMisread(place.text);
    isUntidy ||= isLooking;
    if (isLooking && isEnough()) continue;
    const reading = isLooking ? readMisread(place.text) : undefined;
    if (reading !== undefined) weigh(place, reading.words);
    else if (hasLostLetters(place.text)) hasLost = true;
    else hasUnicode ||= place.row >= 0 && MARKED_LETTER.test(place.text);
  }
  const clear = new Set([...scopes].filter(([, evidence]) => isClear(evidence)).map(([scope]) => scope));
  return {
    isCertain: (place) => clear.size > 0 && scopesOf(place).some((scope) => clear.has(scope)),
    hasUnicode,
    areGarbled: garbled.size > 1,
    isUntidy,
    hasLost,
  };
}
