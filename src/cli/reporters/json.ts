import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { Reporter } from '../command.ts';
import { countSeverities } from '../finding-words.ts';
import type { JsonObject } from '../json-value.ts';

/** Grows when a field goes or changes its meaning; described in docs/validate-json.md. */
const SCHEMA_VERSION = 1;

function locationJson(location: Location): JsonObject {
  switch (location.kind) {
    case 'cell': {
      const { file, sheet, address } = location.ref;
      return { kind: 'cell', file, sheet, address };
    }
    case 'sheet':
      return { kind: 'sheet', file: location.file, sheet: location.sheet };
    case 'file':
      return { kind: 'file', file: location.file };
    case 'unit':
      return { kind: 'unit', unit: location.unit, name: location.name };
    case 'data': {
      const { file, path, line, column } = location;
      return { kind: 'data', file, path, line, column };
    }
  }
}

/** The same shape as the findings of bao-cao.json. */
function findingJson({ rule, severity, message, hint, location, related, facts }: Diagnostic): JsonObject {
  return {
    rule,
    severity,
    message,
    hint,
    location: locationJson(location),
    related: related.map((place) => ({ note: place.note, location: locationJson(place.location) })),
    facts: Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** For programs: everything, whatever --quiet says. */
export const jsonReporter: Reporter = {
  id: 'json',
  print: ({ command, exitCode, facts, diagnostics }, { programVersion }) => {
    const content: JsonObject = {
      schemaVersion: SCHEMA_VERSION,
      command,
      program: { name: 'tkcds', version: programVersion },
      exitCode,
      counts: { ...countSeverities(diagnostics) },
      ...facts,
      findings: diagnostics.map(findingJson),
    };
    return `${JSON.stringify(content, undefined, 2)}\n`;
  },
};
