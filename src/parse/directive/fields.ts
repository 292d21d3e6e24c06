import * as z from 'zod';
import type { Due } from '../../model/period.ts';
import { parsePlainDate, type PlainDate } from '../../model/plain-date.ts';
import { parseVietnameseDate } from '../../vi/date.ts';
import { isMap } from './path.ts';

/**
 * The building blocks of the directive's schema. A check of ours carries as its message what was expected, in Vietnamese and
 * fit to follow “phải là”; `issues.ts` makes the sentence. Blank values (`number:`) are null and mean “not given”.
 */

/** A text that must not be blank. */
export const text = z.string().min(1);
/** A text that may be blank or left out. */
export const optionalText = z.string().nullish();
/** Other words for something; may be left out. */
export const words = z.array(text).nullish();

/** Stable name of an entry of ours: `signature-holders`. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, {
  error: 'chữ thường không dấu và chữ số, nối bằng dấu gạch ngang, ví dụ “signature-holders”',
});
/** Code that is printed in the form: `II.3-1`, `CT01`. */
export const code = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/u, {
  error: 'chữ cái không dấu, chữ số, dấu chấm hoặc dấu gạch ngang, ví dụ “II.3-1”',
});

function expectedDate(input: unknown): string {
  const parts = typeof input === 'string' ? parseVietnameseDate(input) : undefined;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const meant = parts && parsePlainDate(`${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`);
  const suggestion = meant === undefined ? '' : ` (có phải ý bạn là “${meant}”?)`;
  return `ngày có thật, viết theo thứ tự năm-tháng-ngày, ví dụ 2025-11-10${suggestion}`;
}

/** A day that exists, `2025-11-10`. */
export const date = z
  .string()
  .meta({ format: 'date' })
  .transform((input, context): PlainDate => {
    const day = parsePlainDate(input);
    if (day !== undefined) return day;
    context.addIssue({ code: 'custom', message: expectedDate(input), input });
    return z.NEVER;
  });

const DUE = /^(before|on) (\d{4}-\d{2}-\d{2})$/u;

/** `before 2025-11-10` (that day is too late) or `on 2025-11-09` (that day is in time). */
export const due = z
  .string()
  .meta({ pattern: DUE.source })
  .transform((input, context): Due => {
    const [, kind, day = ''] = DUE.exec(input) ?? [];
    const parsed = parsePlainDate(day);
    if (parsed !== undefined) return { kind: kind === 'on' ? 'on' : 'before', date: parsed };
    const message = '“before” (trước ngày) hoặc “on” (chậm nhất ngày) và một ngày có thật, ví dụ “before 2025-11-10”';
    context.addIssue({ code: 'custom', message, input });
    return z.NEVER;
  });

/** Every entry says where it comes from: a clause of the text, or a choice of ours with its reason. */
const source = {
  clause: optionalText,
  source: z.literal('configuration').nullish(),
  note: optionalText,
};

function hasOneSource(entry: unknown): boolean {
  if (!isMap(entry)) return true; // reported as what it is not
  const { clause, source: kind, note } = entry;
  const isFilled = (value: unknown) => value !== undefined && value !== null && value !== '';
  return isFilled(clause) ? !isFilled(kind) && !isFilled(note) : isFilled(kind) && isFilled(note);
}

/** Marks the finding of an entry without source; see `issues.ts`. */
export const SOURCE_MISSING = 'source-missing';

/** A map of exactly these keys and those of its source. */
export function sourced<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z
    .strictObject({ ...shape, ...source })
    .refine(hasOneSource, { error: SOURCE_MISSING, when: () => true })
    .meta({ oneOf: [{ required: ['clause'] }, { required: ['source', 'note'] }] });
}
