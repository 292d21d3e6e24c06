import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { dateParts, plainDate, type PlainDate } from '../../model/plain-date.ts';
import { daysBetween, formatDate } from '../../vi/date.ts';
import { isRepeatable } from '../../vi/repeatable-words.ts';
import { quoteValue } from '../../vi/text.ts';
import type { DateParts } from '../../vi/typed-date.ts';
import { reject, rejectUnseen, type Place } from './cell-place.ts';
import type { ParseProblemId } from '../problems.ts';

/** The answers that are no date, each with its finding: what stands there, what it may mean. */
type NoDate = Outcome<Answer<PlainDate>>;

const HINT = 'Nhập lại một ngày theo dạng dd/mm/yyyy, ví dụ 05/11/2025';

/** The calendar day of those parts, or undefined when there is none. */
export function dayOf({ year, month, day }: DateParts): PlainDate | undefined {
  return plainDate(year, month, day);
}

function asked(suggestion: PlainDate | undefined): string {
  return suggestion === undefined ? '' : ` (có phải là ${formatDate(suggestion)}?)`;
}

function noDate(
  place: Place,
  id: ParseProblemId,
  found: string,
  suggestion: PlainDate | undefined,
  hint: string = HINT,
): NoDate {
  const expected = id === 'date-incomplete' ? 'cần đủ ngày/tháng/năm' : 'cần một ngày có thật dạng ngày/tháng/năm';
  return reject(place, id, {
    message: `${place.thing} ${found}, ${expected}${asked(suggestion)}`,
    hint,
    facts: suggestion === undefined ? {} : { suggestion },
  });
}

/** A text or value that is no date. Words that may be somebody's name are not repeated. */
export function notADate(place: Place, shown: string, suggestion?: PlainDate): NoDate {
  if (isRepeatable(shown)) return noDate(place, 'date-unreadable', `ghi ${quoteValue(shown)}`, suggestion);
  const found = /\d/u.test(shown) ? 'ghi cả chữ và số' : 'ghi chữ';
  return rejectUnseen(place, 'date-unreadable', {
    message: `${place.thing} ${found}, cần một ngày có thật dạng ngày/tháng/năm`,
    hint: HINT,
  });
}

/** `10/10 - 12/10/2025`: the form asks for the last day. */
export function severalDays(place: Place, text: string, last: PlainDate | undefined): NoDate {
  const hint = 'Nhập chỉ ngày cuối cùng theo dạng dd/mm/yyyy; các ngày khác viết vào cột kết quả';
  return noDate(place, 'date-unreadable', `ghi nhiều ngày ${quoteValue(text)}`, last, hint);
}

/** A serial number whose cell has lost its date format. */
export function serialForDate(place: Place, shown: string, day: PlainDate): NoDate {
  const hint = 'Đổi định dạng của ô thành Ngày (Date) rồi kiểm tra lại, hoặc nhập lại ngày theo dạng dd/mm/yyyy';
  return noDate(place, 'date-unreadable', `ghi số ${quoteValue(shown)}, không phải ngày`, day, hint);
}

/** How many days the month of that year has. */
function lengthOf(year: number, month: number): number {
  return [31, 30, 29, 28].find((day) => plainDate(year, month, day) !== undefined) ?? 0;
}

/** `31/11/2025`, `11/25/2025`: no such day. Where only the order is wrong, the other order is suggested. */
export function impossibleDay(place: Place, text: string, parts: DateParts, isSwappable: boolean): NoDate {
  const { year, month, day } = parts;
  const swapped = isSwappable ? plainDate(year, day, month) : undefined;
  const length = month >= 1 && month <= 12 ? lengthOf(year, month) : 0;
  const reason =
    length > 0 && day > length
      ? `nhưng tháng ${String(month)}/${String(year)} chỉ có ${String(length)} ngày`
      : month > 12
        ? 'nhưng một năm chỉ có 12 tháng'
        : 'nhưng không có ngày nào như vậy';
  return noDate(place, 'date-unreadable', `ghi ${quoteValue(text)} ${reason}`, swapped);
}

/** Years of the Buddhist calendar are so many more. */
const BUDDHIST = 543;

/** `05/11/1025`, `05/11/99`: a year in which nothing of this can have happened. */
export function strangeYear(place: Place, text: string, { year, month, day }: DateParts): NoDate {
  const suggestion = year >= 2500 && year < 2700 ? plainDate(year - BUDDHIST, month, day) : undefined;
  return noDate(place, 'date-unreadable', `ghi ${quoteValue(text)}, năm ${String(year)} không thể đúng`, suggestion);
}

/** `05/11`: the year that brings the day nearest to the end of the period. */
export function withoutYear(place: Place, text: string, { month, day }: Omit<DateParts, 'year'>): NoDate {
  const period = place.evidence?.period;
  if (period === undefined) return noDate(place, 'date-incomplete', `ghi ${quoteValue(text)}, thiếu năm`, undefined);
  const { year } = dateParts(period.to);
  const away = (date: PlainDate): number => Math.abs(daysBetween(period.to, date));
  const [nearest] = [year, year + 1, year - 1]
    .flatMap((candidate) => plainDate(candidate, month, day) ?? [])
    .sort((a, b) => away(a) - away(b));
  return noDate(place, 'date-incomplete', `ghi ${quoteValue(text)}, thiếu năm`, nearest);
}

/** `10/2025`, `2025`: the day is missing. */
export function withoutDay(place: Place, text: string, has: 'month' | 'month-of-year' | 'year'): NoDate {
  const what = { month: 'tháng', 'month-of-year': 'tháng và năm', year: 'năm' }[has];
  return noDate(place, 'date-incomplete', `ghi ${quoteValue(text)}, chỉ có ${what}`, undefined);
}

/** `11/05/2025` in a file where another date has its month first. */
export function ambiguousDay(place: Place, text: string, dayFirst: PlainDate, monthFirst: PlainDate): NoDate {
  const ref = place.evidence?.monthFirst;
  return reject(place, 'date-ambiguous', {
    message: `${place.thing} ghi ${quoteValue(text)}, có thể là ngày ${formatDate(dayFirst)} hoặc ngày ${formatDate(monthFirst)} vì trong tệp có ngày ghi tháng trước`,
    hint: 'Hỏi lại đơn vị rồi nhập lại ngày theo thứ tự ngày/tháng/năm; có thể viết “ngày 5 tháng 11 năm 2025” cho rõ',
    related: ref === undefined ? [] : [{ location: { kind: 'cell', ref }, note: 'ngày ở ô này ghi tháng trước' }],
    facts: { dayFirst, monthFirst },
  });
}
