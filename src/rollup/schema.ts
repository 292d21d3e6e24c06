import * as z from 'zod';
import { parsePlainDate } from '../model/plain-date.ts';
import { normalizeText } from '../vi/text.ts';

/** More than any commune counts; sums over a province stay exact. */
const LARGEST_COUNT = 1_000_000_000_000;
const LONGEST_TEXT = 2_000;
/** More entries than any report has. */
const MOST = 20_000;

const count = z.int().min(0).max(LARGEST_COUNT);
const text = z.string().max(LONGEST_TEXT).transform(normalizeText);
const name = z
  .string()
  .max(LONGEST_TEXT)
  .transform(normalizeText)
  .refine((value) => value !== '');
const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const day = z.string().transform((value, context) => {
  const found = parsePlainDate(value);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).max(MOST);
const counts = z.enum(['person', 'turn', 'household', 'item', 'session', 'event', 'percent']);
const ratio = z.object({ numerator: count, denominator: count });
const written = z.object({ file: text, sha256: hash });
const figure = z.object({ value: count }).nullable();

const rate = z.object({
  unitType: name.nullable(),
  expected: count,
  received: count,
  onTime: count,
  rate: ratio,
  rateOnTime: ratio,
});

const coverage = z.object({
  id: name,
  title: name,
  unitType: name,
  numeratorIndicator: name,
  denominatorIndicator: name,
  target: z.object({ comparison: z.enum(['more-than', 'at-least']), percent: z.int().min(0).max(1_000) }),
  ratio,
  verdict: z.enum(['met', 'not-met', 'no-data']),
  shortfall: count,
  countedUnitCount: count,
  expectedUnitCount: count,
  rows: listOf(
    z.object({
      unit: name,
      state: z.enum(['counted', 'left-out', 'not-reported']),
      numerator: figure,
      denominator: figure,
    }),
  ),
});

const total = z.object({
  id: name,
  title: name,
  indicator: name,
  counts,
  unitType: name,
  value: count,
  countedUnitCount: count,
  expectedUnitCount: count,
  parts: listOf(z.object({ unit: name, value: count })),
});

const severity = z.enum(['error', 'warning', 'info']);

/** What `tkcds rollup` reads of a `bao-cao.json`; other fields may be there and are passed over. */
export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  program: z.object({ name: z.literal('tkcds'), version: text }),
  round: z.object({
    id: name,
    from: day,
    to: day,
    due: z.object({ kind: z.enum(['before', 'on']), date: day }),
    asOf: day,
  }),
  issuer: z.object({ name }).nullable(),
  directive: z.object({
    id: name,
    version: count,
    unitTypes: listOf(z.object({ id: name, name })),
    indicators: listOf(z.object({ id: name, title: name, counts })),
  }),
  report: written.extend({ version: z.enum(['draft', 'final']) }),
  summary: written,
  pdf: written.optional(),
  units: listOf(
    z.object({
      id: name,
      unitType: name,
      mustReport: z.boolean(),
      status: z.enum(['on-time', 'late', 'undated', 'missing', 'not-due', 'unusable', 'not-expected']),
      isCounted: z.boolean(),
      countedOn: day.nullable(),
    }),
  ),
  rates: z.object({ overall: rate, byUnitType: listOf(rate) }),
  coverages: listOf(coverage),
  totals: listOf(total),
  accepted: listOf(z.object({ reason: z.string() })),
  findings: listOf(z.object({ severity })),
});

/** The content of a `bao-cao.json`, checked. */
export type ReportContent = z.infer<typeof reportSchema>;
