import { receivedDay, reportsByUnit } from '../../model/arrivals.ts';
import type { Location } from '../../model/diagnostic.ts';
import { isOnTime, type Due } from '../../model/period.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import type { Submission } from '../../model/submission.ts';
import { addDays, daysBetween, formatDate } from '../../vi/date.ts';
import { formatDue } from '../../vi/due.ts';
import { formatInteger } from '../../vi/number.ts';
import type { CollectionRule } from '../rule.ts';

interface Lateness {
  readonly report: Submission;
  readonly day: PlainDate;
}

/** The first of a unit's reports whose day is known. A correction returned after the deadline does not make the unit late. */
function firstOf(reports: readonly Submission[], round: Round): Lateness | undefined {
  return reports
    .flatMap((report) => {
      const day = receivedDay(report, round);
      return day === undefined ? [] : [{ report, day }];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))[0];
}

function lateWords(day: PlainDate, due: Due): { readonly words: string; readonly dayCount: number } {
  const lastDay = due.kind === 'before' ? addDays(due.date, -1) : due.date;
  const dayCount = daysBetween(lastDay, day);
  return { words: `muộn ${formatInteger(dayCount)} ngày so với hạn nộp ${formatDue(due)}`, dayCount };
}

/**
 * The unit's first report missed the deadline (clause II.6 of the campaign), by the receipt ledger or else by its own date. Late is
 * a status, not an error: the figures count and the unit is listed as late. A date that has not come yet is `date-after-cutoff`.
 */
export const reportLate: CollectionRule = {
  id: 'report-late',
  severity: 'info',
  scope: 'collection',
  check: (arrivals, round, report) => {
    const { due } = round.period;
    for (const { standing, replaced } of reportsByUnit(arrivals, round)) {
      const first = firstOf([...standing, ...replaced], round);
      const [current] = standing;
      if (first === undefined || current === undefined || isOnTime(due, first.day)) continue;
      const { reportedOn, receipt } = first.report;
      const isStated = receipt === undefined && reportedOn.kind === 'value' && standing.includes(first.report);
      const location: Location = isStated
        ? { kind: 'cell', ref: reportedOn.ref }
        : { kind: 'file', file: standing.includes(first.report) ? first.report.file : current.file };
      const { words, dayCount } = lateWords(first.day, due);
      const accepted = round.acceptedLate?.find(({ unit }) => unit === current.unit.id);
      const consequence =
        accepted === undefined
          ? 'số liệu vẫn được tính và đơn vị được ghi là nộp muộn'
          : `số liệu vẫn được tính, xã chấp nhận nộp muộn (${accepted.reason})`;
      report({
        message:
          receipt === undefined
            ? `Báo cáo ghi ngày ${formatDate(first.day)}, ${words}`
            : `Báo cáo nhận ngày ${formatDate(first.day)} theo sổ tiếp nhận, ${words}`,
        hint:
          receipt === undefined
            ? `Sửa ngày báo cáo nếu ghi nhầm; nếu đúng thì ${consequence}`
            : `Ghi lại ngày nhận bằng “tkcds receive” với --received-on nếu ghi nhầm; nếu đúng thì ${consequence}`,
        location,
        facts: { unit: current.unit.id, date: first.day, due: due.date, dayCount },
      });
    }
  },
};
