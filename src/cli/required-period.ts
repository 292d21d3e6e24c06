import { formatDue } from '../vi/due.ts';
import type { OpenRound } from '../workspace/open-round.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { roundsInPlay, type RoundsInPlay } from '../workspace/rounds-in-play.ts';
import type { GlobalOptions, Request } from './command.ts';
import { UsageError } from './usage-error.ts';

function inDoubt({ current: { period }, unfinished: { period: other } }: RoundsInPlay): UsageError {
  return new UsageError(
    `Chưa rõ làm cho kỳ nào nên chưa ghi gì: kỳ ${other.id} (nộp ${formatDue(other.due)}) chưa khóa, kỳ ${period.id} (nộp ${formatDue(period.due)}) đã bắt đầu; ghi thêm --period ${other.id} hoặc --period ${period.id}, hoặc khóa kỳ ${other.id} trước: tkcds close --period ${other.id}`,
  );
}

/** Throws a UsageError that names both when no round is named and two are worked on: nothing may be written into the wrong one by chance. */
export function requirePeriod(workspace: Workspace, { period, asOf }: GlobalOptions): void {
  const inPlay = period === undefined ? roundsInPlay(workspace, asOf) : undefined;
  if (inPlay !== undefined) throw inDoubt(inPlay);
}

/** The same for what is written for every round of a directive: only two rounds of different directives leave a doubt. */
export function requireDirective(workspace: Workspace, { period, asOf }: GlobalOptions): void {
  const inPlay = period === undefined ? roundsInPlay(workspace, asOf) : undefined;
  if (inPlay !== undefined && inPlay.current.directive !== inPlay.unfinished.directive) throw inDoubt(inPlay);
}

/** What a command that is printed for copying needs behind it to mean this round: ` --period 2025-10`, or nothing. */
export function periodWords({ globals: { period, asOf } }: Request, { workspace, round }: OpenRound): string {
  const isNeeded = period !== undefined || roundsInPlay(workspace, asOf) !== undefined;
  return isNeeded ? ` --period ${round.period.id}` : '';
}
