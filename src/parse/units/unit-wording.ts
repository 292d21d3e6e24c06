import type { UnitType } from '../../model/directive.ts';
import type { Unit } from '../../model/unit.ts';
import { abbreviatedLengths, isSameWord, nameWords, type NameWord } from '../../vi/name-words.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { namesWithin } from './unit-place.ts';

type Words = readonly NameWord[];

/** What a text can name: the units, the words for their types, and the present commune's own name (`communeOf`), '' if unknown. */
export interface Names {
  readonly units: readonly Unit[];
  readonly unitTypes: readonly UnitType[];
  readonly commune: string;
}

/** `full`: the whole name, however shortened. `short`: the name without the word for its type, or with a vaguer one. */
export type Completeness = 'full' | 'short';

/** A name that was found at the beginning of a text, and the words behind it. */
export interface Fit {
  readonly completeness: Completeness;
  readonly rest: Words;
}

function isAnd({ text }: NameWord): boolean {
  return text === 'và';
}

/**
 * What follows the name, when the text begins with it; undefined when it does not. “Và” inside a name may be written as a
 * dash or left out. Only words for types may be abbreviated (`mayShorten`): `T. …`, `TT. …`, `UBND …`.
 */
function after(text: Words, name: Words, mayShorten: boolean, isInside = false): Words | undefined {
  const [word, ...others] = name;
  if (word === undefined) return text;
  const [first, ...rest] = text;
  if (first === undefined) return undefined;
  const plain = isSameWord(first, word) ? after(rest, others, mayShorten, true) : undefined;
  if (plain !== undefined) return plain;
  if (isInside && isAnd(first)) return after(rest, name, mayShorten, true);
  if (isInside && isAnd(word)) return after(text, others, mayShorten, true);
  if (!mayShorten) return undefined;
  for (const length of abbreviatedLengths(first, name)) {
    const found = after(rest, name.slice(length), true, true);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name cut behind a word for its type; the uncut name has none. */
interface Cut {
  readonly type: string | undefined;
  readonly rest: Words;
}

function cuts(words: Words, types: readonly Words[]): readonly Cut[] {
  const found = types.flatMap((type): Cut[] => {
    const rest = after(words, type, true);
    return rest === undefined ? [] : [{ type: type.map(({ text }) => text).join(' '), rest }];
  });
  return [{ type: undefined, rest: words }, ...found];
}

/**
 * Whether a text with one word for the type and a name with another can be one unit's. One that ends with the other is the
 * same or a body of it (“Ban … thôn” and “thôn”), one that begins with the other is vaguer. Two unlike words may be the
 * names of two units.
 */
function agreement(a: string | undefined, b: string | undefined): Completeness | undefined {
  if (a === b) return 'full';
  if (a === undefined || b === undefined) return 'short';
  if (a.endsWith(` ${b}`) || b.endsWith(` ${a}`)) return 'full';
  return a.startsWith(`${b} `) || b.startsWith(`${a} `) ? 'short' : undefined;
}

/** What stands the same for a unit whatever the text is. */
interface UnitWords {
  readonly types: readonly Words[];
  readonly names: readonly Words[];
}

const unitWords = rememberedFor((names: Names) =>
  rememberedFor((unit: Unit): UnitWords => ({ types: typesOf(unit, names), names: wordsOf(unit, names) })),
);

function typesOf({ type }: Unit, { unitTypes }: Names): readonly Words[] {
  const words = unitTypes.filter(({ id }) => id === type).flatMap(({ name, aliases }) => [name, ...aliases]);
  return words.map(nameWords).filter(({ length }) => length > 0);
}

/** The words for the unit's type: its name in the directive and the other words for it. */
export function typeWords(unit: Unit, names: Names): readonly Words[] {
  return unitWords(names)(unit).types;
}

/** The names by which the unit is looked for: its own and its other ones, each also without the commune at its end. */
export function namesOf(unit: Unit, names: Names): readonly Words[] {
  return unitWords(names)(unit).names;
}

function wordsOf(unit: Unit, names: Names): readonly Words[] {
  const types = typesOf(unit, names);
  return [unit.name, ...unit.aliases].flatMap((name) => {
    const [words, within] = namesWithin(nameWords(name), names.commune);
    // “Xã” may be a part of the word for the type.
    const behindType = cuts(words, types).flatMap(({ type, rest }) => (type === undefined ? [] : [rest.length]));
    const fewest = behindType.length === 0 ? 0 : words.length - Math.max(...behindType);
    return within === undefined || within.length < fewest ? [words] : [words, within];
  });
}

/** Each way in which the text begins with the name; a name without words is nowhere. */
export function fits(text: Words, name: Words, types: readonly Words[]): readonly Fit[] {
  if (name.length === 0) return [];
  const nameCuts = cuts(name, types);
  return cuts(text, types).flatMap((cut) =>
    nameCuts.flatMap((nameCut): Fit[] => {
      const completeness = agreement(cut.type, nameCut.type);
      // A name of nothing but its type says too little when that word is not the very same.
      if (completeness === undefined || (nameCut.rest.length === 0 && cut.type !== nameCut.type)) return [];
      const rest = after(cut.rest, nameCut.rest, false);
      return rest === undefined ? [] : [{ completeness, rest }];
    }),
  );
}

/** Whether the text begins with the unit's code, letter by letter. */
export function startsWithCode(text: Words, { id }: Unit): boolean {
  const code = nameWords(id);
  return code.length > 0 && code.every((word, index) => text[index]?.text === word.text);
}
