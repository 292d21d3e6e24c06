import { indicatorsOf, outlastsRound, type Indicator } from '../../model/directive.ts';
import { pastCount, type PastRound } from '../../model/history.ts';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';

/** What the round before has of a unit, for its form (số liệu kỳ trước). */
export interface PreviousValues {
  /** `Kỳ trước (2025-09)` */
  readonly heading: string;
  /** The unit's number then, or the share that was computed from its numbers; undefined when there is none. */
  readonly valueOf: (indicator: Indicator) => number | undefined;
  /** Whether “giữ nguyên” is an answer: the number lasts, and there is one to keep. */
  readonly mayKeep: (indicator: Indicator) => boolean;
}

function computedValue(
  { computed }: Indicator,
  countOf: (indicator: string) => number | undefined,
): number | undefined {
  switch (computed?.kind) {
    case undefined:
      return undefined;
    case 'percent': {
      const [numerator, denominator] = [countOf(computed.numerator), countOf(computed.denominator)];
      return numerator === undefined || denominator === undefined || denominator === 0
        ? undefined
        : numerator / denominator;
    }
    case 'sum': {
      const counts = computed.of.map(countOf);
      return counts.includes(undefined) ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    }
  }
}

function valuesOf(past: PastRound, unit: Unit): PreviousValues {
  const countOf = (indicator: string): number | undefined => pastCount(past, unit.id, indicator)?.value;
  return {
    heading: `Kỳ trước (${past.period.id})`,
    valueOf: (indicator) =>
      indicator.computed === undefined ? countOf(indicator.id) : computedValue(indicator, countOf),
    mayKeep: (indicator) =>
      indicator.computed === undefined && outlastsRound(indicator) && countOf(indicator.id) !== undefined,
  };
}

/** The unit's numbers of the round just before, if that is closed and has any that this round asks for; undefined else. */
export function previousValues({ preceding, directive }: Round, unit: Unit): PreviousValues | undefined {
  if (preceding?.closed === undefined) return undefined;
  const values = valuesOf(preceding.closed, unit);
  return indicatorsOf(directive, unit.type).some((one) => values.valueOf(one) !== undefined) ? values : undefined;
}
