import type { Diagnostic, Location, Outcome } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import type { FormStamp } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import { joinWords, matchKey, quoteValue } from '../vi/text.ts';
import { ambiguous, mismatch, typeMismatch, unknown, type UnitClues } from './unit-findings.ts';
import { nearestName, unitsInFileName, unitsNamed } from './unit-match.ts';

/**
 * Whose report it is, by the register: the form's hidden code decides, then the name in the form, then the file's name. A
 * name that fits several units or none is a finding; a name that contradicts the decision is a warning.
 */
export function recogniseUnit(clues: UnitClues, { units, directive }: Round): Outcome<Unit | undefined> {
  const byStamp = unitOfStamp(clues.stamp, units);
  const byName = unitsNamed(clues.name, units, directive.unitTypes);
  const byFile = unitsInFileName(clues.path, units);
  if (byStamp !== undefined) return decided(byStamp, clues, byName, byFile);
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

function unitOfStamp(stamp: FormStamp | undefined, units: readonly Unit[]): Unit | undefined {
  if (stamp === undefined) return undefined;
  const byCode = units.find(({ id }) => stamp.unit !== '' && matchKey(id) === matchKey(stamp.unit));
  if (byCode !== undefined) return byCode;
  const byName = units.filter(({ name }) => stamp.unitName !== '' && matchKey(name) === matchKey(stamp.unitName));
  return byName.length === 1 ? byName[0] : undefined;
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
    const names = joinWords(byFile.map((other) => `“${other.name}”`));
    found.push(mismatch(`Tên tệp nói đến đơn vị ${names}`, unit, { kind: 'file', file }));
  }
  const typeFinding = typeMismatch(unit, clues);
  return { value: unit, diagnostics: typeFinding === undefined ? found : [...found, typeFinding] };
}
