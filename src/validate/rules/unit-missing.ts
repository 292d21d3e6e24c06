import { formatDue } from '../../vi/due.ts';
import { absentees } from '../absence.ts';
import type { CollectionRule } from '../rule.ts';

/**
 * A unit that must report sent nothing, and the deadline has passed (clause II.6 of the campaign). An error: the directive
 * requires the report.
 */
export const unitMissing: CollectionRule = {
  id: 'unit-missing',
  severity: 'error',
  scope: 'round',
  check: (arrivals, round, report) => {
    const { due, id: period } = round.period;
    for (const { unit, unitType } of absentees(arrivals, round)) {
      if (!unitType.mustReport) continue;
      report({
        message: `${unit.name} chưa nộp báo cáo, hạn nộp là ${formatDue(due)}`,
        hint: `Đôn đốc đơn vị nộp báo cáo; nếu đã nhận được tệp thì đặt vào thư mục nhận báo cáo của kỳ ${period}`,
        location: { kind: 'unit', unit: unit.id, name: unit.name },
        facts: { unit: unit.id, due: due.date },
      });
    }
  },
};
