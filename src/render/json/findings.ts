import { compareTexts } from '../../model/compare-texts.ts';
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { LeftOut } from '../../model/report.ts';
import { cellJson, nameJson, type JsonObject } from './json-value.ts';

/** A finding, as `bao-cao.json` and the JSON of the commands list it. */
export function findingJson({ rule, severity, message, hint, location, related, facts }: Diagnostic): JsonObject {
  return {
    rule,
    severity,
    message,
    hint,
    location: locationJson(location),
    related: related.map((place) => ({ note: place.note, location: locationJson(place.location) })),
    facts: Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => compareTexts(a, b))),
  };
}

/** A value that an error keeps out of the figures. */
export function leftOutJson({ unit, diagnostic }: LeftOut): JsonObject {
  const { rule, message, location } = diagnostic;
  return { unit: unit?.id ?? null, rule, message, location: locationJson(location) };
}

function locationJson(location: Location): JsonObject {
  switch (location.kind) {
    case 'cell':
      return { kind: 'cell', ...cellJson(location.ref) };
    case 'sheet':
      return { kind: 'sheet', file: nameJson(location.file), sheet: nameJson(location.sheet) };
    case 'file':
      return { kind: 'file', file: nameJson(location.file) };
    case 'passage': {
      const { file, place, paragraph } = location;
      return { kind: 'passage', file: nameJson(file), place, paragraph };
    }
    case 'unit':
      return { kind: 'unit', unit: location.unit, name: location.name };
    case 'data': {
      const { file, path, line, column } = location;
      return { kind: 'data', file: nameJson(file), path, line, column };
    }
  }
}
