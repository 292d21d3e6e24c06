import type { Diagnostic, Location, Outcome } from '../../model/diagnostic.ts';
import type { DormantUnit } from '../../model/register.ts';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { allOld, oldUnitOf, withoutKept, type OldUnit } from './old-units.ts';
import { dormantUnitsNamed, roundNames } from './round-names.ts';
import { unitsInFileName } from './unit-file-name.ts';
import {
  ambiguous,
  borrowed,
  dormant,
  merged,
  mismatch,
  typeMismatch,
  unknown,
  type UnitClues,
} from './unit-findings.ts';
import { unitOfStamp, unitsNamed, unitsNamedInFull } from './unit-match.ts';
import { nameLikeFile, nearestName } from './unit-suggestion.ts';
import type { Names } from './unit-wording.ts';

/** What the clues say, each for itself. Units that are merged into another are among the named ones, without a code. */
interface Witnesses {
  readonly names: Names;
  readonly old: readonly OldUnit[];
  readonly byStamp: Unit | undefined;
  readonly byName: readonly Unit[];
  readonly byFile: readonly Unit[];
}

function witnesses(clues: UnitClues, round: Round): Witnesses {
  const { names, old } = roundNames(round);
  return {
    names,
    old,
    byStamp: unitOfStamp(clues.stamp, round.units),
    byName: withoutKept(unitsNamed(clues.name, names), old),
    byFile: withoutKept(unitsInFileName(clues.path, names), old),
  };
}

function refused(finding: Diagnostic): Outcome<undefined> {
  return { value: undefined, diagnostics: [finding] };
}

/**
 * Whose report it is, by the register: the form's hidden code decides, then the name in the form, then the file's name. A
 * name that fits several units or none is a finding; so is a form whose name was changed to another unit's: its figures
 * must not count for the unit that it was made for. Nor does the report of a unit that was merged count for the new one. Any
 * other name that contradicts the decision is a warning.
 */
export function recogniseUnit(clues: UnitClues, round: Round): Outcome<Unit | undefined> {
  const found = witnesses(clues, round);
  const { old, names, byStamp, byName, byFile } = found;
  const stamped = clues.stamp?.unitName ?? '';
  const said = clues.name === '' && stamped !== '' ? withoutKept(unitsNamed(stamped, names), old) : byName;
  const gone = allOld(said, old);
  if (gone.length > 0) return refused(merged(clues, gone));
  if (byStamp !== undefined) {
    if (isBorrowed(clues, found)) return refused(borrowed(clues, byStamp, byName));
    return decided(byStamp, clues, found);
  }
  const away = byName.length > 0 ? [] : dormantOf(clues, said === byName ? clues.name : stamped, round);
  if (away.length > 0) return refused(dormant(clues, away, round.period));
  const both = byName.filter((unit) => byFile.includes(unit));
  const named = byName.length > 1 && both.length > 0 ? both : byName;
  const candidates = named.length > 0 ? named : byFile;
  const [unit] = candidates;
  if (unit === undefined) {
    const text = clues.name === '' ? stamped : clues.name;
    const near = nearestName(text, names);
    const named = round.units.filter(({ name, aliases }) => near !== undefined && [name, ...aliases].includes(near));
    return refused(unknown(clues, near ?? nameLikeFile(clues.path, names), named.length === 1 ? named[0] : undefined));
  }
  const goneFiles = allOld(candidates, old);
  if (goneFiles.length > 0) return refused(merged(clues, goneFiles));
  if (candidates.length > 1) return refused(ambiguous(clues, candidates));
  return decided(unit, clues, found);
}

/** The units that the form was made for, or names, and that are none at the end of the period. */
function dormantOf({ stamp }: UnitClues, said: string, round: Round): readonly DormantUnit[] {
  const listed = round.dormant ?? [];
  const made = unitOfStamp(
    stamp,
    listed.map(({ unit }) => unit),
  );
  return made === undefined ? dormantUnitsNamed(said, round) : listed.filter(({ unit }) => unit === made);
}

/**
 * Whether the form is another unit's than its hidden code says. The name stands ready-made in its field, so a name that is
 * another unit's in full was typed on purpose, and the name of a borrowed file may well be the old one. Less than that (a
 * name without the word for the type) needs the file's name to say the same.
 */
function isBorrowed({ name }: UnitClues, { names, byStamp, byName, byFile }: Witnesses): boolean {
  if (byStamp === undefined || byName.length === 0 || byName.includes(byStamp)) return false;
  return unitsNamedInFull(name, names).length > 0 || (byFile.length > 0 && !byFile.includes(byStamp));
}

function decided(unit: Unit, clues: UnitClues, { old, byName, byFile }: Witnesses): Outcome<Unit | undefined> {
  const { file, name, nameRef, stamp } = clues;
  const gone = oldUnitOf(unit, old);
  if (gone !== undefined) return refused(merged(clues, [gone], unit));
  const found: Diagnostic[] = [];
  const isNameUseless = name !== '' && byName.length === 0 && unitOfStamp(stamp, [unit]) === undefined;
  if ((byName.length > 0 && !byName.includes(unit)) || isNameUseless) {
    const location: Location = nameRef === undefined ? { kind: 'file', file } : { kind: 'cell', ref: nameRef };
    found.push(mismatch(`Phiếu ghi tên đơn vị ${quoteValue(name)}`, unit, location));
  }
  if (byFile.length > 0 && !byFile.includes(unit)) {
    const others = joinWords(byFile.map((other) => quoteValue(other.name)));
    found.push(mismatch(`Tên tệp nói đến đơn vị ${others}`, unit, { kind: 'file', file }));
  }
  const typeFinding = typeMismatch(unit, clues);
  return { value: unit, diagnostics: typeFinding === undefined ? found : [...found, typeFinding] };
}

/** The units that the text names by itself; one that was merged into another has no code. Several when it does not tell which. */
export function unitsCalled(text: string, round: Round): readonly Unit[] {
  return witnesses({ file: '', path: '', stamp: undefined, name: text, nameRef: undefined }, round).byName;
}
