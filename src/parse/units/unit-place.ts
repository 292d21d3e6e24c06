import type { Unit } from '../../model/unit.ts';
import { nameWords, type NameWord } from '../../vi/name-words.ts';

/** `exact`: the name alone, or with what every unit of the commune could add. `qualified`: the name and its former commune. */
export type PlaceFit = 'exact' | 'qualified';

const COMMUNE = 'xã|phường|thị trấn|đặc khu';
const IS_COMMUNE = new RegExp(`^(?:${COMMUNE})$`, 'u');
const BEGINS_WITH_COMMUNE = new RegExp(`^(?:${COMMUNE})\\s`, 'u');
const AFTER_COMMUNE = new RegExp(String.raw`(?<!\S)(?:${COMMUNE})\s+(.+)$`, 'u');
const LEADING = new RegExp(String.raw`^(?:(?:${COMMUNE}|x|thuộc|tại|của)(?:\s+|$))+`, 'u');
const FORMER = /(?<!\S)(?:cũ|trước đây|trước sáp nhập|trước khi sáp nhập)(?!\S)/u;
/** What lies above a commune tells nothing more. */
const ABOVE = /\s+(?:huyện|thị xã|thành phố|tp|tỉnh)\s.*$/u;

function textOf(words: readonly NameWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** The name of a commune without the words around it: `xã Tịnh Long cũ` and `Tịnh Long` are both `tịnh long`. */
function communeName(text: string): string {
  return text.replace(ABOVE, '').replace(FORMER, ' ').trim().replace(/\s+/gu, ' ').replace(LEADING, '');
}

/** A commune's name as it is compared; '' when the text names none. */
export function communeKey(text: string): string {
  return communeName(textOf(nameWords(text)));
}

/** The commune in the name of its body: `UBND xã …` gives what stands behind “xã”; '' when it is not told. */
export function communeOf(body: string): string {
  const [, name = ''] = AFTER_COMMUNE.exec(textOf(nameWords(body))) ?? [];
  return communeName(name);
}

/**
 * The name, and behind it the name without “xã” or “xã” with the present commune at its end, which goes without saying for the
 * commune's own bodies; undefined when it does not end so.
 */
export function namesWithin(
  name: readonly NameWord[],
  commune: string,
): readonly [readonly NameWord[], (readonly NameWord[])?] {
  const at = name.findLastIndex(({ text }) => IS_COMMUNE.test(text));
  const tail = textOf(name.slice(at + 1));
  return at > 0 && (tail === '' || tail === commune) ? [name, name.slice(0, at)] : [name];
}

/** The communes that words behind a unit's name can tell of. */
export interface Communes {
  /** The present one's own name (`communeOf`), '' if unknown: it tells nothing, but with “cũ” behind it is a former one. */
  readonly present: string;
  /** The former ones of the register, as keys. */
  readonly former: readonly string[];
}

/** The communes of these units. */
export function communesOf(units: readonly Unit[], present: string): Communes {
  const keys = new Set(units.map(({ formerCommune }) => communeKey(formerCommune)));
  return { present, former: [...keys].filter((key) => key !== '') };
}

/** What the words behind a unit's name say of the unit; undefined when they make it another one. */
export function placeFit(rest: readonly NameWord[], unit: Unit, communes: Communes): PlaceFit | undefined {
  const text = textOf(rest);
  if (text === '' || IS_COMMUNE.test(text)) return 'exact';
  const isFormer = FORMER.test(text);
  const name = communeName(text);
  if (name === '') return undefined;
  if (!isFormer && name === communes.present) return 'exact';
  const own = communeKey(unit.formerCommune);
  if (own !== '') return name === own ? 'qualified' : undefined;
  return communes.former.includes(name) || BEGINS_WITH_COMMUNE.test(text) ? 'exact' : undefined;
}

/** The same for words of a file's name, where anything may follow: words that begin with no known commune say nothing. */
export function placeInFileName(
  rest: readonly NameWord[],
  unit: Unit,
  { present, former }: Communes,
): PlaceFit | undefined {
  const text = `${textOf(rest).replace(LEADING, '')} `;
  const named = former.filter((name) => text.startsWith(`${name} `)).sort((a, b) => b.length - a.length)[0];
  if (named === undefined) return 'exact';
  const isFormer = /^(?:cũ|trước đây|trước sáp nhập)\s/u.test(text.slice(named.length + 1));
  if (!isFormer && named === present) return 'exact';
  const own = communeKey(unit.formerCommune);
  if (own !== '') return named === own ? 'qualified' : undefined;
  return 'exact';
}
