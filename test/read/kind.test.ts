import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/read/kind.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const zipOf = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const odf = (mime: string, manifest = '<manifest/>'): Uint8Array =>
  zipSync({ mimetype: strToU8(mime), 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8(manifest) });
/** The beginning of an OLE2 file, and the name of a stream as its directory has it. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from(`....${stream}\0`, 'utf16le')]);

describe('kindOf looks at the bytes only', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['.xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['.xlsx with the workbook elsewhere', zipOf('[Content_Types].xml', 'workbook.xml'), 'xlsx'],
    ['.xlsx with capitals and backslashes', zipOf('[Content_Types].xml', 'XL\\Workbook.xml'), 'xlsx'],
    ['.xlsb', zipOf('xl/workbook.bin', 'xl/worksheets/sheet1.bin'), 'xlsb'],
    ['.ods', odf('application/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    [
      '.ods with a password',
      odf('application/vnd.oasis.opendocument.spreadsheet', '<x:encryption-data/>'),
      'encrypted',
    ],
    ['.odt', odf('application/vnd.oasis.opendocument.text'), 'word'],
    ['.odp', odf('application/vnd.oasis.opendocument.presentation'), 'presentation'],
    ['.docx', zipOf('[Content_Types].xml', 'word/document.xml'), 'word'],
    ['.pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'presentation'],
    ['.zip of forms', zipOf('TH01.xlsx', 'TH02.xlsx'), 'archive'],
    ['.zip cut off', zipOf('xl/workbook.xml').subarray(0, 60), 'damaged'],
    ['.xls', compound('Workbook'), 'xls'],
    ['.xls of 1995', compound('Book'), 'xls'],
    ['.xlsx with a password', compound('EncryptedPackage'), 'encrypted'],
    ['.doc', compound('WordDocument'), 'word'],
    ['.ppt', compound('PowerPoint Document'), 'presentation'],
    ['.msg', compound('__properties_version1.0'), 'unknown'],
    ['.pdf', latin1('%PDF-1.7'), 'pdf'],
    ['.rtf', latin1('{\\rtf1'), 'word'],
    ['.jpg', latin1('\xff\xd8\xff\xe0'), 'picture'],
    ['.png', latin1('\x89PNG\r\n'), 'picture'],
    ['.heic', latin1('\0\0\0\x18ftypheic'), 'picture'],
    ['.rar', latin1('Rar!\x1a\x07'), 'archive'],
    ['.gz', latin1('\x1f\x8b\x08'), 'archive'],
    ['.csv', strToU8('Mã;Chỉ tiêu;Số liệu\r\nCT01;Số người;1.234'), 'text'],
    ['.csv in UTF-16', Buffer.from('\ufeffMã\tSố', 'utf16le'), 'text'],
    ['.xls that is a web page', strToU8('\ufeff  <html><table><tr><td>1</td></tr></table></html>'), 'web-page'],
    ['zero bytes', new Uint8Array(100), 'unknown'],
  ])('%s', (_what, bytes, kind) => expect(kindOf(bytes)).toBe(kind));
});
