import { pastCount, previousRound, type PastRound } from './history.ts';
import { pointsBetween, type Ratio } from './ratio.ts';
import type { Coverage, ReportModel } from './report.ts';
import type { UnitId } from './unit.ts';

/** More rounds than a year and a month of them are not told apart; the latest are shown. */
const MOST_ROUNDS = 13;

/** A share in one round (tỷ lệ của một kỳ). */
export interface TrendPoint {
  /** The period's id. */
  readonly period: string;
  /** Undefined when nothing counted then. */
  readonly ratio: Ratio | undefined;
  /** How many units had both numbers then. */
  readonly unitCount: number;
}

/** A unit's share in the round before beside the present one. */
export interface UnitChange {
  readonly unit: UnitId;
  /** Undefined when it did not count then. */
  readonly before: Ratio | undefined;
  /** Undefined when it does not count now. */
  readonly now: Ratio | undefined;
  /** In hundredths of a percentage point; undefined unless both are there. */
  readonly hundredths: number | undefined;
}

function pastShare(round: PastRound, unit: UnitId, { numerator, denominator }: Coverage): Ratio | undefined {
  const above = pastCount(round, unit, numerator.id)?.value;
  const below = pastCount(round, unit, denominator.id)?.value;
  return above === undefined || below === undefined || below === 0
    ? undefined
    : { numerator: above, denominator: below };
}

function summed(ratios: readonly Ratio[]): Ratio | undefined {
  if (ratios.length === 0) return undefined;
  return {
    numerator: ratios.reduce((sum, ratio) => sum + ratio.numerator, 0),
    denominator: ratios.reduce((sum, ratio) => sum + ratio.denominator, 0),
  };
}

/** The share in each round up to this one, each over the units that had both numbers then; none without an earlier share. */
export function coverageTrend(coverage: Coverage, { round }: ReportModel): readonly TrendPoint[] {
  const past = (round.history ?? []).flatMap((one): readonly TrendPoint[] => {
    const ratios = coverage.rows.flatMap(({ unit }) => pastShare(one, unit.id, coverage) ?? []);
    const ratio = summed(ratios);
    return ratio === undefined ? [] : [{ period: one.period.id, ratio, unitCount: ratios.length }];
  });
  if (past.length === 0) return [];
  const ratio = coverage.verdict === 'no-data' ? undefined : coverage.ratio;
  return [...past, { period: round.period.id, ratio, unitCount: coverage.countedUnitCount }].slice(-MOST_ROUNDS);
}

/** The unit's share in the same rounds as the trend of the whole. */
export function unitTrend(coverage: Coverage, unit: UnitId, model: ReportModel): readonly TrendPoint[] {
  const rounds = new Map((model.round.history ?? []).map((one) => [one.period.id, one]));
  const now = coverage.rows.find((row) => row.unit.id === unit)?.ratio;
  return coverageTrend(coverage, model).map(({ period }) => {
    const past = rounds.get(period);
    const ratio = past === undefined ? now : pastShare(past, unit, coverage);
    return { period, ratio, unitCount: ratio === undefined ? 0 : 1 };
  });
}

/** Every unit's share beside that of the round before, in the order of the rows; none when no earlier round is known. */
export function unitChanges(coverage: Coverage, { round }: ReportModel): readonly UnitChange[] {
  const previous = previousRound(round.history);
  if (previous === undefined) return [];
  return coverage.rows.map(({ unit, ratio: now }) => {
    const before = pastShare(previous, unit.id, coverage);
    const hundredths = before === undefined || now === undefined ? undefined : pointsBetween(before, now);
    return { unit: unit.id, before, now, hundredths };
  });
}
