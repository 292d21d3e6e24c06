import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';

/** One entry of a ZIP's central directory; sizes in bytes as the directory claims them. */
export interface ZipEntry {
  /** With `/` between folders and none in front. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the entry's local header begins. */
  readonly offset: number;
}

/** Why a ZIP is not opened. `too-large`: it would unpack to more than the limits below. */
export type ZipFault = 'damaged' | 'encrypted' | 'too-large';

/** The largest honest workbooks of a corpus of 6,400 stay below these. */
const MAX_ENTRIES = 4_000;
const MAX_PART_BYTES = 96 * 1024 * 1024;
const MAX_TOTAL_BYTES = 160 * 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The end record closes the file: its comment reaches exactly to the last byte. */
function endRecordAt(zip: Buffer): number | undefined {
  const first = Math.max(0, zip.length - END_LENGTH - 0xffff);
  for (let at = zip.length - END_LENGTH; at >= first; at--) {
    if (zip.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_LENGTH + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  return undefined;
}

function readEntry(zip: Buffer, at: number): { readonly entry: ZipEntry; readonly isEncrypted: boolean; next: number } {
  const nameLength = zip.readUInt16LE(at + 28);
  const nameEnd = at + CENTRAL_LENGTH + nameLength;
  const name = zip
    .toString('utf8', at + CENTRAL_LENGTH, nameEnd)
    .replace(/\\/gu, '/')
    .replace(/^\/+/u, '');
  return {
    entry: {
      name,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      compressedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    },
    isEncrypted: (zip.readUInt16LE(at + 8) & 0x2041) !== 0,
    next: nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  };
}

/** The entries of a ZIP in memory, or why it cannot be trusted. Looks at the directory only; nothing is unpacked. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | ZipFault {
  const zip = bufferOf(bytes);
  const end = endRecordAt(zip);
  if (end === undefined) return 'damaged';
  const count = zip.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return 'too-large';
  let at = zip.readUInt32LE(end + 16);
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_LENGTH > end || zip.readUInt32LE(at) !== CENTRAL_SIGNATURE) return 'damaged';
    const { entry, isEncrypted, next } = readEntry(zip, at);
    if (isEncrypted) return 'encrypted';
    const key = entry.name.toLowerCase();
    if (next > end || entries.has(key)) return 'damaged';
    entries.set(key, entry);
    at = next;
  }
  return [...entries.values()];
}

function inflateEntry(zip: Buffer, entry: ZipEntry): Uint8Array | undefined {
  if (entry.offset + LOCAL_LENGTH > zip.length || zip.readUInt32LE(entry.offset) !== LOCAL_SIGNATURE) return undefined;
  const start = entry.offset + LOCAL_LENGTH + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  if (start + entry.compressedSize > zip.length) return undefined;
  const raw = zip.subarray(start, start + entry.compressedSize);
  if (entry.method === STORED) return raw;
  // Some writers store an empty part as zero bytes of deflate data, which no inflater accepts.
  if (entry.method !== DEFLATED || raw.length === 0) return entry.size === 0 ? raw : undefined;
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    return undefined;
  }
}

/** The unpacked bytes of those entries by name, checked for length and CRC-32, or why they cannot be had. */
export function inflateEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): ReadonlyMap<string, Uint8Array> | ZipFault {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_TOTAL_BYTES || entries.some(({ size }) => size > MAX_PART_BYTES)) return 'too-large';
  const zip = bufferOf(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const part = inflateEntry(zip, entry);
    if (part?.length !== entry.size || crc32(part) !== entry.crc) return 'damaged';
    parts.set(entry.name, part);
  }
  return parts;
}
