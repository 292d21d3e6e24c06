import type { UnitType } from '../model/directive.ts';
import { isOnTime } from '../model/period.ts';
import type { Round } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';

/** A unit that sent nothing although the deadline has passed, with its type. */
export interface Absentee {
  readonly unit: Unit;
  readonly unitType: UnitType;
}

/**
 * The units of the register from which no file came, once the deadline has passed on the day everything is judged; before,
 * nobody is absent. A unit whose file cannot be used did send one. Types that the directive does not address owe nothing.
 */
export function absentees(
  arrivals: readonly Arrival[],
  { directive, period, units, asOf }: Round,
): readonly Absentee[] {
  if (isOnTime(period.due, asOf)) return [];
  const senders = new Set(arrivals.map(({ unit }) => unit?.id));
  return units.flatMap((unit) => {
    const unitType = directive.unitTypes.find(({ id }) => id === unit.type);
    return unitType === undefined || senders.has(unit.id) ? [] : [{ unit, unitType }];
  });
}
