import type { Unit } from '../../model/unit.ts';
import { nameWords, type NameWord } from '../../vi/name-words.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { nameTree, type NameTree } from './name-tree.ts';
import { cutsOfName, cutsOfText, namesOf, typeWords, type Names } from './unit-wording.ts';

type Words = readonly NameWord[];

/** The places in the register of the units of one type, by what their names begin with. */
interface TypeSearch {
  readonly types: readonly Words[];
  /** Behind each word for the type, and uncut. */
  readonly tails: NameTree<number>;
  /** Of those whose name is nothing but that word for the type. */
  readonly bare: Map<string | undefined, Set<number>>;
}

function searchOfType(types: readonly Words[]): TypeSearch {
  return { types, tails: nameTree(), bare: new Map() };
}

function addName({ types, tails, bare }: TypeSearch, name: Words, place: number): void {
  for (const { type, at } of cutsOfName(name, types)) {
    if (at < name.length) tails.add(name.slice(at), place);
    else bare.set(type, (bare.get(type) ?? new Set()).add(place));
  }
}

interface Search {
  readonly units: readonly Unit[];
  readonly codes: NameTree<number>;
  readonly byType: readonly TypeSearch[];
}

/** Built once for a register: with each of hundreds of texts, all its units would have to be compared. */
const searchOf = rememberedFor((names: Names): Search => {
  const codes = nameTree<number>();
  const byType = new Map<readonly Words[], TypeSearch>();
  for (const [place, unit] of names.units.entries()) {
    codes.add(nameWords(unit.id), place);
    const types = typeWords(unit, names);
    const search = byType.get(types) ?? searchOfType(types);
    byType.set(types, search);
    for (const name of namesOf(unit, names)) addName(search, name, place);
  }
  return { units: names.units, codes, byType: [...byType.values()] };
});

/**
 * The units that one of the texts can begin with, in the register's order: all with whose name it `fits` and all with whose code it
 * begins are among them, others may be.
 */
export function candidates(texts: readonly Words[], names: Names): readonly Unit[] {
  const { units, codes, byType } = searchOf(names);
  const found = new Set<number>();
  const add = (places: Iterable<number> = []): void => {
    for (const place of places) found.add(place);
  };
  for (const text of texts) {
    add(codes.startingAt(text, 0));
    for (const { types, tails, bare } of byType) {
      for (const { type, at } of cutsOfText(text, types)) {
        add(tails.startingAt(text, at));
        add(bare.get(type));
      }
    }
  }
  return [...found].sort((a, b) => a - b).flatMap((place) => units[place] ?? []);
}
