import { reportsByUnit } from '../../model/arrivals.ts';
import { quoteValue } from '../../vi/text.ts';
import { answerWords, changesBetween } from '../changes.ts';
import type { CollectionRule } from '../rule.ts';

/**
 * A value of the report that counts is another one than in the report before it. An info at the new value: resubmitting is what
 * a unit is asked to do, and the question “why did this number change?” must have an answer.
 */
export const valueChanged: CollectionRule = {
  id: 'value-changed',
  severity: 'info',
  scope: 'collection',
  check: (arrivals, round, report) => {
    for (const { standing, replaced } of reportsByUnit(arrivals, round)) {
      const [current, ...others] = standing;
      const [previous] = replaced;
      if (current === undefined || previous === undefined || others.length > 0) continue;
      for (const { name, facts, before, after } of changesBetween(previous, current, round)) {
        const { ref } = after;
        report({
          message: `${name} nay ${answerWords(after)}, báo cáo trước (tệp ${quoteValue(previous.file)}) ${answerWords(before)}`,
          hint: 'Không cần làm gì nếu đơn vị gửi lại để sửa nội dung này; nếu không thì hỏi lại đơn vị',
          location: ref === undefined ? { kind: 'file', file: current.file } : { kind: 'cell', ref },
          related:
            before.ref === undefined ? [] : [{ location: { kind: 'cell', ref: before.ref }, note: 'báo cáo trước' }],
          facts: { unit: current.unit.id, ...facts },
        });
      }
    }
  },
};
