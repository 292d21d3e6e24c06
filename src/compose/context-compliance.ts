import type { GroupCompliance, ReportModel } from '../model/report.ts';
import type { ScopeObject } from './scope.ts';

/** Variables `groups[].…`: each numbered clause with its tasks, over the units that it binds. */
export function compliancePart({ compliance, round }: ReportModel): readonly ScopeObject[] {
  const types = round.directive.unitTypes;
  return compliance.map((group) => {
    const present = new Set(group.units.map(({ type }) => type));
    return {
      id: group.group.id,
      clause: group.group.clause,
      title: group.group.title,
      who: types
        .filter(({ id }) => present.has(id))
        .map(({ plural }) => plural)
        .join('; '),
      units: group.units.length,
      reported: group.units.length - countUnits(group, 'not-reported'),
      all_completed: countUnits(group, 'completed'),
      tasks: group.tasks.map(({ task, counts }) => ({
        id: task.id,
        title: task.title,
        completed: counts.completed,
        in_progress: counts['in-progress'],
        not_started: counts['not-started'],
        unanswered: counts.unanswered,
        left_out: counts['left-out'],
        not_reported: counts['not-reported'],
      })),
    };
  });
}

/** Units whose every task of the group is in that state. */
function countUnits({ units, tasks }: GroupCompliance, state: 'completed' | 'not-reported'): number {
  if (tasks.length === 0) return 0;
  return units.filter(({ id }) => tasks.every(({ states }) => states.get(id) === state)).length;
}

/** Variables `tasks_not_started[].…`: the tasks that some unit has not started, with their number of units. */
export function notStartedPart({ compliance }: ReportModel): readonly ScopeObject[] {
  return compliance.flatMap(({ tasks }) =>
    tasks
      .filter(({ counts }) => counts['not-started'] > 0)
      .map(({ task, counts }) => ({ id: task.id, title: task.title, units: counts['not-started'] })),
  );
}
