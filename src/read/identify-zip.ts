import { Buffer } from 'node:buffer';
import { inflateEntries } from '../opc/zip-contents.ts';
import { readZipDirectory } from '../opc/zip-directory.ts';
import { isZipFault, type ZipEntry } from '../opc/zip-entry.ts';
import type { Identified } from './kind.ts';

const SPREADSHEET = 'opendocument.spreadsheet';
const MANIFEST = 'META-INF/manifest.xml';

/** The small file `mimetype` says what an OpenDocument is; where it is missing, the list of parts does. */
function identifyOpenDocument(bytes: Uint8Array, entries: readonly ZipEntry[]): Identified {
  const wanted = entries.filter(({ name }) => name === 'mimetype' || name === MANIFEST);
  const parts = inflateEntries(bytes, wanted);
  if (isZipFault(parts)) return parts;
  const text = (name: string): string => Buffer.from(parts.get(name) ?? []).toString('latin1');
  if (text(MANIFEST).includes('encryption-data')) return { kind: 'encrypted' };
  const mime = text('mimetype') === '' ? text(MANIFEST) : text('mimetype');
  if (mime.includes(SPREADSHEET)) return { kind: 'ods' };
  if (mime.includes('opendocument.presentation')) return { kind: 'presentation' };
  return { kind: mime.includes('opendocument.text') ? 'word' : 'archive' };
}

/** What a zip is, by the names of its entries. */
export function identifyZip(bytes: Uint8Array): Identified {
  const entries = readZipDirectory(bytes);
  if (isZipFault(entries)) return entries;
  const names = entries.map(({ name }) => name.toLowerCase());
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (names.includes('mimetype') || (names.includes('content.xml') && names.includes(MANIFEST.toLowerCase()))) {
    return identifyOpenDocument(bytes, entries);
  }
  if (has(/(?:^|\/)workbook\.bin$/u)) return { kind: 'xlsb' };
  if (has(/^xl\/|(?:^|\/)workbook\d*\.xml$/u)) return { kind: 'xlsx' };
  if (has(/^word\//u)) return { kind: 'word' };
  if (has(/^ppt\//u)) return { kind: 'presentation' };
  return { kind: has(/^index\/(?:tables\/|calculationengine)/u) ? 'numbers' : 'archive' };
}
