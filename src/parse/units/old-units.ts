import type { Round } from '../../model/round.ts';
import type { Unit, UnitMerger } from '../../model/unit.ts';
import { nameKey } from '../../vi/name-words.ts';
import { communeKey } from './unit-place.ts';

/** An old unit whose merger is in force: its name still stands in files, its figures are a part of another unit's. */
export interface OldUnit {
  readonly merger: UnitMerger;
  /** The old unit as a name to look for; it has no code. */
  readonly unit: Unit;
  readonly target: Unit;
}

/** The old units of which the period's end knows nothing any more. */
export function oldUnits({ units, mergers = [], period }: Round): readonly OldUnit[] {
  return mergers.flatMap((merger) => {
    const target = units.find(({ id }) => id === merger.into);
    if (target === undefined || merger.from > period.to) return [];
    const { name, formerCommune } = merger;
    const unit: Unit = {
      ...target,
      ...{ id: '', name, formerCommune, aliases: [] },
      ...{ adults: undefined, adultsSource: '', adultsAsOf: undefined, households: undefined },
    };
    return [{ merger, unit, target }];
  });
}

/** Whether the register lists that old unit under the same name although it is merged into another. */
function isSame({ unit, target }: OldUnit, listed: Unit): boolean {
  if (listed === target || nameKey(listed.name) !== nameKey(unit.name)) return false;
  return unit.formerCommune === '' || communeKey(unit.formerCommune) === communeKey(listed.formerCommune);
}

/** The old unit that this unit of the register is, or undefined when it is none. */
export function oldUnitOf(listed: Unit, old: readonly OldUnit[]): OldUnit | undefined {
  return old.find((candidate) => isSame(candidate, listed));
}

/**
 * The units that were found by a name, without the old ones that need not be thought of: those merged into a unit that has
 * kept the name, and those that the register still lists.
 */
export function withoutKept(found: readonly Unit[], old: readonly OldUnit[]): readonly Unit[] {
  const listed = found.filter((unit) => !old.some((candidate) => candidate.unit === unit));
  return found.filter((unit) => {
    const own = old.find((candidate) => candidate.unit === unit);
    return own === undefined || !listed.some((other) => other === own.target || isSame(own, other));
  });
}

/** The old units among these, when they are all old: such a file is the report of a unit that is none any more. */
export function allOld(found: readonly Unit[], old: readonly OldUnit[]): readonly OldUnit[] {
  const own = old.filter(({ unit }) => found.includes(unit));
  return own.length === found.length ? own : [];
}
