import { fileOf, type Diagnostic } from '../model/diagnostic.ts';
import type { ReportModel } from '../model/report.ts';

/** The findings that no row of the table of units counts: on the commune's own files, and on files of no known unit. */
export function ownFindings(diagnostics: readonly Diagnostic[], { units }: ReportModel): readonly Diagnostic[] {
  const owned = new Set(units.flatMap(({ files }) => files));
  return diagnostics.filter(({ location }) => {
    const file = fileOf(location);
    return file !== undefined && !owned.has(file);
  });
}
