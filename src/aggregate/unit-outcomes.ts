import { ownerFunction } from '../model/arrivals.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { groupsOf } from '../model/directive.ts';
import { grouped } from '../model/grouped.ts';
import type { Located } from '../model/located.ts';
import { isOnTime } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { ReceiptStatus, UnitOutcome } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import type { Evidence, UnitReport } from './evidence.ts';
import { taskStateOf } from './task-states.ts';
import { usable } from './usable-values.ts';

type FindingCounts = Pick<UnitOutcome, 'errorCount' | 'warningCount' | 'infoCount'>;

const NO_FINDINGS: FindingCounts = { errorCount: 0, warningCount: 0, infoCount: 0 };
const COUNT_OF = { error: 'errorCount', warning: 'warningCount', info: 'infoCount' } as const;

/** What became of each unit of the register, in its order. */
export function unitOutcomes(evidence: Evidence, diagnostics: readonly Diagnostic[]): readonly UnitOutcome[] {
  const counts = countsByReport(evidence, diagnostics);
  return evidence.reports.map((report): UnitOutcome => {
    const { unit, unitType, arrivals, receipt } = report;
    const files = [...new Set(arrivals.map(({ source }) => source.file))];
    const counted = receipt.kind === 'counted' ? receipt.submission : undefined;
    const reported = earliestReport(report, evidence);
    const received = firstReceipt(report, evidence);
    const status = statusOf(report, received?.day, evidence);
    const accepted = evidence.round.acceptedLate?.find((lateness) => lateness.unit === unit.id);
    const dated = counted === undefined ? undefined : usable(evidence.exclusions, counted.countedOn);
    return {
      unit,
      unitType,
      status,
      files,
      receivedOn: received?.day,
      receivedBy: received?.by,
      acceptedLate: status === 'late' ? accepted?.reason : undefined,
      reportedOn: reported?.value,
      reportedOnRef: reported?.ref,
      reportedOnRaw: reported?.raw,
      countedOn: dated?.value,
      countedOnRef: dated?.ref,
      countedOnRaw: dated?.raw,
      isCounted: counted !== undefined,
      isConflicting: receipt.kind === 'conflict',
      ...(counts.get(report) ?? NO_FINDINGS),
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

/** When a report came, and who says so. */
interface Received {
  readonly day: PlainDate;
  readonly by: 'ledger' | 'stated';
}

/** The earliest of them; of one day that both give, the ledger's, which is the better evidence. */
function earliestOf(received: readonly Received[]): Received | undefined {
  return received.toSorted((a, b) => compareTexts(a.day, b.day) || compareTexts(a.by, b.by))[0];
}

/**
 * When the unit's first usable report came: a correction keeps the timeliness of the report that it corrects. Undefined when
 * nothing usable came or nobody says when.
 */
function firstReceipt({ receipt }: UnitReport, { exclusions }: Evidence): Received | undefined {
  const receivedOf = ({ receipt: entered, reportedOn }: Submission): readonly Received[] => {
    if (entered !== undefined) return [{ day: entered.receivedOn, by: 'ledger' }];
    const stated = usable(exclusions, reportedOn);
    return stated === undefined ? [] : [{ day: stated.value, by: 'stated' }];
  };
  switch (receipt.kind) {
    case 'none':
    case 'unusable':
      return undefined;
    case 'conflict':
      return earliestOf(receipt.submissions.flatMap(receivedOf));
    case 'counted':
      return earliestOf([receipt.submission, ...receipt.earlier].flatMap(receivedOf));
  }
}

function statusOf(
  { unitType, receipt }: UnitReport,
  receivedOn: PlainDate | undefined,
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
      if (receivedOn === undefined) return 'undated';
      return isOnTime(due, receivedOn) ? 'on-time' : 'late';
  }
}

/** How many findings of each severity the unit has, by its report; none where there are none. */
function countsByReport(
  { reports, strays }: Evidence,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<UnitReport, FindingCounts> {
  const ownersOf = ownerFunction([...reports.flatMap(({ arrivals }) => arrivals), ...strays]);
  const byUnit = grouped(reports, ({ unit }) => unit.id);
  const unitsOf = (diagnostic: Diagnostic): readonly string[] =>
    diagnostic.location.kind === 'unit'
      ? [diagnostic.location.unit]
      : ownersOf(diagnostic).flatMap(({ unit }) => unit?.id ?? []);
  const counts = new Map<UnitReport, FindingCounts>();
  for (const diagnostic of diagnostics) {
    const about = new Set(unitsOf(diagnostic).flatMap((id) => byUnit.get(id) ?? []));
    for (const report of about) {
      const before = counts.get(report) ?? NO_FINDINGS;
      const key = COUNT_OF[diagnostic.severity];
      counts.set(report, { ...before, [key]: before[key] + 1 });
    }
  }
  return counts;
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
