import type { Diagnostic, Location } from '../model/diagnostic.ts';
import { fileOf } from '../model/diagnostic.ts';
import type { FormSheetId } from '../model/directive.ts';
import type { Round } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import { matchKey } from '../vi/text.ts';

type Key = readonly (string | number)[];

/** The form's sheets in the order in which a unit fills them in. */
const SHEETS: readonly FormSheetId[] = ['general', 'tasks', 'indicators', 'opinions'];

/**
 * The findings of a round, from rules and parser alike, in the order in which a clerk works through them: files of our own
 * first, then unit by unit in the register's order, then files of no known unit; within a unit by file, the whole file
 * before its sheets (in the form's order), a sheet before its cells, rows and columns by number; at one place by rule id.
 */
export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
  arrivals: readonly Arrival[],
  round: Round,
): readonly Diagnostic[] {
  const keyOf = keyFunction(arrivals, round);
  return diagnostics
    .map((diagnostic) => ({ diagnostic, key: keyOf(diagnostic) }))
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ diagnostic }) => diagnostic);
}

function keyFunction(arrivals: readonly Arrival[], round: Round): (diagnostic: Diagnostic) => Key {
  const unitRanks = new Map(round.units.map(({ id }, index) => [id, index]));
  const last = round.units.length;
  const fileRanks = new Map<string, number>();
  for (const { source, unit } of arrivals) {
    const rank = (unit && unitRanks.get(unit.id)) ?? last;
    // What stands in one file stays together, with the first of its units.
    fileRanks.set(source.file, Math.min(rank, fileRanks.get(source.file) ?? last));
  }
  const rankOf = (location: Location): number => {
    switch (location.kind) {
      case 'unit':
        return unitRanks.get(location.unit) ?? last;
      case 'data': // ours, also when a file that arrived has the same name
        return -1;
      case 'cell':
      case 'sheet':
      case 'file':
      case 'passage':
        return fileRanks.get(fileOf(location) ?? '') ?? -1;
    }
  };
  const sheetRanks = sheetRanksOf(round);
  return ({ location, rule, message }) => [rankOf(location), ...placeOf(location, sheetRanks), rule, message];
}

function sheetRanksOf({ directive }: Round): ReadonlyMap<string, number> {
  return new Map(
    SHEETS.flatMap((id, index) => {
      const { name, aliases } = directive.form.sheets[id];
      return [name, ...aliases].map((word) => [matchKey(word), index] as const);
    }),
  );
}

/** File, rank and name of the sheet, row, column; for a text file line and column. Always of the same shape. */
function placeOf(location: Location, sheetRanks: ReadonlyMap<string, number>): Key {
  const rankOf = (sheet: string): number => sheetRanks.get(matchKey(sheet)) ?? SHEETS.length;
  switch (location.kind) {
    case 'unit':
      return ['', -1, location.unit, 0, 0, ''];
    case 'file':
      return [location.file, -1, '', 0, 0, ''];
    case 'passage':
      return [location.file, -1, location.place, location.paragraph, 0, ''];
    case 'data':
      return [location.file, -1, '', location.line, location.column, location.path];
    case 'sheet':
      return [location.file, rankOf(location.sheet), location.sheet, 0, 0, ''];
    case 'cell': {
      const { file, sheet, address } = location.ref;
      const column = address.replace(/\d+$/u, '');
      return [file, rankOf(sheet), sheet, Number(address.slice(column.length)), column.length, column];
    }
  }
}

/** Keys have the same shape, so that numbers meet numbers and texts meet texts. */
function compareKeys(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? left;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
