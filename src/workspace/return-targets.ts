import { realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownerFunction, reportsByUnit } from '../model/arrivals.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import { joinWords, normalizeText, quoteValue } from '../vi/text.ts';
import { checkSubmitted } from './check-submitted.ts';
import { INBOX_FOLDER, listInbox, loadFile } from './inbox.ts';
import { judgeRound, type JudgedRound } from './judge-round.ts';
import type { OpenRound } from './open-round.ts';
import { isThere } from './presence.ts';
import type { FileReader } from './read-files.ts';
import type { InboxFile } from '../pipeline.ts';
import { loadSubmitted } from './submitted-files.ts';
import { unitTyped } from './unit-typed.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A report that goes back to its unit. */
export interface ReturnTarget {
  readonly round: Round;
  readonly unit: Unit;
  readonly arrival: Arrival;
  /** The file as it came. */
  readonly file: InboxFile;
  /** What was found about this report, but for what the commune has accepted. */
  readonly findings: readonly Diagnostic[];
}

/** Which reports are to go back; units whose files contradict one another are left to the commune. */
export interface ReturnTargets {
  readonly targets: readonly ReturnTarget[];
  readonly conflicting: readonly Unit[];
}

/** What arrived, with what was found about it. */
interface Judged {
  readonly round: Round;
  readonly arrivals: readonly Arrival[];
  readonly diagnostics: readonly Diagnostic[];
  readonly fileOf: (name: string) => InboxFile;
}

function targetOf({ round, arrivals, diagnostics, fileOf }: Judged, unit: Unit, arrival: Arrival): ReturnTarget {
  const ownersOf = ownerFunction(arrivals);
  const findings = diagnostics.filter((diagnostic) => ownersOf(diagnostic).includes(arrival));
  return { round, unit, arrival, file: fileOf(arrival.source.file), findings };
}

function fileNames(arrivals: readonly { readonly file: string }[]): string {
  return joinWords(arrivals.map(({ file }) => quoteValue(file)));
}

/** The reports of a unit that count or contradict one another, or the files that cannot be used when there is nothing else. */
function reportsOf({ round, arrivals }: Judged, unit: Unit): readonly Arrival[] {
  const own = arrivals.filter((arrival) => arrival.unit?.id === unit.id);
  const [reports] = reportsByUnit(own, round);
  if (reports === undefined) return own;
  return own.filter(({ submission }) => reports.standing.some((one) => one === submission));
}

function refuseSeveral(unit: Unit, reports: readonly Arrival[]): never {
  const names = fileNames(reports.map(({ source }) => source));
  throw new WorkspaceError(
    `${unit.name} (${unit.id}) gửi nhiều tệp khác nhau: ${names}; ghi tên tệp cần trả lại, ví dụ: tkcds return "${reports[0]?.source.file ?? ''}"`,
  );
}

function ofUnit(judged: Judged, typed: string): ReturnTargets {
  const unit = unitTyped(typed, judged.round);
  const reports = reportsOf(judged, unit);
  const [report, ...others] = reports;
  if (report === undefined) {
    throw new WorkspaceError(
      `${unit.name} (${unit.id}) chưa gửi báo cáo nào trong kỳ ${judged.round.period.id} nên không có gì để trả lại; đôn đốc bằng “tkcds remind”`,
    );
  }
  if (others.length > 0) refuseSeveral(unit, reports);
  return { targets: [targetOf(judged, unit, report)], conflicting: [] };
}

function ofAll(judged: Judged): ReturnTargets {
  const reports = judged.round.units.map((unit) => ({ unit, own: reportsOf(judged, unit) }));
  return {
    targets: reports.flatMap(({ unit, own: [report, ...others] }) =>
      report === undefined || others.length > 0 ? [] : [targetOf(judged, unit, report)],
    ),
    conflicting: reports.filter(({ own }) => own.length > 1).map(({ unit }) => unit),
  };
}

function ofFile(judged: Judged, file: string): ReturnTargets {
  const targets = judged.arrivals
    .filter(({ source }) => source.file === file)
    .flatMap((arrival) => (arrival.unit === undefined ? [] : [targetOf(judged, arrival.unit, arrival)]));
  if (targets.length > 0) return { targets, conflicting: [] };
  throw new WorkspaceError(
    `Không biết tệp ${quoteValue(file)} là của đơn vị nào nên chưa trả lại được; xem bằng “tkcds validate”, rồi ghi mã đơn vị vào tên tệp hoặc xác nhận tên bằng “tkcds confirm”`,
  );
}

function judgedInbox({ workspace, round }: OpenRound, { checked, model }: JudgedRound): Judged {
  const accepted = new Set(model.accepted.map(({ diagnostic }) => diagnostic));
  const paths = new Map(listInbox(workspace.folder, round.period.id).files.map(({ file, path }) => [file, path]));
  return {
    round,
    arrivals: checked.arrivals,
    diagnostics: checked.diagnostics.filter((diagnostic) => !accepted.has(diagnostic)),
    fileOf: (name) => loadFile(paths.get(name) ?? name, name),
  };
}

/** The file that was named: where it lies, and what the inbox calls it if it lies there. */
interface NamedFile {
  readonly path: string;
  readonly inInbox: string | undefined;
}

function namedFile({ workspace, round }: OpenRound, typed: string, cwd: string): NamedFile | undefined {
  const inbox = join(workspace.folder, INBOX_FOLDER, round.period.id);
  const path = [resolve(cwd, typed), resolve(inbox, typed)].find((one) => isThere(one) && statSync(one).isFile());
  const listed = listInbox(workspace.folder, round.period.id).files;
  const shown = listed.find(({ file }) => file === normalizeText(typed));
  const found = path ?? shown?.path;
  if (found === undefined) return undefined;
  const real = realpathSync(found);
  return { path: found, inInbox: listed.find((one) => realpathSync(one.path) === real)?.file };
}

/** A file that lies elsewhere than in the inbox, judged by itself. */
async function ofLoneFile(opened: OpenRound, path: string, read: FileReader): Promise<ReturnTargets> {
  const inbox = loadSubmitted([path], '/');
  const { period, asOf } = opened.round;
  const request = { period: opened.isNamed ? period.id : undefined, asOf };
  const { groups } = await checkSubmitted(inbox, opened.workspace, request, read);
  const [group] = groups;
  const [file] = inbox.files;
  if (group === undefined || file === undefined) throw new WorkspaceError(`Không đọc được tệp “${path}”`);
  const { arrivals, diagnostics } = group.checked;
  return ofFile({ round: group.round, arrivals, diagnostics, fileOf: () => file }, file.source.file);
}

/** What the user typed: a unit, a file, or neither for all. */
export interface ReturnRequest {
  readonly typed: string | undefined;
  readonly cwd: string;
}

/**
 * The reports that are meant. Throws a WorkspaceError with the way out when nothing came from the unit, when several of its files
 * contradict one another, and when nobody knows whose file it is.
 */
export async function returnTargets(
  opened: OpenRound,
  { typed, cwd }: ReturnRequest,
  read: FileReader,
): Promise<ReturnTargets> {
  const isCode = opened.round.units.some(({ id }) => id.toLowerCase() === typed?.toLowerCase());
  const named = typed === undefined || isCode ? undefined : namedFile(opened, typed, cwd);
  if (named !== undefined && named.inInbox === undefined) return ofLoneFile(opened, named.path, read);
  const judged = judgedInbox(opened, await judgeRound(opened, read));
  if (named?.inInbox !== undefined) return ofFile(judged, named.inInbox);
  return typed === undefined ? ofAll(judged) : ofUnit(judged, typed);
}
