import type { Coverage, CoverageRow, ReceiptStatus, TaskState, Total } from './report.ts';
import type { Unit } from './unit.ts';

/** What the tables of the report call things and which sums they show, for another output that is to say the same. */
export interface SummaryWords {
  readonly nameOf: (unit: Unit) => string;
  readonly statuses: Readonly<Record<ReceiptStatus, string>>;
  /** The state of a unit whose files contradict one another. */
  readonly conflicting: string;
  /** In the order of the report. */
  readonly taskStates: readonly { readonly state: TaskState; readonly symbol: string; readonly meaning: string }[];
  readonly remarkOf: (row: CoverageRow) => string;
  /** The sums shown beside a share, as parts of its numerator. */
  readonly partsOf: (coverage: Coverage) => readonly Total[];
  /** The sums that stand by themselves. */
  readonly ownTotals: readonly Total[];
}
