import { openPackage, type Package } from '../../opc/package.ts';
import { packParts } from '../../opc/pack-parts.ts';
import { partKey } from '../../opc/part-name.ts';
import { editableText } from '../../opc/xml-edit.ts';
import { isZipFault } from '../../opc/zip-entry.ts';

/** The parts of a package while it is edited; what is not put anew stays byte for byte. */
export interface BookParts {
  readonly opened: Package;
  /** The text of an XML part with that root; undefined when it is missing or cannot be edited. */
  readonly text: (part: string, own: ReadonlySet<string>, root: string) => string | undefined;
  readonly has: (part: string) => boolean;
  readonly put: (part: string, text: string) => void;
  /** The first name of `xl/comments1.xml`, `xl/comments2.xml` … that no part has. */
  readonly freeName: (stem: string, ending: string) => string;
  readonly packed: () => Uint8Array;
}

/** Opens a package for editing, every part unpacked and checked; undefined when it is damaged or too large. */
export function openParts(bytes: Uint8Array): BookParts | undefined {
  const opened = openPackage(bytes);
  if (isZipFault(opened)) return undefined;
  const parts = new Map<string, Uint8Array>();
  const nameOf = new Map<string, string>();
  for (const name of opened.names) {
    const part = opened.part(name);
    // A name that is no name of a part for the library that packs.
    if (part === undefined || isZipFault(part) || name === '__proto__') return undefined;
    if (name.endsWith('/')) continue;
    parts.set(name, part);
    nameOf.set(partKey(name), name);
  }
  const has = (part: string): boolean => nameOf.has(partKey(part));
  return {
    opened,
    has,
    text: (part, own, root) => {
      const found = parts.get(nameOf.get(partKey(part)) ?? part);
      return found === undefined ? undefined : editableText(found, own, root);
    },
    put: (part, text) => {
      const name = nameOf.get(partKey(part)) ?? part;
      nameOf.set(partKey(name), name);
      parts.set(name, new TextEncoder().encode(text));
    },
    freeName: (stem, ending) => {
      let number = 1;
      while (has(`${stem}${String(number)}${ending}`)) number++;
      return `${stem}${String(number)}${ending}`;
    },
    packed: () => packParts(parts),
  };
}
