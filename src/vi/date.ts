import { addDays as shiftDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { readTypedDate, type DateParts } from './typed-date.ts';

function parts(iso: string): DateParts {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

function localDate({ year, month, day }: DateParts): Date {
  return new Date(year, month - 1, day, 12);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function isoOf(date: Date): string {
  return `${String(date.getFullYear())}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** `2025-11-09` → `09/11/2025`. */
export function formatDate(iso: string): string {
  const { year, month, day } = parts(iso);
  return `${pad(day)}/${pad(month)}/${String(year)}`;
}

/** `2025-06-05` → `ngày 05 tháng 6 năm 2025`: days below 10 and the months 1 and 2 take a zero (Nghị định 30/2020, C6). */
export function formatDecreeDate(iso: string): string {
  const { year, month, day } = parts(iso);
  return `ngày ${pad(day)} tháng ${month <= 2 ? pad(month) : String(month)} năm ${String(year)}`;
}

/** The day that many days later (earlier when negative), as `YYYY-MM-DD`. */
export function addDays(iso: string, days: number): string {
  return isoOf(shiftDays(localDate(parts(iso)), days));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(localDate(parts(to)), localDate(parts(from)));
}

/** The serial number of a 1900-based spreadsheet as parts; undefined before 1 March 1900, where spreadsheets disagree. */
export function partsOfSerial(serial: number): DateParts | undefined {
  const whole = Math.floor(serial);
  if (whole < 61 || whole > 2_958_465) return undefined;
  return parts(isoOf(shiftDays(localDate({ year: 1899, month: 12, day: 30 }), whole)));
}

/**
 * Reads a day typed by hand, day first: `05/11/2025`, `5.11.2025`, `ngày 5 tháng 11 năm 2025`, `2025-11-05`; undefined for all
 * that is not one whole date. Nothing says that the calendar has such a day.
 */
export function parseVietnameseDate(text: string): DateParts | undefined {
  const typed = readTypedDate(text);
  return typed.kind === 'day' ? { year: typed.year, month: typed.month, day: typed.day } : undefined;
}
