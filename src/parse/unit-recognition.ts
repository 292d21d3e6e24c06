import type { Diagnostic, Location, Outcome } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import type { Unit } from '../model/unit.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { ambiguous, borrowed, mismatch, typeMismatch, unknown, type UnitClues } from './unit-findings.ts';
import { nearestName, unitOfStamp, unitsInFileName, unitsNamed, unitsNamedInFull } from './unit-match.ts';

/**
 * Whose report it is, by the register: the form's hidden code decides, then the name in the form, then the file's name. A
 * name that fits several units or none is a finding; so is a form whose name was changed to another unit's: its figures
 * must not count for the unit that it was made for. Any other name that contradicts the decision is a warning.
 */
export function recogniseUnit(clues: UnitClues, { units, directive }: Round): Outcome<Unit | undefined> {
  const byStamp = unitOfStamp(clues.stamp, units);
  const byName = unitsNamed(clues.name, units, directive.unitTypes);
  const byFile = unitsInFileName(clues.path, units);
  if (byStamp !== undefined) {
    if (!isBorrowed(byStamp, clues, units, byName, byFile)) return decided(byStamp, clues, byName, byFile);
    return { value: undefined, diagnostics: [borrowed(clues, byStamp, byName)] };
  }
  const both = byName.filter((unit) => byFile.includes(unit));
  const named = byName.length > 1 && both.length > 0 ? both : byName;
  const [unit] = named.length > 0 ? named : byFile;
  if (unit === undefined) {
    const said = clues.name === '' ? (clues.stamp?.unitName ?? '') : clues.name;
    return { value: undefined, diagnostics: [unknown(clues, nearestName(said, units, directive.unitTypes))] };
  }
  const candidates = named.length > 0 ? named : byFile;
  if (candidates.length > 1) return { value: undefined, diagnostics: [ambiguous(clues, candidates)] };
  return decided(unit, clues, byName, byFile);
}

/**
 * Whether the form is another unit's than its hidden code says. The name stands ready-made in its field, so a name that is
 * another unit's in full was typed on purpose, and the name of a borrowed file may well be the old one. Less than that (a
 * name without the word for the type) needs the file's name to say the same.
 */
function isBorrowed(
  byStamp: Unit,
  { name }: UnitClues,
  units: readonly Unit[],
  byName: readonly Unit[],
  byFile: readonly Unit[],
): boolean {
  if (byName.length === 0 || byName.includes(byStamp)) return false;
  return unitsNamedInFull(name, units).length > 0 || (byFile.length > 0 && !byFile.includes(byStamp));
}

function decided(
  unit: Unit,
  clues: UnitClues,
  byName: readonly Unit[],
  byFile: readonly Unit[],
): Outcome<Unit | undefined> {
  const { file, name, nameRef, stamp } = clues;
  const found: Diagnostic[] = [];
  const isNameUseless = name !== '' && byName.length === 0 && unitOfStamp(stamp, [unit]) === undefined;
  if ((byName.length > 0 && !byName.includes(unit)) || isNameUseless) {
    const location: Location = nameRef === undefined ? { kind: 'file', file } : { kind: 'cell', ref: nameRef };
    found.push(mismatch(`Phiếu ghi tên đơn vị ${quoteValue(name)}`, unit, location));
  }
  if (byFile.length > 0 && !byFile.includes(unit)) {
    const names = joinWords(byFile.map((other) => quoteValue(other.name)));
    found.push(mismatch(`Tên tệp nói đến đơn vị ${names}`, unit, { kind: 'file', file }));
  }
  const typeFinding = typeMismatch(unit, clues);
  return { value: unit, diagnostics: typeFinding === undefined ? found : [...found, typeFinding] };
}
