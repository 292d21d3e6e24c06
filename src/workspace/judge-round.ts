import { ownedErrors, settle } from '../model/acceptance.ts';
import { appliedAdjustments } from '../model/adjust.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReportModel } from '../model/report.ts';
import { checkParsed, parseFile, summarize, type CheckedRound, type InboxFile } from '../pipeline.ts';
import { acceptanceFindings } from './acceptances-findings.ts';
import { unusedAdjustments } from './adjustments.ts';
import { findingIds } from './finding-ids.ts';
import { listInbox, loadFile, type ListedInbox } from './inbox.ts';
import { receiptCheck, statedLater, type ReceiptCheck } from './ledger/apply-receipts.ts';
import { takeArrived, type FileReader } from './read-files.ts';
import type { OpenRound } from './open-round.ts';
import { confirmWorkspace } from './open-workspace.ts';

/** A round with what arrived for it, judged and added up. */
export interface JudgedRound {
  readonly checked: CheckedRound;
  readonly model: ReportModel;
  /** The errors that nobody has accepted. */
  readonly openErrors: readonly Diagnostic[];
}

/** The files of the inbox, each loaded when it is asked for, that had come on the day the round is seen at. */
function* admitted({ files }: ListedInbox, { admit }: ReceiptCheck): Generator<InboxFile> {
  for (const { path, file } of files) {
    const own = admit(loadFile(path, file));
    if (own !== undefined) yield own;
  }
}

/** Loads and reads the round's inbox, checks every file and the round as a whole, and adds it up. */
export async function judgeRound(opened: OpenRound, read: FileReader): Promise<JudgedRound> {
  const { workspace, round, diagnostics, acceptances, adjustments, ledger } = opened;
  const inbox = listInbox(workspace.folder, round.period.id);
  const receipts = receiptCheck(ledger, round.asOf);
  const arriving = { files: admitted(inbox, receipts), total: inbox.files.length };
  const parsed = await takeArrived(read, arriving, (file) => parseFile(file, round));
  confirmWorkspace(workspace);
  const { arrivals, diagnostics: found, later } = checkParsed(parsed, round, 'round', opened.today);
  const valid = adjustments.filter(({ adjustedOn }) => adjustedOn <= round.asOf);
  const unused = unusedAdjustments(valid, appliedAdjustments(arrivals));
  const after = later.flatMap((arrival) => statedLater(arrival, round.asOf));
  const ours: readonly Diagnostic[] = [
    ...diagnostics,
    ...unused,
    ...inbox.diagnostics,
    ...receipts.findings(),
    ...after,
  ];
  const checked = { arrivals, diagnostics: [...ours, ...found] };
  const { leftOut } = summarize(checked, round);
  const settlement = settle(ownedErrors(checked.diagnostics, leftOut), acceptances);
  const stale = acceptanceFindings(settlement, { units: round.units, rules: findingIds() });
  const all = { arrivals, later, diagnostics: [...stale, ...checked.diagnostics] };
  const accepted = [...settlement.accepted].map(([diagnostic, { reason }]) => ({ diagnostic, reason }));
  return { checked: all, model: { ...summarize(all, round), accepted }, openErrors: settlement.open };
}
