import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { sha256, unsealJson } from '../fingerprint.ts';
import { isThere } from '../presence.ts';
import { onDisk } from '../system-error.ts';
import { parseWrittenFigures, type WrittenFigures } from '../written-figures.ts';
import { archivePath, type ClosedLine } from './journal.ts';

/** The version of the snapshot's shape; it grows when a field goes, or means something else. */
export const SNAPSHOT_VERSION = 1;

const content = z.object({
  schemaVersion: z.literal(SNAPSHOT_VERSION),
  period: z.string(),
  closedOn: z.string(),
  /** Undefined fields of the shape are described in docs/bao-cao-json.md. */
  register: z.object({
    units: z.array(z.object({ id: z.string(), name: z.string(), formerCommune: z.string() })),
  }),
  ledger: z.object({ file: z.string(), sha256: z.string(), lineCount: z.number() }).nullable(),
  outputs: z.array(z.object({ file: z.string(), sha256: z.string(), isEdited: z.boolean() })),
  figures: z.unknown(),
});

/** A closed round as it was kept (bản lưu của kỳ đã khóa). */
export interface Snapshot extends Omit<z.output<typeof content>, 'figures'> {
  readonly figures: WrittenFigures;
  /** All of them, as they were written. */
  readonly recorded: unknown;
}

/** The receipt ledger as it was when the round was closed. */
export type LedgerState = NonNullable<Snapshot['ledger']>;

/** Understands the text of a snapshot; undefined when its seal is broken, or it is none. */
export function parseSnapshot(sealed: string): Snapshot | undefined {
  const text = unsealJson(sealed);
  const parsed = text === undefined ? undefined : content.safeParse(JSON.parse(text)).data;
  const figures = parsed === undefined ? undefined : parseWrittenFigures(parsed.figures);
  return parsed === undefined || figures === undefined ? undefined : { ...parsed, figures, recorded: parsed.figures };
}

/** The path below the workspace of the snapshot that a line of the record names. */
export function snapshotPath(period: string, { snapshot }: Pick<ClosedLine, 'snapshot'>): string {
  return `${archivePath(period)}/${snapshot}`;
}

/** Why a snapshot cannot be relied on. */
export type SnapshotFault = 'changed' | 'missing' | 'unreadable';

/** The snapshot that a line of the record names, or why it cannot be relied on. */
export function loadSnapshot(folder: string, period: string, line: ClosedLine): Snapshot | SnapshotFault {
  const file = snapshotPath(period, line);
  const path = join(folder, file);
  if (!isThere(path)) return 'missing';
  const bytes = onDisk('đọc', file, () => readFileSync(path));
  if (sha256(bytes) !== line.sha256) return 'changed';
  return parseSnapshot(bytes.toString('utf8')) ?? 'unreadable';
}
