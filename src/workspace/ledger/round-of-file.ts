import type { Arrival } from '../../model/submission.ts';
import { formatDate } from '../../vi/date.ts';
import { quoteValue } from '../../vi/text.ts';
import { closingOf } from '../closing/journal.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Workspace } from '../open-workspace.ts';
import { lastEnded } from '../period-choice.ts';
import { unfinishedRound } from '../rounds-in-play.ts';
import type { RoundSettings } from '../settings.ts';
import { WorkspaceError } from '../workspace-error.ts';

/**
 * The other round that a file may be meant for which does not say its own: one that is still worked on; while the current one still
 * runs, a late report of the round that ended last, if that is not closed. Undefined when there can be no doubt.
 */
export function rivalRound(workspace: Workspace, current: RoundSettings, day: PlainDate): RoundSettings | undefined {
  const unfinished = unfinishedRound(workspace, current, day);
  if (unfinished !== undefined || current.period.to < day) return unfinished;
  const ended = lastEnded(workspace.settings.rounds, day);
  return ended === undefined || closingOf(workspace.folder, ended.period.id) !== undefined ? undefined : ended;
}

/** Whether everything in the file was counted on days of that round, as the reports themselves say. */
export function isCountedIn(arrivals: readonly Arrival[], { period }: RoundSettings): boolean {
  const days = arrivals.flatMap(({ submission }) => submission?.countedOn ?? []);
  const isWithin = (day: PlainDate): boolean => period.from <= day && day <= period.to;
  return days.length > 0 && days.every((answer) => answer.kind === 'value' && isWithin(answer.value));
}

/** That nobody can tell which of the two rounds the file is for. */
export function inDoubt(file: string, current: RoundSettings, other: RoundSettings): WorkspaceError {
  const { id, to } = other.period;
  return new WorkspaceError(
    `Tệp ${quoteValue(file)} không ghi kỳ báo cáo, nên không rõ là của kỳ ${id} (đã hết ngày ${formatDate(to)}, chưa khóa) hay kỳ ${current.period.id}; chưa nhận tệp nào, chạy lại với --period ${id} hoặc --period ${current.period.id}`,
  );
}
