import { ownedErrors, settle } from '../model/acceptance.ts';
import { appliedAdjustments } from '../model/adjust.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReportModel } from '../model/report.ts';
import { checkFiles, summarize, type CheckedRound } from '../pipeline.ts';
import { acceptanceFindings } from './acceptances-findings.ts';
import { unusedAdjustments } from './adjustments.ts';
import { findingIds } from './finding-ids.ts';
import { loadInbox } from './inbox.ts';
import { withReceipts } from './ledger/apply-receipts.ts';
import type { FileReader } from './read-files.ts';
import type { OpenRound } from './open-round.ts';

/** A round with what arrived for it, judged and added up. */
export interface JudgedRound {
  readonly checked: CheckedRound;
  readonly model: ReportModel;
  /** The errors that nobody has accepted. */
  readonly openErrors: readonly Diagnostic[];
}

/** Loads and reads the round's inbox, checks every file and the round as a whole, and adds it up. */
export async function judgeRound(opened: OpenRound, read: FileReader): Promise<JudgedRound> {
  const { workspace, round, diagnostics, acceptances, adjustments, ledger } = opened;
  const inbox = loadInbox(workspace.folder, round.period.id);
  const received = withReceipts(inbox.files, ledger, round.asOf);
  const { arrivals, diagnostics: found } = checkFiles(await read(received.value), round, 'round');
  const valid = adjustments.filter(({ adjustedOn }) => adjustedOn <= round.asOf);
  const unused = unusedAdjustments(valid, appliedAdjustments(arrivals));
  const ours: readonly Diagnostic[] = [...diagnostics, ...unused, ...inbox.diagnostics, ...received.diagnostics];
  const checked = { arrivals, diagnostics: [...ours, ...found] };
  const { leftOut } = summarize(checked, round);
  const settlement = settle(ownedErrors(checked.diagnostics, leftOut), acceptances);
  const stale = acceptanceFindings(settlement, { units: round.units, rules: findingIds() });
  const all = { arrivals, diagnostics: [...stale, ...checked.diagnostics] };
  const accepted = [...settlement.accepted].map(([diagnostic, { reason }]) => ({ diagnostic, reason }));
  return { checked: all, model: { ...summarize(all, round), accepted }, openErrors: settlement.open };
}
