import type { CitedDocument, CountUnit } from '../../model/directive.ts';
import type { Due, ReportingPeriod } from '../../model/period.ts';
import { addDays, formatDate } from '../../vi/date.ts';

/** `từ ngày 01/10/2025 đến ngày 31/10/2025` */
export function periodWords({ from, to }: ReportingPeriod): string {
  return `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
}

/** `trước ngày 10/11/2025 (ngày cuối cùng là 09/11/2025)` or `chậm nhất ngày 10/11/2025`. */
export function dueWords({ kind, date }: Due): string {
  switch (kind) {
    case 'before':
      return `trước ngày ${formatDate(date)} (ngày cuối cùng là ${formatDate(addDays(date, -1))})`;
    case 'on':
      return `chậm nhất ngày ${formatDate(date)}`;
  }
}

/** `Công văn số 1780/SKHCN-BCVT&CĐS ngày 01/10/2025 của …`; what is not known yet is left as dots. */
export function citation({ type, number, symbol, issuedOn, issuer }: CitedDocument): string {
  const day = issuedOn === undefined ? '' : ` ngày ${formatDate(issuedOn)}`;
  return `${type} số ${number ?? '……'}/${symbol}${day} của ${issuer}`;
}

/** The unit of count for the form's column (đơn vị tính). */
export function countWord(counts: CountUnit): string {
  switch (counts) {
    case 'person':
      return 'người';
    case 'turn':
      return 'lượt';
    case 'household':
      return 'hộ';
    case 'item':
      return 'tin, bài';
    case 'session':
      return 'buổi';
    case 'event':
      return 'hoạt động';
    case 'percent':
      return '%';
  }
}
