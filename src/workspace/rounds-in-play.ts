import type { PlainDate } from '../model/plain-date.ts';
import { closingOf, parseJournal } from './closing/journal.ts';
import type { Workspace } from './open-workspace.ts';
import { currentRound, lastDue } from './period-choice.ts';
import type { RoundSettings } from './settings.ts';

/**
 * The round, other than that one, on which work still goes on at that day: one that was opened again; else the one whose deadline passed
 * last, while it is not closed. Rounds before it that nobody ever closed are not worked on. Undefined when there is none.
 */
export function unfinishedRound(
  { folder, settings: { rounds } }: Workspace,
  { period }: RoundSettings,
  day: PlainDate,
): RoundSettings | undefined {
  const others = rounds.filter((round) => round.period.id !== period.id);
  const reopened = others.find(({ period: { id } }) => parseJournal(folder, id).lines.at(-1)?.kind === 'reopened');
  if (reopened !== undefined) return reopened;
  const due = lastDue(rounds, day);
  if (due.some((round) => round.period.id === period.id)) return undefined;
  return due.find((round) => closingOf(folder, round.period.id) === undefined);
}

/** Two rounds either of which may be meant when none is named. */
export interface RoundsInPlay {
  readonly current: RoundSettings;
  readonly unfinished: RoundSettings;
}

/** The two rounds that are worked on at that day; undefined when there is one only, so that it needs no name. */
export function roundsInPlay(workspace: Workspace, day: PlainDate): RoundsInPlay | undefined {
  const current = currentRound(workspace.settings.rounds, day);
  const unfinished = current === undefined ? undefined : unfinishedRound(workspace, current, day);
  return current === undefined || unfinished === undefined ? undefined : { current, unfinished };
}
