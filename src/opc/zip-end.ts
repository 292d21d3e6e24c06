import type { Buffer } from 'node:buffer';

/** What the end of a zip says of its directory. */
export interface ZipEnd {
  readonly entryCount: number;
  /** Where the directory begins, and its length in bytes. */
  readonly directory: number;
  readonly directorySize: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_LENGTH = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_LENGTH = 56;

/** The end record closes the file: its comment reaches exactly to the last byte. */
function endRecordAt(zip: Buffer): number | undefined {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--) {
    if (zip.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_LENGTH + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  return undefined;
}

/** Writers that do not know the size in advance use the large form (zip64) for small files, too. */
function largeEnd(zip: Buffer, end: number): (ZipEnd & { readonly at: number }) | undefined {
  const locator = end - LOCATOR_LENGTH;
  if (locator < 0 || zip.readUInt32LE(locator) !== LOCATOR_SIGNATURE) return undefined;
  const at = Number(zip.readBigUInt64LE(locator + 8));
  if (at + END64_LENGTH > locator || zip.readUInt32LE(at) !== END64_SIGNATURE) return undefined;
  return {
    at,
    entryCount: Number(zip.readBigUInt64LE(at + 32)),
    directorySize: Number(zip.readBigUInt64LE(at + 40)),
    directory: Number(zip.readBigUInt64LE(at + 48)),
  };
}

/** What the end record says, or undefined when there is none, or it speaks of a directory outside the file. */
export function findEnd(zip: Buffer): ZipEnd | undefined {
  const at = endRecordAt(zip);
  if (at === undefined) return undefined;
  const small = {
    at,
    entryCount: zip.readUInt16LE(at + 10),
    directorySize: zip.readUInt32LE(at + 12),
    directory: zip.readUInt32LE(at + 16),
  };
  const { at: border, ...end } = largeEnd(zip, at) ?? small;
  return end.directory + end.directorySize <= border ? end : undefined;
}
