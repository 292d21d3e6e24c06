import { reportsByUnit } from '../../model/arrivals.ts';
import { compareTexts } from '../../model/compare-texts.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import type { CollectionRule } from '../rule.ts';

/**
 * A unit sent several reports that are not the same file. An error at each file, so that none of them counts: the program
 * must not choose which figures the unit meant. Copies of one file are `submission-copied`; a file that cannot be used at
 * all has its own finding and does not compete.
 */
export const submissionRepeated: CollectionRule = {
  id: 'submission-repeated',
  severity: 'error',
  scope: 'collection',
  check: (arrivals, _round, report) => {
    for (const { originals, copies } of reportsByUnit(arrivals)) {
      if (originals.length === 1) continue;
      const files = [...originals, ...copies.map(({ copy }) => copy)].map(({ file }) => file).toSorted(compareTexts);
      const [{ unit: sender }] = originals;
      for (const file of files) {
        report({
          message: `${sender.name} có ${formatInteger(files.length)} tệp khác nhau: ${joinWords(files.map(quoteValue))}, mỗi đơn vị chỉ được một báo cáo nên chưa tính tệp nào`,
          hint: 'Giữ lại đúng một tệp trong thư mục nhận báo cáo, chuyển các tệp kia ra ngoài rồi chạy lại',
          location: { kind: 'file', file },
          related: files
            .filter((other) => other !== file)
            .map((other) => ({ location: { kind: 'file', file: other }, note: 'tệp khác của cùng đơn vị' })),
          facts: { unit: sender.id, fileCount: files.length },
        });
      }
    }
  },
};
