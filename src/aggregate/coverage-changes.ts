import { pastCount, previousRound, type PastRound } from '../model/history.ts';
import type { Ratio } from '../model/ratio.ts';
import type { Coverage, CoverageChange } from '../model/report.ts';
import type { Round } from '../model/round.ts';
import { sumCounts } from './usable-values.ts';

/** A unit's two shares. */
interface Pair {
  readonly before: Ratio;
  readonly now: Ratio;
}

function added(ratios: readonly Ratio[]): Ratio {
  return {
    numerator: sumCounts(ratios.map(({ numerator }) => numerator)),
    denominator: sumCounts(ratios.map(({ denominator }) => denominator)),
  };
}

function changeOf({ id, rows, numerator, denominator }: Coverage, round: PastRound): CoverageChange | undefined {
  const pairs = rows.flatMap(({ unit, ratio }): readonly Pair[] => {
    const [above, below] = [numerator, denominator].map((indicator) => pastCount(round, unit.id, indicator.id)?.value);
    if (ratio === undefined || above === undefined || below === undefined || below === 0) return [];
    return [{ before: { numerator: above, denominator: below }, now: ratio }];
  });
  if (pairs.length === 0) return undefined;
  const [before, now] = [added(pairs.map((pair) => pair.before)), added(pairs.map((pair) => pair.now))];
  return { coverage: id, period: round.period, unitCount: pairs.length, before, now };
}

/** How each share has changed since the round before, over the units that count in both; none where no unit does. */
export function changesOf(coverages: readonly Coverage[], { history }: Round): readonly CoverageChange[] {
  const round = previousRound(history);
  return round === undefined ? [] : coverages.flatMap((coverage) => changeOf(coverage, round) ?? []);
}
