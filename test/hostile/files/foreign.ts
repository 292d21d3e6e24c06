import { deflateSync, gzipSync } from 'node:zlib';
import { alike, type HostileFile } from '../support/hostile-file.ts';
import { rawEntry, rawZip } from '../support/raw-zip.ts';
import { randomBytes } from '../support/seeded.ts';
import { soundForm } from '../support/sound-form.ts';

const MEGABYTE = 1024 * 1024;

/** Those letters, one byte each, and something behind them. */
function begins(letters: string, rest: Uint8Array = randomBytes(5000, letters.length)): Uint8Array {
  return Buffer.concat([Buffer.from(letters, 'latin1'), rest]);
}

/** Names that stand in the directory of other programs' packages. */
function packageOf(...names: readonly string[]): Uint8Array {
  return rawZip(names.map((name) => rawEntry(name, '<x/>')));
}

type Makers = Readonly<Record<string, () => Uint8Array>>;

/** Each as itself, and as what it is sent as. */
function disguised(results: readonly string[], files: Makers): readonly HostileFile[] {
  return ['xlsx', 'xls', 'csv'].flatMap((extension) =>
    alike(
      extension,
      results,
      Object.fromEntries(Object.entries(files).map(([name, make]) => [`${name} called .${extension}`, make])),
    ),
  );
}

/** Files of every other kind under the names of spreadsheets. */
export const FOREIGN: readonly HostileFile[] = [
  ...disguised(['pdf'], { 'a PDF': () => begins('%PDF-1.7\n') }),
  ...disguised(['picture'], {
    'a PNG': () => begins('\x89PNG\r\n\x1a\n'),
    'a JPEG': () => begins('\xff\xd8\xff\xe0'),
    'a GIF': () => begins('GIF89a'),
    'a picture of a telephone (HEIC)': () => begins('\0\0\0\x18ftypheic'),
    'a bitmap': () => begins('BM\x36\0\x0c\0\0\0\0\0'),
    'a TIFF': () => begins('II*\0'),
  }),
  ...disguised(['archive'], {
    'a 7z archive': () => begins('7z\xbc\xaf\x27\x1c'),
    'a RAR archive': () => begins('Rar!\x1a\x07\x01\0'),
    'a gzip archive': () => gzipSync(soundForm('xlsx')),
    'a gzip bomb': () => gzipSync(Buffer.alloc(50 * MEGABYTE)),
    'a zip with the form in it': () => rawZip([rawEntry('TH04.xlsx', soundForm('xlsx'))]),
  }),
  ...disguised(['word'], {
    'a Word document': () => packageOf('[Content_Types].xml', 'word/document.xml'),
    'a text with formats (RTF)': () => begins('{\\rtf1\\ansi', Buffer.from('{\\object\\objdata '.repeat(1000))),
  }),
  ...disguised(['presentation'], { 'a presentation': () => packageOf('[Content_Types].xml', 'ppt/presentation.xml') }),
  ...disguised(['program'], {
    'a program of Windows': () => begins('MZ\x90\0\x03\0\0\0'),
    'a program of Linux': () => begins('\x7fELF\x02\x01\x01\0'),
  }),
  ...disguised(['link'], {
    'a shortcut of Windows': () => begins('L\0\0\0\x01\x14\x02\0\0\0\0\0'),
    'a shortcut to a page': () => Buffer.from('[InternetShortcut]\r\nURL=http://127.0.0.1:9/\r\n'),
  }),
  ...disguised(['text', 'csv', 'form-unrecognised'], {
    'a text': () => Buffer.from('Kính gửi UBND xã, thôn xin báo cáo như sau.\nHết.\n'),
    JSON: () => Buffer.from('{"a": [1, 2, {"__proto__": {"x": 1}}], "b": "c"}'),
    'a script': () => Buffer.from('#!/bin/sh\nrm -rf / ; echo a,b\n'),
    'one byte': () => Buffer.from('a'),
    'one line end': () => Buffer.from('\n'),
    'nothing but a byte order mark': () => Buffer.from('\ufeff'),
  }),
  ...disguised(['too-large: textFileBytes'], { '29 MB of blanks': () => Buffer.alloc(29 * MEGABYTE, ' ') }),
  ...disguised(['empty'], { 'nothing at all': () => new Uint8Array() }),
  ...disguised(['unknown', 'text-encoding', 'damaged', 'old-excel'], {
    'one NUL': () => Buffer.from([0]),
    'a megabyte of NULs': () => new Uint8Array(MEGABYTE),
    '29.9 MB of random bytes': () => randomBytes(Math.floor(29.9 * MEGABYTE), 11),
    'zlib data without a file around them': () => deflateSync(randomBytes(5000, 12)),
    'a database': () => begins('SQLite format 3\0'),
    'a tar archive': () => Buffer.concat([Buffer.from('TH04.xlsx'), Buffer.alloc(503), soundForm('xlsx')]),
    'a sound': () => begins('RIFF\x24\x08\0\0WAVEfmt '),
  }),
  ...disguised(['file-oversized'], { '31 MB of random bytes': () => randomBytes(31 * MEGABYTE, 13) }),
  ...disguised(['read'], { 'the form itself': () => soundForm('xlsx') }),
  ...disguised(['mail', 'web-archive', 'text'], {
    'a mail': () =>
      Buffer.from('From: a@example.vn\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nxin gửi\r\n'),
    'a web page saved whole': () =>
      Buffer.from(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n<html><table></table></html>\r\n',
      ),
    'a mail with a heading of 60 kB': () => Buffer.from(`${'X-a: b\r\n c\r\n'.repeat(5000)}MIME-Versio`),
    'a mail of headings that never end': () => Buffer.from(`${'a:'.repeat(32_000)}\n`),
  }),
];
