import type { CellRef } from '../../model/workbook.ts';
import type { Directive, Relations } from '../../model/directive.ts';
import type { Submission } from '../../model/submission.ts';
import { formatInteger } from '../../vi/number.ts';
import type { SubmissionRule } from '../rule.ts';
import { countOf } from '../subjects.ts';
import { indicatorName } from '../wording.ts';

interface HouseholdCount {
  readonly value: number;
  readonly ref: CellRef;
  readonly words: string;
}

/** The counts of households to compare with: the unit's own first, then the register's. */
function householdCounts(
  submission: Submission,
  directive: Directive,
  { households }: Relations['households'][number],
): readonly HouseholdCount[] {
  const own = households === undefined ? undefined : countOf(submission, directive, households);
  const register = submission.unit.households;
  return [
    ...(own === undefined ? [] : [{ value: own.value, ref: own.ref, words: indicatorName(own.indicator) }]),
    ...(register === undefined ? [] : [{ ...register, words: 'số hộ trong danh sách đơn vị' }]),
  ];
}

/**
 * A count of persons is exactly a count of households, the unit's own or the register's. A warning: it can be chance, but
 * households written down as adults are a known mistake, and it doubles the coverage. Zeros say nothing.
 */
export const countEqualsHouseholds: SubmissionRule = {
  id: 'count-equals-households',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    for (const relation of directive.relations.households) {
      const persons = countOf(submission, directive, relation.persons);
      if (persons === undefined || persons.value === 0) continue;
      const counts = householdCounts(submission, directive, relation);
      const equal = counts.find(({ value }) => value === persons.value);
      if (equal === undefined) continue;
      const name = indicatorName(persons.indicator);
      report({
        message: `${name} là ${formatInteger(persons.value)}, bằng đúng ${equal.words}, có thể đã ghi số hộ thay cho số người`,
        hint: 'Kiểm tra lại ô này và nhập số người, không phải số hộ',
        location: { kind: 'cell', ref: persons.ref },
        related: [
          { location: { kind: 'cell', ref: equal.ref }, note: `${equal.words} là ${formatInteger(equal.value)}` },
        ],
        facts: { indicator: persons.indicator.id, value: persons.value },
      });
    }
  },
};
