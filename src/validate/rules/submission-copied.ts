import { quoteValue } from '../../vi/text.ts';
import { grouped, understood } from '../collections.ts';
import type { CollectionRule } from '../rule.ts';

/**
 * The same file arrived twice under different names. An info at every copy but the first by name: nothing is wrong with the
 * figures, they count once. Equal means byte for byte, by SHA-256.
 */
export const submissionCopied: CollectionRule = {
  id: 'submission-copied',
  severity: 'info',
  scope: 'collection',
  check: (arrivals, _round, report) => {
    const identical = grouped(understood(arrivals), ({ unit, sha256 }) => JSON.stringify([unit.id, sha256]));
    for (const [original, ...copies] of identical.values()) {
      const name = quoteValue(original.file);
      for (const { file, unit } of copies) {
        report({
          message: `Tệp này giống hệt tệp ${name}, số liệu chỉ được tính một lần`,
          hint: 'Giữ lại một tệp, chuyển các bản sao ra khỏi thư mục nhận báo cáo',
          location: { kind: 'file', file },
          related: [{ location: { kind: 'file', file: original.file }, note: 'tệp giống hệt' }],
          facts: { unit: unit.id },
        });
      }
    }
  },
};
