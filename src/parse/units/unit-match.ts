import { grouped } from '../../model/grouped.ts';
import type { FormStamp } from '../../model/submission.ts';
import type { Unit } from '../../model/unit.ts';
import { remembered, rememberedFor } from '../../vi/remembered.ts';
import { nameWords, type NameWord } from '../../vi/name-words.ts';
import { matchKey, normalizeText } from '../../vi/text.ts';
import { communesOf, placeFit, type Communes } from './unit-place.ts';
import { candidates } from './unit-search.ts';
import { fits, namesOf, startsWithCode, typeWords, type Completeness, type Names } from './unit-wording.ts';

interface Search {
  readonly names: Names;
  readonly communes: Communes;
  readonly accepted: readonly Completeness[];
}

/** How well the text names the unit, 0 the best; undefined when it does not. */
function rankOf(words: readonly NameWord[], unit: Unit, search: Search): number | undefined {
  const { names, communes, accepted } = search;
  const types = typeWords(unit, names);
  const ranks = namesOf(unit, names).flatMap((name) =>
    fits(words, name, types).flatMap(({ completeness, rest }) => {
      const place = accepted.includes(completeness) ? placeFit(rest, unit, communes) : undefined;
      return place === undefined ? [] : [(completeness === 'full' ? 0 : 2) + (place === 'qualified' ? 0 : 1)];
    }),
  );
  if (startsWithCode(words, unit)) {
    // A code with the name behind it (`TH01 - …`) is the unit's only if the name is, too.
    const rest = words.slice(nameWords(unit.id).length);
    ranks.push(rest.length === 0 ? 1 : (rankOf(rest, { ...unit, id: '' }, search) ?? Infinity));
  }
  const best = Math.min(...ranks);
  return best === Infinity ? undefined : best;
}

const IN_FULL: readonly Completeness[] = ['full'];
const FULL_OR_SHORT: readonly Completeness[] = ['full', 'short'];

/** Words in front of a unit's name that say only that it is one. */
const INTRODUCTION = /^(?:(?:báo cáo|của|tên|đơn vị)\s*:?\s+)+/iu;

/** The same texts stand in all files. */
const fittingText = rememberedFor((accepted: readonly Completeness[]) =>
  rememberedFor((names: Names) => {
    const search = { names, communes: communesOf(names.units, names.commune), accepted };
    return remembered((text) => bestFitting(text, search));
  }),
);

function bestFitting(text: string, search: Search): readonly Unit[] {
  const { names } = search;
  const words = nameWords(text);
  const ranked = candidates([words], names).map((unit) => ({ unit, rank: rankOf(words, unit, search) }));
  const best = Math.min(...ranked.map(({ rank }) => rank ?? Infinity));
  const found = ranked.filter(({ rank }) => rank !== undefined && rank === best).map(({ unit }) => unit);
  if (found.length > 0) return found;
  const line = normalizeText(text);
  const bare = line.replace(INTRODUCTION, '');
  return bare === line ? [] : bestFitting(bare, search);
}

/**
 * The units that the text names in full: by code, or by a name or alias as people write it (numbers in digits or words, dashes
 * or “và” between two names, the word for the type abbreviated), with or without the former commune behind it.
 */
export function unitsNamedInFull(text: string, names: Names): readonly Unit[] {
  return fittingText(IN_FULL)(names)(text);
}

/**
 * The units that the text names: in full, or failing that, by the name without the word for the unit's type. Diacritics must
 * be right. Several units mean that the text is not enough.
 */
export function unitsNamed(text: string, names: Names): readonly Unit[] {
  return fittingText(FULL_OR_SHORT)(names)(text);
}

interface ByWords {
  /** The first one with the code. */
  readonly code: ReadonlyMap<string, Unit>;
  readonly name: ReadonlyMap<string, readonly Unit[]>;
}

/** Codes and names as `matchKey`. */
const byWords = rememberedFor((units: readonly Unit[]): ByWords => ({
  code: new Map(units.map((unit) => [matchKey(unit.id), unit] as const).reverse()),
  name: grouped(units, ({ name }) => matchKey(name)),
}));

/** The unit of the form's hidden marks: by its code, else by its name if only one unit has it. */
export function unitOfStamp(stamp: FormStamp | undefined, units: readonly Unit[]): Unit | undefined {
  if (stamp === undefined) return undefined;
  const { code, name } = byWords(units);
  const byCode = stamp.unit === '' ? undefined : code.get(matchKey(stamp.unit));
  if (byCode !== undefined) return byCode;
  const byName = stamp.unitName === '' ? [] : (name.get(matchKey(stamp.unitName)) ?? []);
  return byName.length === 1 ? byName[0] : undefined;
}
