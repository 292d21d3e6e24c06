import { ownerFunction } from '../model/arrivals.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { SeverityOverride } from '../model/directive.ts';
import type { Round } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import type { UnitTypeId } from '../model/unit.ts';
import { lossFunction } from './lost-values.ts';

/** What a finding is about, as far as it says. */
interface Subject {
  readonly unitType: UnitTypeId | undefined;
  readonly taskGroups: readonly string[];
  readonly indicator: string | undefined;
}

/**
 * Gives the findings the severities of the directive's `rules`: the last entry that fits wins, `off` removes the finding.
 * An entry that is limited to unit types, task groups or indicators fits only findings that are known to be about one of
 * them: by their file or unit, and by `unit`, `task` or `taskGroup`, `indicator` among their facts. Used for the findings of rules and parser alike; the order of the findings stays.
 *
 * An error stays an error where the value is lost anyway (see `lost-values.ts`): the clerk always learns what does not count.
 */
export function applyOverrides(
  diagnostics: readonly Diagnostic[],
  arrivals: readonly Arrival[],
  round: Round,
): readonly Diagnostic[] {
  const { rules } = round.directive;
  const subjectOf = subjectFunction(arrivals, round);
  const isLoss = lossFunction(arrivals, round);
  return diagnostics.flatMap((diagnostic) => {
    const fitting = rules.filter(({ rule }) => rule === diagnostic.rule);
    if (fitting.length === 0 || (diagnostic.severity === 'error' && isLoss(diagnostic))) return [diagnostic];
    const subject = subjectOf(diagnostic);
    const severity = fitting.findLast((override) => fits(override, subject))?.severity ?? diagnostic.severity;
    return severity === 'off' ? [] : [withSeverity(diagnostic, severity)];
  });
}

function withSeverity(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  return severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
}

function fits({ unitTypes, taskGroups, indicators }: SeverityOverride, subject: Subject): boolean {
  return (
    (unitTypes === undefined || (subject.unitType !== undefined && unitTypes.includes(subject.unitType))) &&
    (taskGroups === undefined || taskGroups.some((group) => subject.taskGroups.includes(group))) &&
    (indicators === undefined || (subject.indicator !== undefined && indicators.includes(subject.indicator)))
  );
}

function subjectFunction(arrivals: readonly Arrival[], round: Round): (diagnostic: Diagnostic) => Subject {
  const ownersOf = ownerFunction(arrivals);
  const typesByUnit = new Map(round.units.map(({ id, type }) => [id, type]));
  return (diagnostic) => {
    const { location, facts } = diagnostic;
    const unit = location.kind === 'unit' ? location.unit : facts['unit'];
    const owners = ownersOf(diagnostic);
    const ofFile = owners.length === 1 ? owners[0]?.unit?.type : undefined;
    const groups = round.directive.taskGroups.filter(
      (group) => group.id === facts['taskGroup'] || group.tasks.some(({ id }) => id === facts['task']),
    );
    return {
      unitType: ofFile ?? (typeof unit === 'string' ? typesByUnit.get(unit) : undefined),
      taskGroups: groups.map(({ id }) => id),
      indicator: typeof facts['indicator'] === 'string' ? facts['indicator'] : undefined,
    };
  };
}
