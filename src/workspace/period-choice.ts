import { isOnTime } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { addDays, formatDate } from '../vi/date.ts';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import type { RoundSettings } from './settings.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The round of that id. Throws a WorkspaceError that names the rounds there are. */
export function roundOfPeriod(rounds: readonly RoundSettings[], id: string): RoundSettings {
  const found = rounds.find(({ period }) => period.id === id);
  if (found !== undefined) return found;
  const ids = rounds.map(({ period }) => period.id);
  throw new WorkspaceError(
    `Không có kỳ báo cáo ${quoteValue(id)}${didYouMean(id, ids)}; các kỳ trong tkcds.yaml: ${ids.join(', ')}`,
  );
}

/** The last day on which a report of that round is on time, for comparing rounds. */
function lastDay({ period: { due } }: RoundSettings): string {
  return due.kind === 'on' ? due.date : addDays(due.date, -1);
}

/** The entry with the smallest key; of equal ones the one listed first. */
function least(rounds: readonly RoundSettings[], keyOf: (round: RoundSettings) => string): RoundSettings | undefined {
  const [first, ...rest] = rounds;
  if (first === undefined) return undefined;
  return rest.reduce((best, round) => (keyOf(round) < keyOf(best) ? round : best), first);
}

/**
 * The round meant when none is named: of those that have begun on that day and whose reports are still coming in, the one due
 * first; else the one that began last; if none has begun, the first to come. Undefined for no rounds at all.
 */
export function currentRound(rounds: readonly RoundSettings[], asOf: PlainDate): RoundSettings | undefined {
  const begun = rounds.filter(({ period }) => period.from <= asOf);
  const open = begun.filter(({ period }) => isOnTime(period.due, asOf));
  if (open.length > 0) return least(open, lastDay);
  const lastBegun = begun.filter(({ period }) => begun.every((other) => other.period.from <= period.from));
  return lastBegun[0] ?? least(rounds, ({ period }) => period.from);
}

/** Of the rounds that have begun, those whose deadline passed last before that day; several when they were due together. */
export function lastDue(rounds: readonly RoundSettings[], asOf: PlainDate): readonly RoundSettings[] {
  const passed = rounds.filter(({ period }) => period.from <= asOf && !isOnTime(period.due, asOf));
  return passed.filter((round) => passed.every((other) => lastDay(other) <= lastDay(round)));
}

/** The word that asks for the round that ended last, so that a timer need not know its id. */
const PREVIOUS = 'previous';

/** The round that ended last before that day. */
export function lastEnded(rounds: readonly RoundSettings[], asOf: PlainDate): RoundSettings | undefined {
  const ended = rounds.filter(({ period }) => period.to < asOf);
  return ended.find((round) => ended.every((other) => other.period.to <= round.period.to));
}

/** The round that ended last before that day. Throws a WorkspaceError when none has ended. */
function endedRound(rounds: readonly RoundSettings[], asOf: PlainDate): RoundSettings {
  const last = lastEnded(rounds, asOf);
  if (last !== undefined) return last;
  throw new WorkspaceError(
    `Đến ngày ${formatDate(asOf)} chưa có kỳ báo cáo nào kết thúc (--period ${PREVIOUS} là kỳ vừa kết thúc); ghi rõ kỳ hoặc bỏ --period`,
  );
}

/**
 * The round that the command line asks for: by its id, the one that ended last for `previous`, the current one for undefined.
 * Throws a WorkspaceError when there is none.
 */
export function askedRound(
  rounds: readonly RoundSettings[],
  asked: string | undefined,
  asOf: PlainDate,
): RoundSettings {
  const isId = rounds.some(({ period }) => period.id === asked);
  const found = asked === undefined ? currentRound(rounds, asOf) : undefined;
  if (found !== undefined) return found;
  if (asked === undefined) throw new WorkspaceError('Tệp tkcds.yaml chưa có kỳ báo cáo nào');
  return asked === PREVIOUS && !isId ? endedRound(rounds, asOf) : roundOfPeriod(rounds, asked);
}
