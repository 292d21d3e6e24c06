import type {
  CommuneCoverage,
  CommuneRate,
  CommuneReport,
  CommuneTotal,
  Named,
  NamedIndicator,
  RollupSource,
} from '../model/rollup.ts';
import type { ReportContent } from './schema.ts';

/** What the ids of the file's own directive are called. */
interface Names {
  readonly typeOf: (id: string) => Named;
  readonly indicatorOf: (id: string) => NamedIndicator;
}

function namesOf({ unitTypes, indicators }: ReportContent['directive']): Names {
  const types = new Map(unitTypes.map((type) => [type.id, type]));
  const titles = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return {
    // A file that uses ids without a name has been refused before.
    typeOf: (id) => types.get(id) ?? { id, name: id },
    indicatorOf: (id) => titles.get(id) ?? { id, title: id, counts: 'person' },
  };
}

function coverageOf(coverage: ReportContent['coverages'][number], names: Names): CommuneCoverage {
  const { id, title, unitType, numeratorIndicator, denominatorIndicator, target, ratio } = coverage;
  return {
    definition: {
      id,
      title,
      unitType: names.typeOf(unitType),
      numerator: names.indicatorOf(numeratorIndicator),
      denominator: names.indicatorOf(denominatorIndicator),
    },
    target,
    ratio,
    countedUnitCount: coverage.countedUnitCount,
    expectedUnitCount: coverage.expectedUnitCount,
  };
}

function totalOf(total: ReportContent['totals'][number], names: Names): CommuneTotal {
  const { id, title, indicator, counts, unitType, value, countedUnitCount, expectedUnitCount } = total;
  return {
    definition: { id, title, indicator, counts, unitType: names.typeOf(unitType) },
    value,
    countedUnitCount,
    expectedUnitCount,
  };
}

function rateOf(
  { unitType, expected, received, onTime }: ReportContent['rates']['overall'],
  names: Names,
): CommuneRate {
  return { unitType: unitType === null ? undefined : names.typeOf(unitType), expected, received, onTime };
}

/** The checked content as the figures of a commune; its `issuer` is '' when the file names none. */
export function communeReport(content: ReportContent, source: RollupSource): CommuneReport {
  const { round, issuer, directive, report, rates, coverages, totals, units, findings, accepted } = content;
  const { asOf, ...period } = round;
  const names = namesOf(directive);
  const days = units.flatMap(({ isCounted, countedOn }) => (isCounted && countedOn !== null ? [countedOn] : [])).sort();
  const errorCount = findings.filter(({ severity }) => severity === 'error').length;
  return {
    source,
    issuer: issuer?.name ?? '',
    period,
    asOf,
    directive: { id: directive.id, version: directive.version },
    version: report.version,
    openErrorCount: Math.max(0, errorCount - accepted.length),
    countedFrom: days[0],
    countedTo: days.at(-1),
    rates: [rates.overall, ...rates.byUnitType].map((rate) => rateOf(rate, names)),
    coverages: coverages.map((coverage) => coverageOf(coverage, names)),
    totals: totals.map((total) => totalOf(total, names)),
  };
}
