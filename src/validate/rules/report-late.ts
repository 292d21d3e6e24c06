import { isOnTime } from '../../model/period.ts';
import { addDays, daysBetween, formatDate } from '../../vi/date.ts';
import { formatDue } from '../../vi/due.ts';
import { formatInteger } from '../../vi/number.ts';
import type { SubmissionRule } from '../rule.ts';

/**
 * The report's own date misses the deadline (clause II.6 of the campaign). Late is a status, not an error: the figures
 * count and the unit is listed as late. A date that has not come yet is `date-after-cutoff`.
 */
export const reportLate: SubmissionRule = {
  id: 'report-late',
  severity: 'info',
  scope: 'submission',
  check: ({ reportedOn }, { period: { due }, asOf }, report) => {
    if (reportedOn.kind !== 'value' || reportedOn.value > asOf || isOnTime(due, reportedOn.value)) return;
    const lastDay = due.kind === 'before' ? addDays(due.date, -1) : due.date;
    const dayCount = daysBetween(lastDay, reportedOn.value);
    report({
      message: `Báo cáo ghi ngày ${formatDate(reportedOn.value)}, muộn ${formatInteger(dayCount)} ngày so với hạn nộp ${formatDue(due)}`,
      hint: 'Sửa ngày báo cáo nếu ghi nhầm; nếu đúng thì số liệu vẫn được tính và đơn vị được ghi là nộp muộn',
      location: { kind: 'cell', ref: reportedOn.ref },
      facts: { date: reportedOn.value, due: due.date, dayCount },
    });
  },
};
