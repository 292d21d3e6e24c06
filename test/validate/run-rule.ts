import { diagnosticOf, type Diagnostic, type Location } from '../../src/model/diagnostic.ts';
import type { Round } from '../../src/model/round.ts';
import type { Arrival, Submission } from '../../src/model/submission.ts';
import type { CollectionRule, SubmissionRule } from '../../src/validate/rule.ts';
import { aRound } from '../support/builders.ts';

/** What a rule says of one report. */
export function judge(rule: SubmissionRule, submission: Submission, round: Round = aRound()): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  rule.check(submission, round, (finding) => found.push(diagnosticOf(rule, finding)));
  return found;
}

/** What a rule says of all files together. */
export function judgeAll(rule: CollectionRule, arrivals: readonly Arrival[], round: Round): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  rule.check(arrivals, round, (finding) => found.push(diagnosticOf(rule, finding)));
  return found;
}

/** A place in a few words: `TH01.xlsx Chỉ tiêu!D5`, `TH01.xlsx Chỉ tiêu`, `TH01.xlsx`, `TH01`. */
export function placeWords(location: Location): string {
  switch (location.kind) {
    case 'cell':
      return `${location.ref.file} ${location.ref.sheet}!${location.ref.address}`;
    case 'sheet':
      return `${location.file} ${location.sheet}`;
    case 'file':
    case 'passage':
    case 'data':
      return location.file;
    case 'unit':
      return location.unit;
  }
}

/** Where the findings are. */
export function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ location }) => placeWords(location));
}

/** What the findings say. */
export function messages(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ message }) => message);
}
