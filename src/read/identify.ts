import { Buffer } from 'node:buffer';
import { identifyMarkup } from './identify-markup.ts';
import { identifyZip } from './identify-zip.ts';
import type { FileKind, Identified, RefusedKind } from './kind.ts';
import { openCompoundFile } from './legacy/compound-file.ts';
import { looksLikeText } from './text/decode.ts';

/** How known files begin, as Latin-1; a text could not begin like that. */
const BEGINNINGS: readonly (readonly [string, RefusedKind])[] = [
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'word'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF87a', 'picture'],
  ['GIF89a', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['Rar!\x1a', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['\xfd7zXZ\0', 'archive'],
  ['MSCF\0', 'archive'],
  ['\x7fELF', 'program'],
  ['L\0\0\0\x01\x14\x02\0', 'link'],
  // A sheet of Excel 2 to 4, or of later ones without the file around it.
  ['\x09\0\x04\0', 'old-excel'],
  ['\x09\x02\x06\0', 'old-excel'],
  ['\x09\x04\x06\0', 'old-excel'],
  ['\x09\x08\x06\0', 'old-excel'],
  ['\x09\x08\x08\0', 'old-excel'],
  ['\x09\x08\x10\0', 'old-excel'],
];
const ZIPS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** HEIC and AVIF: what the cameras of telephones save. */
const CAMERA = /^ftyp(?:hei|hev|mif1|msf1|avif)/u;

/** Files that begin with letters, as a text may, and go on as no text does. */
function identifyLetters(beginning: string): RefusedKind | undefined {
  if (beginning.startsWith('BM') && beginning.slice(6, 10) === '\0\0\0\0') return 'picture';
  if (beginning.startsWith('RIFF') && beginning.slice(8, 12) === 'WEBP') return 'picture';
  if (CAMERA.test(beginning.slice(4, 12))) return 'picture';
  return beginning.startsWith('MZ') && beginning.includes('\0') ? 'program' : undefined;
}

/** What lies in the root of an OLE2 file tells which program wrote it. */
const STREAMS: readonly (readonly [string, FileKind])[] = [
  ['ENCRYPTEDPACKAGE', 'encrypted'],
  ['WORKBOOK', 'xls'],
  ['BOOK', 'xls'],
  ['WORDDOCUMENT', 'word'],
  ['POWERPOINT DOCUMENT', 'presentation'],
  ['__PROPERTIES_VERSION1.0', 'mail'],
];

function identifyCompound(bytes: Uint8Array): Identified {
  const root = openCompoundFile(bytes)?.root;
  if (root === undefined) return { kind: 'damaged' };
  return { kind: STREAMS.find(([name]) => root.has(name))?.[1] ?? 'unknown' };
}

/** What the bytes are; the file's name has no say. Never throws. */
export function identify(bytes: Uint8Array): Identified {
  if (bytes.length === 0) return { kind: 'empty' };
  const beginning = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (ZIPS.some((start) => beginning.startsWith(start))) return identifyZip(bytes);
  if (beginning.startsWith(COMPOUND)) return identifyCompound(bytes);
  const known = BEGINNINGS.find(([start]) => beginning.startsWith(start))?.[1] ?? identifyLetters(beginning);
  if (known !== undefined) return { kind: known };
  return looksLikeText(bytes) ? { kind: identifyMarkup(bytes) } : { kind: 'unknown' };
}
