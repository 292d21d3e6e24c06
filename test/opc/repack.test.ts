import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { repack } from '../../src/opc/repack.ts';

const PARTS: Zippable = {
  'word/document.xml': strToU8('<w:document/>'),
  '_rels/.rels': strToU8('<Relationships/>'),
  'word/media/': new Uint8Array(),
  'word/media/a.png': new Uint8Array([137, 80, 0, 255]),
  '[Content_Types].xml': strToU8('<Types/>'),
};

describe('repack', () => {
  test('puts the content types first, the rest in name order, and drops folders', () => {
    expect(Object.keys(unzipSync(repack(zipSync(PARTS))))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/media/a.png',
    ]);
  });

  test('gives the same bytes whatever the order, time and compression of the entries', () => {
    const reversed = Object.fromEntries(Object.entries(PARTS).reverse());
    const one = repack(zipSync(PARTS, { mtime: new Date(2025, 9, 10), level: 1 }));
    const other = repack(zipSync(reversed, { mtime: new Date(2030, 1, 2), level: 9, os: 3, attrs: 0o644 }));
    expect(one).toEqual(other);
  });

  test('gives the same bytes again when it repacks its own', () => {
    const once = repack(zipSync(PARTS));
    expect(repack(once)).toEqual(once);
  });

  test('stamps every entry with 1 January 1980', () => {
    const bytes = repack(zipSync(PARTS, { mtime: new Date(2025, 9, 10) }));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Local header: time at 10, date at 12; 0x21 is day 1, month 1, year 0 after 1980.
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21]);
  });

  test('offers XML parts and relations to the edit, in order, and leaves other parts alone', () => {
    const seen: string[] = [];
    const edited = unzipSync(
      repack(zipSync(PARTS), (name, text) => {
        seen.push(name);
        return text.replace('<w:document/>', '<w:document>đ</w:document>');
      }),
    );
    expect(seen).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
    expect(strFromU8(edited['word/document.xml'] ?? new Uint8Array())).toBe('<w:document>đ</w:document>');
    expect(edited['word/media/a.png']).toEqual(new Uint8Array([137, 80, 0, 255]));
  });

  test('says that bytes which are no archive are a fault', () => {
    expect(() => repack(strToU8('not an archive'))).toThrow();
  });
});
