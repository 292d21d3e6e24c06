import type { Diagnostic } from '../model/diagnostic.ts';
import { fileOf } from '../model/diagnostic.ts';
import type { Arrival } from '../model/submission.ts';
import { grouped, understood } from './collections.ts';
import { compareTexts } from './order.ts';

/** Files that are byte for byte another report of the same unit: all but the first by name, which is the one that counts. */
function redundantFiles(arrivals: readonly Arrival[]): ReadonlySet<string> {
  const byName = understood(arrivals).toSorted((a, b) => compareTexts(a.file, b.file));
  const identical = grouped(byName, ({ unit, sha256 }) => JSON.stringify([unit.id, sha256]));
  return new Set([...identical.values()].flatMap((files) => files.slice(1).map(({ file }) => file)));
}

/**
 * The findings without those inside redundant copies: what is wrong in a file that came twice is wrong once. Findings about
 * a copy as a whole stay.
 */
export function withoutCopies(diagnostics: readonly Diagnostic[], arrivals: readonly Arrival[]): readonly Diagnostic[] {
  const redundant = redundantFiles(arrivals);
  return diagnostics.filter(
    ({ location }) => location.kind === 'file' || location.kind === 'data' || !redundant.has(fileOf(location) ?? ''),
  );
}
