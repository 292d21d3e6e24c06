import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';

/** So many of anything are listed in a message; the others are counted. */
export const MOST_LISTED = 10;

/** `a, b và c`; beyond ten: `a, b, … và 5 dòng khác`, `noun` being what they are. */
export function listWords(words: readonly string[], noun: string): string {
  const rest = words.length - MOST_LISTED;
  return joinWords(rest > 0 ? [...words.slice(0, MOST_LISTED), `${formatInteger(rest)} ${noun} khác`] : words);
}
