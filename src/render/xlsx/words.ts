import type { CitedDocument } from '../../model/directive.ts';
import type { Due, ReportingPeriod } from '../../model/period.ts';
import { addDays, formatDate } from '../../vi/date.ts';
import { formatDue } from '../../vi/due.ts';

/** `từ ngày 01/10/2025 đến ngày 31/10/2025` */
export function periodWords({ from, to }: ReportingPeriod): string {
  return `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
}

/** `trước ngày 10/11/2025 (ngày cuối cùng là 09/11/2025)` or `chậm nhất ngày 10/11/2025`. */
export function dueWords(due: Due): string {
  const lastDay = due.kind === 'before' ? ` (ngày cuối cùng là ${formatDate(addDays(due.date, -1))})` : '';
  return formatDue(due) + lastDay;
}

/** `Công văn số 1780/SKHCN-BCVT&CĐS ngày 01/10/2025 của …`; what is not known yet is left as dots. */
export function citation({ type, number, symbol, issuedOn, issuer }: CitedDocument): string {
  const day = issuedOn === undefined ? '' : ` ngày ${formatDate(issuedOn)}`;
  return `${type} số ${number ?? '……'}/${symbol}${day} của ${issuer}`;
}
