import type { Adjustment } from './adjustment.ts';
import type { Directive } from './directive.ts';
import type { History, PrecedingRound } from './history.ts';
import type { ReportingPeriod } from './period.ts';
import type { PlainDate } from './plain-date.ts';
import type { DormantUnit } from './register.ts';
import type { Unit, UnitId, UnitMerger } from './unit.ts';

/** One reporting round: which directive, which period, who owes a report, seen at which moment. */
export interface Round {
  readonly directive: Directive;
  readonly period: ReportingPeriod;
  /** The register, in its own order. Empty when a single file is checked without a workspace. */
  readonly units: readonly Unit[];
  /** The units of the register that are none at the end of the period; none when left out. */
  readonly dormant?: readonly DormantUnit[];
  /** The old units that the register says were merged into one of `units`, whenever that was; none when left out. */
  readonly mergers?: readonly UnitMerger[];
  /** The commune's own body inside a sentence (`UBND xã …`), when the settings name it. */
  readonly issuer?: string;
  /** The late units whose lateness the commune accepts; none when left out. */
  readonly acceptedLate?: readonly AcceptedLateness[];
  /** The numbers that the commune has adjusted until that day; none when left out. */
  readonly adjustments?: readonly Adjustment[];
  /** What earlier rounds are known; none when left out. */
  readonly history?: History;
  /** The round just before; none when left out. */
  readonly preceding?: PrecedingRound;
  /** The day at which everything is judged (thời điểm chốt số liệu). */
  readonly asOf: PlainDate;
}

/** A unit that may be late (chấp nhận nộp muộn), and why. It changes the unit's status only; its figures count either way. */
export interface AcceptedLateness {
  readonly unit: UnitId;
  readonly reason: string;
}

/** What the receipt ledger (sổ tiếp nhận) says of a file. */
export interface FileReceipt {
  readonly receivedOn: PlainDate;
  /** Files that were entered together have the same number, those entered later a higher one. */
  readonly entry: number;
}

/** A file that arrived. */
export interface SourceFile {
  /** Its path below the round's inbox, with `/`, NFC; below the workspace when the unit register has that name. */
  readonly file: string;
  /** Lower-case hex; '' when the file was not loaded (too large, no permission). */
  readonly sha256: string;
  /** In bytes; 0 when not even that is known. */
  readonly size: number;
  /** Undefined when it was put into the inbox without an entry in the ledger. */
  readonly receipt?: FileReceipt;
}
