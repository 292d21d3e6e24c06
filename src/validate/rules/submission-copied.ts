import { reportsByUnit } from '../../model/arrivals.ts';
import { quoteValue } from '../../vi/text.ts';
import type { CollectionRule } from '../rule.ts';

/**
 * The same file arrived twice under different names. An info at every copy but the first by name: nothing is wrong with the
 * figures, they count once. Equal means byte for byte, by SHA-256.
 */
export const submissionCopied: CollectionRule = {
  id: 'submission-copied',
  severity: 'info',
  scope: 'collection',
  check: (arrivals, round, report) => {
    for (const { copy, original } of reportsByUnit(arrivals, round).flatMap(({ copies }) => copies)) {
      report({
        message: `Tệp này giống hệt tệp ${quoteValue(original.file)}, số liệu chỉ được tính một lần`,
        hint: 'Giữ lại một tệp, chuyển các bản sao ra khỏi thư mục nhận báo cáo',
        location: { kind: 'file', file: copy.file },
        related: [{ location: { kind: 'file', file: original.file }, note: 'tệp giống hệt' }],
        facts: { unit: copy.unit.id },
      });
    }
  },
};
