import type { Finding } from '../model/diagnostic.ts';
import type { Located } from '../model/located.ts';
import type { Round } from '../model/round.ts';
import type { Submission } from '../model/submission.ts';
import { formatInteger } from '../vi/number.ts';
import { countOf, type Count } from './subjects.ts';
import { adultsOrigin, indicatorName } from './wording.ts';

/** A unit's number held against the adults of the unit register. Both count persons. */
export interface RegisterComparison {
  readonly count: Count;
  readonly register: Located<number>;
  /** How far below the register the number may lie, in percent of the register's. */
  readonly tolerancePercent: number;
  /** `1.210 người trong danh sách đơn vị (nguồn “Công an xã”, ngày 30/09/2025)` */
  readonly registerWords: string;
}

/** The comparisons that can be made: a number is there, and the register knows the unit's adults (more than none). */
export function registerComparisons(
  { unit, ...rest }: Submission,
  { directive }: Round,
): readonly RegisterComparison[] {
  const { adults: register } = unit;
  if (register === undefined || register.value <= 0) return [];
  const registerWords = `${formatInteger(register.value)} người trong danh sách đơn vị${adultsOrigin(unit)}`;
  return directive.relations.register.flatMap(({ indicator, tolerancePercent }) => {
    const count = countOf({ unit, ...rest }, directive, indicator);
    return count === undefined ? [] : [{ count, register, tolerancePercent, registerWords }];
  });
}

/** `CT01 “Số người từ đủ 18 tuổi trở lên” là 1.300 người` */
export function countWords({ indicator, value }: Count): string {
  return `${indicatorName(indicator)} là ${formatInteger(value)} người`;
}

/** What all findings of these comparisons have in common: at the number's cell, related to the register's. */
export function registerFinding(
  { count, register, registerWords }: RegisterComparison,
  words: Pick<Finding, 'message' | 'hint'>,
): Finding {
  return {
    ...words,
    location: { kind: 'cell', ref: count.ref },
    related: [{ location: { kind: 'cell', ref: register.ref }, note: registerWords }],
    facts: { indicator: count.indicator.id, value: count.value, register: register.value },
  };
}
