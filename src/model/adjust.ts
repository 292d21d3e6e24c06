import type { Adjustment } from './adjustment.ts';
import { reportsByUnit } from './arrivals.ts';
import type { Directive, Indicator } from './directive.ts';
import type { Answer } from './located.ts';
import type { Round } from './round.ts';
import { indicatorAnswer, type Arrival, type IndicatorAnswer, type Submission } from './submission.ts';

/** What stands in the cell of an answer; '' when nothing does. */
export function rawOf(answer: Answer<unknown>): string {
  return answer.kind === 'absent' ? '' : answer.raw;
}

/** Digits, in Vietnamese groups of three or in one: nothing that could be read in two ways. */
const COUNT = /^(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})$/u;

/** The whole number that the text is, written like 1150 or 1.150; undefined for any other text. */
export function countOf(text: string): number | undefined {
  return COUNT.test(text) ? Number(text.replaceAll('.', '')) : undefined;
}

/** Whether the cell says what stood there when the number was adjusted; the same number may be written otherwise by now. */
export function saysStill(answer: Answer<number>, { was }: Pick<Adjustment, 'was'>): boolean {
  const raw = rawOf(answer);
  if (raw === was) return true;
  return answer.kind === 'value' && countOf(raw) === answer.value && countOf(was) === answer.value;
}

/** The answer with the adjusted number, in the same cell with the same text; undefined where the file has no such cell. */
function adjustedAnswer(answer: Answer<number>, adjustment: Adjustment, value: number): Answer<number> | undefined {
  if (answer.ref === undefined) return undefined;
  return { kind: 'value', value, raw: rawOf(answer), ref: answer.ref, adjustment };
}

/** The number that the form would compute now, if all that it is computed from is there. */
function recomputed({ computed }: Indicator, submission: Submission): number | undefined {
  if (computed?.kind !== 'sum') return undefined;
  const parts = computed.of.map((id) => indicatorAnswer(submission, id)?.value);
  const values = parts.flatMap((part) => (part?.kind === 'value' ? [part.value] : []));
  return values.length === parts.length ? values.reduce((sum, value) => sum + value, 0) : undefined;
}

/** The sums of the form that an adjusted number is a part of follow it; one that was typed by hand is the unit's own claim and stays. */
function withSums(submission: Submission, adjustment: Adjustment, { indicators }: Directive): Submission {
  const follow = (one: IndicatorAnswer): IndicatorAnswer => {
    const indicator = indicators.find(({ id }) => id === one.indicator);
    if (indicator?.computed?.kind !== 'sum' || one.isTyped) return one;
    if (!indicator.computed.of.includes(adjustment.indicator)) return one;
    const sum = recomputed(indicator, submission);
    const value = sum === undefined ? undefined : adjustedAnswer(one.value, adjustment, sum);
    return value === undefined ? one : { ...one, value };
  };
  return { ...submission, indicators: submission.indicators.map(follow) };
}

function withAdjustment(submission: Submission, adjustment: Adjustment, directive: Directive): Submission {
  const answer = indicatorAnswer(submission, adjustment.indicator)?.value;
  if (answer === undefined || !saysStill(answer, adjustment)) return submission;
  const value = adjustedAnswer(answer, adjustment, adjustment.value);
  if (value === undefined) return submission;
  const indicators = submission.indicators.map((one) =>
    one.indicator === adjustment.indicator ? { ...one, value } : one,
  );
  return withSums({ ...submission, indicators }, adjustment, directive);
}

/** The reports that count, with the numbers that the commune has adjusted; all others as they came. */
export function withAdjustments(arrivals: readonly Arrival[], round: Round): readonly Arrival[] {
  const { adjustments = [], directive } = round;
  if (adjustments.length === 0) return arrivals;
  const standing = new Set(
    reportsByUnit(arrivals, round).flatMap((reports) => (reports.standing.length === 1 ? reports.standing : [])),
  );
  return arrivals.map((arrival): Arrival => {
    const { submission } = arrival;
    if (submission === undefined || !standing.has(submission)) return arrival;
    const own = adjustments.filter(({ unit }) => unit === submission.unit.id);
    const adjusted = own.reduce((one, adjustment) => withAdjustment(one, adjustment, directive), submission);
    return adjusted === submission ? arrival : { ...arrival, submission: adjusted };
  });
}

/** The adjustments that are in force. */
export function appliedAdjustments(arrivals: readonly Arrival[]): ReadonlySet<Adjustment> {
  return new Set(
    arrivals.flatMap(({ submission }) =>
      (submission?.indicators ?? []).flatMap(({ value }) => (value.kind === 'value' ? (value.adjustment ?? []) : [])),
    ),
  );
}
