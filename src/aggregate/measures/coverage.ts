import { meetsTarget, shortfall, type Ratio, type Target } from '../../model/ratio.ts';
import type { Coverage, CoverageBounds, CoverageRow } from '../../model/report.ts';
import { boundsOf } from '../coverage-bounds.ts';
import { reportsOfType, type Evidence, type UnitReport } from '../evidence.ts';
import type { MeasureOf, MeasurePlugin } from '../measure.ts';
import { hasReported } from '../receipts.ts';
import { sumCounts, usableCount } from '../usable-values.ts';

/** A share of persons over the units of one type against its target (độ phủ): sum ÷ sum, never a mean of percentages. */
export const coverage: MeasurePlugin<'coverage'> = { kind: 'coverage', compute };

function compute(measure: MeasureOf<'coverage'>, evidence: Evidence): Coverage | undefined {
  const { indicators, unitTypes } = evidence.round.directive;
  const numerator = indicators.find(({ id }) => id === measure.numerator);
  const denominator = indicators.find(({ id }) => id === measure.denominator);
  const unitType = unitTypes.find(({ id }) => id === measure.unitType);
  if (numerator === undefined || denominator === undefined || unitType === undefined) return undefined;
  const rows = reportsOfType(evidence, unitType.id).map((report) => rowOf(report, measure, evidence));
  const counted = rows.flatMap((row) => row.ratio ?? []);
  const ratio = {
    numerator: sumCounts(counted.map((part) => part.numerator)),
    denominator: sumCounts(counted.map((part) => part.denominator)),
  };
  const { id, title, source, target } = measure;
  return {
    ...{ id, title, source, numerator, denominator, unitType, target, rows, ratio },
    countedUnitCount: counted.length,
    expectedUnitCount: rows.length,
    verdict: ratio.denominator === 0 ? 'no-data' : meetsTarget(ratio, target) ? 'met' : 'not-met',
    shortfall: neededIn(ratio, target),
    ...boundsOver(rows, ratio, measure, evidence),
  };
}

/**
 * A unit counts only with both numbers, because one without the other would shift the ratio of the sums, and only when
 * there is somebody to have a share of.
 */
function rowOf({ unit, receipt }: UnitReport, measure: MeasureOf<'coverage'>, { exclusions }: Evidence): CoverageRow {
  const submission = receipt.kind === 'counted' ? receipt.submission : undefined;
  const countOf = (indicator: string) =>
    submission === undefined ? undefined : usableCount(exclusions, submission, indicator);
  const numerator = countOf(measure.numerator);
  const denominator = countOf(measure.denominator);
  if (numerator === undefined || denominator === undefined || denominator.value === 0) {
    const state = hasReported(receipt) ? 'left-out' : 'not-reported';
    return { unit, state, numerator, denominator, ratio: undefined, isMet: false, shortfall: undefined };
  }
  const ratio = { numerator: numerator.value, denominator: denominator.value };
  const isMet = meetsTarget(ratio, measure.target);
  return { unit, state: 'counted', numerator, denominator, ratio, isMet, shortfall: shortfall(ratio, measure.target) };
}

/** Persons still needed; none where no unit counts. */
function neededIn(ratio: Ratio, target: Target): number {
  return ratio.denominator === 0 ? 0 : shortfall(ratio, target);
}

/**
 * The register's adults stand in for every unit that does not count, also where the unit's own denominator is usable: one
 * source for all of them. They say something only about a denominator that the directive compares with the register.
 */
function boundsOver(
  rows: readonly CoverageRow[],
  ratio: Ratio,
  { denominator, target }: MeasureOf<'coverage'>,
  { round }: Evidence,
): { readonly bounds: CoverageBounds | undefined; readonly unbounded: readonly string[] } {
  const isRegistered = round.directive.relations.register.some(({ indicator }) => indicator === denominator);
  const missing = rows
    .filter(({ state }) => state !== 'counted')
    .map(({ unit }) => ({ unit: unit.id, persons: isRegistered ? unit.adults?.value : undefined }));
  const persons = missing.flatMap((entry) => entry.persons ?? []);
  const unbounded = missing.filter((entry) => entry.persons === undefined).map(({ unit }) => unit);
  return { bounds: unbounded.length > 0 ? undefined : boundsOf(ratio, persons, target), unbounded };
}
