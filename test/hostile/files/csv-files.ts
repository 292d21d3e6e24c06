import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runBytes } from '../support/runs.ts';
import { soundText } from '../support/sound-form.ts';

const MEGABYTE = 1024 * 1024;
const utf8 = (text: string): Uint8Array => Buffer.from(text);

/** A text of one piece repeated, which takes as much as a text may. */
function filled(piece: string, { before = '', after = '', megabytes = 3.9 } = {}): Uint8Array {
  return runBytes({ before, piece, times: Math.floor((megabytes * MEGABYTE) / Buffer.byteLength(piece)), after });
}

/** The form with something else in place of a part of it. */
function edited(from: string | RegExp, to: string): Uint8Array {
  return utf8(soundText('csv').replace(from, () => to));
}

/** The form with more lines. */
function plus(lines: string): Uint8Array {
  return utf8(soundText('csv') + lines);
}

/** Texts with separators that are all separators, all quotes, one line, or no text at all. */
export const CSV_FILES: readonly HostileFile[] = [
  ...alike('csv', 'any', {
    '4 MB of quotes': () => filled('"'),
    '4 MB of quotes, an odd number of them': () => filled('""', { before: '"' }),
    '4 MB of quotes and separators': () => filled('",'),
    '4 MB of quotes on lines': () => filled('"\n'),
    '4 MB of lines that each open a quote': () => filled('a,"b\n'),
    '4 MB of lines that each open a quote, with a quote at the end': () => filled('a,"b\n', { after: '"' }),
    '4 MB of lines with a stray quote': () => filled('a,b"c,d\n'),
    '4 MB of quoted fields in one line': () => filled('"a",', { after: '\n1,2\n' }),
    '4 MB of fifty lines in quotes, never closed rightly': () => filled(`"${'a\n'.repeat(48)}b"c,d\n`),
    'one line of 4 MB': () => filled('a'),
    'two lines of 2 MB': () => filled(`${'a'.repeat(2_000_000)},b\n`),
    '4 MB of separators': () => filled(',', { after: '\na,b\n' }),
    '4 MB of separators on lines': () => filled(`${','.repeat(1000)}\n`),
    '4 MB of short lines': () => filled('a,b\n'),
    '4 MB of empty lines behind the form': () => filled('\n', { before: soundText('csv') }),
    '4 MB of all separators': () => filled(',;\t|', { after: '\n' }),
    '4 MB of carriage returns': () => filled('\r', { before: soundText('csv') }),
    '4 MB of blanks': () => filled(' ', { before: 'a,b\nc,d\n' }),
    '4 MB of combining marks': () => filled('\u0301', { before: 'a,b\nc,d' }),
    '4 MB of letters with marks apart': () => filled('Tô\u0309 dân phô\u0301, số liệu\n'.normalize('NFD')),
    '4 MB of byte order marks': () => filled('\ufeff', { after: '\na,b\nc,d\n' }),
    '4 MB of zero-width blanks': () => filled('\u200b', { before: 'a,b\nc,d' }),
    '4 MB of letters in TCVN3': () => filled('a\xb8\xb5\xae,', { after: '\na,b\n' }),
    '4 MB of Western letters': () => runBytes({ piece: Buffer.from('\xe0\xe1,\xf9\n', 'latin1'), times: MEGABYTE }),
    'a form with lone carriage returns': () => edited(/\r?\n/gu, '\r'),
    'a form with NULs': () => edited(';', '\0;'),
    'a form with one byte that is no UTF-8': () => Buffer.concat([utf8(soundText('csv')), Buffer.from([0xff, 0x0a])]),
    'a form in UTF-16 with an odd number of bytes': () =>
      Buffer.concat([Buffer.from(soundText('csv'), 'utf16le'), Buffer.from([0x41])]),
    'a form in UTF-16 with half a character': () => Buffer.from(`${soundText('csv')}\ud800;1\n`, 'utf16le'),
    'a form in UTF-32': () =>
      Buffer.concat(Array.from(soundText('csv'), (sign) => Buffer.from(`${sign}\0`, 'utf16le'))),
    'a form with formulas for Excel': () =>
      plus('=cmd|\' /C calc\'!A0;1\n@SUM(1);+1;-1\n"=HYPERLINK(""http://127.0.0.1"")";2\n'),
    'a form that says which separator it has, wrongly': () => utf8(`sep=|\n${soundText('csv')}`),
    'a form that says a separator of many letters': () => utf8(`sep=${';'.repeat(100_000)}\n${soundText('csv')}`),
    'a form with a line of 300,000 fields': () => plus(`${';'.repeat(300_000)}\n`),
    'headings that JavaScript knows': () => utf8('__proto__,constructor,toString\n1,2,3\n4,5,6\n'),
    'a form with terminal commands': () => edited('Thôn Vĩnh Thạnh', '\u001b[2J\u0007Thôn\u202e Vĩnh Thạnh'),
    'a quote that is opened in the first line': () => utf8(`"${soundText('csv')}`),
    '3,900 lines of 101 fields, nearly numbers': () =>
      utf8(
        Array.from({ length: 3900 }, (_, index) =>
          Array.from({ length: 101 }, (__, at) => `${String(index)}.${String(at)}`).join(';'),
        ).join('\n'),
      ),
  }),
  ...alike('csv', ['too-large: cells'], {
    '4 MB of fields of a letter': () => filled(`${'a,'.repeat(999)}a\n`),
  }),
  ...alike('csv', ['too-large: cells', 'too-large: rows'], {
    '4 MB of two fields a line': () => filled('a,b\n', { before: 'c,d\n' }),
  }),
  ...alike('csv', ['too-large: textFileBytes'], {
    '25 MB of short lines': () => filled('a,b\n', { megabytes: 25 }),
  }),
];
