import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type Diagnostic } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import type { Arrival } from '../../model/submission.ts';
import type { Unit } from '../../model/unit.ts';
import { checkFiles, readFormStamp, type InboxFile, type ReadFile } from '../../pipeline.ts';
import { writeTogether, type Output } from '../atomic-write.ts';
import { refuseClosed } from '../closing/journal.ts';
import { INBOX_FOLDER, loadInbox, type Inbox } from '../inbox.ts';
import { openRound, type OpenRound } from '../open-round.ts';
import type { Workspace } from '../open-workspace.ts';
import { withOutputLock } from '../output-lock.ts';
import type { FileReader } from '../read-files.ts';
import { cleanName } from './clean-name.ts';
import type { NewLine, ReceivedLine } from './entries.ts';
import { withLines } from './entries.ts';
import { ledgerPath, ledgerText, loadLedger, nextEntry, receiptsByHash } from './ledger.ts';

/** How files are to be received. */
export interface ReceiveRequest {
  /** The period's id; undefined: the one the form was made for, else the current one. */
  readonly period: string | undefined;
  readonly asOf: PlainDate;
  /** The day they came, when the clerk says so; else `asOf`. Given, it is entered also for a file that is in the ledger already. */
  readonly receivedOn: PlainDate | undefined;
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
   * before. `refused`: no report of anybody; it was neither copied nor entered.
   */
  readonly state: 'entered' | 'known' | 'refused' | 'stored';
  readonly round: Round;
  /** Its name below the inbox of the round; '' when refused. */
  readonly storedAs: string;
  readonly receivedOn: PlainDate;
  readonly units: readonly Unit[];
  readonly isUsable: boolean;
  /** What was found in it, judged by itself, located in the file as it is stored. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Files received for one round. */
interface Judged {
  readonly file: InboxFile;
  readonly read: ReadFile;
  readonly arrivals: readonly Arrival[];
  readonly diagnostics: readonly Diagnostic[];
}

function unitsOf(arrivals: readonly Arrival[]): readonly Unit[] {
  return [...new Map(arrivals.flatMap(({ unit }) => (unit === undefined ? [] : [[unit.id, unit] as const]))).values()];
}

function isUsable({ submission, isRefused }: Arrival): boolean {
  return submission !== undefined && isRefused !== true;
}

/** Opens the round of each file: the one asked for, else that of the form's marks if the settings have it, else the current one. */
async function byRound(
  workspace: Workspace,
  inbox: Inbox,
  request: ReceiveRequest,
  read: FileReader,
): Promise<ReadonlyMap<OpenRound, readonly Judged[]>> {
  const opened = new Map<string, OpenRound>();
  const groups = new Map<OpenRound, readonly Judged[]>();
  const files = await read(inbox.files);
  for (const [index, one] of files.entries()) {
    const file = inbox.files[index];
    if (file === undefined) continue;
    const stamp = readFormStamp(one);
    const own = workspace.settings.rounds.find(
      ({ period, directive }) => period.id === stamp?.period && directive === stamp.directive,
    );
    const period = request.period ?? own?.period.id;
    const round = opened.get(period ?? '') ?? (await openRound(workspace, { period, asOf: request.asOf }, read));
    opened.set(period ?? '', round);
    const { arrivals, diagnostics } = checkFiles([one], round.round, 'files');
    groups.set(round, [...(groups.get(round) ?? []), { file, read: one, arrivals, diagnostics }]);
  }
  return groups;
}

/** Where a file goes, and what is written for it. */
interface Placed extends ReceivedFile {
  readonly output: Output | undefined;
  readonly lines: readonly NewLine[];
}

/** The inbox of a round with its ledger, and the names and contents that are taken by now. */
interface Shelf {
  readonly opened: OpenRound;
  readonly folder: string;
  readonly entry: number;
  readonly receipts: ReadonlyMap<string, ReceivedLine>;
  /** Names of files by their content. */
  readonly stored: Map<string, string>;
  readonly names: Set<string>;
}

function openShelf(workspace: Workspace, opened: OpenRound): Shelf {
  const period = opened.round.period.id;
  const { lines } = loadLedger(workspace.folder, period);
  const { files } = loadInbox(workspace.folder, period);
  return {
    opened,
    folder: join(workspace.folder, INBOX_FOLDER, period),
    entry: nextEntry(lines),
    receipts: receiptsByHash(lines),
    stored: new Map(files.map(({ source }) => [source.sha256, source.file])),
    names: new Set(files.map(({ source }) => source.file.toLowerCase())),
  };
}

function freeName(shelf: Shelf, file: string, units: readonly Unit[]): string {
  for (let copy = 1; ; copy++) {
    const name = cleanName(file, units, copy);
    if (!shelf.names.has(name.toLowerCase()) && !existsSync(join(shelf.folder, name))) return name;
  }
}

/** The name of a file that was entered before and lies in the inbox no more, if nobody has taken it. */
function keptName({ names }: Shelf, known: ReceivedLine | undefined): string | undefined {
  return known === undefined || names.has(known.file.toLowerCase()) ? undefined : known.file;
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

function place(shelf: Shelf, { file, read, arrivals, diagnostics }: Judged, request: ReceiveRequest): Placed {
  const { source, bytes } = file;
  const units = unitsOf(arrivals);
  const common = { file: source.file, round: shelf.opened.round, units, isUsable: arrivals.some(isUsable) };
  const receivedOn = request.receivedOn ?? request.asOf;
  const isReport = bytes !== undefined && (read.workbook.value !== undefined || units.length > 0);
  if (!isReport) {
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
  if (known !== undefined && request.receivedOn === undefined) {
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
  return { ...result, state: there === undefined ? 'stored' : 'entered', receivedOn, lines };
}

/** Puts one round's files into its inbox and its ledger, all or none. */
function store(
  workspace: Workspace,
  opened: OpenRound,
  files: readonly Judged[],
  request: ReceiveRequest,
): readonly Placed[] {
  const shelf = openShelf(workspace, opened);
  const seen = new Set<string>();
  const placed = files.map((judged): Placed => {
    const { sha256 } = judged.file.source;
    const isSecond = sha256 !== '' && seen.has(sha256);
    seen.add(sha256);
    const one = place(shelf, judged, request);
    // The same bytes twice in one run: entered once.
    return isSecond && one.state !== 'refused' ? { ...one, state: 'known', output: undefined, lines: [] } : one;
  });
  const lines = placed.flatMap((one) => one.lines);
  const outputs = placed.flatMap(({ output }) => output ?? []);
  const period = opened.round.period.id;
  const text = withLines(ledgerText(workspace.folder, period), lines);
  const ledger = { path: join(workspace.folder, ledgerPath(period)), bytes: new TextEncoder().encode(text) };
  if (outputs.length + lines.length > 0) writeTogether(lines.length === 0 ? outputs : [...outputs, ledger]);
  return placed;
}

/**
 * Receives files (tiếp nhận): copies each into the inbox of its round under a clean name and enters it in the ledger, one line for
 * each unit. The originals stay as they are. Throws a WorkspaceError when nothing could be received.
 */
export async function receiveFiles(
  workspace: Workspace,
  inbox: Inbox,
  request: ReceiveRequest,
  read: FileReader,
): Promise<readonly ReceivedFile[]> {
  return withOutputLock(workspace.folder, async () => {
    const groups = await byRound(workspace, inbox, request, read);
    for (const { round } of groups.keys()) refuseClosed(workspace.folder, round.period.id);
    return [...groups].flatMap(([opened, files]) => store(workspace, opened, files, request));
  });
}
