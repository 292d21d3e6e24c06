import type { MisreadText } from '../../vi/misread-utf8.ts';
import { isGarbled, isTelling, type Survey } from './survey.ts';
import type { PlacedText } from './texts.ts';

/**
 * What becomes of a text. `meant`: as it stands. `damaged`: bytes of letters are lost, so that what it was would have to be
 * guessed. `doubtful`: there is too little text to be certain.
 */
export type Fate = 'converted' | 'damaged' | 'doubtful' | 'meant';

/** Decides over columns, sheets and the whole file, never over one short cell. */
export function fateOf(place: PlacedText, { words, decoded }: MisreadText, found: Survey): Fate {
  const isCertain = found.isCertain(place);
  // A text that may have been meant as it stands is taken for that if anything in the file is Unicode.
  if (words.every(({ isPlausible }) => isPlausible) && (found.hasUnicode || !isCertain)) return 'meant';
  if (decoded === undefined) return words.some(isGarbled) ? 'damaged' : 'meant';
  if (isCertain) return 'converted';
  return words.some(isTelling) ? 'doubtful' : 'meant';
}
