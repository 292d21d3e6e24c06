import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { identify } from '../../src/read/identify.ts';
import type { FileKind } from '../../src/read/kind.ts';
import { aCompoundFile } from '../support/a-compound-file.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const zipOf = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const odf = (mime: string, manifest = '<manifest/>'): Uint8Array =>
  zipSync({ mimetype: strToU8(mime), 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8(manifest) });
const compound = (stream: string): Uint8Array => aCompoundFile({ [stream]: new Uint8Array(5000) });
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
const XML_2003 = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';

describe('identify looks at the bytes only', () => {
  test.each<[string, Uint8Array, FileKind]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['.xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['.xlsx with the workbook elsewhere', zipOf('[Content_Types].xml', 'workbook.xml'), 'xlsx'],
    ['.xlsx with capitals and backslashes', zipOf('[Content_Types].xml', 'XL\\Workbook.xml'), 'xlsx'],
    ['.xlsb', zipOf('xl/workbook.bin', 'xl/worksheets/sheet1.bin'), 'xlsb'],
    ['.ods', odf(SPREADSHEET), 'ods'],
    [
      '.ods without the file that says so',
      zipSync({ 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8(SPREADSHEET) }),
      'ods',
    ],
    ['.ods with a password', odf(SPREADSHEET, '<x:encryption-data/>'), 'encrypted'],
    ['.odt', odf('application/vnd.oasis.opendocument.text'), 'word'],
    ['.odp', odf('application/vnd.oasis.opendocument.presentation'), 'presentation'],
    ['.docx', zipOf('[Content_Types].xml', 'word/document.xml'), 'word'],
    ['.pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'presentation'],
    ['.numbers', zipOf('Index/Document.iwa', 'Index/Tables/DataList.iwa'), 'numbers'],
    ['.zip of forms', zipOf('TH01.xlsx', 'TH02.xlsx'), 'archive'],
    ['.zip cut off', zipOf('xl/workbook.xml').subarray(0, 60), 'damaged'],
    ['.xls', compound('Workbook'), 'xls'],
    ['.xls of 1995', compound('Book'), 'xls'],
    ['.xls by a program that writes capitals', compound('WORKBOOK'), 'xls'],
    ['.xlsx with a password', compound('EncryptedPackage'), 'encrypted'],
    ['.doc', compound('WordDocument'), 'word'],
    [
      '.doc in which the words Workbook and Book stand',
      aCompoundFile({ WordDocument: Buffer.from('Workbook\0Book\0'.repeat(400), 'utf16le') }),
      'word',
    ],
    ['.ppt', compound('PowerPoint Document'), 'presentation'],
    ['.msg', compound('__properties_version1.0'), 'mail'],
    ['Thumbs.db', compound('Catalog'), 'unknown'],
    ['.xls cut off', compound('Workbook').subarray(0, 3000), 'damaged'],
    ['a sheet of Excel 2', latin1('\x09\0\x04\0\x07\0\x10\0'), 'old-excel'],
    ['what PHP programs write and call .xls', latin1('\x09\x08\x08\0\0\0\x10\0\0\0\0\0'), 'old-excel'],
    ['.pdf', latin1('%PDF-1.7'), 'pdf'],
    ['.rtf', latin1('{\\rtf1'), 'word'],
    ['.jpg', latin1('\xff\xd8\xff\xe0'), 'picture'],
    ['.png', latin1('\x89PNG\r\n'), 'picture'],
    ['.gif', latin1('GIF89a'), 'picture'],
    ['.bmp', latin1('BM\x36\x10\0\0\0\0\0\0\x36'), 'picture'],
    ['.webp', latin1('RIFF\x10\0\0\0WEBPVP8 '), 'picture'],
    ['.heic', latin1('\0\0\0\x18ftypheic'), 'picture'],
    ['a film', latin1('\0\0\0\x18ftypmp42'), 'unknown'],
    ['.rar', latin1('Rar!\x1a\x07'), 'archive'],
    ['.7z', latin1('7z\xbc\xaf\x27\x1c'), 'archive'],
    ['.gz', latin1('\x1f\x8b\x08'), 'archive'],
    ['.exe', latin1('MZ\x90\0\x03\0\0\0'), 'program'],
    ['.lnk', latin1('L\0\0\0\x01\x14\x02\0\0\0'), 'link'],
    ['.url', strToU8('[InternetShortcut]\r\nURL=https://example.vn/'), 'link'],
    ['.gsheet', strToU8('{"url":"https://docs.google.com/open?id=1","doc_id":"1"}'), 'link'],
    ['.json', strToU8('{ "soLieu": 5, "ten": "a" }'), 'text'],
    ['.csv', strToU8('Mã;Chỉ tiêu;Số liệu\r\nCT01;Số người;1.234'), 'csv'],
    ['.csv in UTF-16', Buffer.from('\ufeffMã\tSố', 'utf16le'), 'csv'],
    ['.csv that begins like a program', strToU8('MZ;1\n'), 'csv'],
    ['.csv that begins like a picture', strToU8('BM01;Biểu mẫu;2'), 'csv'],
    ['.csv that begins like a zip', strToU8('PK;Phòng Kinh tế;2'), 'csv'],
    ['.csv with an angle bracket', strToU8('<5 người;2'), 'csv'],
    ['.xls that is a web page', strToU8('\ufeff  <html><table><tr><td>1</td></tr></table></html>'), 'html'],
    ['a web page behind a comment', strToU8('<!-- a > b --><!DOCTYPE html>\n<HTML lang="vi">'), 'html'],
    ['a web page that is XML', strToU8('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="x"/>'), 'html'],
    ['a web page in UTF-16', Buffer.from('\ufeff<table><tr>', 'utf16le'), 'html'],
    ['a bare table', strToU8('<table border=1>'), 'html'],
    ['.mht saved as .xls', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n'), 'web-archive'],
    [
      '.mht by a browser',
      strToU8('From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n'),
      'web-archive',
    ],
    ['.eml', strToU8('From: a@example.vn\nReceived: x\n\tby y\nMIME-Version: 1.0\n\nKính gửi'), 'mail'],
    [
      'XML of Excel 2003',
      strToU8(`<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>${XML_2003}`),
      'spreadsheet-xml',
    ],
    ['the same without declarations', strToU8(XML_2003), 'spreadsheet-xml'],
    [
      'the same with a prefix, in UTF-16',
      Buffer.from('\ufeff<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>', 'utf16le'),
      'spreadsheet-xml',
    ],
    ['.fods', strToU8(`<?xml version="1.0"?><office:document office:mimetype="${SPREADSHEET}">`), 'fods'],
    [
      'XML of Word 2003',
      strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'word',
    ],
    ['other XML', strToU8('<?xml version="1.0"?><baoCao/>'), 'xml'],
    ['zero bytes', new Uint8Array(100), 'unknown'],
  ])('%s', (_what, bytes, kind) => expect(identify(bytes).kind).toBe(kind));

  test('an archive with too many files says how many', () => {
    const names = Array.from({ length: 4001 }, (_, index) => `tệp ${index}`);
    expect(identify(zipOf(...names))).toEqual({ kind: 'too-large', limit: { id: 'zipEntries', found: 4001 } });
  });
});
