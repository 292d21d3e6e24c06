import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText, readTextFile } from '../../src/workspace/text-file.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';
import { tempFolder } from './support/temp-folder.ts';

const TEXT = 'place: Tịnh Khê\nname: Nguyễn Văn A\n';

function utf16(text: string, isBigEndian: boolean, hasMark: boolean): Uint8Array {
  const bytes = Buffer.from((hasMark ? '\ufeff' : '') + text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('a text file edited by hand is understood whatever saved it', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['old Macintosh line ends', Buffer.from(TEXT.replaceAll('\n', '\r'))],
    ['decomposed letters', Buffer.from(TEXT.normalize('NFD'))],
    ['UTF-16 little endian', utf16(TEXT, false, true)],
    ['UTF-16 big endian', utf16(TEXT, true, true)],
    ['UTF-16 little endian without a mark', utf16(TEXT, false, false)],
    ['UTF-16 big endian without a mark', utf16(TEXT, true, false)],
    ['all at once', utf16(TEXT.normalize('NFD').replaceAll('\n', '\r\n'), true, true)],
  ])('%s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  test('an empty file is an empty text', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });

  test.each<[string, Uint8Array]>([
    ['a code page of old Windows', Uint8Array.of(0x70, 0x3a, 0x20, 0xe0, 0xef, 0x0a)],
    ['half a character of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41)],
    ['a zip', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00)],
  ])('%s is refused, not guessed at', (_name, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });

  test('the refusal names the file and how to save it', () => {
    const folder = tempFolder({ 'tkcds.yaml': Uint8Array.of(0xe0, 0xef) });
    try {
      readTextFile(join(folder, 'tkcds.yaml'), 'tkcds.yaml');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof WorkspaceError)) throw error;
      expect(error.findings.map(({ rule }) => rule)).toEqual(['text-encoding-unknown']);
      expect(error.findings[0]?.hint).toContain('UTF-8');
    }
  });
});
