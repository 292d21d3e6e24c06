import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { storeZip } from '../../src/opc/store-zip.ts';
import { inflateEntries } from '../../src/opc/zip-contents.ts';
import { readZipDirectory } from '../../src/opc/zip-directory.ts';
import { isZipFault, type ZipFault } from '../../src/opc/zip-entry.ts';
import { aZip, type EntryDraft } from '../support/a-zip.ts';

const TEXT = 'Chuyển đổi số: nhanh hơn, hiệu quả hơn, gần dân hơn. '.repeat(50);
const archive = zipSync({ 'a.xml': strToU8(TEXT), 'folder/b.xml': strToU8('b'), 'empty.xml': new Uint8Array() });

/** Where the central directory begins, as the end record says. */
function centralStart(zip: Uint8Array): number {
  return Buffer.from(zip).readUInt32LE(zip.length - 22 + 16);
}

function changed(zip: Uint8Array, change: (bytes: Buffer) => void): Uint8Array {
  const copy = Buffer.from(zip);
  change(copy);
  return copy;
}

function open(zip: Uint8Array): ReadonlyMap<string, string> | ZipFault {
  const entries = readZipDirectory(zip);
  const parts = isZipFault(entries) ? entries : inflateEntries(zip, entries);
  if (isZipFault(parts)) return parts;
  return new Map([...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

describe('readZipDirectory and inflateEntries', () => {
  test('give back what was packed', () =>
    expect(open(archive)).toEqual(
      new Map([
        ['a.xml', TEXT],
        ['folder/b.xml', 'b'],
        ['empty.xml', ''],
      ]),
    ));

  test.each<[string, (bytes: Buffer) => void]>([
    ['a flipped bit in the packed data', (b) => b.writeUInt8((b[60] ?? 0) ^ 0x10, 60)],
    ['a wrong checksum', (b) => b.writeUInt32LE(1, centralStart(b) + 16)],
    ['a claimed size below the true one', (b) => b.writeUInt32LE(10, centralStart(b) + 24)],
    ['a claimed size above the true one', (b) => b.writeUInt32LE(90 * 1024 * 1024, centralStart(b) + 24)],
    ['packed data past the end', (b) => b.writeUInt32LE(b.length, centralStart(b) + 20)],
    ['a local header that is not there', (b) => b.writeUInt32LE(b.length - 4, centralStart(b) + 42)],
    ['a local header past the end', (b) => b.writeUInt32LE(b.length * 2, centralStart(b) + 42)],
    ['an unknown method', (b) => b.writeUInt16LE(12, centralStart(b) + 10)],
    ['a directory outside the file', (b) => b.writeUInt32LE(b.length, b.length - 22 + 16)],
    ['a directory that is longer than it says', (b) => b.writeUInt32LE(10, b.length - 22 + 12)],
    ['more entries than there are', (b) => b.writeUInt16LE(4, b.length - 22 + 10)],
    ['fewer entries than there are', (b) => b.writeUInt16LE(2, b.length - 22 + 10)],
  ])('%s: damaged', (_what, change) => expect(open(changed(archive, change))).toEqual({ kind: 'damaged' }));

  test.each<[string, (bytes: Buffer) => void]>([
    ['an encrypted entry', (b) => b.writeUInt16LE(1, centralStart(b) + 8)],
    ['an entry that only its own header calls encrypted', (b) => b.writeUInt16LE(1, 6)],
  ])('%s: encrypted', (_what, change) => expect(open(changed(archive, change))).toEqual({ kind: 'encrypted' }));

  test.each<[string, (bytes: Buffer) => void, ZipFault['limit']]>([
    [
      'a claimed size of 4 GB',
      (b) => b.writeUInt32LE(0xfffffffe, centralStart(b) + 24),
      { id: 'partBytes', found: 0xfffffffe },
    ],
    [
      'a claimed size of 100 MB',
      (b) => b.writeUInt32LE(100 * 1024 * 1024, centralStart(b) + 24),
      { id: 'partBytes', found: 104_857_600 },
    ],
    ['5.000 entries', (b) => b.writeUInt16LE(5000, b.length - 22 + 10), { id: 'zipEntries', found: 5000 }],
  ])('%s: too large, and the figure is told', (_what, change, limit) =>
    expect(open(changed(archive, change))).toEqual({ kind: 'too-large', limit }),
  );

  test('parts that are small enough one by one are too large together, also when one is unpacked twice', () => {
    const zip = aZip([{ name: 'a.xml', content: 'a'.repeat(90 * 1024 * 1024) }]);
    const entries = readZipDirectory(zip);
    if (isZipFault(entries)) throw new Error(entries.kind);
    expect(isZipFault(inflateEntries(zip, entries))).toBe(false);
    expect(inflateEntries(zip, [...entries, ...entries])).toEqual({
      kind: 'too-large',
      limit: { id: 'unpackedBytes', found: 180 * 1024 * 1024 },
    });
  });

  test.each([0, 21, 22, 100, archive.length - 1])('the first %d bytes alone are damaged', (length) =>
    expect(open(archive.subarray(0, length))).toEqual({ kind: 'damaged' }),
  );

  test('an empty part may be stored as no deflate data at all', () => {
    const zip = zipSync({ 'a.png': new Uint8Array() }, { level: 0 });
    expect(open(changed(zip, (b) => b.writeUInt16LE(8, centralStart(b) + 10)))).toEqual(new Map([['a.png', '']]));
  });
});

describe('what some programs write', () => {
  const drafts: readonly EntryDraft[] = [
    { name: 'a.xml', content: TEXT },
    { name: 'b.xml', content: 'b' },
  ];
  const whole = new Map([
    ['a.xml', TEXT],
    ['b.xml', 'b'],
  ]);
  test.each<[string, Uint8Array]>([
    ['plainly', aZip(drafts)],
    ['with a comment at the end', aZip(drafts, { comment: 'biểu mẫu' })],
    ['with data descriptors', aZip(drafts.map((draft) => ({ ...draft, hasDescriptor: true })))],
    ['with zip64 fields for small sizes', aZip(drafts.map((draft) => ({ ...draft, isZip64: true })))],
    ['with a zip64 end', aZip(drafts, { isZip64: true })],
    ['stored', aZip(drafts.map((draft) => ({ ...draft, method: 0 })))],
  ])('%s: read', (_what, zip) => expect(open(zip)).toEqual(whole));

  test('backslashes between folders are slashes', () =>
    expect(open(aZip([{ name: 'xl\\workbook.xml', content: 'x' }]))).toEqual(new Map([['xl/workbook.xml', 'x']])));

  test('a zip64 entry of a terabyte is too large', () => {
    const zip = changed(aZip([{ name: 'a.xml', content: 'x', isZip64: true }]), (b) =>
      b.writeBigUInt64LE(2n ** 40n, centralStart(b) + 46 + 'a.xml'.length + 4),
    );
    expect(open(zip)).toEqual({ kind: 'too-large', limit: { id: 'partBytes', found: 2 ** 40 } });
  });
});

describe('tricks', () => {
  test.each([
    '../a.xml',
    'xl/../../a.xml',
    '/etc/passwd',
    '\\\\server\\share',
    'C:\\a.xml',
    'c:a.xml',
    'xl/..',
    'a\0.xml',
    '',
  ])('the name “%s” leads out of the package', (name) =>
    expect(readZipDirectory(aZip([{ name, content: 'x' }]))).toEqual({ kind: 'damaged' }),
  );

  test.each([
    ['a.xml', 'a.xml'],
    ['a.xml', 'A.xml'],
    ['xl/a.xml', 'xl\\a.xml'],
    ['Đơn.xml', 'đơn.xml'],
  ])('“%s” and “%s” are one name', (one, other) =>
    expect(readZipDirectory(aZip([{ name: one }, { name: other }]))).toEqual({ kind: 'damaged' }),
  );

  test('a name that the entry itself does not carry', () =>
    expect(readZipDirectory(aZip([{ name: 'a.xml', localName: 'b.xml' }]))).toEqual({ kind: 'damaged' }));

  test('a thousand entries on one stream', () => {
    const drafts = Array.from({ length: 1000 }, (_, index) => ({ name: `${String(index).padStart(4, '0')}.xml` }));
    const [first, ...others] = drafts;
    if (first === undefined) throw new Error('no entry');
    expect(isZipFault(readZipDirectory(aZip([first, ...others])))).toBe(false);
    const onOne = aZip(
      drafts.map((draft) => ({ ...draft, localName: first.name })),
      {},
      () => 0,
    );
    expect(readZipDirectory(onOne)).toEqual({ kind: 'damaged' });
    // Also when the names agree: the next entry lies within the data of the first.
    const inner = Buffer.from(aZip([{ name: 'inner.xml', content: TEXT, method: 0 }]));
    const nested = aZip(
      [
        { name: 'outer.xml', content: inner.toString('latin1'), method: 0 },
        { name: 'inner.xml', content: TEXT, method: 0 },
      ],
      {},
      (index, offsets) => (index === 0 ? 0 : 30 + 'outer.xml'.length + (offsets[0] ?? 0)),
    );
    expect(readZipDirectory(nested)).toEqual({ kind: 'damaged' });
  });

  test('bytes behind the end', () =>
    expect(readZipDirectory(Buffer.concat([archive, Buffer.from('x')]))).toEqual({ kind: 'damaged' }));
});

test('storeZip keeps every part and gives the same bytes again', () => {
  const parts = new Map([
    ['a/a.xml', strToU8('x')],
    ['b.xml', strToU8('y')],
  ]);
  expect(open(storeZip(parts))).toEqual(
    new Map([
      ['a/a.xml', 'x'],
      ['b.xml', 'y'],
    ]),
  );
  expect(storeZip(parts)).toEqual(storeZip(parts));
});
