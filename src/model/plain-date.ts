/** A calendar day without time or zone, written `YYYY-MM-DD`; two of them compare with `<` and `>`. */
export type PlainDate = string & { readonly plainDate: unique symbol };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day of that year, month (1–12) and day of month, or undefined when the calendar has no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1900 || year > 9999) return undefined;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : DAYS_IN_MONTH[month - 1];
  if (days === undefined || day < 1 || day > days) return undefined;
  const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as PlainDate; // the one place where the brand is given, after the checks above
}

/** Reads `YYYY-MM-DD`; undefined for anything else, also for days that do not exist. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : plainDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Year, month (1–12) and day of month. */
export function dateParts(date: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
}
