import { Buffer } from 'node:buffer';
import type { FileKind } from './kind.ts';

/** So many bytes are looked at; comments and style sheets may stand before the first element. */
const BEGINNING = 64 * 1024;

/** The beginning as text, letters beyond ASCII as they may come: only tags are looked for. */
function beginningOf(bytes: Uint8Array): string {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING));
  const [first, second] = beginning;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return beginning.toString('utf16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return beginning
      .subarray(0, beginning.length & ~1)
      .swap16()
      .toString('utf16le');
  }
  return beginning.toString('latin1').replace(/^\xef\xbb\xbf/u, '');
}

/** How that ends with which a text before the first element begins: a comment, a document type with entities, another. */
function endOf(beginning: string): string | undefined {
  if (beginning.startsWith('<!--')) return '-->';
  if (/^<!DOCTYPE[^>[]*\[/iu.test(beginning)) return ']>';
  return /^<[?!]/u.test(beginning) ? '>' : undefined;
}

/** The text from the first element on, behind declarations and comments. */
function fromFirstElement(text: string): string {
  let rest = text;
  for (let end = endOf(rest); end !== undefined; end = endOf(rest)) {
    const at = rest.indexOf(end);
    if (at === -1) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
  return rest;
}

const WEB_PAGE = /^<(?:html|head|body|table|meta|title|style|script|link|center|div|span|font|form|br|p|h[1-6])\b/iu;
/** The first lines of what a browser or a mail program saves whole. */
const MIME = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*mime-version:/iu;
const LINK = /^\[InternetShortcut\]|^\{[^}]*"(?:url|doc_id)"[^}]*docs\.google\.com/iu;
const JSON_DATA = /^(?:\{\s*"[^"]*"\s*:|\[\s*\{\s*")/u;

/** What a text is, by its first element if it has one; a text without any is taken for a table with separators (`csv`). */
export function identifyMarkup(bytes: Uint8Array): FileKind {
  const text = beginningOf(bytes).replace(/^[\s\ufeff]+/u, '');
  if (LINK.test(text.slice(0, 1000))) return 'link';
  if (JSON_DATA.test(text)) return 'text';
  if (MIME.test(text)) return text.includes('multipart/related') ? 'web-archive' : 'mail';
  const element = fromFirstElement(text);
  if (WEB_PAGE.test(element) || /^<!doctype html/iu.test(text)) return 'html';
  const [, name = ''] = /^<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/u.exec(element) ?? [];
  if (name === 'Workbook' && element.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'spreadsheet-xml';
  if (name === 'document' && element.includes('opendocument.spreadsheet')) return 'fods';
  if (name === 'wordDocument' || text.includes('progid="Word.Document"')) return 'word';
  // Without a declaration it could be a table whose first field stands between angle brackets.
  return name !== '' && text.startsWith('<?xml') ? 'xml' : 'csv';
}
