import { soleSubmissions } from '../model/arrivals.ts';
import { fileOf, type Diagnostic } from '../model/diagnostic.ts';
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
  | { readonly kind: 'counted'; readonly submission: Submission };

/**
 * Whether the unit has reported. A unit whose files contradict one another has; one that sent only unusable files has not,
 * and neither the reporting rates nor the sums take it for one that did.
 */
export function hasReported(receipt: Receipt): boolean {
  return receipt.kind === 'counted' || receipt.kind === 'conflict';
}

/** Decides over one unit's reports, sorted by file. Identical copies count once, the first of them. */
export function receiptOf(arrivals: readonly Arrival[], exclusions: Exclusions): Receipt {
  const understood = arrivals.flatMap((arrival) =>
    arrival.submission === undefined
      ? []
      : [{ arrival, submission: arrival.submission, errors: errorsOf(exclusions, arrival) }],
  );
  const [counted] = soleSubmissions(arrivals.filter((arrival) => errorsOf(exclusions, arrival).length === 0));
  if (counted !== undefined) return { kind: 'counted', submission: counted };
  const standing = understood.filter(({ arrival, errors }) =>
    errors.every((error) => isConflict(error, arrival, arrivals)),
  );
  if (standing.length > 0) return { kind: 'conflict', submissions: standing.map(({ submission }) => submission) };
  return { kind: arrivals.length === 0 ? 'none' : 'unusable' };
}

/** An error of a report that points at another one of the same unit: each is fine by itself, together they contradict. */
function isConflict({ related }: Diagnostic, arrival: Arrival, arrivals: readonly Arrival[]): boolean {
  const others = new Set(arrivals.filter((other) => other !== arrival).map(({ source }) => source.file));
  return related.some(({ location }) => others.has(fileOf(location) ?? ''));
}
