import type { ReceiptStatus } from '../model/report.ts';
import type { Round } from '../model/round.ts';
import { formatDate } from '../vi/date.ts';
import { formatDue } from '../vi/due.ts';
import type { OpenRound } from '../workspace/open-round.ts';
import type { JsonObject } from '../pipeline.ts';

/** What became of a unit's report, as the commune says it. */
export const STATUS_WORDS: Readonly<Record<ReceiptStatus, string>> = {
  'on-time': 'đúng hạn',
  late: 'nộp muộn',
  undated: 'không rõ ngày',
  missing: 'chưa nộp',
  'not-due': 'chưa đến hạn',
  unusable: 'chưa sử dụng được',
  'not-expected': 'không bắt buộc',
};

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
