import { soleSubmissions } from '../model/arrivals.ts';
import { fileOf, type Diagnostic } from '../model/diagnostic.ts';
import type { Arrival, Submission } from '../model/submission.ts';
import type { Exclusions } from './usable-values.ts';

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

/** Decides over one unit's files, sorted by name. Identical copies count once, the first of them. */
export function receiptOf(arrivals: readonly Arrival[], exclusions: Exclusions): Receipt {
  const files = new Set(arrivals.map(({ source }) => source.file));
  const errorsOf = (file: string): readonly Diagnostic[] => exclusions.files.get(file) ?? [];
  const understood = arrivals.flatMap(({ source: { file }, submission }) =>
    submission === undefined ? [] : [{ file, submission, errors: errorsOf(file) }],
  );
  const [counted] = soleSubmissions(arrivals.filter(({ source }) => errorsOf(source.file).length === 0));
  if (counted !== undefined) return { kind: 'counted', submission: counted };
  const standing = understood.filter(({ file, errors }) => errors.every((error) => isConflict(error, file, files)));
  if (standing.length > 0) return { kind: 'conflict', submissions: standing.map(({ submission }) => submission) };
  return { kind: arrivals.length === 0 ? 'none' : 'unusable' };
}

/** An error of a file that points at another file of the same unit: each is fine by itself, together they contradict. */
function isConflict({ related }: Diagnostic, file: string, files: ReadonlySet<string>): boolean {
  return related.some(({ location }) => {
    const other = fileOf(location);
    return other !== undefined && other !== file && files.has(other);
  });
}
