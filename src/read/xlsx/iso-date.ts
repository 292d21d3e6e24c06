const DAY = 86_400_000;
/** Day 0 of the serials from 1 March 1900 on; those before are one less, for Excel believes in 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MARCH_1900 = 61;

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$/u;
const TIME = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?(?:Z|[+-]\d\d:?\d\d)?$/u;
const DURATION = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?)?$/u;

/** A cell of type `d` as a serial. */
export interface IsoSerial {
  /** Days, 1900-based, the time of day as a fraction. */
  readonly serial: number;
  /** Whether a calendar day is given, not only a time or a duration. */
  readonly hasDay: boolean;
}

function days(count = '0', hours = '0', minutes = '0', seconds = '0'): number {
  // In whole milliseconds, so that 14:30 gives the same fraction that a program would have stored.
  const time = Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  return Number(count) + time / DAY;
}

/** The fraction of a day, undefined for what is no time of day. A zone is passed over: it is the clock on the wall that counts. */
function timeOfDay(text: string): number | undefined {
  const [, hours, minutes, seconds] = TIME.exec(text) ?? [];
  const time = days('0', hours, minutes, seconds);
  return hours === undefined || time > 1 || Number(minutes) > 59 ? undefined : time;
}

function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const since = (date.getTime() - DAY_ZERO) / DAY;
  return since < MARCH_1900 ? Math.max(0, since - 1) : since;
}

/** The serial of `2025-11-05`, `2025-11-05T14:30:00Z`, `14:30:00` or `PT24H0M0S`; undefined for anything else, and before 1900. */
export function isoSerial(text: string): IsoSerial | undefined {
  const [, year = '', month, day, clock] = DATE.exec(text) ?? [];
  if (year !== '') {
    const number = year < '1899' ? undefined : dayNumber(Number(year), Number(month), Number(day));
    const time = clock === undefined ? 0 : timeOfDay(clock);
    if (number === undefined || time === undefined) return undefined;
    return { serial: number + time, hasDay: number > 0 };
  }
  const time = timeOfDay(text);
  if (time !== undefined) return { serial: time, hasDay: false };
  const [, count, hours, minutes, seconds] = DURATION.exec(text) ?? [];
  if ((count ?? hours ?? minutes ?? seconds) === undefined) return undefined;
  return { serial: days(count, hours, minutes, seconds), hasDay: false };
}
