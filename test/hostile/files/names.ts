import { alike, type HostileFile } from '../support/hostile-file.ts';
import { formWith, formWithSheet, INDICATORS, type PartEdit } from '../support/sound-form.ts';

/** Words that mean something to JavaScript objects. */
const WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length'];

const STRINGS = 'xl/sharedStrings.xml';

/** The form with other words in place of one of its texts, wherever it stands. */
function retyped(from: string, to: string): Uint8Array {
  return formWith('xlsx', {
    [STRINGS]: (text) =>
      text.replace(new RegExp(`(<t[^>]*>)${from}(</t>)`, 'u'), (_, open: string, end: string) => `${open}${to}${end}`),
  });
}

function inline(address: string, words: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
}

/** The form with a cell of its indicators that holds other words. */
function cell(address: string, words: string, sheet = INDICATORS): Uint8Array {
  const edit: PartEdit = (text) =>
    text.replace(new RegExp(`<c r="${address}"(?:[^>]*/>|.*?</c>)`, 'u'), () => inline(address, words));
  return formWith('xlsx', { [sheet]: edit });
}

/** A row more in the hidden sheet. */
function mark(key: string, value: string): Uint8Array {
  return formWith('xlsx', {
    'xl/worksheets/sheet5.xml': (text) =>
      text.replace('</sheetData>', () => `<row r="50">${inline('A50', key)}${inline('B50', value)}</row></sheetData>`),
  });
}

const entries = (
  make: (word: string) => readonly [string, () => Uint8Array],
): Readonly<Record<string, () => Uint8Array>> => Object.fromEntries(WORDS.map(make));

/** Names and words that mean something to the program's language, to a spreadsheet, or to a terminal. */
export const NAMES: readonly HostileFile[] = [
  ...alike('xlsx', ['read'], {
    ...entries((word) => [
      `another sheet called ${word}`,
      () => formWithSheet('<sheetData><row><c><v>1</v></c></row></sheetData>', word),
    ]),
    ...entries((word) => [`a mark called ${word}`, () => mark(word, word)]),
    ...entries((word) => [`a heading called ${word}`, () => cell('F8', word)]),
    ...entries((word) => [`evidence that reads ${word}`, () => cell('G8', word, 'xl/worksheets/sheet2.xml')]),
    'a sheet of no name': () => formWithSheet('<sheetData/>', ''),
    'a sheet with the name of another': () => formWithSheet('<sheetData/>', 'Chỉ tiêu'),
    'a sheet called after a line end, an escape and a mark from right to left': () =>
      formWithSheet('<sheetData/>', 'a&#10;&#9;\u202e\u200bb'),
    'a sheet with a name of a million letters': () => formWithSheet('<sheetData/>', 'x'.repeat(1_000_000)),
    'a sheet called like a path': () => formWithSheet('<sheetData/>', '../../etc/passwd'),
    'evidence that is a formula for Excel': () => cell('G8', "=cmd|' /C calc'!A0", 'xl/worksheets/sheet2.xml'),
    'evidence that is markup': () =>
      cell(
        'G8',
        '&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 | times: 7 }}{% include "x" %}',
        'xl/worksheets/sheet2.xml',
      ),
  }),
  ...alike('xlsx', 'any', {
    ...entries((word) => [`a unit called ${word}`, () => retyped('Thôn Phú Hòa 1', word)]),
    ...entries((word) => [`a unit with the code ${word}`, () => retyped('TH04', word)]),
    ...entries((word) => [`an indicator with the code ${word}`, () => retyped('CT01', word)]),
    ...entries((word) => [`a task with the code ${word}`, () => retyped('II\\.3-1', word)]),
    ...entries((word) => [`a heading of figures called ${word}`, () => retyped('Số liệu', word)]),
    ...entries((word) => [`a status that reads ${word}`, () => retyped('Đã hoàn thành', word)]),
    ...entries((word) => [`a form of the directive ${word}`, () => retyped('ubnd-xa-dong-trang-cds-2025', word)]),
    ...entries((word) => [`a form of the period ${word}`, () => retyped('2025-10', word)]),
    ...entries((word) => [`a unit of the type ${word}`, () => retyped('village', word)]),
    ...entries((word) => [`a figure that reads ${word}`, () => cell('D9', word)]),
    'a directive that is a path': () => retyped('ubnd-xa-dong-trang-cds-2025', '../../../../etc/passwd'),
    'a unit that is a formula for Excel': () => retyped('Thôn Phú Hòa 1', "=cmd|' /C calc'!A0"),
    'a unit of terminal commands': () => retyped('Thôn Phú Hòa 1', 'a_x001B_[2J_x0007_\u202e\u2066b'),
    'an indicator with a code of 32,767 letters': () => retyped('CT01', 'CT'.repeat(16_383)),
  }),
];
