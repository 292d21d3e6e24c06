import type { CountUnit } from './directive.ts';
import type { ReportingPeriod } from './period.ts';
import type { PlainDate } from './plain-date.ts';
import type { Ratio, Target } from './ratio.ts';

/** A file with figures (`bao-cao.json`) that came from a commune. */
export interface RollupSource {
  /** Its path below the folder, with `/`, NFC. */
  readonly file: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What an id of a directive is called. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An indicator as a commune's directive names it. */
export interface NamedIndicator {
  readonly id: string;
  readonly title: string;
  readonly counts: CountUnit;
}

/** The figures of one commune in one round, as its `bao-cao.json` states them and as they were recomputed from its parts. */
export interface CommuneReport {
  readonly source: RollupSource;
  /** `UBND xã …`, as the commune's settings call it. */
  readonly issuer: string;
  readonly period: ReportingPeriod;
  readonly asOf: PlainDate;
  readonly directive: { readonly id: string; readonly version: number };
  readonly version: 'draft' | 'final';
  /** Errors that nobody has accepted; their values are not in the figures. */
  readonly openErrorCount: number;
  /** The days that the counted units' figures refer to: the earliest and the latest; undefined when no unit states one. */
  readonly countedFrom: PlainDate | undefined;
  readonly countedTo: PlainDate | undefined;
  /** All that must report together first, then by unit type. */
  readonly rates: readonly CommuneRate[];
  readonly coverages: readonly CommuneCoverage[];
  readonly totals: readonly CommuneTotal[];
}

/** How many units owed a report, have reported, and in time. */
export interface RateCounts {
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
}

export interface CommuneRate extends RateCounts {
  /** Undefined for all types together. */
  readonly unitType: Named | undefined;
}

/** What a share is a share of; two communes mean the same one when all ids are the same. */
export interface CoverageDefinition {
  readonly id: string;
  readonly title: string;
  readonly unitType: Named;
  readonly numerator: NamedIndicator;
  readonly denominator: NamedIndicator;
}

export interface CommuneCoverage {
  readonly definition: CoverageDefinition;
  readonly target: Target;
  readonly ratio: Ratio;
  readonly countedUnitCount: number;
  readonly expectedUnitCount: number;
}

/** What a sum adds up. */
export interface TotalDefinition {
  readonly id: string;
  readonly title: string;
  readonly indicator: string;
  readonly counts: CountUnit;
  readonly unitType: Named;
}

export interface CommuneTotal {
  readonly definition: TotalDefinition;
  readonly value: number;
  readonly countedUnitCount: number;
  readonly expectedUnitCount: number;
}

/** A commune that should report, by the province's list. */
export interface Commune {
  /** '' when there is no list. */
  readonly code: string;
  readonly name: string;
}

/** được tính / có gửi nhưng không được tính / chưa nhận được. */
export type CommuneState = 'counted' | 'left-out' | 'missing';

/** What became of one commune in one round. */
export interface CommuneOutcome {
  readonly commune: Commune;
  readonly state: CommuneState;
  /** Undefined unless counted. */
  readonly report: CommuneReport | undefined;
  /** The files that came from it, also those that do not count. */
  readonly files: readonly string[];
  /** Why it is left out, in words without full stop; '' otherwise. */
  readonly reason: string;
}

/** One commune's part of a figure of the province; undefined where it has none. */
export interface Part<T> {
  readonly outcome: CommuneOutcome;
  readonly part: T | undefined;
}

/** How much stands behind a figure of the province. */
export interface Standing {
  readonly countedCommuneCount: number;
  /** Of the list; without one, of those that sent something for the round. */
  readonly expectedCommuneCount: number;
  /** Units of the communes that count. */
  readonly countedUnitCount: number;
  readonly expectedUnitCount: number;
}

/** A share over the communes: sum ÷ sum, never a mean of shares. */
export interface ProvinceCoverage extends Standing {
  readonly definition: CoverageDefinition;
  /** Undefined when the communes are held against different ones: then nothing is concluded for all. */
  readonly target: Target | undefined;
  /** Every commune of the round, in order. */
  readonly parts: readonly Part<CommuneCoverage>[];
  readonly ratio: Ratio;
  readonly verdict: 'met' | 'not-met' | 'no-data' | 'no-common-target';
  /** Persons still needed over all communes that count; undefined without a common target or figures. */
  readonly shortfall: number | undefined;
}

/** A sum over the communes. */
export interface ProvinceTotal extends Standing {
  readonly definition: TotalDefinition;
  readonly parts: readonly Part<CommuneTotal>[];
  readonly value: number;
}

/** The reporting of the communes' units; of those communes that count. */
export interface ProvinceRate extends RateCounts {
  readonly unitType: Named | undefined;
  readonly parts: readonly Part<CommuneRate>[];
  readonly countedCommuneCount: number;
  readonly expectedCommuneCount: number;
}

/** One round of the province. */
export interface RollupRound {
  readonly period: ReportingPeriod;
  /** The latest day at which a counted commune closed its figures. */
  readonly asOf: PlainDate;
  /** In the order of the list, or of their names. */
  readonly communes: readonly CommuneOutcome[];
  readonly coverages: readonly ProvinceCoverage[];
  readonly totals: readonly ProvinceTotal[];
  /** All types together first. */
  readonly rates: readonly ProvinceRate[];
}

/** A file that counts nowhere and why. */
export interface StrayFile {
  readonly source: RollupSource;
  readonly reason: string;
}

/** The province's figures (tổng hợp toàn tỉnh): round by round, never over rounds. */
export interface Rollup {
  /** Undefined when no list was given, so that nobody knows who is missing. */
  readonly communes: readonly Commune[] | undefined;
  readonly rounds: readonly RollupRound[];
  /** Files of which nobody can tell commune or round. */
  readonly strays: readonly StrayFile[];
}
