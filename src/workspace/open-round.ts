import type { Diagnostic } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { Round } from '../model/round.ts';
import { findDirective, loadDirective } from './directives.ts';
import type { Workspace } from './open-workspace.ts';
import { currentRound, roundOfPeriod } from './period-choice.ts';
import { loadRegister } from './register.ts';
import { roundDifferences, unknownDocuments } from './round-differences.ts';
import type { RoundSettings } from './settings.ts';
import { WorkspaceError } from './workspace-error.ts';

/** What the command line says of the round. */
export interface RoundRequest {
  /** The period's id, or undefined for the current one. */
  readonly period: string | undefined;
  readonly asOf: PlainDate;
}

/** A round of the workspace with everything that was found in the commune's own files. */
export interface OpenRound {
  readonly workspace: Workspace;
  readonly round: Round;
  /** False when the program chose the period; it then says which. */
  readonly isNamed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function directivesOf(rounds: readonly RoundSettings[], folder: string): readonly Directive[] {
  const ids = [...new Set(rounds.map(({ directive }) => directive))];
  const found = ids.map((id) => findDirective(id, folder)?.value);
  return found.filter((directive) => directive !== undefined);
}

/** Opens one round of the workspace: its directive and the unit register. Throws a WorkspaceError when one cannot be used. */
export function openRound(workspace: Workspace, { period, asOf }: RoundRequest): OpenRound {
  const { rounds } = workspace.settings;
  const chosen = period === undefined ? currentRound(rounds, asOf) : roundOfPeriod(rounds, period);
  if (chosen === undefined) throw new WorkspaceError('Tệp tkcds.yaml chưa có kỳ báo cáo nào');
  const directive = loadDirective(chosen.directive, workspace.folder, chosen.places.directive);
  const register = loadRegister(workspace.folder, directive.value.unitTypes);
  return {
    workspace,
    round: { directive: directive.value, period: chosen.period, units: register.value, asOf },
    isNamed: period !== undefined,
    diagnostics: [
      ...workspace.diagnostics,
      ...roundDifferences(chosen, directive.value),
      ...unknownDocuments(workspace.settings, directivesOf(rounds, workspace.folder)),
      ...directive.diagnostics,
      ...register.diagnostics,
    ],
  };
}
