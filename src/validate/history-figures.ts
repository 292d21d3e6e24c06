import type { Finding } from '../model/diagnostic.ts';
import { pastCount, previousRound, type PastCount, type PastRound } from '../model/history.ts';
import type { Round } from '../model/round.ts';
import type { Submission } from '../model/submission.ts';
import { countNoun } from '../vi/count-words.ts';
import { formatInteger } from '../vi/number.ts';
import { countOf, type Count } from './subjects.ts';
import { indicatorName } from './wording.ts';

/** A unit's number beside the one that counted in the round before. */
export interface HistoryComparison {
  readonly count: Count;
  readonly past: PastCount;
  readonly round: PastRound;
}

/** The unit's plain counts that counted in the round before, too. */
export function historyComparisons(
  submission: Submission,
  { directive, history }: Round,
): readonly HistoryComparison[] {
  const round = previousRound(history);
  if (round === undefined) return [];
  const plain = directive.indicators.filter(({ computed }) => computed === undefined);
  return plain.flatMap(({ id }) => {
    const count = countOf(submission, directive, id);
    const past = pastCount(round, submission.unit.id, id);
    return count === undefined || past === undefined ? [] : [{ count, past, round }];
  });
}

/** Whether the directive compares the number with the adults of the register. */
export function isAdults({ directive }: Round, indicator: string): boolean {
  return directive.relations.register.some((relation) => relation.indicator === indicator);
}

/** `1.300 người` */
export function amountWords({ indicator }: Count, value: number): string {
  return `${formatInteger(value)} ${countNoun(indicator.counts)}`;
}

/** `CT01 “Số người từ đủ 18 tuổi trở lên” là 1.300 người` */
export function countInWords(count: Count): string {
  return `${indicatorName(count.indicator)} là ${amountWords(count, count.value)}`;
}

/** What all findings against the round before have in common: at the number's cell, related to the cells of then. */
export function historyFinding(
  { count, past, round }: HistoryComparison,
  words: Pick<Finding, 'message' | 'hint'>,
): Finding {
  const note = `số liệu kỳ ${round.period.id}`;
  return {
    ...words,
    location: { kind: 'cell', ref: count.ref },
    related: past.cells.map((ref) => ({ location: { kind: 'cell', ref }, note })),
    facts: { indicator: count.indicator.id, value: count.value, previous: past.value, previousPeriod: round.period.id },
  };
}
