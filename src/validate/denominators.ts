import type { Directive } from '../model/directive.ts';
import type { Submission } from '../model/submission.ts';
import type { UnitTypeId } from '../model/unit.ts';
import { countOf, type Count } from './subjects.ts';

/** The ids of the indicators that a share of the commune over units of that type divides by. */
export function denominatorsOf({ measures }: Directive, type: UnitTypeId): ReadonlySet<string> {
  return new Set(
    measures.flatMap((measure) =>
      measure.kind === 'coverage' && measure.unitType === type ? [measure.denominator] : [],
    ),
  );
}

/**
 * The unit's numbers that a share of the commune divides by but that are 0, by the directive's `measures`: nobody can be a
 * share of nobody, so the unit cannot count in that share.
 */
export function zeroDenominators(submission: Submission, directive: Directive): readonly Count[] {
  return [...denominatorsOf(directive, submission.unit.type)]
    .flatMap((indicator) => countOf(submission, directive, indicator) ?? [])
    .filter(({ value }) => value === 0);
}
