import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import { grouped } from '../model/grouped.ts';
import { formatDate } from '../vi/date.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import type { GatheredRound } from './gather.ts';
import { ROLLUP_PERIOD_DIFFERS } from './problems.ts';

function daysOf({ period: { from, to } }: GatheredRound): string {
  return `${formatDate(from)}–${formatDate(to)}`;
}

function finding(folder: string, message: string, hint: string): Diagnostic {
  return diagnosticOf(ROLLUP_PERIOD_DIFFERS, { message, hint, location: { kind: 'file', file: folder } });
}

function senders({ communes }: GatheredRound): ReadonlySet<string> {
  return new Set(communes.filter(({ files }) => files.length > 0).map(({ commune }) => commune.name));
}

/** Whether no commune sent something for two of the rounds: then they are likely one round under several names. */
function areDisjoint(rounds: readonly GatheredRound[]): boolean {
  const all = rounds.flatMap((round) => [...senders(round)]);
  return new Set(all).size === all.length;
}

/** Rounds that may be meant to be one, but are kept apart: the same id with other days, or the same days under another id. */
export function periodFindings(rounds: readonly GatheredRound[], folder: string): readonly Diagnostic[] {
  const sameId = [...grouped(rounds, ({ period }) => period.id)].filter(([, same]) => same.length > 1);
  const sameDays = [...grouped(rounds, daysOf)].filter(([, same]) => same.length > 1 && areDisjoint(same));
  return [
    ...sameId.map(([id, same]) =>
      finding(
        folder,
        `Kỳ ${id} có ngày khác nhau ở các xã nên được tổng hợp riêng: ${same.map(daysOf).join('; ')}`,
        'Thống nhất ngày đầu, ngày cuối của kỳ (rounds trong tkcds.yaml của xã), rồi đề nghị xã lập lại báo cáo',
      ),
    ),
    ...sameDays.map(([days, same]) =>
      finding(
        folder,
        `Các kỳ ${joinWords(same.map(({ period }) => quoteValue(period.id)))} cùng thời gian ${days} nhưng khác mã nên được tổng hợp riêng`,
        'Thống nhất mã kỳ (rounds trong tkcds.yaml của xã) nếu đây là cùng một kỳ, rồi đề nghị xã lập lại báo cáo',
      ),
    ),
  ];
}
