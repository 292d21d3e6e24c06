import { copiedFiles, ownerFunction } from '../model/arrivals.ts';
import { fileOf, type Diagnostic } from '../model/diagnostic.ts';
import type { LeftOut } from '../model/report.ts';
import type { Evidence } from './evidence.ts';

/**
 * The errors in what arrived, in the order of the findings. A missing unit has no value that could be left out, and an
 * error in a file of our own (settings, unit register) is none of a unit's. A file or folder that could not even be
 * opened is no arrival, but it is listed. A cell of a copy is not listed a second time.
 */
export function leftOutValues(evidence: Evidence, diagnostics: readonly Diagnostic[]): readonly LeftOut[] {
  const arrivals = [...evidence.reports.flatMap((report) => report.arrivals), ...evidence.strays];
  const known = new Map(evidence.reports.map(({ unit }) => [unit.id, unit]));
  const files = new Set(arrivals.map(({ source }) => source.file));
  const ownersOf = ownerFunction(arrivals);
  const copies = copiedFiles(arrivals, evidence.round);
  return diagnostics.flatMap((diagnostic): readonly LeftOut[] => {
    const { severity, location } = diagnostic;
    const file = fileOf(location);
    if (severity !== 'error' || location.kind === 'data' || file === undefined) return [];
    if (location.kind !== 'file' && (!files.has(file) || copies.has(file))) return [];
    const owners = ownersOf(diagnostic).map(({ unit }) => known.get(unit?.id ?? ''));
    return [...new Set(owners.length === 0 ? [undefined] : owners)].map((unit) => ({ unit, diagnostic }));
  });
}
