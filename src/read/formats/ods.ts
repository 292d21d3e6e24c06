import { openPackage, type Package } from '../../opc/package.ts';
import { isZipFault } from '../../opc/zip-entry.ts';
import type { Contents, Extra, Format } from '../format.ts';
import { attempt, damaged, giveUp } from '../give-up.ts';
import { readPackedDocument } from '../legacy/open-document.ts';

function partOf(from: Package, name: string): Uint8Array | undefined {
  const part = from.part(name);
  return part !== undefined && isZipFault(part) ? giveUp(part) : part;
}

/** Charts are objects, too, but no more than what they show of the cells; only other files are worth a word. */
function packedExtras({ names }: Package): readonly Extra[] {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const extras: Extra[] = [];
  if (has(/^Object \d+$/u)) extras.push('embedded-objects');
  if (has(/^(?:Basic|Scripts)\/.*[^/]$/u)) extras.push('macros');
  return extras;
}

function read(bytes: Uint8Array): Contents {
  const from = openPackage(bytes);
  if (isZipFault(from)) return giveUp(from);
  const content = partOf(from, 'content.xml') ?? damaged();
  const { sheets, extras } = readPackedDocument(content, partOf(from, 'styles.xml'));
  return { sheets, extras: [...extras, ...packedExtras(from)].sort() };
}

/** OpenDocument in its package (.ods): a reader of our own over checked parts (ADR 0015). */
export const ods: Format = { kinds: ['ods'], read: (bytes) => attempt(() => read(bytes)) };
