import { copiedFiles } from '../model/arrivals.ts';
import { fileOf, type Diagnostic } from '../model/diagnostic.ts';
import type { LeftOut } from '../model/report.ts';
import type { Unit } from '../model/unit.ts';
import type { Evidence } from './evidence.ts';

/**
 * The errors in what arrived, in the order of the findings. A missing unit has no value that could be left out, and an
 * error in a file of our own (settings, unit register) is none of a unit's. A file or folder that could not even be
 * opened is no arrival, but it is listed. A cell of a copy is not listed a second time.
 */
export function leftOutValues(evidence: Evidence, diagnostics: readonly Diagnostic[]): readonly LeftOut[] {
  const owners = new Map<string, Unit | undefined>([
    ...evidence.strays.map(({ source }) => [source.file, undefined] as const),
    ...evidence.reports.flatMap(({ unit, arrivals }) => arrivals.map(({ source }) => [source.file, unit] as const)),
  ]);
  const copies = copiedFiles(evidence.reports.flatMap(({ arrivals }) => arrivals));
  return diagnostics.flatMap((diagnostic): readonly LeftOut[] => {
    const { severity, location } = diagnostic;
    const file = fileOf(location);
    if (severity !== 'error' || location.kind === 'data' || file === undefined) return [];
    if (location.kind !== 'file' && (!owners.has(file) || copies.has(file))) return [];
    return [{ unit: owners.get(file), diagnostic }];
  });
}
