import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import { renderFigures, type InputFile } from '../../pipeline.ts';
import { programVersion } from '../assets.ts';
import { writeTogether } from '../atomic-write.ts';
import { composeRound } from '../compose-round.ts';
import { sealJson, sha256 } from '../fingerprint.ts';
import { chainTexts } from '../ledger/chain.ts';
import { ledgerPath } from '../ledger/ledger.ts';
import { openRound, type OpenRound } from '../open-round.ts';
import type { Workspace } from '../open-workspace.ts';
import { withOutputLock } from '../output-lock.ts';
import { isThere } from '../presence.ts';
import type { FileReader } from '../read-files.ts';
import { reportInputs } from '../report-inputs.ts';
import type { ReportTemplate } from '../report-template.ts';
import { RESULTS_FOLDER, writtenFigureFiles } from '../report-outputs.ts';
import { onDisk } from '../system-error.ts';
import { loadWordTemplate } from '../word-template.ts';
import { WorkspaceError } from '../workspace-error.ts';
import { readSealedFigures, type SealedFigures } from '../written-figures.ts';
import { journalOutputs, parseJournal, refuseClosed } from './journal.ts';
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
  /** The present day; nothing but the reports' own dates is judged by it. */
  readonly today: PlainDate;
  /** The moment of entering in Việt Nam, as it is to stand in the record. */
  readonly enteredAt: string;
}

function writeFirst(period: string): string {
  return `viết bản chính thức bằng “tkcds report --final --period ${period}” rồi khóa kỳ`;
}

function notReported(period: string): WorkspaceError {
  return new WorkspaceError(`Kỳ ${period} chưa có báo cáo chính thức nên chưa khóa được; ${writeFirst(period)}`);
}

/** Final figures on the disk with the round as it is opened for them. */
interface Candidate extends SealedFigures {
  readonly name: string;
  readonly opened: OpenRound;
}

/** What the report rests on now; settings that say the same of this round count as those that it was made with. */
function inputsNow({ figures, opened }: Candidate, template: ReportTemplate): readonly InputFile[] {
  const before = figures.inputs.find(({ role }) => role === 'settings');
  return reportInputs(opened, template, loadWordTemplate(opened.workspace)).map((input) => {
    const isSame = input.partSha256 !== undefined && input.partSha256 === before?.partSha256;
    return isSame ? { ...input, sha256: before.sha256 } : input;
  });
}

/** The figures that the files give now, in the text of those that lie on the disk. */
async function figuresNow(candidate: Candidate, read: FileReader): Promise<string> {
  const { figures, opened } = candidate;
  const { judged, template } = await composeRound(opened, read, 'final');
  return renderFigures(judged.model, {
    programVersion: programVersion(),
    reportFile: figures.report.file,
    reportSha256: figures.report.sha256,
    reportVersion: 'final',
    summaryFile: figures.summary.file,
    summarySha256: figures.summary.sha256,
    ...(figures.pdf === undefined ? {} : { pdf: figures.pdf }),
    inputs: inputsNow(candidate, template),
  });
}

/**
 * The report of these figures as it was made: on its cut-off day, or later by looking back at that day, which leaves out the reports that
 * state a day between. Undefined when it says neither. Throws a WorkspaceError when no final report could be written now.
 */
async function asMade(candidate: Candidate, today: PlainDate, read: FileReader): Promise<Candidate | undefined> {
  const { asOf } = candidate.opened.round;
  let refusal: unknown;
  for (const day of new Set([asOf, today])) {
    const one = { ...candidate, opened: { ...candidate.opened, today: day } };
    try {
      if ((await figuresNow(one, read)) === one.text) return one;
    } catch (error) {
      if (!(error instanceof WorkspaceError)) throw error;
      refusal = error;
    }
  }
  if (refusal instanceof WorkspaceError) throw refusal;
  return undefined;
}

/** The final report that says what the files give now; its own cut-off day is the one to compare at. */
async function currentReport(
  workspace: Workspace,
  { period, today }: CloseRequest,
  read: FileReader,
): Promise<Candidate> {
  const folder = join(workspace.folder, RESULTS_FOLDER, period);
  const sealed = writtenFigureFiles(folder).flatMap((name) => {
    const found = readSealedFigures(folder, name);
    return found?.figures.report.version === 'final' ? [{ ...found, name }] : [];
  });
  if (sealed.length === 0) throw notReported(period);
  for (const each of sealed) {
    const opened = await openRound(workspace, { period, asOf: each.figures.round.asOf }, read);
    const found = await asMade({ ...each, opened }, today, read);
    if (found !== undefined) return found;
  }
  throw new WorkspaceError(
    `Báo cáo chính thức của kỳ ${period} không còn khớp với tệp đã nhận, danh sách đơn vị và cấu hình hiện nay nên chưa khóa được; ${writeFirst(period)}`,
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
    if (!isThere(path))
      throw new WorkspaceError(`Không còn tệp ${file} nên chưa khóa được kỳ; ${writeFirst(figures.round.id)}`);
    const now = sha256(onDisk('đọc', file, () => readFileSync(path)));
    return { file, sha256: now, isEdited: one.sha256 !== undefined && one.sha256 !== now };
  });
}

function ledgerState(folder: string, period: string): LedgerState | null {
  const file = ledgerPath(period);
  const path = join(folder, file);
  if (!isThere(path)) return null;
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
  const journal = journalOutputs(workspace.folder, period, { ...line, kind: 'closed' });
  const snapshot = snapshotPath(period, { snapshot: name });
  writeTogether([{ path: join(workspace.folder, snapshot), bytes }, ...journal]);
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
    return withOutputLock(results, async () => keep(await currentReport(workspace, request, read), request));
  });
}
