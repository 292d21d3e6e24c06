import type { UnitType } from '../../model/directive.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { closest } from '../../vi/suggest.ts';
import { searchKey } from '../../vi/text.ts';
import { unitsLikeFileName } from './unit-file-name.ts';
import type { Names } from './unit-wording.ts';

/** The words for types with the blank behind them, without diacritics, the longest first. */
const typeKeys = rememberedFor((unitTypes: readonly UnitType[]) =>
  unitTypes
    .flatMap((type) => [type.name, ...type.aliases].map((word) => `${searchKey(word)} `))
    .sort((a, b) => b.length - a.length),
);

/** The word for a type that the name begins with ('' for none) and the rest of it, both without diacritics. */
function parted(name: string, unitTypes: readonly UnitType[]): { readonly word: string; readonly bare: string } {
  const key = searchKey(name);
  const word = typeKeys(unitTypes).find((candidate) => key.startsWith(candidate)) ?? '';
  return { word, bare: key.slice(word.length) };
}

/** The name without the word for a type that it begins with, and without diacritics. */
export function bareKey(name: string, unitTypes: readonly UnitType[]): string {
  return parted(name, unitTypes).bare;
}

/** All names of units, each once. */
const partedNames = rememberedFor(({ units, unitTypes }: Names) =>
  [...new Set(units.flatMap(({ name, aliases }) => [name, ...aliases]))].map((name) => ({
    name,
    ...parted(name, unitTypes),
  })),
);

/**
 * The unit's name that the text is most like, compared without diacritics and without the words for types, which half the
 * names begin with; undefined when none is near, or several are alike. Only to be asked about, never to decide.
 */
export function nearestName(text: string, names: Names): string | undefined {
  const said = parted(text, names.unitTypes);
  // What is this short is near to every name as short.
  if (said.bare.length < 3) return undefined;
  const known = partedNames(names);
  const near = closest(
    said.bare,
    known.map(({ bare }) => bare),
  );
  const alike = known.filter(({ bare }) => near !== undefined && bare === near);
  const [best, ...others] = alike.some(({ word }) => word === said.word)
    ? alike.filter(({ word }) => word === said.word)
    : alike;
  return others.length === 0 ? best?.name : undefined;
}

/** The one name that stands in the file's name without its diacritics (`BC_Thon_Phu_Hoa_1.xlsx`), to be asked about. */
export function nameLikeFile(file: string, names: Names): string | undefined {
  const found = new Set(unitsLikeFileName(file, names).map(({ name }) => name));
  return found.size === 1 ? [...found][0] : undefined;
}
