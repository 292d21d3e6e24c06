import type { Day } from './calendar.ts';

/** The numbers that a village of the monthly directive is asked for, by their codes. */
export const CODES = ['CT01', 'CT02', 'CT03', 'CT05', 'CT06'] as const;
export type Code = (typeof CODES)[number];

/** What somebody puts into a cell. `fault`: a text that is no number, or no number of persons. */
export type Typed =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'dash' }
  | { readonly kind: 'fault'; readonly text: string };

/** A file as a village sends it. `form`: the commune's; `own`: retyped on one sheet; `damaged`: cut off on its way. */
export interface SentFile {
  /** Its own in the year. */
  readonly id: string;
  readonly month: string;
  readonly unit: string;
  readonly shape: 'csv' | 'damaged' | 'form' | 'own';
  /** Undefined: left blank. */
  readonly reportedOn: Day | undefined;
  readonly cells: Readonly<Record<Code, Typed>>;
}

/** A village of the register. */
export interface Village {
  readonly id: string;
  readonly name: string;
  readonly adults: number;
  readonly households: number;
}

/** What happens in the year, one thing after another; all on one day of the office. */
export type Step = { readonly day: Day; readonly month: string } & (
  | { readonly kind: 'open-round' }
  /** Two villages become one; the old ones stay in the register, with their last day. */
  | { readonly kind: 'merge'; readonly old: readonly Village[]; readonly merged: Village }
  /** `receivedOn`: they came on an earlier day and are entered only now. */
  | { readonly kind: 'receive'; readonly files: readonly SentFile[]; readonly receivedOn: Day | undefined }
  /** Copied straight into the inbox. */
  | { readonly kind: 'drop'; readonly file: SentFile }
  | { readonly kind: 'adjust'; readonly unit: string; readonly code: Code; readonly value: number }
  | { readonly kind: 'accept-late' | 'refuse-late'; readonly unit: string; readonly reason: string }
  /** The state of the round as of that day, which may be past. */
  | { readonly kind: 'look'; readonly asOf: Day }
  | { readonly kind: 'return' }
  | { readonly kind: 'report'; readonly isFinal: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' }
);

/** The year as it was invented. */
export interface Year {
  readonly seed: number;
  readonly villages: readonly Village[];
  readonly steps: readonly Step[];
}
