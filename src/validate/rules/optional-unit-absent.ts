import { absentees } from '../absence.ts';
import type { CollectionRule } from '../rule.ts';

/**
 * A unit that the directive addresses without giving it a task sent nothing until the deadline. An info: it owes nothing and
 * is in no rate; the report says so.
 */
export const optionalUnitAbsent: CollectionRule = {
  id: 'optional-unit-absent',
  severity: 'info',
  scope: 'round',
  check: (arrivals, round, report) => {
    for (const { unit, unitType } of absentees(arrivals, round)) {
      if (unitType.mustReport) continue;
      report({
        message: `${unit.name} không gửi báo cáo, ${unitType.plural} không bắt buộc báo cáo nên không tính vào tỷ lệ`,
        hint: 'Mời đơn vị gửi báo cáo nếu xã cần số liệu để tham khảo',
        location: { kind: 'unit', unit: unit.id, name: unit.name },
        facts: { unit: unit.id },
      });
    }
  },
};
