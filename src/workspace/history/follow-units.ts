import type { PastCount } from '../../model/history.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { UnitRegister } from '../../model/register.ts';
import type { Unit, UnitId, UnitMerger } from '../../model/unit.ts';
import { matchKey } from '../../vi/text.ts';

/** A unit as an earlier round recorded it. */
export interface RecordedUnit {
  readonly id: UnitId;
  readonly name: string;
  /** '' when not recorded. */
  readonly formerCommune: string;
}

/** The units of an earlier round with their numbers by indicator. */
export interface RecordedRound {
  /** The first day of that round. */
  readonly from: PlainDate;
  readonly units: readonly RecordedUnit[];
  readonly counts: ReadonlyMap<UnitId, ReadonlyMap<string, PastCount>>;
}

function isCalled(unit: RecordedUnit, { name, formerCommune }: UnitMerger): boolean {
  const isOfCommune =
    unit.formerCommune === '' || formerCommune === '' || matchKey(unit.formerCommune) === matchKey(formerCommune);
  return isOfCommune && matchKey(unit.name) === matchKey(name);
}

/**
 * The recorded units that the unit stands for now: itself, and those that the register says were merged into it. Undefined when
 * one of them cannot be told: a merger since then whose old unit that round does not have, or has twice.
 */
function partsOf(
  unit: Unit,
  round: Pick<RecordedRound, 'from' | 'units'>,
  register: UnitRegister,
): readonly RecordedUnit[] | undefined {
  const present = new Set(register.units.map(({ id }) => id));
  const own = round.units.find(({ id }) => id === unit.id);
  const parts = new Map(own === undefined ? [] : [[own.id, own]]);
  for (const merger of register.mergers.filter(({ into }) => into === unit.id)) {
    const [old, ...others] = round.units.filter((one) => !present.has(one.id) && isCalled(one, merger));
    if (others.length > 0) return undefined;
    if (old !== undefined) parts.set(old.id, old);
    else if (merger.from > round.from && !(own !== undefined && isCalled(own, merger))) return undefined;
  }
  return [...parts.values()];
}

/** The unit of the present register that stands for a recorded one; the same one when the register does not tell. */
export function successorOf(
  round: Pick<RecordedRound, 'from' | 'units'>,
  register: UnitRegister,
): (unit: UnitId) => UnitId {
  const successors = new Map(
    register.units.flatMap((unit) => (partsOf(unit, round, register) ?? []).map(({ id }) => [id, unit.id] as const)),
  );
  return (unit) => successors.get(unit) ?? unit;
}

/** The sums over the parts, of those indicators that every part has. */
function summed(parts: readonly RecordedUnit[], { counts }: RecordedRound): ReadonlyMap<string, PastCount> {
  const [first, ...rest] = parts.map(({ id }) => counts.get(id) ?? new Map<string, PastCount>());
  const sums = new Map<string, PastCount>();
  for (const [indicator, start] of first ?? []) {
    const others = rest.map((own) => own.get(indicator));
    if (others.includes(undefined)) continue;
    const all = [start, ...others.flatMap((one) => one ?? [])];
    const value = all.reduce((sum, one) => sum + one.value, 0);
    sums.set(indicator, { value, cells: all.flatMap(({ cells }) => cells) });
  }
  return sums;
}

/**
 * The numbers of an earlier round by the units of the present register: a unit that was renamed keeps its code, one that others were
 * merged into has their sum, if all of them are known. Nothing is guessed for the rest.
 */
export function followUnits(
  round: RecordedRound,
  register: UnitRegister,
): ReadonlyMap<UnitId, ReadonlyMap<string, PastCount>> {
  const entries = register.units.flatMap((unit) => {
    const parts = partsOf(unit, round, register);
    return parts === undefined || parts.length === 0 ? [] : [[unit.id, summed(parts, round)] as const];
  });
  return new Map(entries);
}
