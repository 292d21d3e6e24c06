import type { PlainDate } from '../model/plain-date.ts';
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

/**
 * The round meant when none is named: the latest that has begun on that day; if none has begun, the first to come.
 * Of two that begin together the one listed first. Undefined for no rounds at all.
 */
export function currentRound(rounds: readonly RoundSettings[], asOf: PlainDate): RoundSettings | undefined {
  const begun = rounds.filter(({ period }) => period.from <= asOf);
  const [first, ...rest] = begun.length > 0 ? begun : rounds;
  if (first === undefined) return undefined;
  const isBetter = (candidate: RoundSettings, best: RoundSettings): boolean =>
    begun.length > 0 ? candidate.period.from > best.period.from : candidate.period.from < best.period.from;
  return rest.reduce((best, candidate) => (isBetter(candidate, best) ? candidate : best), first);
}
