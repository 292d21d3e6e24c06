import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import type { CellRef } from '../../model/workbook.ts';
import { matchKey, quoteValue } from '../../vi/text.ts';
import { problem } from '../problems.ts';
import type { UnitClues } from '../units/unit-findings.ts';
import { unitOfForm, type FoundRows } from '../units/unit-of-form.ts';
import { communeKey } from '../units/unit-place.ts';
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

type Recognise = (name: string) => Outcome<Unit | undefined>;

/**
 * The unit by its name under the former commune that a line further up names. That a unit of another former commune is meant is
 * not clear; a unit without one, as a school, stands below whatever it likes. Undefined: ask by other means.
 */
function unitInGroup({ name, group }: Line, ref: CellRef, recognise: Recognise): Outcome<Unit | undefined> | undefined {
  if (group === '' || name === '') return undefined;
  const qualified = recognise(`${name} (${group})`);
  if (qualified.value !== undefined) return qualified;
  const byName = recognise(name);
  if (byName.value === undefined) return undefined;
  const former = communeKey(byName.value.formerCommune);
  if (former === '' || former === communeKey(group)) return byName;
  return { value: undefined, diagnostics: [elsewhere(name, group, byName.value, ref)] };
}

/** The only unit of that name is of another former commune than the one under which the line stands. */
function elsewhere(name: string, group: string, { id, formerCommune }: Unit, ref: CellRef): Diagnostic {
  return problem('unit-ambiguous', {
    message: `${quoteValue(name)} đứng dưới ${quoteValue(group)}, nhưng trong danh sách đơn vị (don-vi.xlsx) đơn vị tên này (mã ${id}) thuộc xã cũ ${quoteValue(formerCommune)}; không rõ số liệu của đơn vị nào`,
    hint: 'Ghi mã đơn vị vào ô tên đơn vị, hoặc chuyển dòng này về đúng nhóm; nếu danh sách đơn vị ghi sai xã cũ thì sửa ở đó',
    location: { kind: 'cell', ref },
    facts: { units: id },
  });
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
  const recognise: Recognise = (name) => recogniseUnit(cluesFor(name), round);
  const inGroup = unitInGroup(line, nameRef, recognise);
  if (inGroup !== undefined) return inGroup;
  const byName = recognise(line.name);
  if (byName.value !== undefined) return byName;
  const codes = new Set(round.units.map(({ id }) => matchKey(id)));
  const attempts = [
    ...(line.name === '' ? [] : line.others.map((other) => `${line.name} (${other})`)),
    ...line.others.filter((other) => codes.has(matchKey(other))),
  ];
  const found = attempts.map((name) => recognise(name).value).filter((unit) => unit !== undefined);
  const units = new Set(found);
  if (units.size === 1) return { value: found[0], diagnostics: [] };
  return line.name === '' ? { value: undefined, diagnostics: [nameless(nameRef)] } : byName;
}

/** A line with answers of which nothing says whose they are. */
function nameless(ref: CellRef): Diagnostic {
  return problem('unit-unknown', {
    message: 'Không nhận ra số liệu của đơn vị nào: ô tên đơn vị để trống',
    hint: 'Ghi tên hoặc mã đơn vị vào ô này; nếu là dòng thừa thì xóa nội dung của dòng',
    location: { kind: 'cell', ref },
  });
}
