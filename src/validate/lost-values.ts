import { ownerFunction, reportsByUnit } from '../model/arrivals.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import { rowAnswers, type Arrival, type Submission } from '../model/submission.ts';
import { cellKey } from '../model/workbook.ts';
import { zeroDenominators } from './denominators.ts';

/** Facts that say which answer a finding is about. */
const ANSWERS = ['task', 'taskGroup', 'indicator', 'field'] as const;

/** The cells whose content can count nowhere, whatever severity the findings on it have. */
function lostCells(submission: Submission, { directive }: Round): readonly string[] {
  const { reportedOn, countedOn, tasks, indicators } = submission;
  const answers = [
    reportedOn,
    countedOn,
    ...tasks.flatMap(rowAnswers),
    ...indicators.flatMap(({ value, note }) => [value, note]),
  ];
  const invalid = answers.flatMap((answer) => (answer.kind === 'invalid' ? [answer.ref] : []));
  return [...invalid, ...zeroDenominators(submission, directive).map(({ ref }) => ref)].map(cellKey);
}

/**
 * Says of an error whether it reports something that is lost with or without it: a cell with nothing usable in it, a table
 * that was not found (a sheet's error that is about no single answer), a file that cannot be used, files of one unit that
 * contradict one another. Made milder, such an error would make a value vanish without a word.
 */
export function lossFunction(arrivals: readonly Arrival[], round: Round): (error: Diagnostic) => boolean {
  const submissions = arrivals.flatMap(({ submission }) => submission ?? []);
  const cells = new Set(submissions.flatMap((submission) => lostCells(submission, round)));
  const ownersOf = ownerFunction(arrivals);
  const isOfUnusable = (error: Diagnostic): boolean =>
    ownersOf(error).some(({ submission }) => submission === undefined);
  const conflicting = new Set(
    reportsByUnit(arrivals, round).flatMap(({ standing, copies }) =>
      standing.length <= 1
        ? []
        : [...standing, ...copies.flatMap(({ copy, original }) => (standing.includes(original) ? copy : []))].map(
            ({ file }) => file,
          ),
    ),
  );
  return (error) => {
    const { location, facts } = error;
    if (location.kind === 'data' || location.kind === 'unit' || location.kind === 'passage') return false;
    if (isOfUnusable(error)) return true;
    switch (location.kind) {
      case 'cell':
        return cells.has(cellKey(location.ref));
      case 'sheet':
        return ANSWERS.every((name) => facts[name] === undefined);
      case 'file':
        return conflicting.has(location.file);
    }
  };
}
