import { Buffer } from 'node:buffer';
import { chainOf, END_OF_CHAIN, numbersOf, type SectorSpace } from './compound-chains.ts';
import { readEntries, rootOf, type CompoundEntry } from './compound-directory.ts';

/** An OLE2 compound file (.xls, .doc, .msg …): a small file system. Every chain of sectors was walked to its end. */
export interface CompoundFile {
  /** What lies in the root folder, by name in capitals; names do not differ by case. */
  readonly root: ReadonlyMap<string, CompoundEntry>;
  /** The bytes of a stream. */
  readonly contentOf: (entry: CompoundEntry) => Buffer;
}

const HEADER_LENGTH = 512;
/** Sector numbers of the sector table that stand in the header. */
const DIRECT_COUNT = 109;
const FREE = 0xffffffff;

interface Header {
  readonly sectorSize: number;
  readonly directory: number;
  readonly smallTable: number;
  /** Streams shorter than this lie in small sectors within the root's own stream. */
  readonly smallBelow: number;
}

function readHeader(file: Buffer): Header | undefined {
  if (file.length < HEADER_LENGTH) return undefined;
  const [version, shift, smallShift] = [file.readUInt16LE(26), file.readUInt16LE(30), file.readUInt16LE(32)];
  const isKnown = (version === 3 && shift === 9) || (version === 4 && shift === 12);
  if (!isKnown || smallShift !== 6 || file.readUInt32LE(56) !== 4096) return undefined;
  return {
    sectorSize: 1 << shift,
    directory: file.readUInt32LE(48),
    smallTable: file.readUInt32LE(60),
    smallBelow: 4096,
  };
}

/** The sectors that hold the sector table: 109 are named in the header, the rest in a chain of their own. */
function tableSectors(file: Buffer, space: Omit<SectorSpace, 'next'>): readonly number[] | undefined {
  const listed = [...numbersOf(file.subarray(76, 76 + DIRECT_COUNT * 4))];
  let at = file.readUInt32LE(68);
  for (let seen = 0; at !== END_OF_CHAIN && at !== FREE; seen++) {
    if (at >= space.count || seen >= space.count) return undefined;
    const numbers = numbersOf(space.sector(at));
    listed.push(...numbers.slice(0, space.size / 4 - 1));
    at = numbers[space.size / 4 - 1] ?? END_OF_CHAIN;
  }
  const sectors = listed.filter((sector) => sector !== FREE && sector !== END_OF_CHAIN);
  return sectors.length <= space.count && sectors.every((sector) => sector < space.count) ? sectors : undefined;
}

function openSectors(file: Buffer, { sectorSize }: Header): SectorSpace | undefined {
  const size = sectorSize;
  const count = Math.max(0, Math.ceil(file.length / size) - 1);
  const sector = (index: number): Buffer => file.subarray((index + 1) * size, (index + 2) * size);
  const tables = tableSectors(file, { size, count, sector });
  if (tables === undefined) return undefined;
  return { size, count, sector, next: tables.flatMap((index) => numbersOf(sector(index))) };
}

function joined(space: SectorSpace, start: number): Buffer | undefined {
  const chain = start === FREE ? [] : chainOf(space, start);
  return chain === undefined ? undefined : Buffer.concat(chain.map(space.sector));
}

/** The small sectors, cut out of the root's own stream. */
function openSmallSectors(big: SectorSpace, { smallTable }: Header, root: CompoundEntry): SectorSpace | undefined {
  const table = joined(big, smallTable);
  const content = root.size === 0 ? Buffer.alloc(0) : joined(big, root.start);
  if (table === undefined || content === undefined || content.length < root.size) return undefined;
  const size = 64;
  return {
    size,
    count: Math.ceil(content.length / size),
    next: numbersOf(table),
    sector: (index) => content.subarray(index * size, (index + 1) * size),
  };
}

/** The chain of every stream, each long enough for its stream; undefined when one is not, or when two share sectors. */
function streamChains(
  entries: readonly CompoundEntry[],
  spaceOf: (entry: CompoundEntry) => SectorSpace,
): ReadonlyMap<CompoundEntry, readonly number[]> | undefined {
  const chains = new Map<CompoundEntry, readonly number[]>();
  const used = new Map<SectorSpace, number>();
  for (const entry of entries) {
    if (entry.type !== 'stream') continue;
    const space = spaceOf(entry);
    const chain = entry.size === 0 ? [] : chainOf(space, entry.start);
    const total = (used.get(space) ?? 0) + (chain?.length ?? 0);
    if (chain === undefined || total > space.count) return undefined;
    const last = space.sector(chain.at(-1) ?? 0).length;
    if (chain.length > 0 && (chain.length - 1) * space.size + last < entry.size) return undefined;
    used.set(space, total);
    chains.set(entry, chain);
  }
  return chains;
}

/** The compound file in those bytes, or undefined when it is damaged: a chain that loops, ends too early or leaves the file. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(file);
  const big = header === undefined ? undefined : openSectors(file, header);
  const directory = big === undefined || header === undefined ? undefined : joined(big, header.directory);
  const entries = directory === undefined ? undefined : readEntries(directory);
  const root = entries?.[0];
  if (header === undefined || big === undefined || entries === undefined || root === undefined) return undefined;
  const small = openSmallSectors(big, header, root);
  const inRoot = rootOf(entries);
  if (small === undefined || inRoot === undefined) return undefined;
  const spaceOf = ({ size }: CompoundEntry): SectorSpace => (size < header.smallBelow ? small : big);
  const chains = streamChains(entries, spaceOf);
  if (chains === undefined) return undefined;
  const contentOf = (entry: CompoundEntry): Buffer =>
    Buffer.concat((chains.get(entry) ?? []).map(spaceOf(entry).sector)).subarray(0, entry.size);
  return { root: inRoot, contentOf };
}
