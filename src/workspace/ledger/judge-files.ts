import type { PlainDate } from '../../model/plain-date.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Arrival } from '../../model/submission.ts';
import type { Unit } from '../../model/unit.ts';
import { checkFiles, readFormStamp, type InboxFile, type ReadFile } from '../../pipeline.ts';
import type { Inbox } from '../inbox.ts';
import { openRound, type OpenRound } from '../open-round.ts';
import type { Workspace } from '../open-workspace.ts';
import { askedRound } from '../period-choice.ts';
import { readArrived, type FileReader } from '../read-files.ts';
import type { RoundSettings } from '../settings.ts';
import { inDoubt, isCountedIn, rivalRound } from './round-of-file.ts';

/** For which round, and on which day, files are received. */
export interface JudgeRequest {
  /** The period's id; undefined: the one the form was made for, else the one whose reports were coming in that day. */
  readonly period: string | undefined;
  readonly asOf: PlainDate;
  /** The day they came, when the clerk says so; else `asOf`. Given, it is entered also for a file that is in the ledger already. */
  readonly receivedOn: PlainDate | undefined;
}

/** A file with what was understood of it in its round, and what is wrong. */
export interface JudgedFile {
  readonly file: InboxFile;
  readonly read: ReadFile;
  readonly arrivals: readonly Arrival[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The units whose reports it holds. */
export function unitsOf(arrivals: readonly Arrival[]): readonly Unit[] {
  return [...new Map(arrivals.flatMap(({ unit }) => (unit === undefined ? [] : [[unit.id, unit] as const]))).values()];
}

/** Whether it is a spreadsheet, or at least the file of a unit; anything else is not received. */
export function isReport({ file, read, arrivals }: JudgedFile): boolean {
  return file.bytes !== undefined && (read.workbook.value !== undefined || unitsOf(arrivals).length > 0);
}

/** Whether the report can count. */
export function isUsable({ submission, isRefused }: Arrival): boolean {
  return submission !== undefined && isRefused !== true;
}

/**
 * Judges each file in its round: the one asked for, else that of the form's marks if the settings have it, else the one whose reports
 * came in on that day. Throws a WorkspaceError when a file without marks may as well be for another round.
 */
export async function judgeFiles(
  workspace: Workspace,
  inbox: Inbox,
  request: JudgeRequest,
  read: FileReader,
): Promise<ReadonlyMap<OpenRound, readonly JudgedFile[]>> {
  const { rounds } = workspace.settings;
  const day = request.receivedOn ?? request.asOf;
  // By the id of the round: a form and a file without marks that came for one round belong into one entry of its ledger.
  const opened = new Map<string, OpenRound>();
  const judge = async (
    { period: { id } }: RoundSettings,
    file: InboxFile,
    one: ReadFile,
  ): Promise<[OpenRound, JudgedFile]> => {
    const round = opened.get(id) ?? (await openRound(workspace, { period: id, asOf: request.asOf }, read));
    opened.set(id, round);
    return [round, { file, read: one, ...checkFiles([one], round.round, 'files') }];
  };
  const groups = new Map<OpenRound, readonly JudgedFile[]>();
  for (const [index, one] of (await readArrived(read, inbox.files)).entries()) {
    const file = inbox.files[index];
    if (file === undefined) continue;
    const stamp = readFormStamp(one);
    const own = rounds.find(({ period, directive }) => period.id === stamp?.period && directive === stamp.directive);
    const asked = request.period ?? own?.period.id;
    const current = askedRound(rounds, asked, asked === undefined ? day : request.asOf);
    let [round, judged] = await judge(current, file, one);
    const rival = asked === undefined && stamp === undefined ? rivalRound(workspace, current, day) : undefined;
    const isClear = current.period.to < day && isCountedIn(judged.arrivals, current);
    if (rival !== undefined && !isClear && isReport(judged)) {
      if (!isCountedIn(judged.arrivals, rival)) throw inDoubt(file.source.file, current, rival);
      [round, judged] = await judge(rival, file, one);
    }
    groups.set(round, [...(groups.get(round) ?? []), judged]);
  }
  return groups;
}
