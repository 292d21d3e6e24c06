import { reportsByUnit } from '../model/arrivals.ts';
import { fileOf, type Diagnostic } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import type { Arrival, Submission } from '../model/submission.ts';
import { errorsOf, type Exclusions } from './usable-values.ts';

/** What came from one unit, and what of it counts. */
export type Receipt =
  /** No file. */
  | { readonly kind: 'none' }
  /** Files, but an error keeps each of them out as a whole. */
  | { readonly kind: 'unusable' }
  /** Several different reports: the unit did report, but nobody can say which figures are meant, so none count. */
  | { readonly kind: 'conflict'; readonly submissions: readonly Submission[] }
  | {
      readonly kind: 'counted';
      readonly submission: Submission;
      /** Usable reports in whose place it came, the latest first. */
      readonly earlier: readonly Submission[];
    };

/**
 * Whether the unit has reported. A unit whose files contradict one another has; one that sent only unusable files has not,
 * and neither the reporting rates nor the sums take it for one that did.
 */
export function hasReported(receipt: Receipt): boolean {
  return receipt.kind === 'counted' || receipt.kind === 'conflict';
}

/**
 * Decides over one unit's reports, sorted by file. Identical copies count once, the first of them; a later report takes the place of
 * an earlier one.
 */
export function receiptOf(arrivals: readonly Arrival[], exclusions: Exclusions, round: Round): Receipt {
  if (arrivals.length === 0) return { kind: 'none' };
  const isFree = (arrival: Arrival): boolean => errorsOf(exclusions, arrival).length === 0;
  const free = new Set(arrivals.flatMap((arrival) => (isFree(arrival) ? arrival.submission : []) ?? []));
  const eligible = arrivals.filter((arrival) =>
    errorsOf(exclusions, arrival).every((error) => isConflict(error, arrival, arrivals)),
  );
  const [reports] = reportsByUnit(eligible, round);
  if (reports === undefined) return { kind: 'unusable' };
  const [counted, ...others] = reports.standing;
  if (counted !== undefined && others.length === 0 && free.has(counted)) {
    return { kind: 'counted', submission: counted, earlier: reports.replaced.filter((one) => free.has(one)) };
  }
  return { kind: 'conflict', submissions: [...reports.standing, ...reports.replaced] };
}

/** An error of a report that points at another one of the same unit: each is fine by itself, together they contradict. */
function isConflict({ related }: Diagnostic, arrival: Arrival, arrivals: readonly Arrival[]): boolean {
  const others = new Set(arrivals.filter((other) => other !== arrival).map(({ source }) => source.file));
  return related.some(({ location }) => others.has(fileOf(location) ?? ''));
}
