import { Buffer } from 'node:buffer';
import { inflateEntries, readZipDirectory, type ZipEntry } from '../opc/zip-directory.ts';

/** The kinds of spreadsheet that can be read. `xlsx` is any OOXML workbook (.xlsx, .xlsm, .xltx …). */
export type WorkbookKind = 'ods' | 'xls' | 'xlsb' | 'xlsx';

/** What else a file can turn out to be. */
export type RefusedKind =
  | 'archive'
  | 'damaged'
  | 'empty'
  | 'encrypted'
  | 'pdf'
  | 'picture'
  | 'presentation'
  | 'text'
  | 'too-large'
  | 'unknown'
  | 'web-page'
  | 'word';

export type FileKind = WorkbookKind | RefusedKind;

/** Whether the kind is a spreadsheet. */
export function isWorkbookKind(kind: FileKind): kind is WorkbookKind {
  return kind === 'ods' || kind === 'xls' || kind === 'xlsb' || kind === 'xlsx';
}

/** Known beginnings of files, as Latin-1. */
const BEGINNINGS: readonly (readonly [string, RefusedKind])[] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'word'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['RIFF', 'picture'],
  ['\0\0\0\x18ftyp', 'picture'],
  ['\0\0\0\x1cftyp', 'picture'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
];

const ZIP = 'PK';
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const WEB_PAGE = /^\s*<(?:!doctype\s+html|html|table|head|body|meta)\b/iu;
const SPREADSHEET_MIME = 'application/vnd.oasis.opendocument.spreadsheet';

/** What the bytes are; the name and its extension have no say. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const beginning = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (beginning.startsWith(ZIP)) return kindOfZip(bytes);
  if (beginning.startsWith(COMPOUND)) return kindOfCompound(bytes);
  const known = BEGINNINGS.find(([start]) => beginning.startsWith(start));
  if (known !== undefined) return known[1];
  if (/^(?:\xff\xfe|\xfe\xff)/u.test(beginning)) return 'text';
  if (beginning.includes('\0')) return 'unknown';
  return WEB_PAGE.test(beginning.replace(/^\xef\xbb\xbf/u, '')) ? 'web-page' : 'text';
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const entries = readZipDirectory(bytes);
  if (typeof entries === 'string') return entries;
  const names = entries.map(({ name }) => name.toLowerCase());
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (names.includes('mimetype')) return kindOfOpenDocument(bytes, entries);
  if (has(/(?:^|\/)workbook\.bin$/u)) return 'xlsb';
  if (has(/^xl\/|(?:^|\/)workbook\d*\.xml$/u)) return 'xlsx';
  if (has(/^word\//u)) return 'word';
  if (has(/^ppt\//u)) return 'presentation';
  return 'archive';
}

function kindOfOpenDocument(bytes: Uint8Array, entries: readonly ZipEntry[]): FileKind {
  const wanted = entries.filter(({ name }) => name === 'mimetype' || name === 'META-INF/manifest.xml');
  const parts = inflateEntries(bytes, wanted);
  if (typeof parts === 'string') return parts;
  const text = (name: string): string => Buffer.from(parts.get(name) ?? []).toString('utf8');
  if (text('META-INF/manifest.xml').includes('encryption-data')) return 'encrypted';
  const mime = text('mimetype');
  if (mime.startsWith(SPREADSHEET_MIME)) return 'ods';
  if (mime.includes('presentation')) return 'presentation';
  return mime.includes('opendocument.text') ? 'word' : 'archive';
}

/** OLE2: the names of the streams stand in the file as UTF-16. */
function kindOfCompound(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => file.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('Workbook') || has('Book')) return 'xls';
  if (has('WordDocument')) return 'word';
  return has('PowerPoint Document') ? 'presentation' : 'unknown';
}
