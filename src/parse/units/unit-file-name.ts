import type { Unit } from '../../model/unit.ts';
import { foldedWord, nameWords, type NameWord } from '../../vi/name-words.ts';
import { remembered, rememberedFor } from '../../vi/remembered.ts';
import { normalizeText } from '../../vi/text.ts';
import { communeKey, communesOf, placeInFileName, type PlaceFit } from './unit-place.ts';
import { candidates } from './unit-search.ts';
import { fits, namesOf, startsWithCode, typeWords, type Names } from './unit-wording.ts';

type Words = readonly NameWord[];

/** A unit's code or name in the name of a file: the words from `from` up to, not including, `to`. */
interface Hit {
  readonly unit: Unit;
  readonly by: 'code' | 'name';
  readonly from: number;
  readonly to: number;
}

/** Days, months and years, whose numbers are no part of a unit's name. */
const DATE = /(?<![\p{L}\p{N}])(?:\d{1,2}[-./])?\d{1,2}[-./](?:20)?\d{2}(?!\d)|tháng\s*\d{1,2}(?!\d)/giu;
/** What a program puts behind the name of a file that was downloaded twice. */
const COPY_MARK = /\s*\(\d{1,2}\)\s*$/u;

/** The words of the file's name, without folders and ending; twice when a number in brackets may be a copy's. */
export function readingsOf(file: string): readonly Words[] {
  const base = normalizeText((file.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, ''))
    .replace(/_/gu, ' ')
    .replace(DATE, ' ');
  const readings = COPY_MARK.test(base) ? [base, base.replace(COPY_MARK, '')] : [base];
  return readings.map(nameWords);
}

/** Shorter names and codes, or bare numbers, stand in file names by accident. */
function isTelling(name: Words): boolean {
  const text = name.map((word) => word.text).join(' ');
  return text.length >= 3 && /\p{L}/u.test(text);
}

/** The words from each of them on; the same objects each time. */
const tailsOf = rememberedFor((words: Words): readonly Words[] => words.map((_word, from) => words.slice(from)));

function nameHits(words: Words, unit: Unit, name: Words, types: readonly Words[]): readonly Hit[] {
  if (!isTelling(name)) return [];
  return tailsOf(words).flatMap((tail, from) =>
    fits(tail, name, types)
      .filter(({ completeness }) => completeness === 'full')
      .map(({ rest }): Hit => ({ unit, by: 'name', from, to: words.length - rest.length })),
  );
}

function codeHits(words: Words, unit: Unit): readonly Hit[] {
  const code = nameWords(unit.id);
  if (!isTelling(code)) return [];
  return tailsOf(words).flatMap((tail, from): Hit[] =>
    startsWithCode(tail, unit) ? [{ unit, by: 'code', from, to: from + code.length }] : [],
  );
}

/** A name inside a longer one is not meant: “Thôn Phú Hòa” in “Thôn Phú Hòa 1”. */
function longest(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(
    ({ from, to }) => !hits.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from),
  );
}

/** Of several units with the name, those whose former commune stands behind it, or else anywhere. */
function bestPlaced<T extends { readonly unit: Unit; readonly place: PlaceFit | undefined }>(
  named: readonly T[],
  words: Words,
  commune: string,
): readonly T[] {
  const qualified = named.filter(({ place }) => place === 'qualified');
  if (qualified.length > 0 || named.length < 2) return qualified.length > 0 ? qualified : named;
  const text = ` ${words.map((word) => word.text).join(' ')} `;
  const beside = named.filter(({ unit }) => {
    const own = communeKey(unit.formerCommune);
    return own !== '' && text.includes(` ${own === commune ? `${own} cũ` : own} `);
  });
  return beside.length > 0 ? beside : named;
}

const communesIn = rememberedFor(({ units, commune }: Names) => communesOf(units, commune));

function unitsIn(words: Words, names: Names): readonly Unit[] {
  const { commune } = names;
  const communes = communesIn(names);
  const hits = longest(
    candidates(tailsOf(words), names).flatMap((unit) => [
      ...codeHits(words, unit),
      ...namesOf(unit, names).flatMap((name) => nameHits(words, unit, name, typeWords(unit, names))),
    ]),
  );
  const placed = hits.map((hit) => ({
    ...hit,
    place: placeInFileName(words.slice(hit.to), hit.unit, communes),
  }));
  const named = placed.filter(({ by, place }) => by === 'name' && place !== undefined);
  const byName = new Set(bestPlaced(named, words, commune).map(({ unit }) => unit));
  const byCode = new Set(placed.filter(({ by }) => by === 'code').map(({ unit }) => unit));
  // Two units share the name, and the code beside it tells which.
  const both = [...byCode].filter((unit) => byName.has(unit));
  return both.length > 0 && both.length === byCode.size ? both : [...new Set([...byCode, ...byName])];
}

/**
 * The units whose code, name or alias stands in the file's name as whole words, in the register's order; several when it does
 * not tell which. Diacritics must be right, as anywhere.
 */
export function unitsInFileName(file: string, names: Names): readonly Unit[] {
  return unitsInName(names)(file);
}

/** Asked more than once of every file. */
const unitsInName = rememberedFor((names: Names) =>
  remembered((file): readonly Unit[] => {
    const found = new Set(readingsOf(file).flatMap((words) => unitsIn(words, names)));
    return found.size < 2 ? [...found] : names.units.filter((unit) => found.has(unit));
  }),
);

/** The units whose name stands in the file's name when diacritics are left out: only for suggestions. */
export function unitsLikeFileName(file: string, names: Names): readonly Unit[] {
  const hits = readingsOf(file).flatMap((reading) => {
    const words = reading.map(foldedWord);
    return longest(
      names.units.flatMap((unit) =>
        namesOf(unit, names).flatMap((name) => nameHits(words, unit, name.map(foldedWord), [])),
      ),
    );
  });
  return [...new Set(hits.map(({ unit }) => unit))];
}
