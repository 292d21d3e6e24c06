import { copiedFiles, ownerFunction, reportsByUnit } from '../model/arrivals.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fileOf } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import { rowAnswers, type Arrival, type Submission } from '../model/submission.ts';
import { cellKey } from '../model/workbook.ts';
import { submissionCopied } from './rules/submission-copied.ts';
import { submissionReplaced } from './rules/submission-replaced.ts';

/**
 * The findings without those inside copies: what is wrong in a file that came twice is wrong once. Findings about
 * a copy as a whole stay.
 */
export function withoutCopies(
  diagnostics: readonly Diagnostic[],
  arrivals: readonly Arrival[],
  round: Round,
): readonly Diagnostic[] {
  const copied = copiedFiles(arrivals, round);
  return diagnostics.filter(
    ({ location }) => location.kind === 'file' || location.kind === 'data' || !copied.has(fileOf(location) ?? ''),
  );
}

function answerCells({ reportedOn, countedOn, tasks, indicators }: Submission): readonly string[] {
  const answers = [
    reportedOn,
    countedOn,
    ...tasks.flatMap(rowAnswers),
    ...indicators.flatMap((one) => [one.value, one.note]),
  ];
  return answers.flatMap(({ ref }) => (ref === undefined ? [] : cellKey(ref)));
}

/** What is said of a report as it came, whether it counts or not. */
const SAID_OF_ALL = new Set([submissionCopied.id, submissionReplaced.id]);

/** The findings without those about reports in whose place a later one came: what was wrong there need not be mended any more. */
export function withoutReplaced(
  diagnostics: readonly Diagnostic[],
  arrivals: readonly Arrival[],
  round: Round,
): readonly Diagnostic[] {
  const replaced = new Set(reportsByUnit(arrivals, round).flatMap((reports) => reports.replaced));
  if (replaced.size === 0) return diagnostics;
  const ownersOf = ownerFunction(arrivals);
  const isReplaced = ({ submission }: Arrival): boolean => submission !== undefined && replaced.has(submission);
  // Two reports of a unit may stand in one file: then only the cells tell them apart.
  const cells = new Set([...replaced].flatMap(answerCells));
  return diagnostics.filter((diagnostic) => {
    const { location } = diagnostic;
    if (location.kind === 'cell' && cells.has(cellKey(location.ref))) return false;
    const owners = ownersOf(diagnostic);
    return owners.length === 0 || SAID_OF_ALL.has(diagnostic.rule) || !owners.every(isReplaced);
  });
}

/** What the parser found without what it found at cells that the commune has adjusted: how they were written no longer matters. */
export function withoutAdjusted(
  diagnostics: readonly Diagnostic[],
  arrivals: readonly Arrival[],
): readonly Diagnostic[] {
  const adjusted = new Set(
    arrivals.flatMap(({ submission }) =>
      (submission?.indicators ?? []).flatMap(({ value }) =>
        value.kind === 'value' && value.adjustment !== undefined ? cellKey(value.ref) : [],
      ),
    ),
  );
  return adjusted.size === 0
    ? diagnostics
    : diagnostics.filter(({ location }) => location.kind !== 'cell' || !adjusted.has(cellKey(location.ref)));
}
