import type { Diagnostic } from '../model/diagnostic.ts';
import { fileOf } from '../model/diagnostic.ts';
import { grouped } from '../model/grouped.ts';
import type { Arrival } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import { formatInteger } from '../vi/number.ts';
import { shownName } from './finding-words.ts';

/** The unit's name, with its code when another unit of the file has the same name. */
function nameIn(unit: Unit, arrivals: readonly Arrival[]): string {
  const isShared = arrivals.some((other) => other.unit?.name === unit.name && other.unit.id !== unit.id);
  return shownName(isShared ? `${unit.name} (mã ${unit.id})` : unit.name);
}

/**
 * The findings for a terminal: where a file holds several units' reports, each says whose it is about and, if its place does not show
 * it, in which part of the file that report stands.
 */
export function withUnitNames(diagnostics: readonly Diagnostic[], arrivals: readonly Arrival[]): readonly Diagnostic[] {
  const byFile = grouped(arrivals, ({ source }) => source.file);
  return diagnostics.map((diagnostic) => {
    const { location, facts, message } = diagnostic;
    const inFile = byFile.get(fileOf(location) ?? '') ?? [];
    const [own, ...others] = inFile.filter(({ unit }) => unit !== undefined && unit.id === facts['unit']);
    if (inFile.length <= 1 || own?.unit === undefined) return diagnostic;
    const name = nameIn(own.unit, inFile);
    const part = location.kind === 'cell' || others.length > 0 ? '' : (own.submission?.part ?? '');
    const isTold = part === '' ? message.includes(name) : message.includes(own.unit.name) && message.includes(part);
    if (isTold || message.includes(name)) return diagnostic;
    return { ...diagnostic, message: `${name}${part === '' ? '' : ` (${shownName(part)})`}: ${message}` };
  });
}

/** `3 tệp`, `2 tệp (7 báo cáo)`: a file may hold several reports. */
export function fileCountWords(arrivals: readonly Arrival[]): string {
  const files = new Set(arrivals.map(({ source }) => source.file)).size;
  const reports = files === arrivals.length ? '' : ` (${formatInteger(arrivals.length)} báo cáo)`;
  return `${formatInteger(files)} tệp${reports}`;
}
