import type { UnitOutcome } from '../model/report.ts';
import type { Unit, UnitId } from '../model/unit.ts';
import { matchKey, normalizeText } from '../vi/text.ts';

/** How the report calls the units. */
export interface UnitNames {
  /** In a table or at the start of a sentence. */
  readonly titled: (unit: Unit) => string;
  /** Inside a sentence: `thôn Cổ Lũy`. */
  readonly inSentence: (unit: Unit) => string;
}

/** Names that tell the units apart: where two share one, the commune before the merger is added. */
export function unitNames(outcomes: readonly UnitOutcome[]): UnitNames {
  const counts = new Map<string, number>();
  for (const { unit } of outcomes) {
    const key = matchKey(unit.name);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const titles = new Map<UnitId, string>();
  const lowered = new Map<UnitId, string>();
  for (const { unit, unitType } of outcomes) {
    const name = normalizeText(unit.name);
    const former = normalizeText(unit.formerCommune).replace(/^xã /iu, '');
    const isShared = (counts.get(matchKey(unit.name)) ?? 0) > 1;
    const suffix = isShared && former !== '' ? ` (xã ${former} cũ)` : '';
    titles.set(unit.id, name + suffix);
    lowered.set(unit.id, lowerCommonNoun(name, unitType.name) + suffix);
  }
  return {
    titled: (unit) => titles.get(unit.id) ?? normalizeText(unit.name),
    inSentence: (unit) => lowered.get(unit.id) ?? normalizeText(unit.name),
  };
}

/**
 * Inside a sentence the common noun of an administrative unit is lower case before a proper name (“thôn Cổ Lũy”), upper case
 * before a number (“Thôn 6”); names of bodies keep their capital (“Trường Tiểu học …”) – Nghị định 30/2020, Phụ lục II. A type
 * of one syllable before a capital is such a common noun.
 */
function lowerCommonNoun(name: string, typeName: string): string {
  const noun = normalizeText(typeName);
  const rest = name.slice(noun.length);
  const isCommonNoun = !noun.includes(' ') && name.toLocaleLowerCase('vi').startsWith(noun.toLocaleLowerCase('vi'));
  if (!isCommonNoun || !/^ \p{Lu}/u.test(rest) || /^ [IVXL]+(?!\p{L})/u.test(rest)) return name;
  return name.slice(0, noun.length).toLocaleLowerCase('vi') + rest;
}
