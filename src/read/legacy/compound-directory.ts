import type { Buffer } from 'node:buffer';

/** One entry of a compound file's directory. */
export interface CompoundEntry {
  readonly name: string;
  readonly type: 'folder' | 'root' | 'stream' | 'unused';
  /** Neighbours and first child: the entries of one folder are a tree. */
  readonly left: number;
  readonly right: number;
  readonly child: number;
  /** The first sector. */
  readonly start: number;
  /** In bytes. */
  readonly size: number;
}

const ENTRY_LENGTH = 128;
const NONE = 0xffffffff;
const TYPES: Readonly<Record<number, CompoundEntry['type']>> = { 1: 'folder', 2: 'stream', 5: 'root' };

function readEntry(entry: Buffer): CompoundEntry {
  const nameLength = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2);
  return {
    name: entry.toString('utf16le', 0, nameLength),
    type: TYPES[entry.readUInt8(66)] ?? 'unused',
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    start: entry.readUInt32LE(116),
    // The upper half is for files beyond 4 GB; old writers left anything there.
    size: entry.readUInt32LE(120),
  };
}

/** All entries, the root first; undefined when there is no root. */
export function readEntries(directory: Buffer): readonly CompoundEntry[] | undefined {
  const count = Math.floor(directory.length / ENTRY_LENGTH);
  const entries = Array.from({ length: count }, (_, index) =>
    readEntry(directory.subarray(index * ENTRY_LENGTH, (index + 1) * ENTRY_LENGTH)),
  );
  return entries[0]?.type === 'root' ? entries : undefined;
}

/** What lies directly in the root folder, by name in capitals; undefined when its tree loops or leaves the directory. */
export function rootOf(entries: readonly CompoundEntry[]): ReadonlyMap<string, CompoundEntry> | undefined {
  const found = new Map<string, CompoundEntry>();
  const waiting = [entries[0]?.child ?? NONE];
  const seen = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === NONE) continue;
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) return undefined;
    seen.add(at);
    found.set(entry.name.toUpperCase(), entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
