import type { Round } from '../../model/round.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { matchKey, normalizeText } from '../../vi/text.ts';
import { withoutOrdinal } from '../tables/ordinals.ts';
import { roundNames } from '../units/round-names.ts';
import { unitsNamed } from '../units/unit-match.ts';
import { communeKey, communesOf } from '../units/unit-place.ts';

/** What a text over lines of units says of them. */
export type Group =
  /** The former commune of the units below: `Xã An Đông cũ`, `Các thôn thuộc xã An Đông cũ`. */
  | { readonly kind: 'place'; readonly words: string }
  /** Another part of the list: `II. Các trường học`. */
  | { readonly kind: 'other' };

/** Longer texts are sentences; in characters. */
const LONGEST_GROUP = 80;
/** `Xã …`, `Các thôn thuộc xã …`, `Địa bàn phường …` */
const COMMUNE = /^(?:(?:các|địa bàn|khu vực|cụm)(?!\p{L})[^,;]*?\s)?(?=(?:xã|phường|thị trấn|đặc khu)\s+\p{L})/iu;
const BEGINS_WITH_COMMUNE = /^(?:xã|phường|thị trấn|đặc khu)\s/iu;
const FORMER = /(?<!\p{L})(?:cũ|trước đây)(?!\p{L})/iu;

/** Tells what a text over lines of units says, in one round. */
export interface GroupReader {
  /** Undefined when the text names a unit, or says nothing of those below. */
  readonly read: (text: string) => Group | undefined;
  /** Whether the text is the name of a part of the list, so that numbers beside it add that part up. */
  readonly isTitle: (text: string) => boolean;
}

/** The words from the commune on, without brackets: `II. Các thôn thuộc xã An Đông (cũ)` → `xã An Đông cũ`. */
function placeWords(text: string): string {
  const line = withoutOrdinal(normalizeText(text)).replace(/[()[\]:]/gu, ' ');
  return normalizeText(line.replace(COMMUNE, ''));
}

/** The reader of a round's groups; without a register there is nothing to tell units by. */
export const groupReader = rememberedFor((round: Round): GroupReader => {
  const { names } = roundNames(round);
  const { former } = communesOf(names.units, names.commune);
  const titles = new Set(round.directive.unitTypes.map(({ plural }) => matchKey(plural)));
  const isPlace = (words: string): boolean => {
    const key = communeKey(words);
    return former.includes(key) || (BEGINS_WITH_COMMUNE.test(words) && FORMER.test(words));
  };
  const read = (text: string): Group | undefined => {
    if (text.length > LONGEST_GROUP || !/\p{L}{2}/u.test(text) || round.units.length === 0) return undefined;
    const words = placeWords(text);
    if (isPlace(words)) return { kind: 'place', words };
    return unitsNamed(withoutOrdinal(normalizeText(text)), names).length > 0 ? undefined : { kind: 'other' };
  };
  return {
    read,
    isTitle: (text) => read(text)?.kind === 'place' || titles.has(matchKey(withoutOrdinal(normalizeText(text)))),
  };
});
