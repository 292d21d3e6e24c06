import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parsePlainDate, type PlainDate } from '../model/plain-date.ts';
import { unsealJson } from './fingerprint.ts';
import { isThere } from './presence.ts';
import { onDisk } from './system-error.ts';

const day = z.string().transform((text, context): PlainDate => {
  const read = parsePlainDate(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'no calendar day' });
  return z.NEVER;
});

const output = z.object({ file: z.string(), sha256: z.string() });
const cell = z.object({ file: z.string(), sheet: z.string(), address: z.string() });

const content = z.object({
  schemaVersion: z.literal(1),
  round: z.object({ id: z.string(), from: day, to: day, asOf: day }),
  directive: z.object({ id: z.string(), version: z.number() }),
  report: output.extend({ version: z.enum(['draft', 'final']) }),
  summary: output,
  pdf: output.optional(),
  inputs: z.array(
    z.object({ role: z.string(), file: z.string(), sha256: z.string(), partSha256: z.string().optional() }),
  ),
  sources: z.array(z.object({ file: z.string(), sha256: z.string().nullable(), size: z.number() })),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  findings: z.array(z.object({ rule: z.string(), location: z.looseObject({ file: z.string().optional() }) })),
  totals: z.array(
    z.object({
      indicator: z.string(),
      parts: z.array(z.object({ unit: z.string(), value: z.number(), cell })),
    }),
  ),
});

/** What the program needs of a `bao-cao.json` that it wrote before; docs/bao-cao-json.md describes all of it. */
export type WrittenFigures = z.output<typeof content>;

/** Understands the content of a `bao-cao.json`; undefined when it is not one of this version. */
export function parseWrittenFigures(raw: unknown): WrittenFigures | undefined {
  return content.safeParse(raw).data;
}

/** Figures on the disk, with the text under their seal. */
export interface SealedFigures {
  readonly figures: WrittenFigures;
  readonly text: string;
}

/** The figures in a file that this program wrote; undefined when it is missing, its seal is broken, or it is of another version. */
export function readSealedFigures(folder: string, name: string): SealedFigures | undefined {
  const path = join(folder, name);
  if (!isThere(path)) return undefined;
  const text = unsealJson(onDisk('đọc', path, () => readFileSync(path)).toString('utf8'));
  const figures = text === undefined ? undefined : parseWrittenFigures(JSON.parse(text));
  return text === undefined || figures === undefined ? undefined : { figures, text };
}
