import type { Directive, Relations } from '../model/directive.ts';
import type { Submission } from '../model/submission.ts';
import type { CellRef } from '../model/workbook.ts';
import { countOf } from './subjects.ts';
import { indicatorName } from './wording.ts';

/** A count of households. */
interface HouseholdCount {
  readonly value: number;
  readonly ref: CellRef;
  readonly words: string;
  /** The indicator's code when the unit reported the number itself; undefined for the register's. */
  readonly code: string | undefined;
}

type HouseholdRelation = Relations['households'][number];

/** The counts of households to compare with: the unit's own first, then the register's. */
function householdCounts(
  submission: Submission,
  directive: Directive,
  { households }: HouseholdRelation,
): readonly HouseholdCount[] {
  const own = households === undefined ? undefined : countOf(submission, directive, households);
  const register = submission.unit.households;
  return [
    ...(own === undefined ? [] : [{ ...own, words: indicatorName(own.indicator), code: own.indicator.code }]),
    ...(register === undefined ? [] : [{ ...register, words: 'số hộ trong danh sách đơn vị', code: undefined }]),
  ];
}

/** The count of households that the unit's count of persons equals; undefined when none does. Zeros say nothing. */
export function equalHouseholds(
  submission: Submission,
  directive: Directive,
  relation: HouseholdRelation,
): HouseholdCount | undefined {
  const persons = countOf(submission, directive, relation.persons)?.value ?? 0;
  if (persons === 0) return undefined;
  return householdCounts(submission, directive, relation).find(({ value }) => value === persons);
}

/** Whether that indicator counts persons but has the number of the unit's households. */
export function isHouseholds(submission: Submission, directive: Directive, indicator: string): boolean {
  return directive.relations.households.some(
    (relation) => relation.persons === indicator && equalHouseholds(submission, directive, relation) !== undefined,
  );
}
