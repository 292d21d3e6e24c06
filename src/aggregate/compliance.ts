import type { Task, TaskGroup } from '../model/directive.ts';
import type { GroupCompliance, TaskCompliance, TaskState } from '../model/report.ts';
import { taskAnswer } from '../model/submission.ts';
import type { CellRef } from '../model/workbook.ts';
import type { Evidence, UnitReport } from './evidence.ts';
import { taskStateOf } from './task-states.ts';
import type { Exclusions } from './usable-values.ts';

/** Task × unit for each task group, in the directive's order, over the units of the register that it binds. */
export function complianceOf({ round, reports, exclusions }: Evidence): readonly GroupCompliance[] {
  return round.directive.taskGroups.map((group) => {
    const bound = reports.filter(({ unit }) => isBound(group, unit.type));
    return {
      group,
      units: bound.map(({ unit }) => unit),
      tasks: group.tasks.map((task) => taskCompliance(task, bound, exclusions)),
    };
  });
}

function isBound({ binds }: TaskGroup, type: string): boolean {
  return binds.some(({ unitType }) => unitType === type);
}

function taskCompliance(task: Task, reports: readonly UnitReport[], exclusions: Exclusions): TaskCompliance {
  const states = new Map<string, TaskState>();
  const cells = new Map<string, CellRef>();
  const raws = new Map<string, string>();
  const counts: Record<TaskState, number> = {
    completed: 0,
    'in-progress': 0,
    'not-started': 0,
    unanswered: 0,
    'left-out': 0,
    'not-reported': 0,
  };
  for (const { unit, receipt } of reports) {
    const state = taskStateOf(receipt, task.id, exclusions);
    states.set(unit.id, state);
    counts[state] += 1;
    const answer = receipt.kind === 'counted' ? taskAnswer(receipt.submission, task.id)?.status : undefined;
    const isCounted = state === 'completed' || state === 'in-progress' || state === 'not-started';
    if (isCounted && answer?.kind === 'value') {
      cells.set(unit.id, answer.ref);
      raws.set(unit.id, answer.raw);
    }
  }
  return { task, states, cells, raws, counts };
}
