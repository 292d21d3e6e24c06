import * as z from 'zod';
import { plainDate, type PlainDate } from '../model/plain-date.ts';
import { parseVietnameseDate } from '../vi/date.ts';
import { normalizeText, quoteValue } from '../vi/text.ts';

/** What a leaf reads a raw value as: the value, or what was expected instead (completes “phải là …”). */
export type Reading<T> = { readonly value: T } | { readonly expected: string };

/** Texts are read as they stand (`05` stays `05`); a missing key, nothing, and the two ways to write nothing are blanks. */
export function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === '' || raw === '~' || raw === 'null';
}

/** The value found, for a message. */
function shown(raw: unknown): string {
  if (isBlank(raw)) return 'để trống';
  if (typeof raw === 'string') return `là ${quoteValue(raw)}`;
  return Array.isArray(raw) ? 'là một danh sách' : 'là một nhóm khóa';
}

/** A value of a file kept by hand; a missing key reads like a blank one. */
export function leaf<T>(read: (raw: unknown) => Reading<T>) {
  return z
    .unknown()
    .optional()
    .transform((raw, context): T => {
      const reading = read(raw);
      if ('value' in reading) return reading.value;
      context.addIssue({ code: 'custom', message: `${shown(raw)}, phải là ${reading.expected}` });
      return z.NEVER;
    });
}

/** One line of text, tidied; '' when blank. */
export function readText(raw: unknown): Reading<string> {
  if (isBlank(raw)) return { value: '' };
  return typeof raw === 'string' ? { value: normalizeText(raw) } : { expected: 'một dòng chữ' };
}

function toDay(raw: unknown): PlainDate | undefined {
  const parts = typeof raw === 'string' ? parseVietnameseDate(raw) : undefined;
  return parts === undefined ? undefined : plainDate(parts.year, parts.month, parts.day);
}

const DAY_EXPECTED = 'một ngày có thật, viết như 2025-10-31 hoặc 31/10/2025';

/** A day that exists, or undefined when blank. */
export function readOptionalDay(raw: unknown): Reading<PlainDate | undefined> {
  if (isBlank(raw)) return { value: undefined };
  const value = toDay(raw);
  return value === undefined ? { expected: `${DAY_EXPECTED}, hoặc để trống` } : { value };
}

/** A day that exists. */
export function readDay(raw: unknown): Reading<PlainDate> {
  const value = toDay(raw);
  return value === undefined ? { expected: DAY_EXPECTED } : { value };
}

/** A text that is not blank. */
export function readFilled(expected: string): (raw: unknown) => Reading<string> {
  return (raw) => {
    const reading = readText(raw);
    return 'value' in reading && reading.value !== '' ? reading : { expected };
  };
}

/** A group of keys; nothing at all reads like a group of blanks. */
export function group<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess((raw) => (isBlank(raw) ? {} : raw), z.strictObject(shape));
}

/** A list; nothing at all reads like an empty one. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess((raw) => (isBlank(raw) ? [] : raw), z.array(item));
}
