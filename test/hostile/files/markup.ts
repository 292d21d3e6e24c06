import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runEntry } from '../support/runs.ts';
import {
  formWith,
  formWithSheet,
  INDICATORS,
  soundParts,
  soundText,
  WORKSHEET,
  type PartEdit,
} from '../support/sound-form.ts';

const BILLION_LAUGHS = [
  '<!DOCTYPE worksheet [<!ENTITY a0 "ha">',
  ...Array.from({ length: 30 }, (_, index) => `<!ENTITY a${String(index + 1)} "${`&a${String(index)};`.repeat(10)}">`),
  ']>',
].join('');

/** The sheet of indicators, changed as text. */
function sheet(edit: PartEdit): Uint8Array {
  return formWith('xlsx', { [INDICATORS]: edit });
}

/** The sheet of indicators with a document type before its root. */
function withDoctype(doctype: string, from = '<v>860</v>', to = from): Uint8Array {
  return sheet((text) => text.replace('?>', () => `?>${doctype}`).replace(from, () => to));
}

/** The sheet of indicators with something in place of its first figure. */
function figure(to: string): Uint8Array {
  return sheet((text) => text.replace('<v>860</v>', () => to));
}

/** The sheet of indicators with something more in its root, behind all that counts. */
function behind(more: string): Uint8Array {
  return sheet((text) => text.replace('</worksheet>', () => `${more}</worksheet>`));
}

/** The sheet of indicators with another declaration, as those bytes. */
function declared(declaration: string, encode: (text: string) => Uint8Array): Uint8Array {
  return sheet(
    Buffer.from(
      encode(
        Buffer.from(soundParts('xlsx')[INDICATORS] ?? '')
          .toString()
          .replace(/<\?xml.*?\?>/u, declaration),
      ),
    ),
  );
}

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const declaration = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`;
const nested = (name: string, depth: number): string => `${`<${name}>`.repeat(depth)}${`</${name}>`.repeat(depth)}`;
const attributes = (count: number): string =>
  Array.from({ length: count }, (_, index) => ` a${String(index)}="1"`).join('');

/** Documents that define what they mean, name other files, or grow when they are read. */
export const ENTITIES: readonly HostileFile[] = [
  ...alike('xlsx', ['damaged'], {
    'a document type': () => withDoctype('<!DOCTYPE worksheet>'),
    'an entity of its own as a figure': () => withDoctype('<!DOCTYPE w [<!ENTITY x "99999">]>', '860', '&x;'),
    'an entity that names a file': () =>
      withDoctype('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<v>860</v>', '<v>&x;</v>'),
    'an entity that names a page': () =>
      withDoctype('<!DOCTYPE w [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>', '<v>860</v>', '<v>&x;</v>'),
    'a parameter entity': () => withDoctype('<!DOCTYPE w [<!ENTITY % x SYSTEM "file:///dev/zero"> %x;]>'),
    'a thousand million laughs': () => withDoctype(BILLION_LAUGHS, '<v>860</v>', '<v>&a30;</v>'),
    'an entity of 64 kB used 10,000 times': () =>
      withDoctype(`<!DOCTYPE w [<!ENTITY x "${'1'.repeat(65_536)}">]>`, '<v>860</v>', `<v>${'&x;'.repeat(10_000)}</v>`),
    'a document type in UTF-16': () =>
      declared(`${declaration('UTF-16')}<!DOCTYPE w [<!ENTITY x "1">]>`, (text) =>
        Buffer.from(`\ufeff${text}`, 'utf16le'),
      ),
    'a document type in the shared strings': () =>
      formWith('xlsx', { 'xl/sharedStrings.xml': (text) => text.replace('?>', `?>${BILLION_LAUGHS}`) }),
    'a document type in the relations': () =>
      formWith('xlsx', { '_rels/.rels': (text) => text.replace('?>', `?>${BILLION_LAUGHS}`) }),
    'an entity that nobody defined': () => figure('<v>&x;</v>'),
  }),
  ...alike('ods', ['damaged'], {
    'a document type in OpenDocument': () =>
      formWith('ods', { 'content.xml': (text) => text.replace('?>', `?>${BILLION_LAUGHS}`) }),
  }),
  ...alike('xml', ['damaged', 'text'], {
    'a document type in SpreadsheetML': () => Buffer.from(soundText('xml').replace('?>', () => `?>${BILLION_LAUGHS}`)),
  }),
];

/** Parts that are nested, furnished or written as no program writes them. */
export const ELEMENTS: readonly HostileFile[] = [
  ...alike('xlsx', ['damaged'], {
    'a million elements within one another': () => behind(nested('a', 1_000_000)),
    'a million elements that do not end': () => behind('<a>'.repeat(1_000_000)),
    'an attribute of 10 MB': () => behind(`<a b="${'x'.repeat(10_000_000)}"/>`),
    'a million attributes': () => behind(`<a${attributes(1_000_000)}/>`),
    'a name of 10 MB': () => behind(`<${'a'.repeat(10_000_000)}/>`),
    'a comment of 50 MB': () =>
      formWithSheet(
        runEntry('', { before: `${WORKSHEET}<!--`, piece: 'x'.repeat(1000), times: 50_000, after: '--></worksheet>' }),
      ),
    'a text of 50 MB in one cell': () =>
      formWithSheet(
        runEntry('', {
          before: `${WORKSHEET}<sheetData><row><c t="str"><v>`,
          piece: 'x'.repeat(1000),
          times: 50_000,
          after: '</v></c></row></sheetData></worksheet>',
        }),
      ),
    'a text of a million pieces': () =>
      figure(`<is>${'<r><t>a</t></r>'.repeat(10)}</is><is>${'<r><t>&#97;</t></r>'.repeat(1_000_000)}</is>`),
    'a thousand namespaces': () =>
      behind(
        `<a${Array.from({ length: 1000 }, (_, index) => ` xmlns:n${String(index)}="urn:${String(index)}"`).join('')}/>`,
      ),
    'a tag that does not end': () => sheet((text) => text.slice(0, text.indexOf('<row r="12"') + 20)),
    'a sheet without the end of its data': () => sheet((text) => text.replace('</sheetData>', '')),
    'a sheet with two lists of data': () => behind('<sheetData><row r="9"><c r="D9"><v>1</v></c></row></sheetData>'),
    'two roots': () => sheet((text) => text + text.replace(/<\?xml.*?\?>/u, '')),
    'a NUL in a figure': () => figure('<v>8\u000060</v>'),
    'control characters in a figure': () => figure('<v>8\u0001\u001b60</v>'),
    'a control character as a reference': () => figure('<v>8&#x1;60</v>'),
    'a lone surrogate as a reference': () => figure('<is><t>&#xD800;</t></is>'),
    'a character beyond all characters as a reference': () => figure('<is><t>&#x110000;</t></is>'),
    'a lone surrogate as bytes': () =>
      sheet(Buffer.from(`${WORKSHEET}<sheetData>\xed\xa0\x80</sheetData></worksheet>`, 'latin1')),
    'overlong UTF-8': () => sheet(Buffer.from(`${WORKSHEET}<sheetData>\xc0\xbc</sheetData></worksheet>`, 'latin1')),
    'two values in one cell': () => figure('<v>860</v><v>1</v>'),
    'two cells of one address': () => sheet((text) => text.replace('</row>', '<c r="A1"><v>1</v></c></row>')),
    'another part in place of a sheet': () => sheet((text) => text.replaceAll('worksheet', 'chartsheet')),
    'UTF-7 in place of a sheet': () =>
      declared(declaration('UTF-7'), (text) => Buffer.from(text.replaceAll('<', '+ADw-'))),
    'a sheet that calls itself EBCDIC': () => declared(declaration('IBM037'), (text) => Buffer.from(text)),
    'UTF-32': () =>
      declared(declaration('UTF-32'), (text) =>
        Buffer.concat(Array.from(text, (sign) => Buffer.from(`${sign}\0`, 'utf16le'))),
      ),
  }),
  ...alike('xlsx', ['number-unreadable'], {
    'a reference to a character with a million digits': () => figure(`<is><t>&#x${'0'.repeat(1_000_000)}41;</t></is>`),
  }),
  ...alike('xlsx', ['read'], {
    'a sheet in UTF-16, little end first': () =>
      declared(declaration('UTF-16'), (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    'a sheet in UTF-16, big end first': () => declared(declaration('UTF-16'), (text) => bigEndian(`\ufeff${text}`)),
    'elements of others, ninety deep': () => behind(nested('x:a', 90).replace('<x:a', '<x:a xmlns:x="urn:x"')),
    'elements called __proto__ and constructor': () => behind('<__proto__ toString="1"/><constructor/>'),
    'processing instructions between the rows': () => sheet((text) => text.replaceAll('<row ', '<?php echo 1 ?><row ')),
    'comments between the cells': () => sheet((text) => text.replaceAll('<c ', '<!-- <c r="A1"><v>1</v></c> --><c ')),
    'a figure in CDATA': () => figure('<v><![CDATA[860]]></v>'),
    'other namespaces around all': () => behind('<extLst><ext xmlns:x="urn:x"><x:sheetData/></ext></extLst>'),
  }),
];
