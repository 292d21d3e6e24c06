import type { Directive } from './directive.ts';
import type { ReportingPeriod } from './period.ts';
import type { PlainDate } from './plain-date.ts';
import type { Unit, UnitMerger } from './unit.ts';

/** One reporting round: which directive, which period, who owes a report, seen at which moment. */
export interface Round {
  readonly directive: Directive;
  readonly period: ReportingPeriod;
  /** The register, in its own order. Empty when a single file is checked without a workspace. */
  readonly units: readonly Unit[];
  /** The old units that the register says were merged into one of `units`, whenever that was; none when left out. */
  readonly mergers?: readonly UnitMerger[];
  /** The commune's own body inside a sentence (`UBND xã …`), when the settings name it. */
  readonly issuer?: string;
  /** The day at which everything is judged (thời điểm chốt số liệu). */
  readonly asOf: PlainDate;
}

/** A file that arrived. */
export interface SourceFile {
  /** Its path below the round's inbox, with `/`, NFC; below the workspace when the unit register has that name. */
  readonly file: string;
  /** Lower-case hex; '' when the file was not loaded (too large, no permission). */
  readonly sha256: string;
  /** In bytes; 0 when not even that is known. */
  readonly size: number;
}
