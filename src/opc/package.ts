import { partKey } from './part-name.ts';
import { unpacker } from './zip-contents.ts';
import { readZipDirectory } from './zip-directory.ts';
import { DAMAGED, isZipFault, type ZipEntry, type ZipFault } from './zip-entry.ts';

/** An opened package (Open Packaging Conventions: what .xlsx and .docx are). Parts are unpacked when they are asked for. */
export interface Package {
  /** The names of all parts, as the zip's directory has them. */
  readonly names: readonly string[];
  /** The bytes of the part, checked; undefined when there is none of that name in any letter case. */
  readonly part: (name: string) => Uint8Array | ZipFault | undefined;
}

/** The package in those bytes, or why it is not opened. */
export function openPackage(bytes: Uint8Array): Package | ZipFault {
  const entries = readZipDirectory(bytes);
  if (isZipFault(entries)) return entries;
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = partKey(entry.name);
    // Two spellings of one name: which of the two an office program takes is a matter of luck.
    if (parts.has(key)) return DAMAGED;
    parts.set(key, entry);
  }
  const unpack = unpacker(bytes);
  return {
    names: entries.map(({ name }) => name),
    part: (name) => {
      const entry = parts.get(partKey(name));
      return entry === undefined ? undefined : unpack(entry);
    },
  };
}
