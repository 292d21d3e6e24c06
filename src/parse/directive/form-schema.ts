import * as z from 'zod';
import { optionalText, slug, sourced, text, words } from './fields.ts';

/** Excel's own limits for the name of a sheet. */
const sheetName = z.string().regex(/^[^[\]:*?/\\']{1,31}$/u, {
  error: 'tên trang tính từ 1 đến 31 ký tự, không có các dấu [ ] : * ? / \\ và dấu nháy đơn',
});

const sheet = z.strictObject({ name: sheetName, aliases: words });

/** A field, column, free text or status of the form: a fixed role under words of the commune's choice. */
const field = z.strictObject({
  id: z.enum(['unit', 'reporter', 'phone', 'reportedOn', 'countedOn']),
  label: text,
  aliases: words,
  guidance: optionalText,
  unitTypes: z.array(slug).nullish(),
});
const taskColumn = z.strictObject({
  id: z.enum(['code', 'title', 'status', 'result', 'quantity', 'doneOn', 'evidence', 'difficulty']),
  heading: text,
  aliases: words,
  guidance: optionalText,
});
const indicatorColumn = z.strictObject({
  id: z.enum(['code', 'title', 'counts', 'value', 'note']),
  heading: text,
  aliases: words,
  guidance: optionalText,
});
const opinion = z.strictObject({
  id: z.enum(['difficulties', 'proposals']),
  label: text,
  aliases: words,
  guidance: optionalText,
});
const status = z.strictObject({
  id: z.enum(['completed', 'in-progress', 'not-started']),
  label: text,
  aliases: words,
});

/** The reporting form, `form:` of a directive. */
export const formSchema = sourced({
  title: text,
  sheets: z.strictObject({ general: sheet, tasks: sheet, indicators: sheet, opinions: sheet }),
  fields: z.array(field),
  taskColumns: z.array(taskColumn).nullish(),
  indicatorColumns: z.array(indicatorColumn).nullish(),
  opinions: z.array(opinion).nullish(),
  statuses: z.array(status).nullish(),
});
