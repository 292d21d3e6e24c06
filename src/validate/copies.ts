import { copiedFiles } from '../model/arrivals.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fileOf } from '../model/diagnostic.ts';
import type { Arrival } from '../model/submission.ts';

/**
 * The findings without those inside copies: what is wrong in a file that came twice is wrong once. Findings about
 * a copy as a whole stay.
 */
export function withoutCopies(diagnostics: readonly Diagnostic[], arrivals: readonly Arrival[]): readonly Diagnostic[] {
  const copied = copiedFiles(arrivals);
  return diagnostics.filter(
    ({ location }) => location.kind === 'file' || location.kind === 'data' || !copied.has(fileOf(location) ?? ''),
  );
}
