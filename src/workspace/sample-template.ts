import { renderOwnSample } from '../pipeline.ts';
import { loadDirective } from './directives.ts';
import { initialSettings } from './lone-round.ts';
import type { RoundRequest } from './open-round.ts';
import { openWorkspace } from './open-workspace.ts';
import { currentRound, roundOfPeriod } from './period-choice.ts';
import { WorkspaceError } from './workspace-error.ts';
import { isWorkspace, SETTINGS_FILE } from './settings-file.ts';

/** The sample of a Word template, below the workspace. */
export const WORD_TEMPLATE_FILE = 'mau-bao-cao/mau.docx';

/**
 * A Word template to begin with: its name below the workspace and its bytes, for the round asked for, with what the settings in the
 * folder say of the issuer. Throws a WorkspaceError when there is no such round or its directive is faulty.
 */
export async function sampleTemplate(
  folder: string,
  { period, asOf }: Pick<RoundRequest, 'period' | 'asOf'>,
): Promise<readonly [string, Uint8Array]> {
  const { issuer, rounds } = isWorkspace(folder) ? openWorkspace(folder).settings : await initialSettings();
  const chosen = period === undefined ? currentRound(rounds, asOf) : roundOfPeriod(rounds, period);
  if (chosen === undefined) throw new WorkspaceError(`Tệp ${SETTINGS_FILE} chưa có kỳ báo cáo nào`);
  const { value: directive } = await loadDirective(chosen.directive, folder, chosen.places.directive);
  const round = { directive, period: chosen.period, units: [], asOf };
  return [WORD_TEMPLATE_FILE, await renderOwnSample(round, issuer)];
}
