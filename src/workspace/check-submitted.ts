import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import type { Arrival, FormStamp } from '../model/submission.ts';
import { checkParsed, parseFile, readFormStamp, type CheckedRound } from '../pipeline.ts';
import type { Inbox } from './inbox.ts';
import { takeArrived, type FileReader } from './read-files.ts';
import { roundOfStamp, shippedRound } from './lone-round.ts';
import type { RoundRequest } from './open-round.ts';
import type { Workspace } from './open-workspace.ts';

/** Files that were checked against one round. */
export interface SubmittedGroup {
  readonly round: Round;
  readonly checked: CheckedRound;
}

/** Files judged each by itself and together, against the round their forms belong to. */
export interface CheckedSubmissions {
  readonly groups: readonly SubmittedGroup[];
  /** Findings on the commune's own files and on folders that could not be opened. */
  readonly diagnostics: readonly Diagnostic[];
  /** Usable files without usable marks, checked against the current round. */
  readonly unmarked: readonly string[];
}

interface Assigned {
  readonly round: Round;
  readonly isMarked: boolean;
}

/** Chooses the round of a file by its hidden marks. */
type Assign = (stamp: FormStamp | undefined) => Promise<Assigned>;

/** Chooses rounds and gives the same object for the same round, so that files can be put together. */
function withoutWorkspace(asOf: RoundRequest['asOf']): Assign {
  const known = new Map<string, Assigned>();
  return async (stamp) => {
    const round = stamp === undefined ? undefined : await roundOfStamp(stamp, asOf);
    const key = round === undefined ? '' : JSON.stringify([round.directive.id, round.period]);
    const assigned = known.get(key) ?? { round: round ?? (await shippedRound(asOf)), isMarked: round !== undefined };
    known.set(key, assigned);
    return assigned;
  };
}

function inWorkspace(
  workspace: Workspace,
  request: RoundRequest,
  found: Map<string, Diagnostic>,
  read: FileReader,
): Assign {
  const known = new Map<string, Round>();
  const byMarks = withoutWorkspace(request.asOf);
  const open = async (period: string | undefined): Promise<Round> => {
    const key = period ?? '';
    const before = known.get(key);
    if (before !== undefined) return before;
    const { openRound } = await import('./open-round.ts');
    const opened = await openRound(workspace, { ...request, period }, read, 'may-be-empty');
    for (const diagnostic of opened.diagnostics) found.set(JSON.stringify(diagnostic), diagnostic); // two rounds share files
    known.set(key, opened.round);
    return opened.round;
  };
  const { rounds } = workspace.settings;
  return async (stamp) => {
    if (request.period !== undefined) return { round: await open(request.period), isMarked: true };
    const own = rounds.find(({ period, directive }) => period.id === stamp?.period && directive === stamp.directive);
    const round = await open(own?.period.id);
    // With a register still blank the workspace says nothing of the file that its own marks do not.
    const isKnown = own !== undefined || stamp === undefined || round.units.length > 0;
    return isKnown ? { round, isMarked: stamp !== undefined } : byMarks(stamp);
  };
}

/**
 * Checks files that were named on the command line. In a workspace the round is the one asked for, else that of the form's
 * hidden marks if the settings have it, else the current one; without a workspace, or with one whose register is blank, the
 * marks alone decide.
 */
export async function checkSubmitted(
  inbox: Inbox,
  workspace: Workspace | undefined,
  request: RoundRequest,
  read: FileReader,
): Promise<CheckedSubmissions> {
  const found = new Map(inbox.diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  const assign: Assign =
    workspace === undefined ? withoutWorkspace(request.asOf) : inWorkspace(workspace, request, found, read);
  const groups = new Map<Round, Outcome<readonly Arrival[]>[]>();
  const unmarked: string[] = [];
  await takeArrived(read, { files: inbox.files, total: inbox.files.length }, async (file) => {
    const { round, isMarked } = await assign(readFormStamp(file));
    if (!isMarked) unmarked.push(file.source.file);
    const own = groups.get(round) ?? [];
    groups.set(round, own);
    own.push(parseFile(file, round));
  });
  const checked = [...groups].map(([round, parsed]) => ({ round, checked: checkParsed(parsed, round, 'files') }));
  const usable = checked.flatMap(({ checked: { arrivals } }) => arrivals.filter(({ submission }) => submission));
  const usableFiles = new Set(usable.map(({ source }) => source.file));
  return {
    groups: checked,
    diagnostics: [...found.values()],
    unmarked: unmarked.filter((file) => usableFiles.has(file)),
  };
}
