import type { Form, Indicator, Task, TaskColumnId, TaskStatus } from '../model/directive.ts';
import type { Answer } from '../model/located.ts';
import type { Unit } from '../model/unit.ts';
import { formatDate } from '../vi/date.ts';
import { quoteValue } from '../vi/text.ts';

/** `CT01 “Số người từ đủ 18 tuổi trở lên”` */
export function indicatorName({ code, title }: Indicator): string {
  return `${code} “${title}”`;
}

const TITLE_LENGTH = 60;

/** The beginning of a title, cut between two words; without its own quotation marks, which would stand inside others. */
function shortTitle(title: string): string {
  const words = title.replace(/[“”"]/gu, '').split(' ');
  const fitting = words.filter((_word, index) => words.slice(0, index + 1).join(' ').length <= TITLE_LENGTH);
  if (fitting.length === words.length) return words.join(' ');
  return `${fitting.join(' ').replace(/[\s.,;:(–-]+$/u, '')}…`;
}

/** `nhiệm vụ II.3-1 “Phối hợp triển khai …”` */
export function taskName({ id, title }: Task): string {
  return `nhiệm vụ ${id} “${shortTitle(title)}”`;
}

/** `“Kết quả thực hiện”`: the column as the form calls it. */
export function columnLabel({ taskColumns }: Form, id: TaskColumnId): string {
  return `“${taskColumns.find((column) => column.id === id)?.heading ?? id}”`;
}

/** `“Đã hoàn thành”`: the status as the form calls it. */
export function statusLabel({ statuses }: Form, id: TaskStatus): string {
  return `“${statuses.find((status) => status.id === id)?.label ?? id}”`;
}

/** `để trống` or `chỉ có dấu gạch`: two different things to the one who wrote it. */
export function absentWords({ mark }: Extract<Answer<unknown>, { kind: 'absent' }>): string {
  return mark === 'dash' ? 'chỉ có dấu gạch' : 'để trống';
}

/** ` (nguồn “Công an xã”, ngày 30/09/2025)`: where the register's number of adults comes from; '' when it does not say. */
export function adultsOrigin({ adultsSource, adultsAsOf }: Unit): string {
  const parts = [
    ...(adultsSource === '' ? [] : [`nguồn ${quoteValue(adultsSource)}`]),
    ...(adultsAsOf === undefined ? [] : [`ngày ${formatDate(adultsAsOf)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
