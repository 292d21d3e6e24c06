import { isUtf8, type Buffer } from 'node:buffer';
import { ZIP_LIMITS } from './limits.ts';
import { locateEntries, type ListedEntry } from './zip-headers.ts';
import { findEnd, type ZipEnd } from './zip-end.ts';
import { bufferOf, DAMAGED, ENCRYPTED, isZipFault, type ZipEntry, type ZipFault } from './zip-entry.ts';

const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const ZIP64_FIELD = 0x0001;
const IN_ZIP64_FIELD = 0xffffffff;
/** Bit 0: encrypted; bit 6: strongly so; bit 13: the directory itself is masked. */
const ENCRYPTION_FLAGS = 0x2041;

/** Where the data of the extra field with that id begin. */
function extraField(zip: Buffer, start: number, end: number, id: number): number | undefined {
  for (let at = start; at + 4 <= end; at += 4 + zip.readUInt16LE(at + 2)) {
    if (zip.readUInt16LE(at) === id) return at + 4;
  }
  return undefined;
}

/** Sizes and offset; those that did not fit into 32 bits stand in an extra field, in this order. */
function extentOf(zip: Buffer, at: number, extra: number, end: number): readonly [number, number, number] {
  const inPlace = [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)] as const;
  let field = inPlace.includes(IN_ZIP64_FIELD) ? extraField(zip, extra, end, ZIP64_FIELD) : undefined;
  const value = (number: number): number => {
    if (number !== IN_ZIP64_FIELD || field === undefined || field + 8 > end) return number;
    field += 8;
    return Number(zip.readBigUInt64LE(field - 8));
  };
  return [value(inPlace[0]), value(inPlace[1]), value(inPlace[2])];
}

/** Undefined when the entry reaches out of the directory. */
function readEntry(zip: Buffer, at: number, limit: number): (ListedEntry & { readonly next: number }) | undefined {
  if (at + CENTRAL_LENGTH > limit || zip.readUInt32LE(at) !== CENTRAL_SIGNATURE) return undefined;
  const nameEnd = at + CENTRAL_LENGTH + zip.readUInt16LE(at + 28);
  const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
  const next = extraEnd + zip.readUInt16LE(at + 32);
  if (next > limit) return undefined;
  const rawName = zip.subarray(at + CENTRAL_LENGTH, nameEnd);
  const [size, compressedSize, header] = extentOf(zip, at, nameEnd, extraEnd);
  return {
    name: rawName.toString(isUtf8(rawName) ? 'utf8' : 'latin1').replace(/\\/gu, '/'),
    rawName,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    isEncrypted: (zip.readUInt16LE(at + 8) & ENCRYPTION_FLAGS) !== 0,
    compressedSize,
    size,
    header,
    next,
  };
}

/** Names that lead out of the package are made to write where they should not; no office program makes them. */
function isEscaping(name: string): boolean {
  return name === '' || name.includes('\0') || /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/iu.test(name);
}

function listedEntries(zip: Buffer, end: ZipEnd): readonly ListedEntry[] | ZipFault {
  const limit = end.directory + end.directorySize;
  const entries = new Map<string, ListedEntry>();
  let at = end.directory;
  for (let index = 0; index < end.entryCount; index++) {
    const entry = readEntry(zip, at, limit);
    if (entry === undefined) return DAMAGED;
    if (entry.isEncrypted) return ENCRYPTED;
    const key = entry.name.toLowerCase();
    if (entries.has(key) || isEscaping(key)) return DAMAGED;
    entries.set(key, entry);
    at = entry.next;
  }
  return at === limit ? [...entries.values()] : DAMAGED;
}

/**
 * The entries of a zip in memory, in the directory's order, or why it cannot be trusted: no end record, a directory outside the
 * file, too many entries, names that are equal but for their case or lead out of the package, encryption, other methods than
 * store and deflate, entries that are not where they should be or lie upon one another. Nothing is unpacked.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | ZipFault {
  const zip = bufferOf(bytes);
  const end = findEnd(zip);
  if (end === undefined) return DAMAGED;
  if (end.entryCount > ZIP_LIMITS.zipEntries) {
    return { kind: 'too-large', limit: { id: 'zipEntries', found: end.entryCount } };
  }
  const listed = listedEntries(zip, end);
  return isZipFault(listed) ? listed : locateEntries(zip, listed, end.directory);
}
