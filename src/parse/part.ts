import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Unit } from '../model/unit.ts';

/**
 * Findings about one unit's report in a file of several: what concerns the file as a whole concerns that part only, so it is
 * located there, and every finding names the unit if it is known.
 */
export function inPart(
  diagnostics: readonly Diagnostic[],
  place: Location,
  unit: Unit | undefined,
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    location: diagnostic.location.kind === 'file' ? place : diagnostic.location,
    facts: unit === undefined ? diagnostic.facts : { ...diagnostic.facts, unit: unit.id },
  }));
}
