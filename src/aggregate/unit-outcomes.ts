import { ownerFunction } from '../model/arrivals.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { groupsOf } from '../model/directive.ts';
import type { Located } from '../model/located.ts';
import { isOnTime } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { ReceiptStatus, UnitOutcome } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import type { Evidence, UnitReport } from './evidence.ts';
import { taskStateOf } from './task-states.ts';
import { usable } from './usable-values.ts';

/** What became of each unit of the register, in its order. */
export function unitOutcomes(evidence: Evidence, diagnostics: readonly Diagnostic[]): readonly UnitOutcome[] {
  const ownersOf = ownerFunction([...evidence.reports.flatMap(({ arrivals }) => arrivals), ...evidence.strays]);
  const isAbout = (diagnostic: Diagnostic, { unit, arrivals }: UnitReport): boolean =>
    diagnostic.location.kind === 'unit'
      ? diagnostic.location.unit === unit.id
      : ownersOf(diagnostic).some((owner) => arrivals.includes(owner));
  return evidence.reports.map((report): UnitOutcome => {
    const { unit, unitType, arrivals, receipt } = report;
    const files = [...new Set(arrivals.map(({ source }) => source.file))];
    const counted = receipt.kind === 'counted' ? receipt.submission : undefined;
    const reported = earliestReport(report, evidence);
    const dated = counted === undefined ? undefined : usable(evidence.exclusions, counted.countedOn);
    return {
      unit,
      unitType,
      status: statusOf(report, reported?.value, evidence),
      files,
      reportedOn: reported?.value,
      reportedOnRef: reported?.ref,
      reportedOnRaw: reported?.raw,
      countedOn: dated?.value,
      countedOnRef: dated?.ref,
      countedOnRaw: dated?.raw,
      isCounted: counted !== undefined,
      isConflicting: receipt.kind === 'conflict',
      ...findingCounts(diagnostics.filter((diagnostic) => isAbout(diagnostic, report))),
      ...taskCounts(report, evidence),
    };
  });
}

/**
 * The date of the report as stated in the file; of several different reports the earliest, because on that day the unit
 * had reported. Undefined when nothing usable came or no usable date stands there.
 */
function earliestReport({ receipt }: UnitReport, { exclusions }: Evidence): Located<PlainDate> | undefined {
  const dateOf = ({ reportedOn }: Submission): Located<PlainDate> | undefined => usable(exclusions, reportedOn);
  switch (receipt.kind) {
    case 'none':
    case 'unusable':
      return undefined;
    case 'conflict':
      return receipt.submissions
        .map(dateOf)
        .filter((day) => day !== undefined)
        .toSorted((a, b) => compareTexts(a.value, b.value))[0];
    case 'counted':
      return dateOf(receipt.submission);
  }
}

function statusOf(
  { unitType, receipt }: UnitReport,
  reportedOn: PlainDate | undefined,
  { round }: Evidence,
): ReceiptStatus {
  const { due } = round.period;
  switch (receipt.kind) {
    case 'none':
      if (!unitType.mustReport) return 'not-expected';
      return isOnTime(due, round.asOf) ? 'not-due' : 'missing';
    case 'unusable':
      return 'unusable';
    case 'conflict':
    case 'counted':
      if (reportedOn === undefined) return 'undated';
      return isOnTime(due, reportedOn) ? 'on-time' : 'late';
  }
}

function findingCounts(
  diagnostics: readonly Diagnostic[],
): Pick<UnitOutcome, 'errorCount' | 'warningCount' | 'infoCount'> {
  const countOf = (wanted: Severity): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  return { errorCount: countOf('error'), warningCount: countOf('warning'), infoCount: countOf('info') };
}

function taskCounts(
  report: UnitReport,
  { round, exclusions }: Evidence,
): Pick<UnitOutcome, 'assignedTaskCount' | 'answeredTaskCount' | 'completedTaskCount'> {
  const tasks = groupsOf(round.directive, report.unit.type).flatMap((group) => group.tasks);
  const states = tasks.map(({ id }) => taskStateOf(report.receipt, id, exclusions));
  const answers = states.filter((state) => ['completed', 'in-progress', 'not-started'].includes(state));
  return {
    assignedTaskCount: tasks.length,
    answeredTaskCount: answers.length,
    completedTaskCount: states.filter((state) => state === 'completed').length,
  };
}
