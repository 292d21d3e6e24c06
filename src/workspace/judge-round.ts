import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReportModel } from '../model/report.ts';
import { checkFiles, summarize, type CheckedRound } from '../pipeline.ts';
import { loadInbox } from './inbox.ts';
import type { FileReader } from './read-files.ts';
import type { OpenRound } from './open-round.ts';

/** A round with what arrived for it, judged and added up. */
export interface JudgedRound {
  readonly checked: CheckedRound;
  readonly model: ReportModel;
}

/** Loads and reads the round's inbox, checks every file and the round as a whole, and adds it up. */
export async function judgeRound({ workspace, round, diagnostics }: OpenRound, read: FileReader): Promise<JudgedRound> {
  const inbox = loadInbox(workspace.folder, round.period.id);
  const { arrivals, diagnostics: found } = checkFiles(await read(inbox.files), round, 'round');
  const ours: readonly Diagnostic[] = [...diagnostics, ...inbox.diagnostics];
  const checked = { arrivals, diagnostics: [...ours, ...found] };
  return { checked, model: summarize(checked, round) };
}
