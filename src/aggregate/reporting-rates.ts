import { isReceived, type ReportingRate, type UnitOutcome } from '../model/report.ts';
import type { Directive, UnitType } from '../model/directive.ts';

/** One row for each type that must report, in the directive's order; types that need not report are in no rate. */
export function reportingRates(directive: Directive, outcomes: readonly UnitOutcome[]): readonly ReportingRate[] {
  return directive.unitTypes
    .filter(({ mustReport }) => mustReport)
    .map((unitType) =>
      rateOf(
        unitType,
        outcomes.filter(({ unit }) => unit.type === unitType.id),
      ),
    );
}

/** The same over all types that must report, together. */
export function overallReportingRate(outcomes: readonly UnitOutcome[]): ReportingRate {
  return rateOf(
    undefined,
    outcomes.filter(({ unitType }) => unitType.mustReport),
  );
}

function rateOf(unitType: UnitType | undefined, outcomes: readonly UnitOutcome[]): ReportingRate {
  const expected = outcomes.length;
  const received = outcomes.filter(({ status }) => isReceived(status)).length;
  const onTime = outcomes.filter(({ status }) => status === 'on-time').length;
  return {
    unitType,
    expected,
    received,
    onTime,
    rate: { numerator: received, denominator: expected },
    rateOnTime: { numerator: onTime, denominator: expected },
  };
}
