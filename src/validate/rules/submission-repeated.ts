import { reportsByUnit } from '../../model/arrivals.ts';
import { compareTexts } from '../../model/compare-texts.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import type { Submission } from '../../model/submission.ts';
import type { CollectionRule } from '../rule.ts';

/** So many reports are named one by one. A list in which one unit stands a thousand times would be named a million times. */
const NAMED = 10;

/** The file, and where in it when it holds several reports. */
function placeWords({ file, part }: Submission): string {
  return part === '' ? quoteValue(file) : `${part} của tệp ${quoteValue(file)}`;
}

/** The first reports, and how many more there are. */
function placesWords(reports: readonly Submission[], what: string): string {
  const rest = reports.length - NAMED;
  const words = reports.slice(0, NAMED).map(placeWords);
  return joinWords(rest > 0 ? [...words, `${formatInteger(rest)} ${what} khác`] : words);
}

/**
 * A unit sent several reports that are not the same file, and nothing says which came last. An error at each, so that none of them
 * counts: the program must not choose which figures the unit meant. Copies of one file are `submission-copied`; a file that cannot be used at
 * all has its own finding and does not compete.
 */
export const submissionRepeated: CollectionRule = {
  id: 'submission-repeated',
  severity: 'error',
  scope: 'collection',
  check: (arrivals, round, report) => {
    for (const { originals, copies, standing } of reportsByUnit(arrivals, round)) {
      if (standing.length <= 1) continue;
      const ownCopies = copies.filter(({ original }) => standing.includes(original)).map(({ copy }) => copy);
      const reports = [...standing, ...ownCopies].toSorted((a, b) => compareTexts(a.file, b.file));
      const [{ unit: sender }] = originals;
      const isInOneFile = reports.some(({ part }) => part !== '');
      const what = isInOneFile ? 'báo cáo' : 'tệp';
      const places = placesWords(reports, what);
      for (const one of reports) {
        report({
          message: `${sender.name} có ${formatInteger(reports.length)} ${what} khác nhau: ${places}, mỗi đơn vị chỉ được một báo cáo nên chưa tính ${what} nào`,
          hint: isInOneFile
            ? 'Hỏi đơn vị báo cáo nào đúng, xóa báo cáo kia khỏi tệp hoặc chuyển tệp kia ra ngoài rồi chạy lại'
            : 'Ghi sổ tệp nào gửi sau bằng “tkcds receive <tệp> --received-on <ngày>”, hoặc chuyển tệp không dùng ra ngoài, rồi chạy lại',
          location: { kind: 'file', file: one.file },
          related: reports
            .slice(0, NAMED + 1)
            .filter((other) => other !== one)
            .slice(0, NAMED)
            .map(({ file, part }) => ({
              location: { kind: 'file', file },
              note: part === '' ? 'tệp khác của cùng đơn vị' : `báo cáo khác của cùng đơn vị, ở ${part}`,
            })),
          facts: { unit: sender.id, fileCount: reports.length },
        });
      }
    }
  },
};
