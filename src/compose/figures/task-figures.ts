import type { Amount, Figure, FigurePart } from '../../model/figure.ts';
import type { GroupCompliance, TaskCompliance } from '../../model/report.ts';
import type { Unit } from '../../model/unit.ts';
import { formatInteger } from '../../vi/number.ts';
import { TASK_STATES, withoutStop } from '../wording.ts';
import type { FigureContext } from './context.ts';

function partOf(
  unit: Unit,
  amount: Amount,
  { states, cells, raws }: TaskCompliance,
  { nameOf, cellOf }: FigureContext,
): FigurePart {
  const state = TASK_STATES.find((one) => one.state === states.get(unit.id));
  const ref = cells.get(unit.id);
  const found = ref === undefined ? [] : cellOf({ ref, raw: raws.get(unit.id) ?? '' });
  return { unit: unit.id, name: nameOf(unit), text: state?.meaning ?? '', amount, cells: found };
}

function ofTask(compliance: TaskCompliance, units: readonly Unit[], context: FigureContext): readonly Figure[] {
  const { task, states, counts } = compliance;
  const title = `${task.id} “${withoutStop(task.title)}”`;
  // The same id is another task in another directive.
  const family = `task:${context.model.round.directive.id}:${task.id}`;
  const one: Amount = { kind: 'count', value: 1 };
  const sums = TASK_STATES.map(({ state, meaning }): Figure => {
    const own = units.filter(({ id }) => states.get(id) === state);
    return {
      key: `${family}:${state}`,
      family,
      subjects: [task.id],
      amount: { kind: 'count', value: counts[state] },
      printed: formatInteger(counts[state]),
      title: `Số đơn vị ${meaning}: nhiệm vụ ${title}`,
      how: `đếm trong ${formatInteger(units.length)} đơn vị được giao`,
      unit: undefined,
      names: [task.id],
      parts: own.map((unit) => partOf(unit, one, compliance, context)),
    };
  });
  const single = units.map((unit): Figure => {
    const symbol = TASK_STATES.find(({ state }) => state === states.get(unit.id))?.symbol ?? '';
    const name = context.nameOf(unit);
    const amount: Amount = { kind: 'state', state: symbol };
    const parts = [partOf(unit, amount, compliance, context)];
    return {
      key: family,
      family,
      subjects: [task.id],
      amount,
      printed: symbol,
      title: `Nhiệm vụ ${title}: ${name}`,
      how: 'tình trạng đơn vị ghi',
      unit: unit.id,
      names: [task.id],
      parts,
    };
  });
  return [...sums, ...single];
}

function ofGroup({ units, tasks }: GroupCompliance, context: FigureContext): readonly Figure[] {
  return tasks.flatMap((task) => ofTask(task, units, context));
}

/** How many units have done what, and what each said. */
export function taskFigures(context: FigureContext): readonly Figure[] {
  return context.model.compliance.flatMap((group) => ofGroup(group, context));
}
