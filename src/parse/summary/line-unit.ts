import type { Outcome } from '../../model/diagnostic.ts';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import type { CellRef } from '../../model/workbook.ts';
import { matchKey } from '../../vi/text.ts';
import type { UnitClues } from '../units/unit-findings.ts';
import { unitOfForm, type FoundRows } from '../units/unit-of-form.ts';
import { recogniseUnit } from '../units/unit-recognition.ts';
import type { Column } from './columns.ts';
import type { Line } from './lines.ts';

/** What the columns of the table ask, for telling a unit's type when there is no register. */
function askedBy(columns: readonly Column[]): FoundRows {
  return {
    tasks: columns.flatMap((column) => (column.kind === 'task' ? [column.task.id] : [])),
    indicators: columns.flatMap((column) => (column.kind === 'indicator' ? [column.indicator.id] : [])),
  };
}

/**
 * Whose line it is: by the name, or where that is not enough, by the name with what else stands in the line (the former
 * commune), or by a code of the register in it. The name of the file says nothing of a single line.
 */
export function unitOfLine(line: Line, nameRef: CellRef, round: Round): Outcome<Unit | undefined> {
  const cluesFor = (name: string): UnitClues => ({ file: nameRef.file, path: '', stamp: undefined, name, nameRef });
  if (round.units.length === 0) {
    return unitOfForm(cluesFor(line.name), round.directive, askedBy(line.cells.flatMap(({ columns }) => columns)));
  }
  const byName = recogniseUnit(cluesFor(line.name), round);
  if (byName.value !== undefined) return byName;
  const codes = new Set(round.units.map(({ id }) => matchKey(id)));
  const attempts = [
    ...(line.name === '' ? [] : line.others.map((other) => `${line.name} (${other})`)),
    ...line.others.filter((other) => codes.has(matchKey(other))),
  ];
  const found = attempts.map((name) => recogniseUnit(cluesFor(name), round).value).filter((unit) => unit !== undefined);
  const units = new Set(found);
  return units.size === 1 ? { value: found[0], diagnostics: [] } : byName;
}
