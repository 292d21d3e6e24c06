import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAddress } from '../../src/model/workbook.ts';
import { isRefused, type Contents, type Refused } from '../../src/read/format.ts';
import { csv } from '../../src/read/formats/csv.ts';
import { LIMITS } from '../../src/read/limits.ts';

function read(text: string): Contents | Refused {
  return csv.read(Buffer.from(text), 'csv');
}

/** Every cell with its address. */
function cells(text: string): readonly string[] {
  const contents = read(text);
  if (isRefused(contents)) throw new Error(`refused: ${contents.kind}`);
  return contents.sheets.flatMap(({ rows }) =>
    [...rows].flatMap(([row, fields]) =>
      [...fields].map(
        ([column, { value }]) => `${cellAddress(row, column)} ${value.kind === 'text' ? value.text : '?'}`,
      ),
    ),
  );
}

const TABLE = [
  ['Mã', 'Chỉ tiêu', 'Số liệu'],
  ['CT01', 'Số người', '1.200'],
  ['CT02', 'Số hộ', '350'],
];
const IN_CELLS = [
  'A1 Mã',
  'B1 Chỉ tiêu',
  'C1 Số liệu',
  'A2 CT01',
  'B2 Số người',
  'C2 1.200',
  'A3 CT02',
  'B3 Số hộ',
  'C3 350',
];

describe('the separator', () => {
  test.each([',', ';', '\t', '|'])('%j', (separator) =>
    expect(cells(TABLE.map((row) => row.join(separator)).join('\n'))).toEqual(IN_CELLS),
  );

  test.each([
    ['decimal commas in every row', 'Mã;Giá trị\nCT1;1,5\nCT2;2,5\nCT3;0,5\n', 'B2 1,5'],
    ['commas in the texts', 'Mã;Tên;Số\nA;Một, hai, ba;1\nB;Bốn, năm;2\n', 'B2 Một, hai, ba'],
    ['semicolons in the texts', 'Mã,Tên,Số\nA,Một; hai,1\nB,Bốn; năm,2\n', 'B2 Một; hai'],
    ['separators within quotes', 'Mã,Tên\n"A;B;C","a;b;c"\n"D;E;F","d;e;f"\n', 'B2 a;b;c'],
    ['a title above the table', 'BÁO CÁO, tháng 10\nThôn Đông, xã X\n\nMã;Tên;Số\nA;a;1\nB;b;2\n', 'C5 1'],
    ['rows of different lengths', 'Tên đơn vị;Thôn A\n\nMã;Tên;Số\nA;a;1\nB;b;2\nC;c\n', 'C4 1'],
    ['two columns', 'Số người,1200\nSố hộ,350\n', 'B2 350'],
    ['blanks behind commas in every row', 'Mã, Tên, Số\nA, a, 1\nB, b, 2\n', 'C3 2'],
  ])('%s', (_name, text, cell) => expect(cells(text)).toContain(cell));

  test('declared as Excel wants it, in a line that is no row', () =>
    expect(cells('sep=;\nMã;Số, hộ\nA;1,5\n')).toEqual(['A1 Mã', 'B1 Số, hộ', 'A2 A', 'B2 1,5']));
});

describe('rows are numbered as Excel numbers them', () => {
  test.each(['\n', '\r\n', '\r'])('line ends %j, a blank line is a blank row', (end) =>
    expect(cells(['a;b', '', 'c;d', ''].join(end))).toEqual(['A1 a', 'B1 b', 'A3 c', 'B3 d']),
  );

  test('a line break within quotes does not begin a row', () =>
    expect(cells('a;"một\r\nhai";c\r\nd;e;f\r\n')).toEqual(['A1 a', 'B1 một\nhai', 'C1 c', 'A2 d', 'B2 e', 'C2 f']));

  test('doubled quotes are one; blank fields are no cells', () =>
    expect(cells('"a ""b""";;c\n"";d;e\n')).toEqual(['A1 a "b"', 'C1 c', 'B2 d', 'C2 e']));
});

describe('a stray quote swallows nothing', () => {
  test.each([
    ['opened and never closed', 'a;b;c\n"d;e;f\ng;h;i\n', ['A2 "d', 'B2 e', 'C2 f', 'A3 g']],
    ['opened in the last field', 'a;b;c\nd;e;"f\ng;h;i\n', ['C2 "f', 'A3 g']],
    ['within a field', 'a;b;c\nd;ống 5" dài;f\ng;h;i\n', ['B2 ống 5" dài', 'C2 f', 'A3 g']],
    ['behind a quoted text', 'a;b;c\nd;"e" sai;f\ng;h;i\n', ['B2 "e" sai', 'C2 f', 'A3 g']],
    [
      'beside properly quoted fields',
      'a;b;c\n"d;e;f\n"x;y";z;"một\nhai"\n',
      ['A2 "d', 'A3 x;y', 'B3 z', 'C3 một\nhai'],
    ],
    ['in the last line, cut off', 'a;b;c\nd;e;f\ng;"h', ['A3 g', 'B3 "h']],
  ])('%s', (_name, text, expected) => expect(cells(text)).toEqual(expect.arrayContaining(expected)));
});

describe('what is no table', () => {
  test.each([
    [
      'a letter',
      'Kính gửi: UBND xã\nThôn Đông báo cáo như sau: có 1.200 người, 640 người có chữ ký số.\nTrân trọng.\n',
    ],
    ['one line', 'Thôn Thượng: 1.200 người, 720 người có chữ ký số'],
    ['prose with a comma in every line', 'Một, hai\nBa bốn\nNăm sáu\nBảy, tám\nChín mười\n'],
    ['words without a separator', 'một\nhai\nba\n'],
    ['blank lines', '\n\n\n'],
    ['nothing but a mark', '\ufeff'],
  ])('%s', (_name, text) => expect(read(text)).toEqual({ kind: 'text' }));

  test('bytes of no known encoding', () =>
    expect(csv.read(Uint8Array.of(0x61, 0x3b, 0xff, 0x0a), 'csv')).toEqual({ kind: 'text-encoding' }));
});

describe('limits', () => {
  test.each([
    ['bytes', 'a;b\n'.repeat(LIMITS.textFileBytes / 4 + 1), 'textFileBytes', LIMITS.textFileBytes + 4],
    ['rows', 'a;\n'.repeat(LIMITS.rows + 5), 'rows', LIMITS.rows + 1],
    ['cells', 'a;b;c;d\n'.repeat(LIMITS.cells / 4 + 1), 'cells', LIMITS.cells + 4],
    ['a text', `a;b\nc;${'x'.repeat(LIMITS.textLength + 1)}\n`, 'textLength', LIMITS.textLength + 1],
  ])('%s', (_name, text, id, found) => expect(read(text)).toEqual({ kind: 'too-large', limit: { id, found } }));

  test('millions of separators cost little', () =>
    expect(read(`${';'.repeat(1_000_000)}\n`.repeat(4))).toMatchObject({ sheets: [{}] }));
});

describe('laws', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'ế', '1', ' ', ',', ';', '"', '\n', '='), maxLength: 8 });
  const clean = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ' ').trim())
      .filter((line) => line !== '')
      .join('\n');

  test('what is written by the rules is read back', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (rows, separator) => {
          const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator));
          const expected = rows.flatMap((row, at) =>
            row.flatMap((text, column) => (clean(text) === '' ? [] : [`${cellAddress(at, column)} ${clean(text)}`])),
          );
          expect(cells(`sep=${separator}\n${quoted.join('\n')}\n`)).toEqual(expected);
        },
      ),
    ));

  test('no text makes it throw, and every letter of it is in some cell', () =>
    fc.assert(
      fc.property(fc.array(field, { maxLength: 12 }), (pieces) => {
        const text = `sep=;\n${pieces.join('')}`;
        const letters = (from: string): string => from.replace(/[^aế1,=]/gu, '');
        expect(
          letters(
            cells(text)
              .map((cell) => cell.replace(/^\S+ /u, ''))
              .join(''),
          ),
        ).toBe(letters(text.slice(5)));
      }),
    ));

  test('a long text is read as a short one', () =>
    fc.assert(
      fc.property(fc.array(field, { maxLength: 20 }), (pieces) => {
        const text = `sep=;\n${pieces.join('')}`;
        expect(cells(`${text}${'\n'.repeat(6000)}`)).toEqual(cells(text));
      }),
      { numRuns: 60 },
    ));

  test('no bytes make it throw', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const contents = csv.read(bytes, 'csv');
        expect(isRefused(contents) || contents.sheets.length === 1).toBe(true);
      }),
    ));
});
