import { deflateRawSync } from 'node:zlib';
import { alike, type HostileFile } from '../support/hostile-file.ts';
import { fields, rawEntry, rawZip, type RawEnd, type RawEntry } from '../support/raw-zip.ts';
import { formEntries, formWith, INDICATORS, soundForm, soundParts } from '../support/sound-form.ts';

const LARGE = 0xffffffff;

/** The sound form with something else about one entry. */
function withEntry(change: Partial<RawEntry>, name = INDICATORS): Uint8Array {
  return rawZip(formEntries('xlsx', {}).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
}

/** The sound form with one entry more. */
function plus(...entries: readonly RawEntry[]): Uint8Array {
  return rawZip([...formEntries('xlsx', {}), ...entries]);
}

function ending(end: RawEnd): Uint8Array {
  return rawZip(formEntries('xlsx', {}), end);
}

/** The zip64 record and its locator; what they say of the directory, and where the locator looks for the record. */
function large(count: number, length: number, start: number, recordAt: number): Uint8Array {
  const record = fields(
    [0x06064b50, 4],
    [44, 8],
    [45, 2],
    [45, 2],
    [0, 4],
    [0, 4],
    [count, 8],
    [count, 8],
    [length, 8],
    [start, 8],
  );
  return Buffer.concat([record, fields([0x07064b50, 4], [0, 4], [recordAt, 8], [1, 4])]);
}

/** Sizes and place in the zip64 field of the directory. */
function largeField(size: number, packedSize: number, offset: number): Uint8Array {
  return fields([1, 2], [24, 2], [size, 8], [packedSize, 8], [offset, 8]);
}

function emptyEntries(count: number): readonly RawEntry[] {
  return Array.from({ length: count }, (_, index) => rawEntry(`x${String(index)}`, ''));
}

/** Deflate data that never come to an end: a valid beginning, then blocks that are never the last. */
function endless(): Uint8Array {
  const stored = Buffer.from([0, 0, 0, 0xff, 0xff]);
  return Buffer.alloc(stored.length * 200_000, stored);
}

const other = (name: string): RawEntry => rawEntry(name, soundParts('xlsx')[INDICATORS] ?? '');

/** Zips whose directory lies, or that no office program writes. */
export const DIRECTORIES: readonly HostileFile[] = [
  ...alike('xlsx', ['damaged'], {
    'two parts of one name': () => plus(other(INDICATORS)),
    'two parts whose names differ by case': () => plus(other(INDICATORS.toUpperCase())),
    'two parts whose names differ by the slash': () => plus(other(INDICATORS.replaceAll('/', '\\'))),
    'two parts whose names differ by an escape': () => plus(other('xl/worksheets/sheet%33.xml')),
    'a name that climbs out of the package': () => plus(rawEntry('../../etc/cron.d/x', 'x')),
    'a name that begins at the root': () => plus(rawEntry('/etc/passwd', 'x')),
    'a name with a drive': () => plus(rawEntry('C:\\Windows\\x.dll', 'x')),
    'a name with a NUL': () => plus(rawEntry('xl/a\0.xml', 'x')),
    'an empty name': () => plus(rawEntry('', 'x')),
    'a method that is unknown (LZMA)': () => withEntry({ method: 14 }),
    'a method that is unknown (99)': () => withEntry({ method: 99 }),
    'another name in the header of the entry': () => withEntry({ localName: 'xl/worksheets/sheet2.xml' }),
    'an entry that lies behind the file': () => withEntry({ offset: 0x7fffffff }),
    'an entry that lies in the directory': () => withEntry({ offset: soundForm('xlsx').length - 100 }),
    'data that reach behind the file': () => withEntry({ packedSize: 0x7fffffff }),
    'data that are shorter than they say': () => withEntry({ packedSize: 5 }),
    'a wrong checksum': () => withEntry({ crc: 0x12345678 }),
    'deflate data without an end': () => withEntry({ packed: endless() }),
    'deflate data of no bytes for a sheet': () => withEntry({ packed: new Uint8Array() }),
    'deflate data that stop in the middle': () =>
      withEntry({ packed: deflateRawSync(Buffer.alloc(10_312)).subarray(0, 9) }),
    'deflate data that refer to what is not there': () => withEntry({ packed: Buffer.from('63000300ff', 'hex') }),
    'deflate data with a reserved block': () => withEntry({ packed: Buffer.alloc(64, 0xff) }),
    'a directory behind the file': () => ending({ start: 0x7ffffff0 }),
    'a directory that is longer than the file': () => ending({ length: 0x7ffffff0 }),
    'a directory with fewer entries than said': () => ending({ count: 500 }),
    'a directory with more entries than said': () => ending({ count: 2 }),
    'a zip64 record with another number of entries': () => ending({ before: (at) => large(2, 10, 10, at) }),
    'a zip64 record with a directory behind the file': () =>
      ending({ before: (at) => large(14, 2 ** 52, 2 ** 62, at) }),
    'a zip64 entry of 2^63 bytes': () =>
      withEntry({ size: LARGE, packedSize: LARGE, offset: LARGE, extra: largeField(2 ** 63, 2 ** 63, 2 ** 63) }),
    'a zip64 entry without its field': () => withEntry({ size: LARGE, packedSize: LARGE, offset: LARGE }),
    'a comment that looks like an end record': () =>
      ending({ comment: fields([0x06054b50, 4], [0, 4], [1, 2], [1, 2], [46, 4], [0, 4], [0, 2]) }),
    'nothing but the first four bytes': () => Buffer.from('PK\x03\x04'),
  }),
  ...alike('xlsx', ['archive'], { 'nothing but an end record': () => rawZip([]) }),
  ...alike('xlsx', ['too-large: partBytes'], {
    'an extra field that is cut off': () => withEntry({ extra: fields([1, 2], [4000, 2]), size: LARGE }),
  }),
  ...alike('xlsx', ['encrypted'], {
    'an entry that says it is encrypted': () => withEntry({ flags: 1 }),
    'an entry that says it is strongly encrypted': () => withEntry({ flags: 0x41 }),
  }),
  ...alike('xlsx', ['too-large: zipEntries'], {
    'a zip64 record with a thousand million entries': () => ending({ before: (at) => large(1e9, 10, 10, at) }),
    '65,534 empty entries': () => rawZip(emptyEntries(65_534)),
    '5,000 entries beside the form': () => plus(...emptyEntries(5000)),
  }),
  ...alike('xlsx', ['read'], {
    'a zip64 record that is not there': () => ending({ before: () => large(1e9, LARGE, LARGE, 2 ** 52) }),
    'folders as entries': () => plus(rawEntry('xl/', ''), rawEntry('xl/worksheets/', '')),
    'a name with a line end, an escape and a mark from right to left': () =>
      plus(rawEntry('a\n\u001b[31m\u202e.xml', 'x')),
    'a name with a percent sign that begins nothing': () => plus(rawEntry('xl/100%.xml', 'x')),
    'names like those of JavaScript': () =>
      plus(...['__proto__', 'constructor', 'toString'].map((name) => rawEntry(name, 'x'))),
    'all parts stored': () =>
      rawZip(
        Object.entries(soundParts('xlsx')).map(([name, data]) => ({
          ...rawEntry(name, data),
          packed: data,
          method: 0,
        })),
      ),
    'a comment of 64 kB': () => ending({ comment: Buffer.alloc(65_535, 'x') }),
    'a part that nobody can unpack and nobody needs': () =>
      plus({ ...rawEntry('docProps/x.bin', 'x'), packed: Buffer.alloc(9, 0xff) }),
  }),
  ...alike('ods', ['encrypted', 'damaged'], {
    'OpenDocument whose manifest speaks of encryption': () =>
      formWith('ods', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
  }),
];
