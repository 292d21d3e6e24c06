import { addDays, daysBetween, formatDate } from './date.ts';

/** Structurally the model's Due; this folder imports nothing of the project. */
interface DueParts {
  readonly kind: 'before' | 'on';
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** A deadline (hạn nộp): `trước ngày 10/11/2025` or `chậm nhất ngày 09/11/2025`. */
export function formatDue({ kind, date }: DueParts): string {
  return `${kind === 'before' ? 'trước' : 'chậm nhất'} ngày ${formatDate(date)}`;
}

/** The last day on which a report is in time, as `YYYY-MM-DD`: “trước ngày 10/11” ends on 09/11. */
export function lastDay({ kind, date }: DueParts): string {
  return kind === 'before' ? addDays(date, -1) : date;
}

/** Whole days from `asOf` (`YYYY-MM-DD`) to the last day; 0 on that day itself, negative when it has passed. */
export function daysLeft(due: DueParts, asOf: string): number {
  return daysBetween(asOf, lastDay(due));
}

/** `còn 3 ngày`, `ngày 09/11/2025 là ngày cuối cùng` on that day, `đã quá hạn 3 ngày`. */
export function formatDaysLeft(due: DueParts, asOf: string): string {
  const days = daysLeft(due, asOf);
  if (days === 0) return `ngày ${formatDate(asOf)} là ngày cuối cùng`;
  return days > 0 ? `còn ${String(days)} ngày` : `đã quá hạn ${String(-days)} ngày`;
}
