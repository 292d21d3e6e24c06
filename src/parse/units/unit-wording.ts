import type { UnitType } from '../../model/directive.ts';
import type { Unit } from '../../model/unit.ts';
import { abbreviatedLengths, isSameWord, nameWords, type NameWord } from '../../vi/name-words.ts';
import { rememberedFor, rememberedLately } from '../../vi/remembered.ts';
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

/** A place in the words of a text, and one in those of a name. */
interface Position {
  readonly text: Words;
  readonly at: number;
  readonly name: Words;
  readonly from: number;
}

/**
 * Where in the text the words behind the name begin, when the name stands at that place; undefined when it does not. “Và”
 * inside a name may be written as a dash or left out. Only words for types may be abbreviated (`mayShorten`): `T. …`, `UBND …`.
 */
function endOf({ text, at, name, from }: Position, mayShorten: boolean, isInside = false): number | undefined {
  const [word, first] = [name[from], text[at]];
  if (word === undefined) return at;
  if (first === undefined) return undefined;
  const plain = isSameWord(first, word)
    ? endOf({ text, at: at + 1, name, from: from + 1 }, mayShorten, true)
    : undefined;
  if (plain !== undefined) return plain;
  if (isInside && isAnd(first)) return endOf({ text, at: at + 1, name, from }, mayShorten, true);
  if (isInside && isAnd(word)) return endOf({ text, at, name, from: from + 1 }, mayShorten, true);
  if (!mayShorten) return undefined;
  for (const length of abbreviatedLengths(first, name.slice(from))) {
    const found = endOf({ text, at: at + 1, name, from: from + length }, true, true);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name or a text cut behind a word for its type; the uncut one has none. */
export interface Cut {
  readonly type: string | undefined;
  /** Where the words behind it begin. */
  readonly at: number;
}

/** The words cut by the words for a type. */
function cutsOf(words: Words, types: readonly Words[]): readonly Cut[] {
  return [
    { type: undefined, at: 0 },
    ...types.flatMap((type): readonly Cut[] => {
      const at = endOf({ text: words, at: 0, name: type, from: 0 }, true);
      return at === undefined ? [] : [{ type: type.map(({ text }) => text).join(' '), at }];
    }),
  ];
}

/** The cuts of a name are asked for with every text, those of a text for every unit of the type. */
const cutsBy = rememberedFor((types: readonly Words[]) => ({
  ofName: rememberedFor((name: Words) => cutsOf(name, types)),
  ofText: rememberedLately((text: Words) => cutsOf(text, types)),
}));

/** The ways to cut a text that may begin with a unit's name. */
export function cutsOfText(text: Words, types: readonly Words[]): readonly Cut[] {
  return cutsBy(types).ofText(text);
}

/** The ways to cut a unit's name. */
export function cutsOfName(name: Words, types: readonly Words[]): readonly Cut[] {
  return cutsBy(types).ofName(name);
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

/** The words for each type; the same objects each time. */
const wordsByType = rememberedFor(
  (unitTypes: readonly UnitType[]): ReadonlyMap<string, readonly Words[]> =>
    new Map(
      unitTypes.map(({ id, name, aliases }) => {
        const words = [name, ...aliases].map(nameWords);
        return [id, words.filter(({ length }) => length > 0)];
      }),
    ),
);

const NO_WORDS: readonly Words[] = [];

/** The words for the unit's type: its name in the directive and the other words for it. */
export function typeWords(unit: Unit, names: Names): readonly Words[] {
  return wordsByType(names.unitTypes).get(unit.type) ?? NO_WORDS;
}

/** The names by which the unit is looked for: its own and its other ones, each also without the commune at its end. */
export function namesOf(unit: Unit, names: Names): readonly Words[] {
  return wordsOfUnit(names)(unit);
}

const wordsOfUnit = rememberedFor((names: Names) => rememberedFor((unit: Unit) => wordsOf(unit, names)));

function wordsOf(unit: Unit, names: Names): readonly Words[] {
  const cuts = cutsBy(typeWords(unit, names)).ofName;
  return [unit.name, ...unit.aliases].flatMap((name) => {
    const [words, within] = namesWithin(nameWords(name), names.commune);
    // “Xã” may be a part of the word for the type.
    const behindType = cuts(words).flatMap(({ type, at }) => (type === undefined ? [] : [words.length - at]));
    const fewest = behindType.length === 0 ? 0 : words.length - Math.max(...behindType);
    return within === undefined || within.length < fewest ? [words] : [words, within];
  });
}

/** Each way in which the text begins with the name; a name without words is nowhere. */
export function fits(text: Words, name: Words, types: readonly Words[]): readonly Fit[] {
  if (name.length === 0) return [];
  const nameCuts = cutsOfName(name, types);
  return cutsOfText(text, types).flatMap((cut) =>
    nameCuts.flatMap((nameCut): Fit[] => {
      const completeness = agreement(cut.type, nameCut.type);
      // A name of nothing but its type says too little when that word is not the very same.
      if (completeness === undefined || (nameCut.at === name.length && cut.type !== nameCut.type)) return [];
      const end = endOf({ text, at: cut.at, name, from: nameCut.at }, false);
      return end === undefined ? [] : [{ completeness, rest: text.slice(end) }];
    }),
  );
}

/** Whether the text begins with the unit's code, letter by letter. */
export function startsWithCode(text: Words, { id }: Unit): boolean {
  const code = nameWords(id);
  return code.length > 0 && code.every((word, index) => text[index]?.text === word.text);
}
