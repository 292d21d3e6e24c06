import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import { renderFigures } from '../../pipeline.ts';
import { programVersion } from '../assets.ts';
import { writeTogether } from '../atomic-write.ts';
import { composeRound } from '../compose-round.ts';
import { sealJson, sha256 } from '../fingerprint.ts';
import { chainTexts } from '../ledger/chain.ts';
import { ledgerPath } from '../ledger/ledger.ts';
import { openRound, type OpenRound } from '../open-round.ts';
import type { Workspace } from '../open-workspace.ts';
import { withOutputLock } from '../output-lock.ts';
import type { FileReader } from '../read-files.ts';
import { reportInputs } from '../report-inputs.ts';
import { RESULTS_FOLDER, writtenFigureFiles } from '../report-outputs.ts';
import { onDisk } from '../system-error.ts';
import { loadWordTemplate } from '../word-template.ts';
import { WorkspaceError } from '../workspace-error.ts';
import { readSealedFigures, type SealedFigures } from '../written-figures.ts';
import { journalPath, journalText, parseJournal, refuseClosed, withJournalLine } from './journal.ts';
import { SNAPSHOT_VERSION, snapshotPath, type LedgerState } from './snapshot.ts';

/** An output of the report as it lies on the disk when the round is closed. */
export interface KeptOutput {
  /** Below the workspace. */
  readonly file: string;
  readonly sha256: string;
  /** Somebody has changed it since the program wrote it, as when number and date of issue are filled in. */
  readonly isEdited: boolean;
}

/** A round that was closed. */
export interface ClosedRound {
  /** The snapshot below the workspace. */
  readonly snapshot: string;
  readonly sha256: string;
  readonly outputs: readonly KeptOutput[];
  readonly round: Round;
}

/** When a round is closed. */
export interface CloseRequest {
  readonly period: string;
  readonly closedOn: PlainDate;
  /** The moment of entering in Việt Nam, as it is to stand in the record. */
  readonly enteredAt: string;
}

const WRITE_FIRST = 'viết bản chính thức bằng “tkcds report --final” rồi khóa kỳ';

function notReported(period: string): WorkspaceError {
  return new WorkspaceError(`Kỳ ${period} chưa có báo cáo chính thức nên chưa khóa được; ${WRITE_FIRST}`);
}

/** Final figures on the disk with the round as it is opened for them. */
interface Candidate extends SealedFigures {
  readonly name: string;
  readonly opened: OpenRound;
}

/** The figures that the files give now, in the text of those that lie on the disk. */
async function figuresNow({ figures, opened }: Candidate, read: FileReader): Promise<string> {
  const { judged, template } = await composeRound(opened, read, 'final');
  return renderFigures(judged.model, {
    programVersion: programVersion(),
    reportFile: figures.report.file,
    reportSha256: figures.report.sha256,
    reportVersion: 'final',
    summaryFile: figures.summary.file,
    summarySha256: figures.summary.sha256,
    ...(figures.pdf === undefined ? {} : { pdf: figures.pdf }),
    inputs: reportInputs(opened, template, loadWordTemplate(opened.workspace)),
  });
}

/** The final report that says what the files give now; its own cut-off day is the one to compare at. */
async function currentReport(workspace: Workspace, period: string, read: FileReader): Promise<Candidate> {
  const folder = join(workspace.folder, RESULTS_FOLDER, period);
  const sealed = writtenFigureFiles(folder).flatMap((name) => {
    const found = readSealedFigures(folder, name);
    return found?.figures.report.version === 'final' ? [{ ...found, name }] : [];
  });
  if (sealed.length === 0) throw notReported(period);
  for (const each of sealed) {
    const opened = await openRound(workspace, { period, asOf: each.figures.round.asOf }, read);
    const candidate = { ...each, opened };
    if ((await figuresNow(candidate, read)) === each.text) return candidate;
  }
  throw new WorkspaceError(
    `Báo cáo chính thức của kỳ ${period} không còn khớp với tệp đã nhận, danh sách đơn vị và cấu hình hiện nay nên chưa khóa được; ${WRITE_FIRST}`,
  );
}

/** The report's files as they lie there now. Throws a WorkspaceError for one that is gone. */
function keptOutputs(workspaceFolder: string, { name, figures }: Candidate): readonly KeptOutput[] {
  const folder = `${RESULTS_FOLDER}/${figures.round.id}`;
  const { report, summary, pdf } = figures;
  const written = [report, summary, ...(pdf === undefined ? [] : [pdf]), { file: name, sha256: undefined }];
  return written.map((one) => {
    const file = `${folder}/${one.file}`;
    const path = join(workspaceFolder, file);
    if (!existsSync(path)) throw new WorkspaceError(`Không còn tệp ${file} nên chưa khóa được kỳ; ${WRITE_FIRST}`);
    const now = sha256(onDisk('đọc', file, () => readFileSync(path)));
    return { file, sha256: now, isEdited: one.sha256 !== undefined && one.sha256 !== now };
  });
}

function ledgerState(folder: string, period: string): LedgerState | null {
  const file = ledgerPath(period);
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const bytes = onDisk('đọc', file, () => readFileSync(path));
  return { file, sha256: sha256(bytes), lineCount: chainTexts(bytes.toString('utf8')).length };
}

function snapshotText(
  { opened, text }: Candidate,
  { period, closedOn }: CloseRequest,
  outputs: readonly KeptOutput[],
): string {
  const { workspace, round } = opened;
  const content = {
    schemaVersion: SNAPSHOT_VERSION,
    program: { name: 'tkcds', version: programVersion() },
    period,
    closedOn,
    register: {
      units: round.units.map(({ id, name, type, formerCommune }) => ({ id, name, type, formerCommune })),
      mergers: (round.mergers ?? []).map(({ name, formerCommune, into, from }) => ({
        name,
        formerCommune,
        into,
        from,
      })),
    },
    ledger: ledgerState(workspace.folder, period),
    outputs,
    figures: JSON.parse(text) as unknown, // printed by this program; only put one level deeper
  };
  return sealJson(`${JSON.stringify(content, undefined, 2)}\n`);
}

/** Writes the snapshot and its line of the record, both or none. */
function keep(candidate: Candidate, request: CloseRequest): ClosedRound {
  const { workspace, round } = candidate.opened;
  const { period, closedOn, enteredAt } = request;
  const outputs = keptOutputs(workspace.folder, candidate);
  const bytes = new TextEncoder().encode(snapshotText(candidate, request, outputs));
  const closings = parseJournal(workspace.folder, period).lines.filter(({ kind }) => kind === 'closed').length;
  const name = `khoa-${String(closings + 1)}.json`;
  const line = { kind: 'closed', enteredAt, decidedOn: closedOn, decidedBy: '', snapshot: name, sha256: sha256(bytes) };
  const journal = withJournalLine(journalText(workspace.folder, period), { ...line, kind: 'closed' });
  const snapshot = snapshotPath(period, { snapshot: name });
  writeTogether([
    { path: join(workspace.folder, snapshot), bytes },
    { path: join(workspace.folder, journalPath(period)), bytes: new TextEncoder().encode(journal) },
  ]);
  return { snapshot, sha256: line.sha256, outputs, round };
}

/**
 * Closes a round (khóa kỳ): keeps its figures with the hashes of everything they rest on. Throws a WorkspaceError, and writes nothing,
 * while there is no final report, when the files no longer give what it says, or when the round is closed already.
 */
export function closeRound(workspace: Workspace, request: CloseRequest, read: FileReader): Promise<ClosedRound> {
  const { period } = request;
  const results = join(workspace.folder, RESULTS_FOLDER, period);
  return withOutputLock(workspace.folder, () => {
    refuseClosed(workspace.folder, period);
    if (writtenFigureFiles(results).length === 0) throw notReported(period);
    // Nobody may receive, accept or write while it is looked whether the report still says what the files give.
    return withOutputLock(results, async () => keep(await currentReport(workspace, period, read), request));
  });
}
