import { compareTexts } from './compare-texts.ts';
import { fileOf, type Diagnostic } from './diagnostic.ts';
import { grouped } from './grouped.ts';
import type { Arrival, Submission } from './submission.ts';

/** A file that is byte for byte another report of the same unit. */
export interface Copy {
  readonly copy: Submission;
  /** The first of them by name, the one that counts. */
  readonly original: Submission;
}

/** What one unit sent that could be understood, with copies of one file set apart. Both lists go by file name. */
export interface UnitReports {
  /** One for each different file; more than one contradict one another, because only one report can be meant. */
  readonly originals: readonly [Submission, ...Submission[]];
  readonly copies: readonly Copy[];
}

/**
 * The reports of each unit that sent any, units in the order of their first file. Equal means equal SHA-256; two reports in
 * one file are never copies of one another.
 */
export function reportsByUnit(arrivals: readonly Arrival[]): readonly UnitReports[] {
  const byName = arrivals
    .flatMap(({ submission }) => submission ?? [])
    .toSorted((a, b) => compareTexts(a.file, b.file));
  return [...grouped(byName, ({ unit }) => unit.id).values()].map(([first, ...others]) => {
    const originals: [Submission, ...Submission[]] = [first];
    const copies: Copy[] = [];
    for (const submission of others) {
      const original = originals.find(({ sha256, file }) => sha256 === submission.sha256 && file !== submission.file);
      if (original === undefined) originals.push(submission);
      else copies.push({ copy: submission, original });
    }
    return { originals, copies };
  });
}

/** One report for each unit: a unit whose files contradict one another has none. */
export function soleSubmissions(arrivals: readonly Arrival[]): readonly Submission[] {
  return reportsByUnit(arrivals).flatMap(({ originals: [first, ...others] }) => (others.length === 0 ? [first] : []));
}

/** The names of the files that are copies of another one. */
export function copiedFiles(arrivals: readonly Arrival[]): ReadonlySet<string> {
  return new Set(reportsByUnit(arrivals).flatMap(({ copies }) => copies.map(({ copy }) => copy.file)));
}

/**
 * Says which reports a finding is about. Where a file holds the reports of several units, a finding about one of them names
 * it in `facts.unit`; without that, a finding at the file is about all of them, and one inside it about those whose unit is
 * not known. Nothing for a unit that sent nothing and for files of our own.
 */
export function ownerFunction(arrivals: readonly Arrival[]): (diagnostic: Diagnostic) => readonly Arrival[] {
  const byFile = grouped(arrivals, ({ source }) => source.file);
  return ({ location, facts }) => {
    if (location.kind === 'data' || location.kind === 'unit') return [];
    const inFile = byFile.get(fileOf(location) ?? '') ?? [];
    if (inFile.length <= 1) return inFile;
    if (facts['unit'] !== undefined) return inFile.filter(({ unit }) => unit?.id === facts['unit']);
    return location.kind === 'file' ? inFile : inFile.filter(({ unit }) => unit === undefined);
  };
}
