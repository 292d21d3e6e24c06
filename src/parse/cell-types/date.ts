import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { plainDate, type PlainDate } from '../../model/plain-date.ts';
import { addDays, partsOfSerial } from '../../vi/date.ts';
import { plainTyping } from '../../vi/plain-typing.ts';
import { readTypedDate, type TypedDate } from '../../vi/typed-date.ts';
import { accept, readOpen, type OpenValue, type Place } from '../cells/cell-place.ts';
import {
  ambiguousDay,
  dayOf,
  impossibleDay,
  notADate,
  serialForDate,
  severalDays,
  strangeYear,
  withoutDay,
  withoutYear,
} from '../cells/date-findings.ts';
import { rawText } from '../cells/raw-text.ts';

/** Nothing that is reported happened before or will happen after these years. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** A bare number is the serial of a day when it falls from so many days before the period to so many days after it. */
const DAYS_BEFORE = 31;
const DAYS_AFTER = 92;

/**
 * A calendar day (ngày), typed day first or as the program's own date. A text is never read month first: in a file with a date
 * that can only be read so, every date that could be swapped is asked about. Incomplete, impossible and far-off dates are
 * findings with a suggestion, and so is a serial number without a date format, unless it falls into the time of the period.
 */
export function readDate(place: Place): Outcome<Answer<PlainDate>> {
  const value = place.cell?.value;
  const isUnfilled = value?.kind === 'text' && readTypedDate(value.text).kind === 'unfilled';
  if (isUnfilled) return { value: { kind: 'absent', mark: 'blank', ref: place.ref }, diagnostics: [] };
  return readOpen(place, (open) => {
    switch (open.kind) {
      case 'text':
        return readText(place, open.text);
      case 'number':
        return readCell(place, open);
      case 'boolean':
        return notADate(place, rawText(open));
    }
  });
}

function isOurTime(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function readText(place: Place, text: string): Outcome<Answer<PlainDate>> {
  const typed = readTypedDate(text);
  switch (typed.kind) {
    case 'day':
      return readDay(place, text, typed);
    case 'day-of-month':
      return withoutYear(place, text, typed);
    case 'month':
      return withoutDay(place, text, typed.year === undefined ? 'month' : 'month-of-year');
    case 'year':
      return withoutDay(place, text, 'year');
    case 'days':
      return severalDays(place, text, typed.last.kind === 'day' ? dayOf(typed.last) : undefined);
    case 'unfilled':
      return notADate(place, text);
    case 'not-a-date': {
      const digits = plainTyping(text);
      return /^\d{4,8}$/u.test(digits) ? readNumber(place, Number(digits), text) : notADate(place, text);
    }
  }
}

function readDay(
  place: Place,
  text: string,
  typed: Extract<TypedDate, { readonly kind: 'day' }>,
): Outcome<Answer<PlainDate>> {
  if (!isOurTime(typed.year)) return strangeYear(place, text, typed);
  const date = dayOf(typed);
  if (date === undefined) return impossibleDay(place, text, typed, typed.isSwappable);
  const swapped = plainDate(typed.year, typed.day, typed.month);
  const isOpen = typed.isSwappable && place.evidence?.monthFirst !== undefined;
  return isOpen && swapped !== undefined && swapped !== date
    ? ambiguousDay(place, text, date, swapped)
    : accept(place, date);
}

function readCell(place: Place, value: Extract<OpenValue, { readonly kind: 'number' }>): Outcome<Answer<PlainDate>> {
  if (value.isPercent) return notADate(place, rawText(value));
  if (!value.isDate) return readNumber(place, value.number, rawText(value));
  const parts = partsOfSerial(value.number);
  const date = parts === undefined ? undefined : dayOf(parts);
  if (parts === undefined || date === undefined) return notASerial(place, String(value.number));
  return isOurTime(parts.year) ? accept(place, date) : strangeYear(place, rawText(value), parts);
}

/** `20251105`, `05112025`: the digits of a date without anything between. */
function compactDay(digits: string): PlainDate | undefined {
  const [, year, month, day] = /^(20\d\d)(\d\d)(\d\d)$/u.exec(digits) ?? [];
  const [, firstDay, firstMonth, lastYear] = /^(\d?\d)(\d\d)(20\d\d)$/u.exec(digits) ?? [];
  return (
    plainDate(Number(lastYear), Number(firstMonth), Number(firstDay)) ??
    plainDate(Number(year), Number(month), Number(day))
  );
}

/** A number that is no day; its digits may be those of one. */
function notASerial(place: Place, shown: string): Outcome<Answer<PlainDate>> {
  return notADate(place, shown, compactDay(plainTyping(shown)));
}

function readNumber(place: Place, number: number, shown: string): Outcome<Answer<PlainDate>> {
  if (Number.isInteger(number) && isOurTime(number)) return withoutDay(place, shown, 'year');
  const parts = partsOfSerial(number);
  const day = parts === undefined || !isOurTime(parts.year) ? undefined : dayOf(parts);
  if (day === undefined) return notASerial(place, shown);
  const period = place.evidence?.period;
  const isNear =
    period !== undefined && day >= addDays(period.from, -DAYS_BEFORE) && day <= addDays(period.to, DAYS_AFTER);
  return isNear ? accept(place, day) : serialForDate(place, shown, day);
}
