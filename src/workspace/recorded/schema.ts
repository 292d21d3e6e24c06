import * as z from 'zod';
import { parsePlainDate } from '../../model/plain-date.ts';

const day = z.string().transform((text, context) => {
  const read = parsePlainDate(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'no calendar day' });
  return z.NEVER;
});
const ratio = z.object({ numerator: z.number(), denominator: z.number() });
const cell = z.object({ file: z.string(), sheet: z.string(), address: z.string() });
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clause'), clause: z.string() }),
  z.object({ kind: z.literal('configuration'), note: z.string() }),
]);
const located = z.object({
  value: z.number(),
  cell,
  adjustment: z.object({ reason: z.string(), by: z.string(), adjustedOn: day }).optional(),
});
const rate = z.object({
  unitType: z.string().nullable(),
  expected: z.number(),
  received: z.number(),
  onTime: z.number(),
  rate: ratio,
  rateOnTime: ratio,
});
const counts = z.enum(['person', 'turn', 'household', 'item', 'session', 'event', 'percent']);
const states = z.enum(['completed', 'in-progress', 'not-started', 'unanswered', 'left-out', 'not-reported']);
const file = { file: z.string() };
const location = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), ...file, sheet: z.string(), address: z.string() }),
  z.object({ kind: z.literal('sheet'), ...file, sheet: z.string() }),
  z.object({ kind: z.literal('file'), ...file }),
  z.object({ kind: z.literal('passage'), ...file, place: z.string(), paragraph: z.number() }),
  z.object({ kind: z.literal('unit'), unit: z.string(), name: z.string() }),
  z.object({ kind: z.literal('data'), ...file, path: z.string(), line: z.number(), column: z.number() }),
]);
const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  hint: z.string(),
  location,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

const unit = z.object({
  id: z.string(),
  name: z.string(),
  unitType: z.string(),
  mustReport: z.boolean(),
  status: z.enum(['on-time', 'late', 'undated', 'missing', 'not-due', 'unusable', 'not-expected']),
  isCounted: z.boolean(),
  isConflicting: z.boolean(),
  files: z.array(z.string()),
  receivedOn: day.nullable(),
  receivedBy: z.enum(['ledger', 'stated']).nullable(),
  acceptedLate: z.string().nullable(),
  reportedOn: day.nullable(),
  reportedOnCell: cell.nullable(),
  countedOn: day.nullable(),
  countedOnCell: cell.nullable(),
  errorCount: z.number(),
  warningCount: z.number(),
  infoCount: z.number(),
  assignedTaskCount: z.number(),
  answeredTaskCount: z.number(),
  completedTaskCount: z.number(),
});

const coverage = z.object({
  id: z.string(),
  title: z.string(),
  source,
  unitType: z.string(),
  numeratorIndicator: z.string(),
  denominatorIndicator: z.string(),
  target: z.object({ comparison: z.enum(['more-than', 'at-least']), percent: z.number() }),
  ratio,
  verdict: z.enum(['met', 'not-met', 'no-data']),
  shortfall: z.number(),
  countedUnitCount: z.number(),
  expectedUnitCount: z.number(),
  rows: z.array(
    z.object({
      unit: z.string(),
      state: z.enum(['counted', 'left-out', 'not-reported']),
      numerator: located.nullable(),
      denominator: located.nullable(),
      isMet: z.boolean(),
      shortfall: z.number().nullable(),
    }),
  ),
});

const total = z.object({
  id: z.string(),
  title: z.string(),
  indicator: z.string(),
  counts,
  unitType: z.string(),
  value: z.number(),
  countedUnitCount: z.number(),
  expectedUnitCount: z.number(),
  parts: z.array(located.extend({ unit: z.string() })),
});

const compliance = z.object({
  taskGroup: z.string(),
  clause: z.string(),
  title: z.string(),
  tasks: z.array(
    z.object({
      task: z.string(),
      title: z.string(),
      source,
      counts: z.record(states, z.number()),
      states: z.array(z.object({ unit: z.string(), state: states, cell: cell.nullable() })),
    }),
  ),
});

/** All that can be explained of the figures in a `bao-cao.json` or in the snapshot of a closed round; docs/bao-cao-json.md describes it. */
export const recordedSchema = z.object({
  schemaVersion: z.literal(1),
  program: z.object({ version: z.string() }),
  round: z.object({
    id: z.string(),
    from: day,
    to: day,
    due: z.object({ kind: z.enum(['before', 'on']), date: day }),
    asOf: day,
  }),
  directive: z.object({
    id: z.string(),
    version: z.number(),
    unitTypes: z.array(z.object({ id: z.string(), name: z.string() })),
    indicators: z.array(z.object({ id: z.string(), title: z.string(), counts })),
  }),
  report: z.object({ sha256: z.string(), version: z.enum(['draft', 'final']) }),
  inputs: z.array(
    z.object({ role: z.string(), file: z.string(), sha256: z.string(), partSha256: z.string().optional() }),
  ),
  sources: z.array(
    z.object({ file: z.string(), sha256: z.string().nullable(), size: z.number(), receivedOn: day.nullable() }),
  ),
  units: z.array(unit),
  rates: z.object({ overall: rate, byUnitType: z.array(rate) }),
  coverages: z.array(coverage),
  totals: z.array(total),
  compliance: z.array(compliance),
  leftOut: z.array(z.object({ unit: z.string().nullable(), rule: z.string(), message: z.string(), location })),
  accepted: z.array(z.object({ finding, reason: z.string() })),
  findings: z.array(finding),
});

/** The content of such a file, checked. */
export type RecordedFigures = z.output<typeof recordedSchema>;
