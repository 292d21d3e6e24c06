import { alike, type HostileFile } from '../support/hostile-file.ts';
import { formWith, INDICATORS, type PartEdit } from '../support/sound-form.ts';

/** As long as the text of a cell can be. */
const LONGEST = 32_767;

function fill(piece: string): string {
  return piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
}

/** Texts over which a careless pattern takes hours: much that may belong to what is looked for, and an end that does not fit. */
const TEXTS: Readonly<Record<string, string>> = {
  blanks: `${fill(' ').slice(2)}x`,
  'blanks of many widths': `${fill('\u00a0\u2003\u3000 ').slice(2)}x`,
  'a letter under thousands of marks': `a${fill('\u0301\u0323\u0302').slice(1)}`,
  'letters with marks apart': fill('ô\u0309'.normalize('NFD')),
  brackets: fill('('),
  'pairs of brackets': fill('()'),
  'brackets of all kinds': fill('([{“'),
  'digits with dots': `${fill('1.').slice(2)}x`,
  'digits in threes': `${fill('.123').slice(2)}x`,
  'digits with blanks': `${fill('1 ').slice(2)}x`,
  'digits with commas': `${fill('0,').slice(2)}x`,
  'digits with slashes': `${fill('1/').slice(2)}x`,
  digits: fill('9'),
  'digits of an East Asian keyboard': fill('９'),
  zeros: fill('0'),
  dashes: fill('-'),
  'dashes of all kinds': fill('-–—−‑'),
  percents: fill('5%'),
  'words of numbers': fill('năm mươi '),
  'hundreds of thousands of millions': fill('trăm nghìn triệu '),
  'words for days': fill('ngày 5 tháng 11 năm 2025 '),
  'days without years': fill('5/11/'),
  'telephone numbers': fill('0901234567'),
  'telephone numbers with blanks': fill('0 9 0 1 2 3 4 5 6 7 '),
  'telephone numbers with dots': fill('090.123.4567 '),
  'numbers of citizens': fill('012345678901 '),
  'addresses of mail': fill('a@a.'),
  'names of the unit': fill('Thôn Phú Hòa 1 '),
  'words for units': fill('thôn '),
  'words for units cut short': fill('T.'),
  'former communes': fill('(xã Tịnh Long cũ) '),
  'titles of indicators': fill('Số người từ đủ 18 tuổi trở lên '),
  'words of statuses': fill('Đã hoàn thành '),
  'Roman numerals': fill('XXIV. '),
  'codes of indicators': fill('CT01.'),
  'quotation marks': fill('“”"\''),
  'ends of lines': fill('a\n'),
  tabs: fill('\t'),
  'signs that cannot be seen': fill('\u200b\u200d\u00ad\ufeff'),
  'signs that write from right to left': fill('\u202e\u2066\u200f'),
  emojis: fill('👨‍👩‍👧‍👦'),
  'letters of TCVN3': fill('§¬n vÞ b¸o c¸o '),
  'letters of VNI': fill('Ñôn vò baùo caùo '),
  'letters that are mistaken for others': fill('ÐđƉð'),
  'signs that stand for many letters': fill('ﷺ'),
  'one letter': fill('a'),
  capitals: fill('UBND'),
  'Liquid and Markdown': fill('{{ a | b }}{% c %}**_`['),
  paths: fill('../'),
  markup: fill('&lt;a b="'),
  'thousands of words': fill('a b '),
  points: fill('.'),
  colons: fill('a:'),
  'semicolons and blanks': `${fill('; ').slice(2)}x`,
  approximately: fill('~'),
  pluses: fill('1+'),
};

function inline(address: string, words: string): string {
  const escaped = words.replace(/&(?!lt;)/gu, '&amp;').replace(/</gu, '&lt;');
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** Those cells of a sheet with that text in them. */
function cells(addresses: readonly string[], words: string): PartEdit {
  return (xml) =>
    addresses.reduce(
      (text, address) =>
        text.replace(new RegExp(`<c r="${address}"(?:[^>]*/>|.*?</c>)`, 'u'), () => inline(address, words)),
      xml,
    );
}

const rows = (column: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${column}${String(from + index)}`);

/** The text in every cell that the unit fills in. */
function inAnswers(words: string): Uint8Array {
  return formWith('xlsx', {
    'xl/worksheets/sheet1.xml': cells(rows('B', 8, 12), words),
    'xl/worksheets/sheet2.xml': cells(['C8', 'D8', 'E8', 'F8', 'G8', 'H8'], words),
    [INDICATORS]: cells([...rows('D', 9, 11), ...rows('E', 9, 12)], words),
    'xl/worksheets/sheet4.xml': cells(['A8', 'B8', 'C8', 'B9'], words),
  });
}

/** The text in every cell that says what stands beside it. */
function inLabels(words: string): Uint8Array {
  return formWith('xlsx', {
    'xl/worksheets/sheet1.xml': cells([...rows('A', 1, 12)], words),
    'xl/worksheets/sheet2.xml': cells(['A6', 'B6', 'C6', 'D6', 'A8', 'B8', 'A9', 'B9'], words),
    [INDICATORS]: cells([...rows('A', 9, 12), ...rows('B', 9, 14), 'C9', 'E8', 'A1', 'A2'], words),
    'xl/worksheets/sheet4.xml': cells(['A6', 'A7', 'A8'], words),
  });
}

/** The text in as many cells below the table as texts of a workbook may take together, each a little other. */
function belowAnswers(words: string): Uint8Array {
  const line = (row: number): string => {
    const cells = ['A', 'B', 'C', 'D'].map((column) =>
      inline(`${column}${String(row)}`, `${String(row)}${words.slice(5)}`),
    );
    return `<row r="${String(row)}">${cells.join('')}</row>`;
  };
  const lines = Array.from({ length: 62 }, (_, index) => line(index + 30)).join('');
  return formWith('xlsx', { [INDICATORS]: (xml) => xml.replace('</sheetData>', () => `${lines}</sheetData>`) });
}

/** The text in the hidden sheet. */
function inMarks(words: string): Uint8Array {
  return formWith('xlsx', { 'xl/worksheets/sheet5.xml': cells([...rows('B', 1, 10), 'A9', 'A10'], words) });
}

function each(what: string, make: (words: string) => Uint8Array): Readonly<Record<string, () => Uint8Array>> {
  return Object.fromEntries(Object.entries(TEXTS).map(([name, words]) => [`${name} as ${what}`, () => make(words)]));
}

/** The form with as much of one thing in its cells as a cell can hold. */
export const LONG_TEXTS: readonly HostileFile[] = alike('xlsx', 'any', {
  ...each('answers', inAnswers),
  ...each('labels', inLabels),
  ...each('marks', inMarks),
});

/** Those that cost the most. */
const COSTLY = [
  'a letter under thousands of marks',
  'dashes of all kinds',
  'digits with commas',
  'former communes',
  'letters of VNI',
  'pairs of brackets',
  'points',
  'signs that cannot be seen',
  'telephone numbers',
  'words of numbers',
];

/** The form with as many such texts as it may hold. */
export const FULL_OF_TEXTS: readonly HostileFile[] = alike(
  'xlsx',
  'any',
  Object.fromEntries(COSTLY.map((name) => [`${name} in all cells`, () => belowAnswers(TEXTS[name] ?? '')])),
);
