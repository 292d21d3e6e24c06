import { join } from 'node:path';
import type { Unit } from '../../model/unit.ts';
import { closingOf, type ClosedLine } from '../closing/journal.ts';
import { loadSnapshot } from '../closing/snapshot.ts';
import { INBOX_FOLDER, loadInbox } from '../inbox.ts';
import type { OpenRound } from '../open-round.ts';
import type { Workspace } from '../open-workspace.ts';
import { isThere } from '../presence.ts';
import { cleanName } from './clean-name.ts';
import type { ReceivedLine } from './entries.ts';
import { loadLedger, nextEntry, receiptsByHash } from './ledger.ts';

/** The inbox of a round with its ledger, and the names and contents that are taken by now. */
export interface Shelf {
  readonly opened: OpenRound;
  /** How the round was closed; undefined while it is open. */
  readonly closing: ClosedLine | undefined;
  readonly folder: string;
  readonly entry: number;
  readonly receipts: ReadonlyMap<string, ReceivedLine>;
  /** The entry in which each unit sent something last. */
  readonly latest: ReadonlyMap<string, number>;
  /** Names of files by their content. */
  readonly stored: Map<string, string>;
  readonly names: Set<string>;
}

/** The shelf of a round as it is now. */
export function openShelf(workspace: Workspace, opened: OpenRound): Shelf {
  const period = opened.round.period.id;
  const { lines } = loadLedger(workspace.folder, period);
  const { files } = loadInbox(workspace.folder, period);
  return {
    opened,
    closing: closingOf(workspace.folder, period),
    folder: join(workspace.folder, INBOX_FOLDER, period),
    entry: nextEntry(lines),
    receipts: receiptsByHash(lines),
    latest: new Map(lines.flatMap((line) => (line.kind === 'received' ? [[line.unit, line.entry] as const] : []))),
    stored: new Map(files.map(({ source }) => [source.sha256, source.file])),
    names: new Set(files.map(({ source }) => source.file.toLowerCase())),
  };
}

/** A clean name that no file there has. */
export function freeName(shelf: Shelf, file: string, units: readonly Unit[]): string {
  for (let copy = 1; ; copy++) {
    const name = cleanName(file, units, copy);
    if (!shelf.names.has(name.toLowerCase()) && !isThere(join(shelf.folder, name))) return name;
  }
}

/** The name of a file that was entered before and lies in the inbox no more, if nobody has taken it. */
export function keptName({ names }: Shelf, known: ReceivedLine | undefined): string | undefined {
  return known === undefined || names.has(known.file.toLowerCase()) ? undefined : known.file;
}

/** Whether a file of that content came for the round before it was closed. */
export function hasComeBefore({ closing, receipts, opened }: Shelf, sha256: string): boolean {
  if (closing === undefined || receipts.has(sha256)) return closing !== undefined;
  const snapshot = loadSnapshot(opened.workspace.folder, opened.round.period.id, closing);
  return typeof snapshot !== 'string' && snapshot.figures.sources.some((source) => source.sha256 === sha256);
}
