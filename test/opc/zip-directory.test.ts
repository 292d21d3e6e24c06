import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { storeZip } from '../../src/opc/store-zip.ts';
import { inflateEntries, readZipDirectory } from '../../src/opc/zip-directory.ts';

const TEXT = 'Chuyển đổi số: nhanh hơn, hiệu quả hơn, gần dân hơn. '.repeat(50);
const archive = zipSync({ 'a.xml': strToU8(TEXT), 'folder/b.xml': strToU8('b'), 'empty.xml': new Uint8Array() });

/** Where the last entry of the central directory begins, as the end record says it begins for the first. */
function centralStart(zip: Uint8Array): number {
  return Buffer.from(zip).readUInt32LE(zip.length - 22 + 16);
}

function changed(zip: Uint8Array, change: (bytes: Buffer) => void): Uint8Array {
  const copy = Buffer.from(zip);
  change(copy);
  return copy;
}

function open(zip: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  const entries = readZipDirectory(zip);
  return typeof entries === 'string' ? entries : inflateEntries(zip, entries);
}

describe('readZipDirectory and inflateEntries', () => {
  test('give back what was packed', () => {
    const parts = open(archive);
    if (typeof parts === 'string') throw new Error(parts);
    expect([...parts.keys()].sort()).toEqual(['a.xml', 'empty.xml', 'folder/b.xml']);
    expect(Buffer.from(parts.get('a.xml') ?? []).toString('utf8')).toBe(TEXT);
    expect(parts.get('empty.xml')).toHaveLength(0);
  });

  test.each<[string, (bytes: Buffer) => void, string]>([
    ['a flipped bit in the packed data', (b) => b.writeUInt8((b[60] ?? 0) ^ 0x10, 60), 'damaged'],
    ['a wrong checksum', (b) => b.writeUInt32LE(1, centralStart(b) + 16), 'damaged'],
    ['a claimed size below the true one', (b) => b.writeUInt32LE(10, centralStart(b) + 24), 'damaged'],
    ['a claimed size of 4 GB', (b) => b.writeUInt32LE(0xfffffffe, centralStart(b) + 24), 'too-large'],
    ['a claimed size of 100 MB', (b) => b.writeUInt32LE(100 * 1024 * 1024, centralStart(b) + 24), 'too-large'],
    ['packed data past the end', (b) => b.writeUInt32LE(b.length, centralStart(b) + 20), 'damaged'],
    ['a local header that is not there', (b) => b.writeUInt32LE(b.length - 4, centralStart(b) + 42), 'damaged'],
    ['an unknown method', (b) => b.writeUInt16LE(12, centralStart(b) + 10), 'damaged'],
    ['an encrypted entry', (b) => b.writeUInt16LE(1, centralStart(b) + 8), 'encrypted'],
    ['a directory outside the file', (b) => b.writeUInt32LE(b.length, b.length - 22 + 16), 'damaged'],
    ['more entries than there are', (b) => b.writeUInt16LE(4, b.length - 22 + 10), 'damaged'],
    ['5.000 entries', (b) => b.writeUInt16LE(5000, b.length - 22 + 10), 'too-large'],
  ])('%s: refused', (_what, change, fault) => expect(open(changed(archive, change))).toBe(fault));

  test.each([0, 21, 22, 100, archive.length - 1])('the first %d bytes alone are damaged', (length) =>
    expect(open(archive.subarray(0, length))).toBe('damaged'),
  );

  test('two names that differ in case only are a trap', () =>
    expect(open(zipSync({ 'a.xml': strToU8('1'), 'A.xml': strToU8('2') }))).toBe('damaged'));

  test('an empty part may be stored as no deflate data at all', () => {
    const parts = open(
      changed(zipSync({ 'a.png': new Uint8Array() }, { level: 0 }), (b) => b.writeUInt16LE(8, centralStart(b) + 10)),
    );
    expect(typeof parts === 'string' ? parts : parts.get('a.png')).toEqual(Buffer.from([]));
  });
});

test('storeZip keeps every part and gives the same bytes again', () => {
  const parts = new Map([
    ['a/a.xml', strToU8('x')],
    ['b.xml', strToU8('y')],
  ]);
  const opened = open(storeZip(parts));
  expect(typeof opened === 'string' ? opened : [...opened.keys()]).toEqual(['a/a.xml', 'b.xml']);
  expect(storeZip(parts)).toEqual(storeZip(parts));
});
