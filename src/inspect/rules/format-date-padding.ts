import type { Line } from '../parts/lines.ts';
import { FORMAT_DATE_PADDING } from '../problems.ts';
import type { FormatRule, Report } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** Only the months 1 and 2 have a zero before them; the decree's own example is `tháng 6`. */
const LAST_PADDED_MONTH = 2;

function check(line: Line, report: Report, [word, digits]: readonly [string, string], isPadded: boolean): void {
  const value = Number(digits);
  const wanted = isPadded ? String(value).padStart(2, '0') : String(value);
  if (digits === wanted) return;
  report({
    clause: 'C6',
    spot: spotOfLine('Địa danh, ngày tháng', line),
    thing: `Ghi “${word} ${digits}”`,
    found: `${word} ${digits}`,
    allowed: `“${word} ${wanted}” (ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước)`,
    hint: `Sửa thành “${word} ${wanted}”`,
  });
}

/** Số 0 before days below 10 and before the months 1 and 2, and before no others (C6). */
export const formatDatePadding: FormatRule = {
  ...FORMAT_DATE_PADDING,
  check: ({ parts: { head } }, report) => {
    const line = head.date;
    if (line === undefined) return;
    const day = /ngày\s*(\d{1,2})(?!\d)/iu.exec(line.text)?.[1];
    const month = /tháng\s*(\d{1,2})(?!\d)/iu.exec(line.text)?.[1];
    if (day !== undefined) check(line, report, ['ngày', day], Number(day) < 10);
    if (month !== undefined) check(line, report, ['tháng', month], Number(month) <= LAST_PADDED_MONTH);
  },
};
