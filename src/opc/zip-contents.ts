import { crc32, inflateRawSync } from 'node:zlib';
import { ZIP_LIMITS } from './limits.ts';
import { bufferOf, DAMAGED, isZipFault, type ZipEntry, type ZipFault } from './zip-entry.ts';

/** Unpacks one entry and checks it. */
export type Unpack = (entry: ZipEntry) => Uint8Array | ZipFault;

const STORED = 0;
/** Bytes in which the inflater asks for memory: a claimed size is never allocated at once. */
const LARGEST_CHUNK = 1024 * 1024;
const SMALLEST_CHUNK = 1024;

function inflate(raw: Uint8Array, size: number): Uint8Array | undefined {
  // Some writers store an empty part as zero bytes of deflate data, which no inflater accepts.
  if (raw.length === 0) return raw;
  try {
    // One byte more than expected, so that the inflater reaches the end of the data without asking for another chunk.
    const chunkSize = Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, size + 1));
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, size), chunkSize });
  } catch {
    return undefined;
  }
}

/**
 * A function that unpacks entries of that zip. Each must come out as long as the directory says, whatever that is, within the
 * limit of a part and of all parts that the function has unpacked so far, and with the right CRC-32.
 */
export function unpacker(bytes: Uint8Array): Unpack {
  const zip = bufferOf(bytes);
  let total = 0;
  return ({ method, size, compressedSize, start, crc }) => {
    if (size > ZIP_LIMITS.partBytes) return { kind: 'too-large', limit: { id: 'partBytes', found: size } };
    total += size;
    if (total > ZIP_LIMITS.unpackedBytes) return { kind: 'too-large', limit: { id: 'unpackedBytes', found: total } };
    const raw = zip.subarray(start, start + compressedSize);
    const part = method === STORED ? raw : inflate(raw, size);
    return part?.length === size && crc32(part) === crc ? part : DAMAGED;
  };
}

/** The unpacked bytes of those entries by name, or why they cannot be had. */
export function inflateEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): ReadonlyMap<string, Uint8Array> | ZipFault {
  const unpack = unpacker(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const part = unpack(entry);
    if (isZipFault(part)) return part;
    parts.set(entry.name, part);
  }
  return parts;
}
