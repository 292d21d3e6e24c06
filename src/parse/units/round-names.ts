import type { Round } from '../../model/round.ts';
import type { DormantUnit } from '../../model/register.ts';
import type { Unit } from '../../model/unit.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { oldUnitOf, oldUnits, withoutKept, type OldUnit } from './old-units.ts';
import { unitsInFileName } from './unit-file-name.ts';
import { unitsNamed } from './unit-match.ts';
import { communeOf } from './unit-place.ts';
import type { Names } from './unit-wording.ts';

/** What names can stand in the round's files: the units of the register and, without codes, the old ones merged into them. */
export interface RoundNames {
  readonly names: Names;
  readonly old: readonly OldUnit[];
  /** The names of units that are none at the end of the period. */
  readonly dormantNames: Names;
}

/** The names of a round; the same object each time. */
export const roundNames = rememberedFor((round: Round): RoundNames => {
  const old = oldUnits(round);
  const shared = {
    unitTypes: round.directive.unitTypes,
    commune: communeOf(round.issuer ?? round.directive.document?.issuer ?? ''),
  };
  return {
    names: { ...shared, units: [...round.units, ...old.map(({ unit }) => unit)] },
    old,
    dormantNames: { ...shared, units: (round.dormant ?? []).map(({ unit }) => unit) },
  };
});

/** The units that the text names and that are none at the end of the period, with when they are. */
export function dormantUnitsNamed(text: string, round: Round): readonly DormantUnit[] {
  const named = unitsNamed(text, roundNames(round).dormantNames);
  return (round.dormant ?? []).filter(({ unit }) => named.includes(unit));
}

/** The unit itself when it is the only one and no old unit, whose figures belong to no unit of the round. */
function only(found: readonly Unit[], old: readonly OldUnit[]): Unit | undefined {
  const [unit, ...others] = withoutKept(found, old);
  if (unit === undefined || others.length > 0 || unit.id === '') return undefined;
  return oldUnitOf(unit, old) === undefined ? unit : undefined;
}

/** The one unit of the register that the text names; undefined when it names none or several, or one that was merged. */
export function unitNamed(text: string, { names, old }: RoundNames): Unit | undefined {
  return only(unitsNamed(text, names), old);
}

/** The one unit of the register that the file's name tells; undefined when it tells none or several, or one that was merged. */
export function unitOfFileName(file: string, round: Round): Unit | undefined {
  const { names, old } = roundNames(round);
  return only(unitsInFileName(file, names), old);
}
