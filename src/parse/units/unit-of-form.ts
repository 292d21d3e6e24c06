import type { Outcome } from '../../model/diagnostic.ts';
import type { Directive, UnitType } from '../../model/directive.ts';
import type { Unit, UnitTypeId } from '../../model/unit.ts';
import { matchKey } from '../../vi/text.ts';
import { assignedIndicators } from '../form/indicators.ts';
import { problem } from '../problems.ts';
import { assignedTasks } from '../form/tasks.ts';
import { contradictions } from './unit-contradiction.ts';
import type { UnitClues } from './unit-findings.ts';

/** How much of both sets is in both: 1 for equal sets, 0 for strangers. */
function likeness(found: ReadonlySet<string>, assigned: ReadonlySet<string>): number {
  const common = [...found].filter((id) => assigned.has(id)).length;
  const all = found.size + assigned.size - common;
  return all === 0 ? 0 : common / all;
}

/** Indicators and tasks have ids of their own; together they must not mix. */
function dutiesOf(directive: Directive, type: UnitTypeId): ReadonlySet<string> {
  const tasks = [...assignedTasks(directive, type)].map((id) => `task ${id}`);
  return new Set([...tasks, ...[...assignedIndicators(directive, type)].map((id) => `indicator ${id}`)]);
}

function beginsWithType(name: string, { name: typeName, aliases }: UnitType): boolean {
  return [typeName, ...aliases].some((word) => `${matchKey(name)} `.startsWith(`${matchKey(word)} `));
}

/** The type whose duties are most like the rows of the file; among equals the one that the unit's name begins with. */
function typeOfContent(directive: Directive, name: string, found: ReadonlySet<string>): UnitTypeId | undefined {
  const ranked = directive.unitTypes.map((type) => ({ type, score: likeness(found, dutiesOf(directive, type.id)) }));
  const best = Math.max(...ranked.map(({ score }) => score));
  const equals = ranked.filter(({ score }) => score === best).map(({ type }) => type);
  const named = equals.find((type) => beginsWithType(name, type));
  return (named ?? (best > 0 ? equals[0] : undefined))?.id;
}

/** The ids of the tasks and indicators whose rows stand in a file. */
export interface FoundRows {
  readonly tasks: readonly string[];
  readonly indicators: readonly string[];
}

/** A unit of which nothing is known but what its own form says. */
function unitSaid(id: string, name: string, type: UnitTypeId): Unit {
  return {
    id,
    name: name === '' ? id : name,
    type,
    formerCommune: '',
    aliases: [],
    adults: undefined,
    adultsSource: '',
    adultsAsOf: undefined,
    households: undefined,
  };
}

/**
 * Whose report it is when there is no register, as when a unit checks its own file: what the form's hidden sheet says, or
 * else the name in the form with the type that the rows of the file belong to. A name or a file name that is plainly another
 * unit's is a warning.
 */
export function unitOfForm(clues: UnitClues, directive: Directive, rows: FoundRows): Outcome<Unit | undefined> {
  const { file, stamp, name } = clues;
  const stamped = directive.unitTypes.find(({ id }) => id === stamp?.unitType)?.id;
  const found = new Set([...rows.tasks.map((id) => `task ${id}`), ...rows.indicators.map((id) => `indicator ${id}`)]);
  const unitName = stamp?.unitName === undefined || stamp.unitName === '' ? name : stamp.unitName;
  const type = stamped ?? typeOfContent(directive, unitName, found);
  const id = stamp?.unit === undefined || stamp.unit === '' ? unitName : stamp.unit;
  if (type !== undefined && id !== '') {
    const unit = unitSaid(id, unitName, type);
    return { value: unit, diagnostics: contradictions(unit, clues, directive) };
  }
  const finding = problem('unit-unknown', {
    message:
      id === ''
        ? 'Không nhận ra báo cáo của đơn vị nào: không thấy ô ghi tên đơn vị'
        : 'Không nhận ra loại đơn vị: tệp không có dòng nhiệm vụ, chỉ tiêu nào của biểu mẫu',
    hint: 'Ghi tên đơn vị vào ô tên đơn vị của phiếu và dùng đúng biểu mẫu xã đã gửi',
    location: { kind: 'file', file },
  });
  return { value: undefined, diagnostics: [finding] };
}
