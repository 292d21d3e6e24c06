import { grouped } from '../model/grouped.ts';
import { meetsTarget, shortfall, type Ratio, type Target } from '../model/ratio.ts';
import type {
  CommuneCoverage,
  CommuneOutcome,
  CommuneRate,
  CommuneReport,
  CommuneTotal,
  Part,
  ProvinceCoverage,
  ProvinceRate,
  ProvinceTotal,
  Standing,
} from '../model/rollup.ts';

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What shares must have in common to be added up; their titles may differ. */
export function coverageKey({ definition: { id, unitType, numerator, denominator } }: CommuneCoverage): string {
  return JSON.stringify([id, unitType.id, numerator.id, denominator.id, numerator.counts]);
}

/** The same of sums. */
export function totalKey({ definition: { id, unitType, indicator, counts } }: CommuneTotal): string {
  return JSON.stringify([id, unitType.id, indicator, counts]);
}

function rateKey({ unitType }: CommuneRate): string {
  return JSON.stringify([unitType?.id ?? null]);
}

/** Everything that communes state under one key, beside every commune of the round. Keys in the order in which they come. */
function partsBy<T>(
  communes: readonly CommuneOutcome[],
  entriesOf: (report: CommuneReport) => readonly T[],
  keyOf: (entry: T) => string,
): readonly { readonly first: T; readonly parts: readonly Part<T>[] }[] {
  const found = communes.map((outcome) => ({
    outcome,
    entries: new Map((outcome.report === undefined ? [] : entriesOf(outcome.report)).map((one) => [keyOf(one), one])),
  }));
  const groups = grouped(
    found.flatMap(({ entries }) => [...entries.values()]),
    keyOf,
  );
  return [...groups].map(([key, [first]]) => ({
    first,
    parts: found.map(({ outcome, entries }) => ({ outcome, part: entries.get(key) })),
  }));
}

interface Counted {
  readonly countedUnitCount: number;
  readonly expectedUnitCount: number;
}

function standingOf(parts: readonly Part<Counted>[]): Standing {
  const present = parts.flatMap(({ part }) => (part === undefined ? [] : [part]));
  return {
    countedCommuneCount: present.filter(({ countedUnitCount }) => countedUnitCount > 0).length,
    expectedCommuneCount: parts.length,
    countedUnitCount: sum(present.map(({ countedUnitCount }) => countedUnitCount)),
    expectedUnitCount: sum(present.map(({ expectedUnitCount }) => expectedUnitCount)),
  };
}

function commonTarget(coverages: readonly CommuneCoverage[]): Target | undefined {
  const [first, ...others] = coverages.map(({ target }) => target);
  const isCommon = others.every(
    ({ comparison, percent }) => comparison === first?.comparison && percent === first.percent,
  );
  return isCommon ? first : undefined;
}

function verdictOf(ratio: Ratio, target: Target | undefined): ProvinceCoverage['verdict'] {
  if (ratio.denominator === 0) return 'no-data';
  if (target === undefined) return 'no-common-target';
  return meetsTarget(ratio, target) ? 'met' : 'not-met';
}

/** The shares over the communes: numerators and denominators are summed, never the shares. */
export function provinceCoverages(communes: readonly CommuneOutcome[]): readonly ProvinceCoverage[] {
  return partsBy(communes, ({ coverages }) => coverages, coverageKey).map(({ first, parts }): ProvinceCoverage => {
    const present = parts.flatMap(({ part }) => (part === undefined ? [] : [part]));
    const ratio = {
      numerator: sum(present.map((part) => part.ratio.numerator)),
      denominator: sum(present.map((part) => part.ratio.denominator)),
    };
    const target = commonTarget(present);
    return {
      definition: first.definition,
      target,
      parts,
      ratio,
      verdict: verdictOf(ratio, target),
      shortfall: target === undefined || ratio.denominator === 0 ? undefined : shortfall(ratio, target),
      ...standingOf(parts),
    };
  });
}

/** The sums over the communes, unit type by unit type. */
export function provinceTotals(communes: readonly CommuneOutcome[]): readonly ProvinceTotal[] {
  return partsBy(communes, ({ totals }) => totals, totalKey).map(({ first, parts }): ProvinceTotal => ({
    definition: first.definition,
    parts,
    value: sum(parts.map(({ part }) => part?.value ?? 0)),
    ...standingOf(parts),
  }));
}

/** How the communes' units have reported. */
export function provinceRates(communes: readonly CommuneOutcome[]): readonly ProvinceRate[] {
  return partsBy(communes, ({ rates }) => rates, rateKey).map(({ first, parts }): ProvinceRate => {
    const present = parts.flatMap(({ part }) => (part === undefined ? [] : [part]));
    return {
      unitType: first.unitType,
      parts,
      expected: sum(present.map(({ expected }) => expected)),
      received: sum(present.map(({ received }) => received)),
      onTime: sum(present.map(({ onTime }) => onTime)),
      countedCommuneCount: present.length,
      expectedCommuneCount: parts.length,
    };
  });
}
