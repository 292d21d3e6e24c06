import { compoundOf, entryAt, linkAt, patchedXls, sectorAt, soundStream, workbookEntry } from '../support/compound.ts';
import { alike, type HostileFile } from '../support/hostile-file.ts';
import { randomBytes } from '../support/seeded.ts';

const END = 0xfffffffe;

/** Another number in the header. */
function header(at: number, value: number): Uint8Array {
  return patchedXls((file) => file.writeUInt32LE(value, at));
}

/** Another number in an entry of the directory. */
function entry(index: number, at: number, value: number): Uint8Array {
  return patchedXls((file) => file.writeUInt32LE(value, entryAt(file, index) + at));
}

/** Another number in the entry of the workbook's stream. */
function stream(at: number, value: number): Uint8Array {
  return patchedXls((file) => file.writeUInt32LE(value, entryAt(file, workbookEntry(file)) + at));
}

/** The sector table with something else for the sector with which the workbook's stream begins. */
function link(next: (first: number) => number): Uint8Array {
  return patchedXls((file) => {
    const first = file.readUInt32LE(entryAt(file, workbookEntry(file)) + 116);
    file.writeUInt32LE(next(first), linkAt(file, first));
  });
}

/** OLE2 files, in which .xls lies, whose chains loop or lead nowhere. */
export const COMPOUND_FILES: readonly HostileFile[] = [
  ...alike('xls', ['damaged', 'unknown'], {
    'a sector that follows itself': () => link((first) => first),
    'a chain that loops': () => link((first) => first),
    'a chain that leads out of the file': () => link(() => 0x7ffffff0),
    'a chain that ends at once': () => link(() => END),
    'a chain that leads into the sector table': () => link(() => 0),
    'a sector table of zeros': () =>
      patchedXls((file) => file.fill(0, sectorAt(file.readUInt32LE(76)), sectorAt(file.readUInt32LE(76) + 1))),
    'a sector table outside the file': () => header(76, 0x00ffffff),
    'a sector table that is the directory': () => patchedXls((file) => file.writeUInt32LE(file.readUInt32LE(48), 76)),
    'a list of sector tables that is its own next': () =>
      patchedXls((file) => {
        file.writeUInt32LE(0, 68);
        file.writeUInt32LE(1, 72);
        file.fill(0, sectorAt(0), sectorAt(1));
      }),
    'a list of sector tables outside the file': () => header(68, 0x00ffffff),
    'a directory outside the file': () => header(48, 0x00ffffff),
    'a directory in the sector table': () => header(48, 0),
    'a table of small sectors outside the file': () => header(60, 0x00ffffff),
    'a directory entry that is its own child': () => entry(0, 76, 0),
    'a directory entry that is its own sibling': () => entry(1, 68, 1),
    'a directory entry with a child that is not there': () => entry(0, 76, 0x00ffffff),
    'a stream of 4 GB': () => stream(120, 0xffffffff),
    'a stream that begins outside the file': () => stream(116, 0x00ffffff),
    'sectors of 2^40 bytes': () => patchedXls((file) => file.writeUInt16LE(40, 30)),
    'sectors of one byte': () => patchedXls((file) => file.writeUInt16LE(0, 30)),
    'small sectors of 2^31 bytes': () => patchedXls((file) => file.writeUInt16LE(31, 32)),
    'small streams up to 4 GB': () => header(56, 0xffffffff),
    'an unknown version': () => patchedXls((file) => file.writeUInt16LE(9, 26)),
    'nothing but a header': () => patchedXls(() => undefined).subarray(0, 512),
    'nothing but half a header': () => patchedXls(() => undefined).subarray(0, 200),
    'a header and random bytes': () =>
      Buffer.concat([patchedXls(() => undefined).subarray(0, 512), randomBytes(100_000, 5)]),
    'random bytes behind the magic number': () =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(100_000, 6)]),
    'a stream of another name': () => compoundOf(soundStream(), 'Khac'),
    'a stream called __proto__': () => compoundOf(soundStream(), '__proto__'),
  }),
  ...alike('xls', ['encrypted'], {
    'an encrypted package': () => compoundOf(randomBytes(8192, 7), 'EncryptedPackage'),
  }),
  ...alike('xls', ['word'], { 'a Word document': () => compoundOf(randomBytes(8192, 8), 'WordDocument') }),
  ...alike('xls', ['presentation'], {
    'a presentation': () => compoundOf(randomBytes(8192, 9), 'PowerPoint Document'),
  }),
  ...alike('xls', ['read'], { 'the same stream in a file of our own': () => compoundOf(soundStream()) }),
];
