import type { PlainDate } from './plain-date.ts';

/**
 * When reports are due. `before` is exclusive (“trước ngày 10/11” ends on 09/11), `on` is inclusive (“chậm nhất ngày”).
 * A report received on a day is on time when `isOnTime` says so; nothing else compares deadlines.
 */
export type Due =
  { readonly kind: 'before'; readonly date: PlainDate } | { readonly kind: 'on'; readonly date: PlainDate };

/** One reporting period (kỳ báo cáo): activities from `from` to `to`, both inclusive, reports due by `due`. */
export interface ReportingPeriod {
  /** For people and folders: `2025-10`. */
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly due: Due;
}

/**
 * How many days before the period its counts may refer to: a month. The sums are cumulative, so that figures of the last
 * monthly count may still be handed in for the next round; an earlier day is a slip of the pen.
 */
export const EARLIEST_COUNT_DAYS = 31;

/** Whether a report of that day meets the deadline. */
export function isOnTime(due: Due, day: PlainDate): boolean {
  return due.kind === 'before' ? day < due.date : day <= due.date;
}
