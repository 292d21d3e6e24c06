import { plainTyping } from './plain-typing.ts';

/** Structurally the model's PlainDate in parts; this folder imports nothing of the project. Nothing says that the day exists. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * What a text says where a day is asked for. `day`: a whole date, read day first; `isSwappable` when only custom says which of
 * its two numbers is the day. `days`: several days, `last` being the last one. `unfilled`: the dotted line of a form that
 * nobody has filled in.
 */
export type TypedDate =
  | ({ readonly kind: 'day'; readonly isSwappable: boolean } & DateParts)
  | { readonly kind: 'day-of-month'; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: number | undefined; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'days'; readonly last: TypedDate }
  | { readonly kind: 'unfilled' }
  | { readonly kind: 'not-a-date' };

const NOT_A_DATE: TypedDate = { kind: 'not-a-date' };
/** A longer text is a sentence. In characters. */
const LONGEST = 80;

const GAP = String.raw`\s*[/.\-\\ ]\s*`;
const YEAR = String.raw`(\d{4}|\d{2})`;
const NUMERIC = new RegExp(String.raw`^(?:ngày\s*)?(\d{1,2})${GAP}(\d{1,2})(?:${GAP}|\s*năm\s*)${YEAR}$`, 'u');
const WORDED = new RegExp(
  String.raw`^(?:ngày\s*)?(\d{1,2})\s*[-.,]?\s*(?:tháng|thg)\s*(\d{1,2})\s*[-.,]?\s*(?:năm\s*)?${YEAR}$`,
  'u',
);
const YEAR_FIRST = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?$/u;
const ENGLISH_DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[\s\-.]*([a-z]{3,9})[\s\-.,]*${YEAR}$`, 'u');
const ENGLISH_MONTH_FIRST = new RegExp(String.raw`^([a-z]{3,9})[\s\-.]*(\d{1,2})[\s\-.]*,?[\s\-.]*${YEAR}$`, 'u');
const DAY_OF_MONTH = /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng|thg)\s*(\d{1,2})$/u;
const MONTH = /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(\d{4})$/u;
const MONTH_YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})$/u;
const MONTH_ALONE = /^tháng\s*(\d{1,2})$/u;
const YEAR_ALONE = /^(?:năm\s*)?((?:19|20)\d{2})$/u;
const DAYS = /^(?:từ\s*)?(?:ngày\s*)?(\d.*?)\s*(?:->?|đến|tới|→)\s*(?:hết\s*)?(?:ngày\s*)?(\d.*)$/u;

/** `… / … / 2025`, `ngày ..... tháng ..... năm 2025`, `dd/mm/yyyy`. */
const DOTS = String.raw`[.…_\s]*[.…_][.…_\s]*`;
const UNFILLED = new RegExp(
  String.raw`^(?:ngày\s*)?${DOTS}(?:[/-]|tháng)${DOTS}(?:(?:[/-]|năm)[.…_\s]*(?:20\d{0,2}[.…_\s]*)?)?$|^(?:dd?[/.-]mm?[/.-]yyyy|ngày/tháng/năm|ngày tháng(?: năm(?: 20\d{0,2})?)?)$`,
  'u',
);

/** What may stand around a date and says nothing of the day: weekday, time of day, the place before “ngày”. */
const AROUND: readonly RegExp[] = [
  /[\s,.;]+$/u,
  /[\s,t]+(?:lúc\s*)?\d{1,2}(?:\s*[:hg]\s*\d{2}(?::\d{2}(?:\.\d+)?)?|\s*[hg]|\s*giờ(?:\s*\d{1,2}(?:\s*phút)?)?)\s*(?:sa|ch|am|pm)?$/u,
  /^(?:lúc\s*)?\d{1,2}(?::\d{2}(?::\d{2})?|\s*[hg]\s*(?:\d{2})?|\s*giờ(?:\s*\d{1,2}(?:\s*phút)?)?)\s*(?:sa|ch|am|pm)?[\s,]+/u,
  /^(?:sáng|chiều|tối)\s+(?=ngày)/u,
  /^(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|t[2-7]|chủ nhật|cn)(?:\s*[,:(]\s*|\s+)(?=ngày|\d)/u,
  /^\p{L}[\p{L}\s.]*,\s*(?=ngày\s*\d)/u,
];

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Years in two digits are those of this program's lifetime: 20 to 79; any other is handed on as it stands, a year of nobody. */
function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year >= 20 && year < 80 ? 2000 + year : year;
}

function bare(text: string): string {
  return AROUND.reduce((rest, pattern) => rest.replace(pattern, ''), plainTyping(text).toLowerCase());
}

function english(typed: string): TypedDate | undefined {
  const [, day, name, year] = ENGLISH_DAY_FIRST.exec(typed) ?? [];
  const [, otherName, otherDay, otherYear] = ENGLISH_MONTH_FIRST.exec(typed) ?? [];
  const word = name ?? otherName;
  const month = ENGLISH_MONTHS.findIndex((known) => word?.startsWith(known)) + 1;
  if (month === 0) return undefined;
  const [ofMonth, ofYear] = [day ?? otherDay, year ?? otherYear];
  return { kind: 'day', isSwappable: false, day: Number(ofMonth), month, year: fullYear(ofYear) };
}

function wholeDate(typed: string): TypedDate | undefined {
  const numeric = NUMERIC.exec(typed);
  const worded = WORDED.exec(typed);
  const match = numeric ?? worded;
  if (match !== null) {
    const [, day, month, year] = match;
    return {
      kind: 'day',
      isSwappable: worded === null && !/ngày|năm/u.test(typed),
      day: Number(day),
      month: Number(month),
      year: fullYear(year),
    };
  }
  const [, year, , month, day] = YEAR_FIRST.exec(typed) ?? [];
  if (year === undefined) return english(typed);
  return { kind: 'day', isSwappable: false, day: Number(day), month: Number(month), year: Number(year) };
}

function partOfDate(typed: string): TypedDate | undefined {
  const dayOfMonth = DAY_OF_MONTH.exec(typed);
  if (dayOfMonth !== null) return { kind: 'day-of-month', day: Number(dayOfMonth[1]), month: Number(dayOfMonth[2]) };
  const month = MONTH.exec(typed);
  if (month !== null) return { kind: 'month', month: Number(month[1]), year: Number(month[2]) };
  const yearFirst = MONTH_YEAR_FIRST.exec(typed);
  if (yearFirst !== null) return { kind: 'month', month: Number(yearFirst[2]), year: Number(yearFirst[1]) };
  const alone = MONTH_ALONE.exec(typed);
  if (alone !== null) return { kind: 'month', month: Number(alone[1]), year: undefined };
  const year = YEAR_ALONE.exec(typed);
  return year === null ? undefined : { kind: 'year', year: Number(year[1]) };
}

function severalDays(typed: string): TypedDate | undefined {
  const [, from, to] = DAYS.exec(typed) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [from, to].map((part) => wholeDate(part) ?? partOfDate(part));
  const isFirst = /^\d{1,2}$/u.test(from) || first?.kind === 'day' || first?.kind === 'day-of-month';
  return last === undefined || !isFirst ? undefined : { kind: 'days', last };
}

/**
 * Reads a day typed by hand, day before month unless the year stands first: `05/11/2025`, `5.11.25`, `Thứ Tư, 5-11-2025 14:30`,
 * `ngày 5 tháng 11 năm 2025`, `2025-11-05`, `5-Nov-25`; and says what is there when it is not one whole day.
 */
export function readTypedDate(text: string): TypedDate {
  const whole = plainTyping(text).toLowerCase();
  if (whole.length > LONGEST) return NOT_A_DATE;
  if (UNFILLED.test(whole)) return { kind: 'unfilled' };
  const typed = bare(whole);
  return wholeDate(typed) ?? partOfDate(typed) ?? severalDays(typed) ?? NOT_A_DATE;
}
