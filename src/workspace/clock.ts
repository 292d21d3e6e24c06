import { plainDate, type PlainDate } from '../model/plain-date.ts';
import { parseVietnameseDate } from '../vi/date.ts';

const HERE = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The calendar day in Việt Nam at that moment, wherever the machine thinks it is. */
export function dayInVietnam(moment: Date): PlainDate {
  const part = new Map(HERE.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const day = plainDate(part.get('year') ?? 0, part.get('month') ?? 0, part.get('day') ?? 0);
  if (day === undefined) throw new RangeError('the clock gave no calendar day');
  return day;
}

/** Reads a day typed by hand, `2025-11-12` or `12/11/2025`; undefined when there is no such day. */
export function readDay(text: string): PlainDate | undefined {
  const parts = parseVietnameseDate(text);
  return parts === undefined ? undefined : plainDate(parts.year, parts.month, parts.day);
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' });

/** The moment in Việt Nam as it stands in records: `2025-11-09T08:31:00+07:00`. */
export function momentInVietnam(moment: Date): string {
  return `${dayInVietnam(moment)}T${CLOCK.format(moment)}+07:00`;
}
