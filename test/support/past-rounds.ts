import type { Directive } from '../../src/model/directive.ts';
import type { History, PastCount, PrecedingRound } from '../../src/model/history.ts';
import { day } from './small-commune.ts';

/** What the table of earlier rounds on a rule page says: `2025-09`, `TH01`, `CT02`, `700`. */
export type PastRow = readonly string[];

/** The earlier rounds of such a table, in its order; each is a calendar month. */
export function pastRounds(rows: readonly PastRow[], { indicators }: Directive): History {
  const periods = [...new Set(rows.map(([period = '']) => period))];
  return periods.map((id) => {
    const counts = new Map<string, Map<string, PastCount>>();
    for (const [period, unit = '', code, number = ''] of rows) {
      const indicator = indicators.find((one) => one.code === code)?.id;
      if (period !== id || indicator === undefined) continue;
      const file = `nop/${id}/${unit}.xlsx`;
      const value = Number(number.replaceAll('.', ''));
      const own = counts.get(unit) ?? new Map<string, PastCount>();
      own.set(indicator, { value, cells: [{ file, sheet: 'Chỉ tiêu', address: 'D9' }] });
      counts.set(unit, own);
    }
    const period = { id, from: day(`${id}-01`), to: day(`${id}-28`) };
    return { period, file: `luu/${id}/khoa-1.json`, isClosed: true, counts };
  });
}

/** The last of these rounds, which is closed. */
export function lastOf(history: History): { readonly preceding?: PrecedingRound } {
  const closed = history.at(-1);
  return closed === undefined ? {} : { preceding: { id: closed.period.id, closed } };
}
