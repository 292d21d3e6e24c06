import { EARLIEST_COUNT_DAYS, type ReportingPeriod } from '../model/period.ts';
import { addDays } from '../vi/date.ts';

/** The first day, as `YYYY-MM-DD`, that the counts of the period can sensibly refer to. */
export function earliestCountDate({ from }: ReportingPeriod): string {
  return addDays(from, -EARLIEST_COUNT_DAYS);
}
