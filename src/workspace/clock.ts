import { parsePlainDate, plainDate, type PlainDate } from '../model/plain-date.ts';
import { parseVietnameseDate } from '../vi/date.ts';

/** Việt Nam is seven hours ahead of UTC all the year, and has been since 1975; asking the time zone data takes longer than a start may. */
const AHEAD = 7 * 60 * 60 * 1000;

/** That moment as a clock in Việt Nam shows it, wherever the machine thinks it is: `2025-11-09T08:31:00`. */
function clockInVietnam(moment: Date): string {
  return new Date(moment.getTime() + AHEAD).toISOString().slice(0, 19);
}

/** The calendar day in Việt Nam at that moment. */
export function dayInVietnam(moment: Date): PlainDate {
  const day = parsePlainDate(clockInVietnam(moment).slice(0, 10));
  if (day === undefined) throw new RangeError('the clock gave no calendar day');
  return day;
}

/** Reads a day typed by hand, `2025-11-12` or `12/11/2025`; undefined when there is no such day. */
export function readDay(text: string): PlainDate | undefined {
  const parts = parseVietnameseDate(text);
  return parts === undefined ? undefined : plainDate(parts.year, parts.month, parts.day);
}

/** The moment in Việt Nam as it stands in records: `2025-11-09T08:31:00+07:00`. */
export function momentInVietnam(moment: Date): string {
  return `${clockInVietnam(moment)}+07:00`;
}
