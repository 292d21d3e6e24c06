import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes, looksLikeText } from '../../src/read/text/decode.ts';
import { asLatin1, asTcvn3, asVni, asWindows1258 } from '../support/legacy-encoders.ts';
import { SENTENCES } from '../support/sentences.ts';

const TEXT = 'Tên đơn vị;Thôn Mỹ Lại\r\nSố người;1.200\r\n';
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('the bytes of a text are understood whatever saved them', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', utf16(`\ufeff${TEXT}`)],
    ['UTF-16, big end first', utf16be(`\ufeff${TEXT}`)],
    ['UTF-16 without a mark', utf16(TEXT)],
    ['UTF-16 without a mark, big end first', utf16be(TEXT)],
    ['UTF-16 without a mark that begins with a letter of two bytes', utf16(`Đ;${TEXT}`).subarray(0)],
  ])('%s', (_name, bytes) => {
    expect(looksLikeText(bytes)).toBe(true);
    expect(decodeBytes(bytes)?.encoding).toBe('unicode');
    expect(decodeBytes(bytes)?.text).toContain(TEXT);
  });

  test('windows-1258 comes out with its tones put together', () => {
    const bytes = asWindows1258(TEXT);
    expect(looksLikeText(bytes)).toBe(true);
    expect(decodeBytes(bytes)).toEqual({ text: TEXT, encoding: 'windows-1258' });
  });

  test.each([
    ['TCVN3', asTcvn3],
    ['VNI', asVni],
  ])('%s stays as a Western program shows it, for the workbook to be converted', (_name, encode) => {
    const typed = encode(SENTENCES.slice(0, 3).join('\n'));
    const bytes = asLatin1(typed);
    expect(looksLikeText(bytes)).toBe(true);
    expect(decodeBytes(bytes)).toEqual({ text: typed, encoding: 'western' });
  });

  test('marks that windows-1258 and the Western code page share are windows-1258', () =>
    expect(decodeBytes(asLatin1('Thôn;1\nKhông;2\n'))).toEqual({
      text: 'Thôn;1\nKhông;2\n',
      encoding: 'windows-1258',
    }));
});

describe('what cannot be known is refused, not guessed at', () => {
  test.each<[string, Uint8Array]>([
    ['too little TCVN3', asLatin1(asTcvn3('Chữ ký số'))],
    ['too little VNI', asLatin1(asVni('Tổng số'))],
    ['French', asLatin1('été;déjà vu;crème brûlée\n')],
    ['German', asLatin1('Straße;für;Grüße\n')],
    ['UTF-8 with a broken letter', Uint8Array.of(...Buffer.from(TEXT), 0xc3, 0x0a)],
    ['half a character of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41)],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
    ['zero bytes', asLatin1('a;b\0;c\n')],
  ])('%s', (_name, bytes) => expect(decodeBytes(bytes)).toBeUndefined());
});

describe('what is no text', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a program', asLatin1('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff')],
    ['an archive', asLatin1('7z\xbc\xaf\x27\x1c\0\x04\x05')],
    ['a picture', asLatin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['zeros', new Uint8Array(100)],
  ])('%s', (_name, bytes) => expect(looksLikeText(bytes)).toBe(false));

  test('a text in any encoding that holds tabs, form feeds and the old end mark is one', () =>
    expect(looksLikeText(asLatin1('a\tb\fc\r\n\x1a'))).toBe(true));
});

test('no bytes make it throw', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      looksLikeText(bytes);
      const decoded = decodeBytes(bytes);
      if (decoded?.encoding === 'unicode') expect(decoded.text).not.toContain('\0');
    }),
  ));
