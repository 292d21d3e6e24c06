import { soleSubmissions } from '../../model/arrivals.ts';
import type { Indicator, UnitType } from '../../model/directive.ts';
import { indicatorsOf } from '../../model/directive.ts';
import type { Round } from '../../model/round.ts';
import type { Submission } from '../../model/submission.ts';
import { formatDecimal, formatInteger } from '../../vi/number.ts';
import { tenfold, tenfoldWords } from '../magnitude.ts';
import { exceedingParts } from '../part-figures.ts';
import type { CollectionRule, Report } from '../rule.ts';
import { countOf, type Count } from '../subjects.ts';
import { indicatorName } from '../wording.ts';

/** Fewer others do not show what is usual. */
const FEWEST_OTHERS = 5;

/** Below this, eight times more is everyday: 2 sessions here, 16 there. */
const SMALLEST_MEDIAN = 20;

interface UnitCount extends Count {
  readonly unit: string;
  /** The register already says what the number should be, which is a better judge than the neighbours. */
  readonly isJudgedByRegister: boolean;
}

function unitCounts(indicator: Indicator, submissions: readonly Submission[], round: Round): readonly UnitCount[] {
  const { directive } = round;
  const hasRelation = directive.relations.register.some((relation) => relation.indicator === indicator.id);
  return submissions.flatMap((submission) => {
    const count = countOf(submission, directive, indicator.id);
    const isImpossible = exceedingParts(submission, directive).some(({ part }) => part.indicator.id === indicator.id);
    if (count === undefined || isImpossible) return [];
    const { unit } = submission;
    return [{ ...count, unit: unit.id, isJudgedByRegister: hasRelation && (unit.adults?.value ?? 0) > 0 }];
  });
}

/** The middle value, or the mean of the two in the middle, of the others in an ascending list; NaN of none. `own` is where the value left out stands. */
function medianOfOthers(sorted: readonly number[], own: number): number {
  const count = sorted.length - 1;
  const at = (index: number): number => sorted[index < own ? index : index + 1] ?? NaN;
  const [low, high] = [Math.floor((count - 1) / 2), Math.floor(count / 2)];
  return low === high ? at(low) : (at(low) + at(high)) / 2;
}

/** `counts`: one a unit. */
function judge(counts: readonly UnitCount[], type: UnitType, report: Report): void {
  const sorted = counts.map(({ value }) => value).sort((a, b) => a - b);
  const places = new Map(sorted.map((value, place) => [value, place]));
  const others = counts.length - 1;
  if (others < FEWEST_OTHERS) return;
  for (const { unit, indicator, value, ref, isJudgedByRegister } of counts) {
    if (isJudgedByRegister) continue;
    const usual = medianOfOthers(sorted, places.get(value) ?? 0);
    const direction = usual < SMALLEST_MEDIAN ? undefined : tenfold(value, usual);
    if (direction === undefined) continue;
    const slip = direction === 'above' ? 'thừa' : 'thiếu';
    report({
      message: `${indicatorName(indicator)} là ${formatInteger(value)}, ${tenfoldWords(value, usual)} so với mức giữa của ${type.plural} khác là ${formatDecimal(usual)} (${formatInteger(others)} đơn vị)`,
      hint: `Kiểm tra lại ô này có gõ ${slip} một chữ số không, kể cả dấu chấm ngăn cách hàng nghìn`,
      location: { kind: 'cell', ref },
      facts: { unit, indicator: indicator.id, value, median: usual, others },
    });
  }
}

/**
 * A count is about ten times what the other units of the type usually report, or a tenth of it: a digit too many or too
 * few. A warning, because a unit may well be unlike the others. What is usual is the median of the others; it speaks only
 * when at least five of them answered and it is at least 20. Numbers that cannot be true are left out already
 * (`part-exceeds-whole`): they are neither judged nor usual.
 */
export const countTenfoldOfPeers: CollectionRule = {
  id: 'count-tenfold-of-peers',
  severity: 'warning',
  scope: 'collection',
  check: (arrivals, round, report) => {
    const submissions = soleSubmissions(arrivals, round);
    for (const type of round.directive.unitTypes) {
      const peers = submissions.filter(({ unit }) => unit.type === type.id);
      for (const indicator of indicatorsOf(round.directive, type.id)) {
        if (indicator.computed === undefined) judge(unitCounts(indicator, peers, round), type, report);
      }
    }
  },
};
