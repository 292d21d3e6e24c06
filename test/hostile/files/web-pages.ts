import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runBytes } from '../support/runs.ts';
import { soundText } from '../support/sound-form.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);

/** The form with something more behind its last table. */
function behind(more: string): Uint8Array {
  return utf8(soundText('html').replace('</body>', () => `${more}</body>`));
}

/** The form with something else in its first figure. */
function figure(to: string): Uint8Array {
  return utf8(soundText('html').replace('>860</td>', () => `>${to}</td>`));
}

function page(body: string): Uint8Array {
  return utf8(`<html><body>${body}</body></html>`);
}

/** A page of one piece repeated, which takes as much as a page may. */
function filled(before: string, piece: string, after = '', megabytes = 7.9): Uint8Array {
  return runBytes({ before, piece, times: Math.floor((megabytes * 1024 * 1024) / piece.length), after });
}

/** Web pages whose tables span, nest or repeat without end. */
export const WEB_PAGES: readonly HostileFile[] = [
  ...alike('xls', 'any', {
    'a cell over a thousand million columns': () =>
      behind('<table><tr><td colspan="1000000000">a</td><td>b</td></tr></table>'),
    'a cell over a thousand million rows': () =>
      behind('<table><tr><td rowspan="1000000000">a</td><td>b</td></tr></table>'),
    'a cell over columns and rows without end': () =>
      behind('<table><tr><td colspan="1e9" rowspan="99999999999999999999">a</td></tr></table>'),
    'a thousand cells over a thousand columns and all rows': () =>
      behind(`<table>${`<tr>${'<td colspan="1000" rowspan="65534">a</td>'.repeat(16)}</tr>`.repeat(60)}</table>`),
    '20,000 rows that each begin a cell over all rows': () =>
      behind(`<table>${'<tr><td rowspan="65534">a</td><td>b</td></tr>'.repeat(20_000)}</table>`),
    '2,000 rows of a hundred cells over all rows': () =>
      behind(`<table>${`<tr>${'<td rowspan="65534">'.repeat(100)}</tr>`.repeat(2000)}</table>`),
    'tables in tables, 100,000 deep': () => page('<table><tr><td>'.repeat(100_000)),
    'tables in tables, 150 deep, and closed': () =>
      behind(`${'<table><tr><td>'.repeat(150)}a${'</td></tr></table>'.repeat(150)}`),
    '8 MB of cells': () => filled('<table><tr>', '<td>', '</table>'),
    '8 MB of cells with a letter': () => filled('<table><tr>', '<td>a', '</table>'),
    '8 MB of rows': () => filled('<table>', '<tr><td>a', '</table>'),
    '8 MB of tables': () => filled('<html>', '<table></table>'),
    '8 MB of the beginnings of tags': () => filled('<table><tr><td>', '<'),
    '8 MB of the beginnings of tags with a name': () => filled('<table><tr><td>', '<a '),
    '8 MB of the beginnings of end tags': () => filled('<table><tr><td>', '</'),
    '8 MB of the beginnings of comments': () => filled('<table><tr><td>', '<!--'),
    '8 MB of the beginnings of scripts': () => filled('<table><tr><td>', '<script>'),
    '8 MB of the beginnings of styles': () => filled('<table><tr><td>', '<style>'),
    '8 MB of quotes in a tag': () => filled('<table><tr><td a="', '"\'', '></table>'),
    '8 MB of attributes': () => filled('<table><tr><td ', 'a=1 ', '></table>'),
    '8 MB of blanks in a tag': () => filled('<table><tr><td', ' ', '></table>'),
    '8 MB of blanks in a cell': () => filled('<table><tr><td>', ' ', '</td></tr></table>'),
    '8 MB of ampersands': () => filled('<table><tr><td>', '&', '</td></tr></table>'),
    '8 MB of entities': () => filled('<table><tr><td>', '&amp;', '</td></tr></table>'),
    '8 MB of numbers of characters': () => filled('<table><tr><td>', '&#1114112;', '</td></tr></table>'),
    '8 MB of digits of one character': () => filled('<table><tr><td>&#', '9', ';</td></tr></table>'),
    '8 MB of lines': () => filled('<table><tr><td>', '<br>', '</td></tr></table>'),
    '8 MB of headings': () => filled('<html><h1>', 'Tổng hợp ', '</h1><table><tr><td>a</td></tr></table>'),
    'one tag of 8 MB': () => filled('<table><tr><td style="', 'display:none;', '">a</td></tr></table>'),
    'a script that writes a table': () =>
      behind('<script>document.write("<table><tr><td>CT01</td><td>99999</td></tr></table>")</script>'),
    'pictures and frames from elsewhere': () =>
      behind(
        '<img src="http://127.0.0.1:9/a.png"><iframe src="file:///etc/passwd"></iframe><link rel="stylesheet" href="http://127.0.0.1:9/">',
      ),
    'a figure of entities that nobody knows': () => figure('&lol;&#0;&#xD800;&#x110000;&#-1;&#x;'),
    'a figure of control characters': () => figure('8\u0001\u001b[2J6\u202e0'),
    'a page that never closes anything': () => utf8(soundText('html').replace(/<\/(?:td|tr|p|font|b)>/gu, '')),
    'a page in an encoding that it does not have': () =>
      utf8(soundText('html').replace('charset=utf-8', 'charset=utf-7')),
    'a page that names an encoding of a million letters': () =>
      utf8(soundText('html').replace('charset=utf-8', `charset=${'x'.repeat(1_000_000)}`)),
    'a page whose tables have the names __proto__': () =>
      behind(
        '<h1>__proto__</h1><table><tr><td>1</td></tr></table><h1>__proto__</h1><table><tr><td>2</td></tr></table>',
      ),
    'a page with NULs': () => page('<table><tr><td>a\0b</td></tr></table>'),
    'a page of a letter that is cut off': () =>
      Buffer.concat([page('<table><tr><td>a</td></tr></table>'), Buffer.from([0xe1, 0xba])]),
  }),
  ...alike('xls', ['too-large: webPageBytes'], {
    '25 MB of cells': () => filled('<table><tr>', '<td>', '</table>', 25),
  }),
];
