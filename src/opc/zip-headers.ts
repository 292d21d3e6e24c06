import type { Buffer } from 'node:buffer';
import { DAMAGED, ENCRYPTED, type ZipEntry, type ZipFault } from './zip-entry.ts';

/** An entry as the directory lists it. */
export interface ListedEntry extends Omit<ZipEntry, 'start'> {
  readonly rawName: Buffer;
  readonly isEncrypted: boolean;
  /** Where the directory says that the entry's own header begins. */
  readonly header: number;
}

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;

/** Where the entry's data begin, by its own header, which must carry the same name. */
function startOf(zip: Buffer, { header, rawName }: ListedEntry): number | ZipFault {
  if (header + LOCAL_LENGTH > zip.length || zip.readUInt32LE(header) !== LOCAL_SIGNATURE) return DAMAGED;
  if ((zip.readUInt16LE(header + 6) & ENCRYPTED_FLAG) !== 0) return ENCRYPTED;
  const nameEnd = header + LOCAL_LENGTH + zip.readUInt16LE(header + 26);
  if (!zip.subarray(header + LOCAL_LENGTH, nameEnd).equals(rawName)) return DAMAGED;
  return nameEnd + zip.readUInt16LE(header + 28);
}

/**
 * The entries with the place of their data, in the order given. `end` is where the entries must end: at the directory. Entries
 * that share bytes are a bomb (a thousand of them on one stream) or a trick; a data descriptor or a gap between two is fine.
 */
export function locateEntries(
  zip: Buffer,
  listed: readonly ListedEntry[],
  end: number,
): readonly ZipEntry[] | ZipFault {
  const located: ZipEntry[] = [];
  const extents: (readonly [number, number])[] = [];
  for (const entry of listed) {
    const { name, method, crc, compressedSize, size, header } = entry;
    if (method !== STORED && method !== DEFLATED) return DAMAGED;
    const start = startOf(zip, entry);
    if (typeof start !== 'number') return start;
    located.push({ name, method, crc, compressedSize, size, start });
    extents.push([header, start + compressedSize]);
  }
  extents.sort(([one], [other]) => one - other);
  const areApart = extents.every(([, reach], index) => reach <= (extents[index + 1]?.[0] ?? end));
  return areApart ? located : DAMAGED;
}
