import type { Adjustment } from './adjustment.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { CountUnit, Indicator, OpinionId, Source, Task, TaskGroup, UnitType } from './directive.ts';
import type { PastRound } from './history.ts';
import type { Located } from './located.ts';
import type { PlainDate } from './plain-date.ts';
import type { Ratio, Target } from './ratio.ts';
import type { Round, SourceFile } from './round.ts';
import type { Unit, UnitId } from './unit.ts';
import type { CellRef } from './workbook.ts';

/** The round's figures (số liệu tổng hợp): everything the report may state, each with its cells. */
export interface ReportModel {
  readonly round: Round;
  readonly sources: readonly SourceFile[];
  /** Every unit of the register, in its order. */
  readonly units: readonly UnitOutcome[];
  /** Files that belong to no unit of the register. */
  readonly strays: readonly SourceFile[];
  /** One for each unit type that must report, in the directive's order. */
  readonly rates: readonly ReportingRate[];
  /** All unit types that must report, together. */
  readonly overallRate: ReportingRate;
  readonly coverages: readonly Coverage[];
  /** How the shares have changed since the round before; none when left out, and where no earlier round is known. */
  readonly changes?: readonly CoverageChange[];
  readonly totals: readonly Total[];
  readonly compliance: readonly GroupCompliance[];
  /** Findings of severity error whose value was left out of the figures, in the order of units and cells. */
  readonly leftOut: readonly LeftOut[];
  readonly opinions: readonly Opinion[];
  /** The numbers that the commune has adjusted in reports that count, in the order of units and indicators. */
  readonly adjusted: readonly AdjustedNumber[];
  /** The errors that somebody has accepted: what they keep out stays out, and the reason is printed. */
  readonly accepted: readonly AcceptedError[];
  /** All findings of the round, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * đúng hạn, nộp muộn, không rõ ngày, chưa nộp, chưa đến hạn, chưa sử dụng được, không bắt buộc.
 * `undated`: a usable report whose date is blank or unreadable. `unusable`: a file came, none of it can be used.
 * `not-due`: nothing came and the deadline has not passed. `not-expected`: nothing came from a unit that need not report.
 */
export type ReceiptStatus = 'on-time' | 'late' | 'undated' | 'missing' | 'not-due' | 'unusable' | 'not-expected';

/** An unusable file is no report. A report without a date has been received, but nobody can say it came on time. */
export function isReceived(status: ReceiptStatus): boolean {
  switch (status) {
    case 'on-time':
    case 'late':
    case 'undated':
      return true;
    case 'missing':
    case 'not-due':
    case 'unusable':
    case 'not-expected':
      return false;
  }
}

export interface UnitOutcome {
  readonly unit: Unit;
  readonly unitType: UnitType;
  readonly status: ReceiptStatus;
  /** Names of the files that came from it. */
  readonly files: readonly string[];
  /** The day on which its first usable report came; undefined when nobody can say. Only this day makes it late or on time. */
  readonly receivedOn: PlainDate | undefined;
  /** Whether the receipt ledger says so, or only the report itself; undefined without a day. */
  readonly receivedBy: 'ledger' | 'stated' | undefined;
  /** Why the commune accepts that it is late; undefined unless it is late and accepted. */
  readonly acceptedLate: string | undefined;
  /** The date of the report as stated in the file. */
  readonly reportedOn: PlainDate | undefined;
  /** The cell of that date. */
  readonly reportedOnRef: CellRef | undefined;
  /** What stands in that cell. */
  readonly reportedOnRaw: string | undefined;
  readonly countedOn: PlainDate | undefined;
  readonly countedOnRef: CellRef | undefined;
  readonly countedOnRaw: string | undefined;
  /** False when nothing of it counts: no file, an unusable file, or several files in conflict. */
  readonly isCounted: boolean;
  /** Several files that contradict one another came: the unit has reported, but nothing of it counts. */
  readonly isConflicting: boolean;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly infoCount: number;
  readonly assignedTaskCount: number;
  readonly answeredTaskCount: number;
  readonly completedTaskCount: number;
}

/** The five reporting rates; the two shares are ratios of these counts to `expected`. */
export interface ReportingRate {
  /** Undefined for all types together. */
  readonly unitType: UnitType | undefined;
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
  readonly rate: Ratio;
  readonly rateOnTime: Ratio;
}

/** A share of persons over the units of one type, held against its target. */
export interface Coverage {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly numerator: Indicator;
  readonly denominator: Indicator;
  readonly unitType: UnitType;
  readonly target: Target;
  /** Every unit of the type, in the register's order. */
  readonly rows: readonly CoverageRow[];
  /** Sum ÷ sum over the counted rows. */
  readonly ratio: Ratio;
  readonly countedUnitCount: number;
  readonly expectedUnitCount: number;
  /** `no-data` when no unit counts, or nobody lives in those that do. */
  readonly verdict: 'met' | 'not-met' | 'no-data';
  /** Persons still needed over the counted units; 0 when met. */
  readonly shortfall: number;
  /** Undefined when the register lacks the denominator of a unit that does not count, so that nothing can be said. */
  readonly bounds: CoverageBounds | undefined;
  /** Units that do not count and whose denominator the register does not know. */
  readonly unbounded: readonly UnitId[];
}

export interface CoverageBounds {
  /** If nobody in the units that do not count had it. */
  readonly lowest: Ratio;
  /** If everybody in them had it. */
  readonly highest: Ratio;
  /** Whether the missing units can still change the verdict. */
  readonly canChangeVerdict: boolean;
}

export interface CoverageRow {
  readonly unit: Unit;
  /** `left-out`: reported, but an error keeps one of the two numbers out, one is blank, or the denominator is 0. */
  readonly state: 'counted' | 'left-out' | 'not-reported';
  readonly numerator: Located<number> | undefined;
  readonly denominator: Located<number> | undefined;
  /** Undefined unless counted. */
  readonly ratio: Ratio | undefined;
  readonly isMet: boolean;
  /** Persons still needed in this unit; undefined unless counted. */
  readonly shortfall: number | undefined;
}

/** A share beside that of the round before, both over the units that count in both rounds. */
export interface CoverageChange {
  /** The id of the share. */
  readonly coverage: string;
  /** The round before. */
  readonly period: PastRound['period'];
  readonly unitCount: number;
  readonly before: Ratio;
  readonly now: Ratio;
}

/** The sum of one indicator over one unit type; never over several types. */
export interface Total {
  readonly id: string;
  readonly title: string;
  readonly counts: CountUnit;
  readonly indicator: Indicator;
  readonly unitType: UnitType;
  readonly value: number;
  /** The cells that were added. */
  readonly parts: readonly { readonly unit: UnitId; readonly cell: Located<number> }[];
  /** Units whose number was added. */
  readonly countedUnitCount: number;
  /** Units of the type in the register. */
  readonly expectedUnitCount: number;
}

export interface GroupCompliance {
  readonly group: TaskGroup;
  readonly units: readonly Unit[];
  readonly tasks: readonly TaskCompliance[];
}

/** `unanswered`: the unit reported, but says nothing of this task. `left-out`: an error keeps the answer out. */
export type TaskState = 'completed' | 'in-progress' | 'not-started' | 'unanswered' | 'left-out' | 'not-reported';

export interface TaskCompliance {
  readonly task: Task;
  readonly states: ReadonlyMap<UnitId, TaskState>;
  /** The cells of the answers that count. */
  readonly cells: ReadonlyMap<UnitId, CellRef>;
  /** What stands in these cells. */
  readonly raws: ReadonlyMap<UnitId, string>;
  readonly counts: Readonly<Record<TaskState, number>>;
}

export interface LeftOut {
  /** Undefined for a file of no known unit. */
  readonly unit: Unit | undefined;
  readonly diagnostic: Diagnostic;
}

/** A unit's number that is another one than stands in its file. */
export interface AdjustedNumber {
  readonly unit: Unit;
  readonly indicator: Indicator;
  readonly cell: Located<number> & { readonly adjustment: Adjustment };
}

/** An error with the reason why it was accepted. */
export interface AcceptedError {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** What a unit wrote in its own words (khó khăn, đề xuất), with personal data masked. */
export interface Opinion {
  readonly opinion: OpinionId;
  readonly unit: Unit;
  /** The task in whose row it stands; undefined for what the unit says of its work as a whole. */
  readonly task: string | undefined;
  readonly text: Located<string>;
}
