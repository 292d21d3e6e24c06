import { formatDate } from './date.ts';

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
