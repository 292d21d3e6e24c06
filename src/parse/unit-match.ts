import type { UnitType } from '../model/directive.ts';
import type { FormStamp } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import { closest } from '../vi/suggest.ts';
import { matchKey, searchKey } from '../vi/text.ts';

/** The words of a text with single blanks between, nothing else. */
function wordKey(text: string): string {
  return matchKey(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Words around the name of the former commune that tell nothing by themselves. */
const COMMUNE_WORDS = /(?<!\S)(?:xã|phường|thị trấn|thuộc|trước đây|cũ)(?!\S)/gu;

function communeKey(text: string): string {
  return wordKey(text).replace(COMMUNE_WORDS, ' ').replace(/\s+/gu, ' ').trim();
}

/** Whether what follows a unit's name says nothing else than where that unit lies. */
function isPlaceOf(rest: string, { formerCommune }: Unit): boolean {
  if (formerCommune !== '') return communeKey(rest) === communeKey(formerCommune);
  return /^(?:xã|phường|thị trấn)\s/u.test(rest);
}

/** `exact`: the name itself. `qualified`: the name and its former commune. */
function matchOf(text: string, name: string, unit: Unit): 'exact' | 'qualified' | undefined {
  if (text === name) return 'exact';
  if (name === '' || !text.startsWith(`${name} `)) return undefined;
  return isPlaceOf(text.slice(name.length + 1), unit) ? 'qualified' : undefined;
}

function withoutTypeWord(key: string, { type }: Unit, unitTypes: readonly UnitType[]): string {
  const words = unitTypes
    .filter(({ id }) => id === type)
    .flatMap(({ name, aliases }) => [name, ...aliases].map(wordKey));
  const word = words.filter((candidate) => key.startsWith(`${candidate} `)).sort((a, b) => b.length - a.length)[0];
  return word === undefined ? key : key.slice(word.length + 1);
}

/** The units that a comparison fits; those named with their former commune go before those named without. */
function unitsBy(
  units: readonly Unit[],
  compare: (unit: Unit) => readonly ('exact' | 'qualified' | undefined)[],
): readonly Unit[] {
  const found = units.map((unit) => ({ unit, matches: compare(unit) }));
  const qualified = found.filter(({ matches }) => matches.includes('qualified'));
  const chosen = qualified.length > 0 ? qualified : found.filter(({ matches }) => matches.includes('exact'));
  return chosen.map(({ unit }) => unit);
}

/** The units that the text names in full: by code, name or alias, with or without the former commune behind it. */
export function unitsNamedInFull(text: string, units: readonly Unit[]): readonly Unit[] {
  const key = wordKey(text);
  if (key === '') return [];
  return unitsBy(units, (unit) =>
    [unit.id, unit.name, ...unit.aliases].map((name) => matchOf(key, wordKey(name), unit)),
  );
}

/**
 * The units that the text names: by code, name or alias, with or without the former commune behind it; failing that, by the
 * name with or without the word for the unit's type. Diacritics must be right. Several units mean that the text is not enough.
 */
export function unitsNamed(text: string, units: readonly Unit[], unitTypes: readonly UnitType[]): readonly Unit[] {
  const key = wordKey(text);
  if (key === '') return [];
  const named = unitsNamedInFull(text, units);
  if (named.length > 0) return named;
  return unitsBy(units, (unit) =>
    [unit.name, ...unit.aliases].map((name) =>
      matchOf(withoutTypeWord(key, unit, unitTypes), withoutTypeWord(wordKey(name), unit, unitTypes), unit),
    ),
  );
}

/**
 * The unit's name that the text is most like, compared without diacritics and without the words for types, which half the
 * names begin with; undefined when none is near.
 */
export function nearestName(text: string, units: readonly Unit[], unitTypes: readonly UnitType[]): string | undefined {
  const words = unitTypes
    .flatMap(({ name, aliases }) => [name, ...aliases].map((word) => `${searchKey(word)} `))
    .sort((a, b) => b.length - a.length);
  const bare = (name: string): string => {
    const key = searchKey(name);
    return key.slice(words.find((word) => key.startsWith(word))?.length ?? 0);
  };
  const names = units.flatMap(({ name, aliases }) => [name, ...aliases]);
  const near = closest(bare(text), names.map(bare));
  return near === undefined ? undefined : names.find((name) => bare(name) === near);
}

/** Shorter names and codes, or bare numbers, stand in file names by accident. */
function isTelling(key: string): boolean {
  return key.length >= 3 && /\p{L}/u.test(key);
}

/** The units whose code, name or alias stands in the file's name, the longest wording first; folders do not count. */
export function unitsInFileName(file: string, units: readonly Unit[]): readonly Unit[] {
  const base = (file.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '').replace(/_/gu, ' ');
  const text = ` ${wordKey(base)} `;
  const hits = units.flatMap((unit) =>
    [unit.id, unit.name, ...unit.aliases]
      .map(wordKey)
      .filter((name) => isTelling(name) && text.includes(` ${name} `))
      .map((name) => ({ unit, name })),
  );
  const longest = hits.filter(
    ({ name }) => !hits.some((other) => other.name !== name && ` ${other.name} `.includes(` ${name} `)),
  );
  const found = [...new Set(longest.map(({ unit }) => unit))];
  const qualified = found.filter(
    ({ formerCommune }) => formerCommune !== '' && text.includes(` ${communeKey(formerCommune)} `),
  );
  return found.length > 1 && qualified.length > 0 ? qualified : found;
}

/** The unit of the form's hidden marks: by its code, else by its name if only one unit has it. */
export function unitOfStamp(stamp: FormStamp | undefined, units: readonly Unit[]): Unit | undefined {
  if (stamp === undefined) return undefined;
  const byCode = units.find(({ id }) => stamp.unit !== '' && matchKey(id) === matchKey(stamp.unit));
  if (byCode !== undefined) return byCode;
  const byName = units.filter(({ name }) => stamp.unitName !== '' && matchKey(name) === matchKey(stamp.unitName));
  return byName.length === 1 ? byName[0] : undefined;
}

/** The unit that the file's name tells, or undefined when it tells none or several. */
export function unitOfFileName(file: string, units: readonly Unit[]): Unit | undefined {
  const found = unitsInFileName(file, units);
  return found.length === 1 ? found[0] : undefined;
}
