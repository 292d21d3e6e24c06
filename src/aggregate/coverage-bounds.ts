import { meetsTarget, type Ratio, type Target } from '../model/ratio.ts';
import type { CoverageBounds } from '../model/report.ts';
import { sumCounts } from './usable-values.ts';

/**
 * What the coverage can still become. `missing`: how many persons each unit that does not count has by the register.
 * At worst nobody of them had it, at best everybody. The true ratio lies between the two, so the verdict is settled when
 * both give the same.
 */
export function boundsOf(counted: Ratio, missing: readonly number[], target: Target): CoverageBounds {
  const denominator = sumCounts([counted.denominator, ...missing]);
  const lowest = { numerator: counted.numerator, denominator };
  const highest = { numerator: sumCounts([counted.numerator, ...missing]), denominator };
  return { lowest, highest, canChangeVerdict: meetsTarget(lowest, target) !== meetsTarget(highest, target) };
}
