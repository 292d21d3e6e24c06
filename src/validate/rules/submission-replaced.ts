import { receivedDay, reportsByUnit } from '../../model/arrivals.ts';
import type { Round } from '../../model/round.ts';
import type { Submission } from '../../model/submission.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import { changesBetween } from '../changes.ts';
import type { CollectionRule } from '../rule.ts';

/** `tệp “TH01.xlsx” nhận ngày 05/11/2025`, or `… ghi ngày …` when only the report itself says when it came. */
function cameWords(report: Submission, round: Round): string {
  const { file, part, receipt } = report;
  const day = receivedDay(report, round);
  const place = part === '' ? `tệp ${quoteValue(file)}` : `${part} của tệp ${quoteValue(file)}`;
  if (day === undefined) return place;
  return `${place} ${receipt === undefined ? 'ghi ngày' : 'nhận ngày'} ${formatDate(day)}`;
}

/**
 * The unit sent a later report, which takes this one's place. An info at every earlier report: it is kept, its figures do not count,
 * and what was wrong in it is not reported any more. Each value that differs is `value-changed`.
 */
export const submissionReplaced: CollectionRule = {
  id: 'submission-replaced',
  severity: 'info',
  scope: 'collection',
  check: (arrivals, round, report) => {
    for (const { standing, replaced } of reportsByUnit(arrivals, round)) {
      const [current, ...others] = standing;
      if (current === undefined || others.length > 0) continue;
      for (const earlier of replaced) {
        const count = changesBetween(earlier, current, round).length;
        const changed = count === 0 ? 'không nội dung nào thay đổi' : `${formatInteger(count)} nội dung thay đổi`;
        report({
          message: `Báo cáo này của ${current.unit.name} (${cameWords(earlier, round)}) được thay bằng ${cameWords(current, round)}, ${changed}`,
          hint: 'Không cần làm gì nếu đơn vị gửi lại để sửa; nếu thứ tự chưa đúng, ghi lại ngày nhận bằng “tkcds receive <tệp> --received-on <ngày>”',
          location: { kind: 'file', file: earlier.file },
          related: [{ location: { kind: 'file', file: current.file }, note: 'báo cáo được tính' }],
          facts: { unit: current.unit.id, changeCount: count },
        });
      }
    }
  },
};
