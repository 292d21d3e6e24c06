import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runEntry, type Run } from '../support/runs.ts';
import { formWith, INDICATORS, type PartEdit } from '../support/sound-form.ts';

const STRINGS = 'xl/sharedStrings.xml';
const BEGIN = '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/** The form with a table of strings that is one piece repeated. */
function table(piece: string, times: number, frame: Partial<Run> = {}): Uint8Array {
  return formWith('xlsx', { [STRINGS]: runEntry('', { before: BEGIN, piece, times, after: '</sst>', ...frame }) });
}

/** The form with more strings behind its own, which nobody asks for. */
function more(items: string): Uint8Array {
  return formWith('xlsx', { [STRINGS]: (text) => text.replace('</sst>', () => `${items}</sst>`) });
}

/** The form whose first figure is something else. */
function figure(cell: string, edits: Readonly<Record<string, PartEdit>> = {}): Uint8Array {
  return formWith('xlsx', { [INDICATORS]: (text) => text.replace(/<c r="D9".*?<\/c>/u, () => cell), ...edits });
}

/** Tables of shared strings that are too long, too deep, or do not hold what cells ask for. */
export const STRINGS_FILES: readonly HostileFile[] = [
  ...alike('xlsx', ['too-large: sharedStrings'], {
    '10 million empty strings': () => table('<si/>', 10_000_000),
    '4 million strings of a letter': () => table('<si><t>a</t></si>', 4_000_000),
  }),
  ...alike('xlsx', ['too-large: partBytes'], {
    '10 million strings of a letter': () => table('<si><t>a</t></si>', 10_000_000),
  }),
  ...alike('xlsx', ['damaged'], {
    'a string of 32 MB': () =>
      table('x'.repeat(1024), 32 * 1024, { before: `${BEGIN}<si><t>`, after: '</t></si></sst>' }),
    'a string in a million pieces of rich text, cut off': () =>
      table('<r><t>a</t></r>', 1_000_000, { before: `${BEGIN}<si>`, after: '' }),
    'a string that is not there': () => figure('<c r="D9" t="s"><v>999999</v></c>'),
    'a string of a negative number': () => figure('<c r="D9" t="s"><v>-1</v></c>'),
    'a string of a number with a fraction': () => figure('<c r="D9" t="s"><v>1.5</v></c>'),
    'a string called __proto__': () => figure('<c r="D9" t="s"><v>__proto__</v></c>'),
    'a string whose number has a million digits': () => figure(`<c r="D9" t="s"><v>${'0'.repeat(1_000_000)}1</v></c>`),
    'strings that are missing': () =>
      formWith('xlsx', {
        'xl/_rels/workbook.xml.rels': (text) => text.replace('Target="sharedStrings.xml"', 'Target="none.xml"'),
      }),
    'a sheet that is its own table of strings': () =>
      formWith('xlsx', {
        'xl/_rels/workbook.xml.rels': (text) =>
          text.replace('Target="sharedStrings.xml"', 'Target="worksheets/sheet3.xml"'),
      }),
    'a figure that is no number': () => figure('<c r="D9"><v>1e999</v></c>'),
    'a figure with a decimal comma': () => figure('<c r="D9"><v>8,5</v></c>'),
    'a figure that is NaN': () => figure('<c r="D9"><v>NaN</v></c>'),
  }),
  ...alike('xlsx', ['read'], {
    '300,000 empty strings behind the others': () => more('<si/>'.repeat(300_000)),
    'a string of a million pieces behind the others': () => more(`<si>${'<r><t>a</t></r>'.repeat(1_000_000)}</si>`),
    'a million phonetic readings behind the others': () =>
      more(`<si>${'<rPh sb="0" eb="1"><t>a</t></rPh>'.repeat(1_000_000)}</si>`),
    'a string with a hundred thousand escapes behind the others': () =>
      more(`<si><t>${'_x0041_'.repeat(100_000)}</t></si>`),
    'a string with escaped halves of characters': () => more(`<si><t>${'_xD800__xDC00__xDFFF_'.repeat(1000)}</t></si>`),
  }),
  // A line of underscores is what a form has where nothing is written.
  ...alike('xlsx', ['indicator-missing', 'number-unreadable'], {
    'a figure with a million escapes': () => figure(`<c r="D9" t="str"><v>${'_x005F_'.repeat(500_000)}</v></c>`),
  }),
  ...alike('xlsx', ['number-unreadable'], {
    'a figure that is half of a character': () => figure('<c r="D9" t="str"><v>_xD800_</v></c>'),
    'a figure with an escaped NUL and an escape of a terminal': () =>
      figure('<c r="D9" t="str"><v>a_x0000__x001B_[2Jb</v></c>'),
  }),
  ...alike('xlsx', ['denominator-zero', 'number-not-whole', 'number-too-large'], {
    'a figure of 1e308': () => figure('<c r="D9"><v>1e308</v></c>'),
    'a figure of -1e308': () => figure('<c r="D9"><v>-1e308</v></c>'),
    'a figure of 1e-308': () => figure('<c r="D9"><v>1e-308</v></c>'),
    'a figure of 309 digits': () => figure(`<c r="D9"><v>1${'0'.repeat(308)}</v></c>`),
    'a figure beyond what can be counted exactly': () => figure('<c r="D9"><v>9007199254740993</v></c>'),
  }),
  ...alike('xlsx', ['too-large: styles'], {
    'a million styles': () =>
      formWith('xlsx', {
        'xl/styles.xml': (text) => text.replace('</cellXfs>', () => `${'<xf/>'.repeat(1_000_000)}</cellXfs>`),
      }),
  }),
];
