import type { Round } from '../model/round.ts';
import { formatDate } from '../vi/date.ts';
import { formatDue } from '../vi/due.ts';
import type { OpenRound } from '../workspace/open-round.ts';
import type { JsonObject } from '../pipeline.ts';

/** The round in one line for stderr; says how to choose another when the program chose it. */
export function roundNotice({ round, isNamed }: OpenRound): string {
  const { id, from, to, due } = round.period;
  const words = `Kỳ ${id} (${formatDate(from)}–${formatDate(to)}, nộp ${formatDue(due)}), chốt số liệu ngày ${formatDate(round.asOf)}`;
  return isNamed ? words : `${words}; chọn kỳ khác bằng --period`;
}

/** The round in JSON. */
export function roundJson({ directive, period, asOf }: Round): JsonObject {
  const { id, from, to, due } = period;
  return {
    period: id,
    from,
    to,
    due: { kind: due.kind, date: due.date },
    asOf,
    directive: { id: directive.id, version: directive.version },
  };
}
