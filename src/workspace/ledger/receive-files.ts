import { join } from 'node:path';
import { fileOf, type Diagnostic } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import { writeTogether, type Output } from '../atomic-write.ts';
import { formatDate } from '../../vi/date.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { refuseClosed } from '../closing/journal.ts';
import { WorkspaceError } from '../workspace-error.ts';
import type { Inbox } from '../inbox.ts';
import type { Workspace } from '../open-workspace.ts';
import { withOutputLock } from '../output-lock.ts';
import type { FileReader } from '../read-files.ts';
import type { NewLine, ReceivedLine } from './entries.ts';
import { isReport, isUsable, judgeFiles, unitsOf, type JudgedFile, type JudgeRequest } from './judge-files.ts';
import { ledgerOutputs } from './ledger.ts';
import { freeName, hasComeBefore, keptName, openShelf, type Shelf } from './shelf.ts';

/** How files are to be received. */
export interface ReceiveRequest extends JudgeRequest {
  readonly via: string;
  /** The moment of entering in Việt Nam, as it is to stand in the ledger. */
  readonly enteredAt: string;
}

/** What became of a file. */
export interface ReceivedFile {
  /** The name it was given by the sender. */
  readonly file: string;
  /**
   * `stored`: copied into the inbox and entered. `entered`: it lay in the inbox already and was entered. `known`: the same file was entered
   * before. `kept`: the same file came before the round was closed, and nothing is written. `refused`: no report of anybody; it was neither
   * copied nor entered.
   */
  readonly state: 'entered' | 'kept' | 'known' | 'refused' | 'stored';
  readonly round: Round;
  /** Its name below the inbox of the round; '' when refused. */
  readonly storedAs: string;
  /** Undefined for a file that lay in the inbox of a closed round without a line in the ledger. */
  readonly receivedOn: PlainDate | undefined;
  /** The day that the ledger had for the same file until now, if it is another. */
  readonly enteredFor: PlainDate | undefined;
  readonly units: readonly Unit[];
  readonly isUsable: boolean;
  /** What was found in it, judged by itself, located in the file as it is stored. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a file goes, and what is written for it. */
interface Placed extends ReceivedFile {
  readonly output: Output | undefined;
  readonly lines: readonly NewLine[];
}

/** The findings about the file under the name that it has now. */
function renamed(diagnostics: readonly Diagnostic[], from: string, to: string): readonly Diagnostic[] {
  const moved = <T>(location: T & Diagnostic['location']): Diagnostic['location'] => {
    if (fileOf(location) !== from) return location;
    if (location.kind === 'cell') return { ...location, ref: { ...location.ref, file: to } };
    return 'file' in location ? { ...location, file: to } : location;
  };
  return diagnostics.map((one) => ({
    ...one,
    location: moved(one.location),
    related: one.related.map((place) => ({ ...place, location: moved(place.location) })),
  }));
}

/**
 * Whether the ledger says already what would be entered: no other day, no other way, and nothing came for these units since, which a line
 * more would put this file after. So a run that was killed right at its end can be repeated.
 */
function says({ latest }: Shelf, known: ReceivedLine, request: ReceiveRequest, units: readonly Unit[]): boolean {
  if (request.receivedOn === undefined) return true;
  const isSame = known.receivedOn === request.receivedOn && (request.via === '' || known.via === request.via);
  return isSame && units.every(({ id }) => latest.get(id) === known.entry);
}

/** A file that came for its round before that was closed; whatever is said of it now, the round stays as it is. */
function kept(shelf: Shelf, { file: { source }, arrivals, diagnostics }: JudgedFile): Placed {
  const known = shelf.receipts.get(source.sha256);
  const storedAs = shelf.stored.get(source.sha256) ?? known?.file ?? '';
  return {
    file: source.file,
    state: 'kept',
    round: shelf.opened.round,
    storedAs,
    receivedOn: known?.receivedOn,
    enteredFor: undefined,
    units: unitsOf(arrivals),
    isUsable: arrivals.some(isUsable),
    diagnostics: renamed(diagnostics, source.file, storedAs),
    output: undefined,
    lines: [],
  };
}

function place(shelf: Shelf, judged: JudgedFile, request: ReceiveRequest): Placed {
  if (shelf.closing !== undefined) return kept(shelf, judged);
  const { file, arrivals, diagnostics } = judged;
  const { source, bytes } = file;
  const units = unitsOf(arrivals);
  const receivedOn = request.receivedOn ?? request.asOf;
  const common = {
    file: source.file,
    round: shelf.opened.round,
    units,
    isUsable: arrivals.some(isUsable),
    enteredFor: undefined,
  };
  if (bytes === undefined || !isReport(judged)) {
    return { ...common, state: 'refused', storedAs: '', receivedOn, diagnostics, output: undefined, lines: [] };
  }
  const there = shelf.stored.get(source.sha256);
  const known = shelf.receipts.get(source.sha256);
  const storedAs = there ?? keptName(shelf, known) ?? freeName(shelf, source.file, units);
  const found = renamed(diagnostics, source.file, storedAs);
  const result = {
    ...common,
    storedAs,
    diagnostics: found,
    output: there === undefined ? { path: join(shelf.folder, storedAs), bytes } : undefined,
  };
  shelf.stored.set(source.sha256, storedAs);
  shelf.names.add(storedAs.toLowerCase());
  if (known !== undefined && says(shelf, known, request, units)) {
    const state = there === undefined ? 'stored' : 'known';
    return { ...result, state, receivedOn: known.receivedOn, lines: [] };
  }
  const lines = (units.length === 0 ? [undefined] : units).map((unit): NewLine => ({
    kind: 'received',
    entry: shelf.entry,
    enteredAt: request.enteredAt,
    receivedOn,
    via: request.via,
    file: storedAs,
    sha256: source.sha256,
    unit: unit?.id ?? '',
    outcome: arrivals.some((arrival) => arrival.unit?.id === unit?.id && isUsable(arrival)) ? 'usable' : 'unusable',
  }));
  const enteredFor = known?.receivedOn === receivedOn ? undefined : known?.receivedOn;
  return { ...result, state: there === undefined ? 'stored' : 'entered', receivedOn, enteredFor, lines };
}

/** What is to be written for the files of one round: the files that are not in its inbox yet, and its ledger. */
interface Storing {
  readonly placed: readonly Placed[];
  readonly outputs: readonly Output[];
}

function storing({ folder }: Workspace, shelf: Shelf, files: readonly JudgedFile[], request: ReceiveRequest): Storing {
  const seen = new Set<string>();
  const placed = files.map((judged): Placed => {
    const { sha256 } = judged.file.source;
    const isSecond = sha256 !== '' && seen.has(sha256);
    seen.add(sha256);
    const one = place(shelf, judged, request);
    // The same bytes twice in one run: entered once.
    return isSecond && one.state !== 'refused' && one.state !== 'kept'
      ? { ...one, state: 'known', output: undefined, lines: [] }
      : one;
  });
  const lines = placed.flatMap((one) => one.lines);
  const outputs = placed.flatMap(({ output }) => output ?? []);
  const ledger = lines.length === 0 ? [] : ledgerOutputs(folder, shelf.opened.round.period.id, lines);
  return { placed, outputs: [...outputs, ...ledger] };
}

/** Throws a WorkspaceError that names the new files which are for a closed round: others may have come with them. */
function refuseForClosed(
  { folder }: Workspace,
  shelf: Shelf,
  files: readonly JudgedFile[],
  request: ReceiveRequest,
): void {
  const { closing, opened } = shelf;
  const others = files.filter(({ file }) => !hasComeBefore(shelf, file.source.sha256));
  if (closing === undefined || others.length === 0) return;
  const { id } = opened.round.period;
  if (request.period === id) refuseClosed(folder, id);
  const names = joinWords(others.map(({ file }) => quoteValue(file.source.file)));
  throw new WorkspaceError(
    `Chưa nhận tệp nào: ${names} là của kỳ ${id}, đã khóa ngày ${formatDate(closing.decidedOn)}; bỏ ra rồi chạy lại với các tệp khác. Đơn vị gửi nhầm biểu mẫu cũ thì đề nghị gửi lại; nếu thật sự phải sửa kỳ đã khóa: tkcds reopen --period ${id} --reason "lý do"`,
  );
}

/**
 * Receives files (tiếp nhận): copies each into the inbox of its round under a clean name and enters it in the ledger, one line for
 * each unit, all or none. The originals stay as they are, and so does a closed round when a file comes again that it has. Throws a
 * WorkspaceError when nothing could be received.
 */
export async function receiveFiles(
  workspace: Workspace,
  inbox: Inbox,
  request: ReceiveRequest,
  read: FileReader,
): Promise<readonly ReceivedFile[]> {
  return withOutputLock(workspace.folder, async () => {
    const groups = await judgeFiles(workspace, inbox, request, read);
    const shelves = [...groups].map(([opened, files]) => ({ shelf: openShelf(workspace, opened), files }));
    for (const { shelf, files } of shelves) refuseForClosed(workspace, shelf, files, request);
    const stored = shelves.map(({ shelf, files }) => storing(workspace, shelf, files, request));
    const outputs = stored.flatMap((one) => one.outputs);
    if (outputs.length > 0) writeTogether(outputs);
    return stored.flatMap(({ placed }) => placed);
  });
}
