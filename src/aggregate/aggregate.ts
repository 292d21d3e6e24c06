import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReportModel } from '../model/report.ts';
import type { Round, SourceFile } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { adjustedNumbers } from './adjusted.ts';
import { complianceOf } from './compliance.ts';
import { changesOf } from './coverage-changes.ts';
import { gatherEvidence } from './evidence.ts';
import { leftOutValues } from './left-out.ts';
import { coveragesOf, totalsOf } from './measure-all.ts';
import { opinionsOf } from './opinions.ts';
import { overallReportingRate, reportingRates } from './reporting-rates.ts';
import { unitOutcomes } from './unit-outcomes.ts';

/** The files, each once, sorted by name. */
function sourcesOf(arrivals: readonly Arrival[]): readonly SourceFile[] {
  const byName = new Map(arrivals.map(({ source }) => [source.file, source]));
  return [...byName.values()].toSorted((a, b) => compareTexts(a.file, b.file));
}

/**
 * The round's figures (tổng hợp) from what arrived and what was found. Exact whole numbers and pairs of them, each with its
 * cells; what was accepted is not known here. Nothing throws, and the order of the arrivals changes nothing. The findings come sorted and stay in their order.
 */
export function aggregate(arrivals: readonly Arrival[], diagnostics: readonly Diagnostic[], round: Round): ReportModel {
  const evidence = gatherEvidence(arrivals, diagnostics, round);
  const units = unitOutcomes(evidence, diagnostics);
  const coverages = coveragesOf(evidence);
  const changes = changesOf(coverages, round);
  return {
    round,
    sources: sourcesOf(arrivals),
    units,
    strays: evidence.strays.map(({ source }) => source),
    rates: reportingRates(round.directive, units),
    overallRate: overallReportingRate(units),
    coverages,
    ...(changes.length === 0 ? {} : { changes }),
    totals: totalsOf(evidence),
    compliance: complianceOf(evidence),
    leftOut: leftOutValues(evidence, diagnostics),
    opinions: opinionsOf(evidence),
    adjusted: adjustedNumbers(evidence),
    accepted: [],
    diagnostics,
  };
}
