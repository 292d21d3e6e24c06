import type { Ratio } from '../../src/model/ratio.ts';
import type { ReportingRate, ReportModel } from '../../src/model/report.ts';

function share({ numerator, denominator }: Ratio): string {
  return `${numerator}/${denominator}`;
}

function counts({ expected, received, onTime }: ReportingRate): readonly number[] {
  return [expected, received, onTime];
}

/** The figures of a round in the shape of a golden round's figures.yaml; every figure of the model that can be printed. */
export function figuresOf({
  units,
  rates,
  overallRate,
  coverages,
  totals,
  compliance,
  leftOut,
  opinions,
}: ReportModel) {
  return {
    units: Object.fromEntries(
      units.map(({ unit, status, isCounted }) => [unit.id, `${status}${isCounted ? ', counted' : ''}`]),
    ),
    rates: Object.fromEntries([
      ['all', counts(overallRate)],
      ...rates.filter(({ expected }) => expected > 0).map((rate) => [rate.unitType?.id ?? '', counts(rate)] as const),
    ]),
    coverages: coverages.map(({ id, ratio, verdict, shortfall, bounds, rows }) => ({
      id,
      ratio: share(ratio),
      verdict,
      shortfall,
      lowest: bounds === undefined ? null : share(bounds.lowest),
      highest: bounds === undefined ? null : share(bounds.highest),
      canChangeVerdict: bounds?.canChangeVerdict ?? null,
      rows: Object.fromEntries(
        rows.map((row) => [
          row.unit.id,
          row.ratio === undefined
            ? row.state
            : `${share(row.ratio)}, ${row.isMet ? 'met' : `${row.shortfall ?? '?'} missing`}`,
        ]),
      ),
    })),
    totals: Object.fromEntries(
      totals
        .filter(({ expectedUnitCount }) => expectedUnitCount > 0)
        .map(({ indicator, unitType, value, countedUnitCount, expectedUnitCount }) => [
          `${unitType.id} ${indicator.code}`,
          [value, countedUnitCount, expectedUnitCount],
        ]),
    ),
    tasks: Object.fromEntries(
      compliance
        .filter((group) => group.units.length > 0)
        .flatMap(({ tasks }) => tasks)
        .map(({ task, states }) => [task.id, Object.fromEntries(states)]),
    ),
    leftOut: leftOut.map(({ unit, diagnostic }) => `${unit?.id ?? 'nobody'} ${diagnostic.rule}`),
    opinions: opinions.map(({ opinion, unit, task }) =>
      [unit.id, opinion, ...(task === undefined ? [] : [task])].join(' '),
    ),
  };
}
