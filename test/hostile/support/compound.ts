import { soundForm } from './sound-form.ts';

const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;
const ENTRY = 128;

/** Where a sector lies in the file. */
export function sectorAt(sector: number): number {
  return (sector + 1) * SECTOR;
}

/** Where the sector table says what follows that sector. */
export function linkAt(file: Buffer, sector: number): number {
  return sectorAt(file.readUInt32LE(76 + (sector >> 7) * 4)) + (sector & 127) * 4;
}

/** Where the entry with that number lies in the first sector of the directory. */
export function entryAt(file: Buffer, index: number): number {
  return sectorAt(file.readUInt32LE(48)) + index * ENTRY;
}

/** The .xls form with some of its bytes changed. */
export function patchedXls(edit: (file: Buffer) => void): Uint8Array {
  const file = Buffer.from(soundForm('xls'));
  edit(file);
  return file;
}

/** The number of the directory entry of the workbook's stream. */
export function workbookEntry(file: Buffer): number {
  const name = Buffer.from('Workbook', 'utf16le');
  const index = [0, 1, 2, 3].find((candidate) => file.subarray(entryAt(file, candidate)).indexOf(name) === 0);
  if (index === undefined) throw new Error('no stream called Workbook');
  return index;
}

/** The stream of the .xls form, all its sectors in the order of their chain. */
export function soundStream(): Buffer {
  const file = Buffer.from(soundForm('xls'));
  const at = entryAt(file, workbookEntry(file));
  const sectors: Buffer[] = [];
  for (let sector = file.readUInt32LE(at + 116); sector !== END; sector = file.readUInt32LE(linkAt(file, sector))) {
    sectors.push(file.subarray(sectorAt(sector), sectorAt(sector + 1)));
  }
  return Buffer.concat(sectors).subarray(0, file.readUInt32LE(at + 120));
}

function directoryEntry(name: string, type: number, child: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(ENTRY);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(name === '' ? 0 : name.length * 2 + 2, 64);
  entry[66] = type;
  entry[67] = 1;
  entry.writeUInt32LE(FREE, 68);
  entry.writeUInt32LE(FREE, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** A compound file with one stream, of at most 6 MB. */
export function compoundOf(stream: Uint8Array, name = 'Workbook'): Buffer {
  const length = Math.max(4096, Math.ceil(stream.length / SECTOR) * SECTOR);
  const count = length / SECTOR;
  const tables = Math.ceil((count + 2) / 127);
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, tables],
    [48, tables],
    [56, 4096],
    [60, END],
    [68, END],
  ] as const) {
    header.writeUInt32LE(value, at);
  }
  for (let index = 0; index < 109; index++) header.writeUInt32LE(index < tables ? index : FREE, 76 + index * 4);
  const table = Buffer.alloc(tables * SECTOR, 0xff);
  for (let sector = 0; sector < tables; sector++) table.writeUInt32LE(FAT, sector * 4);
  table.writeUInt32LE(END, tables * 4);
  for (let index = 0; index < count; index++) {
    table.writeUInt32LE(index === count - 1 ? END : tables + 2 + index, (tables + 1 + index) * 4);
  }
  const directory = Buffer.concat([
    directoryEntry('Root Entry', 5, 1, END, 0),
    directoryEntry(name, 2, FREE, tables + 1, length),
    directoryEntry('', 0, FREE, 0, 0),
    directoryEntry('', 0, FREE, 0, 0),
  ]);
  const padded = Buffer.alloc(length);
  Buffer.from(stream).copy(padded);
  return Buffer.concat([header, table, directory, padded]);
}
