import type { ReceiptStatus, ReportingRate, ReportModel, UnitOutcome } from './report.ts';

/** Where the units of one type that must report stand, or all of them together. Counts of units, but for the findings. */
export interface Standing {
  /** The five reporting rates of the same units. */
  readonly rate: ReportingRate;
  readonly late: number;
  readonly undated: number;
  /** Nothing came, whether the deadline has passed or not. */
  readonly missing: number;
  readonly unusable: number;
  readonly complete: number;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly infoCount: number;
}

/** Whether nothing is left to ask the unit for: its report counts, answers every task of the unit, and has no error. */
export function isComplete({ isCounted, errorCount, answeredTaskCount, assignedTaskCount }: UnitOutcome): boolean {
  return isCounted && errorCount === 0 && answeredTaskCount === assignedTaskCount;
}

function standingOf(rate: ReportingRate, units: readonly UnitOutcome[]): Standing {
  const withStatus = (...wanted: readonly ReceiptStatus[]): number =>
    units.filter(({ status }) => wanted.includes(status)).length;
  const sum = (countOf: (outcome: UnitOutcome) => number): number =>
    units.reduce((total, outcome) => total + countOf(outcome), 0);
  return {
    rate,
    late: withStatus('late'),
    undated: withStatus('undated'),
    missing: withStatus('missing', 'not-due'),
    unusable: withStatus('unusable'),
    complete: units.filter(isComplete).length,
    errorCount: sum(({ errorCount }) => errorCount),
    warningCount: sum(({ warningCount }) => warningCount),
    infoCount: sum(({ infoCount }) => infoCount),
  };
}

/** The standing of every type that must report, in the directive's order, and of all of them together. */
export function standingsOf({ units, rates, overallRate }: ReportModel): {
  readonly byUnitType: readonly Standing[];
  readonly overall: Standing;
} {
  const bound = units.filter(({ unitType }) => unitType.mustReport);
  return {
    byUnitType: rates.map((rate) =>
      standingOf(
        rate,
        bound.filter(({ unitType }) => unitType.id === rate.unitType?.id),
      ),
    ),
    overall: standingOf(overallRate, bound),
  };
}
