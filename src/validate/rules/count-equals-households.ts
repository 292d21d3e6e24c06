import { formatInteger } from '../../vi/number.ts';
import { equalHouseholds } from '../household-figures.ts';
import type { SubmissionRule } from '../rule.ts';
import { countOf } from '../subjects.ts';
import { indicatorName } from '../wording.ts';

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
      const equal = equalHouseholds(submission, directive, relation);
      if (persons === undefined || equal === undefined) continue;
      const { indicator, value, ref } = persons;
      const hint =
        equal.code === undefined
          ? 'Kiểm tra lại ô này và nhập số người, không phải số hộ'
          : `Kiểm tra lại cả hai ô: ${indicator.code} ghi số người, ${equal.code} ghi số hộ`;
      report({
        message: `${indicatorName(indicator)} là ${formatInteger(value)}, bằng đúng ${equal.words}, có thể đã ghi nhầm giữa số người và số hộ`,
        hint,
        location: { kind: 'cell', ref },
        related: [
          { location: { kind: 'cell', ref: equal.ref }, note: `${equal.words} là ${formatInteger(equal.value)}` },
        ],
        facts: { indicator: indicator.id, value },
      });
    }
  },
};
