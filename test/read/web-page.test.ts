import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellAddress, type Sheet } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';

function sheetsOf(page: string | Uint8Array): readonly Sheet[] {
  const { value, diagnostics } = readWorkbook(typeof page === 'string' ? strToU8(page) : page, 'a.html');
  expect(diagnostics).toEqual([]);
  return value?.sheets ?? [];
}
function cells(page: string | Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sheetsOf(page).flatMap(({ rows }) =>
      [...rows].flatMap(([row, found]) =>
        [...found].map(([column, { value }]) => [
          cellAddress(row, column),
          value.kind === 'text' ? value.text : `not a text but ${value.kind}`,
        ]),
      ),
    ),
  );
}
const facts = (page: string | Uint8Array) =>
  readWorkbook(typeof page === 'string' ? strToU8(page) : page, 'a.html').diagnostics[0]?.facts;
const aCell = (inner: string): string => `<html><table><tr><td>${inner}</td></tr></table></html>`;

test.each(['1.234', '125,5', '05/11/2025', '00123', '1E5', 'TRUE', '3-4', '#N/A', '=1+1', '50%'])(
  'the field “%s” stays the text that it is',
  (field) => expect(cells(aCell(field))).toEqual({ A1: field }),
);

test.each([
  ['named letters', 'Th&ocirc;n C&#7893; L&#x169;y &ndash; &agrave;&nbsp;b', 'Thôn Cổ Lũy – à b'],
  ['letters numbered as Windows does', 'a&#150;b', 'a–b'],
  ['an entity twice over', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['an entity that is none', 'A&B; &zzz; &#1114112;', 'A&B; &zzz; \ufffd'],
  ['lines', 'một<br>hai<p>ba</p>bốn', 'một\nhai\nba\nbốn'],
  ['line ends of the page', 'một\n  hai', 'một hai'],
  ['parts in bold', '<b>1</b>.<i>234</i>', '1.234'],
  ['a bare angle bracket', '5 < 6 <- 7', '5 < 6 <- 7'],
  ['comments and scripts', '<!-- <td>x</td> -->5<script>"</td>" + 6</script><style>td{}</style>', '5'],
  ['an attribute with a bracket', '<span title="a > b">5</span>', '5'],
  ['a quote in the text of a tag', `<span data-x=it's>5</span>`, '5'],
])('%s', (_what, inner, text) => expect(cells(aCell(inner))).toEqual({ A1: text }));

describe('places', () => {
  test('cells that reach over others', () =>
    expect(
      cells(
        '<table><tr><td rowspan=2>A</td><td colspan="2">B</td><td>D</td></tr><tr><td>B2</td><td>C2</td></tr><tr><td>A3</td></tr></table>',
      ),
    ).toEqual({ A1: 'A', B1: 'B', D1: 'D', B2: 'B2', C2: 'C2', A3: 'A3' }));
  test('the merges', () =>
    expect(sheetsOf('<table><tr><td rowspan=2 colspan=2>A</td></tr></table>')[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 1 },
    ]));
  test('end tags may be missing', () =>
    expect(cells('<table><tr><td>1<td>2<tr><th>3<th>4</table>')).toEqual({ A1: '1', B1: '2', A2: '3', B2: '4' }));
  test('a span that is none, none at all, or a thousand million', () =>
    expect(cells('<table><tr><td colspan=x>1<td colspan=0>2<td colspan=1000000000>3<td>4</table>')).toEqual({
      A1: '1',
      B1: '2',
      C1: '3',
      ALO1: '4',
    }));
  test('hidden rows are known as hidden', () =>
    expect([...(sheetsOf('<table><tr><td>1<tr style="display:none"><td>2</table>')[0]?.hiddenRows ?? [])]).toEqual([
      1,
    ]));
});

describe('sheets', () => {
  const names = (page: string) => sheetsOf(page).map(({ name }) => name);
  test('each table is one, called after the heading before it', () =>
    expect(
      names(
        '<h1>Sheet 1: <em>Chỉ tiêu</em></h1><table><tr><td>1</table><table><tr><td>2</table><h2>Nhiệm vụ</h2><p>chữ</p><table><tr><td>3</table>',
      ),
    ).toEqual(['Chỉ tiêu', 'Bảng 2', 'Nhiệm vụ']));
  test('no name twice', () =>
    expect(names('<h1>A</h1><table><tr><td>1</table><h1>A</h1><table><tr><td>2</table>')).toEqual(['A', 'Bảng 2']));
  test('a table within a cell is one of its own, and what stands around it stays where it is', () => {
    const sheets = sheetsOf(
      '<table><tr><td>trước<table><tr><td>trong</td></tr></table>sau</td><td>bên</td></tr></table>',
    );
    expect(sheets.map(({ rows }) => [...(rows.get(0)?.values() ?? [])].map(({ value }) => value))).toEqual([
      [
        { kind: 'text', text: 'trướcsau' },
        { kind: 'text', text: 'bên' },
      ],
      [{ kind: 'text', text: 'trong' }],
    ]);
  });
  test('tables without anything in them are left out', () =>
    expect(names('<table><tr><td></td></tr></table><table><tr><td>1</table>')).toEqual(['Bảng 2']));
});

describe('encodings', () => {
  const page = aCell('Thôn Cổ Lũy');
  test('UTF-16 with a mark', () =>
    expect(cells(Buffer.from(`\ufeff${page}`, 'utf16le'))).toEqual({ A1: 'Thôn Cổ Lũy' }));
  test('windows-1258, when the page says so', () => {
    const head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">';
    const bytes = Buffer.from(`${head}<table><tr><td>Th\xf4n C\xf4\xd2 Lu\xdey</td></tr></table>`, 'latin1');
    expect(cells(bytes)).toEqual({ A1: 'Thôn Cổ Lũy' });
  });
  test('a western page by what it says', () =>
    expect(cells(Buffer.from('<meta charset=iso-8859-1><table><tr><td>caf\xe9</table>', 'latin1'))).toEqual({
      A1: 'café',
    }));
  test('bytes of no known encoding are not guessed', () =>
    expect(facts(Buffer.from('<table><tr><td>\xe9\xff\xfe x</table>', 'latin1'))).toEqual({ kind: 'text-encoding' }));
});

describe('what is refused', () => {
  test.each([
    ['no table', '<html><p>x</p></html>', 'web-page'],
    ['a table without anything in it', '<table></table>', 'web-page'],
    ['a table that is cut off', '<table><tr><td>1</td></tr><tr><td>2</td>', 'damaged'],
    ['a tag that is cut off', '<table><tr><td>1</td></tr></table><span title="', 'damaged'],
    ['a comment that is cut off', '<table><tr><td>1</td></tr></table><!-- x', 'damaged'],
    ['a script that is cut off', '<table><tr><td>1</td></tr></table><script>x', 'damaged'],
  ])('%s', (_what, page, kind) => expect(facts(page)).toEqual({ kind }));

  test.each([
    ['201 tables', '<table><tr><td>1</table>'.repeat(201), 'sheets'],
    ['a text longer than a cell can hold', aCell('x'.repeat(40_000)), 'textLength'],
    ['20,001 merges', `<table>${'<tr><td colspan=2>1'.repeat(20_001)}</table>`, 'merges'],
    ['9 MB', `<table><tr><td>${' '.repeat(9 * 1024 * 1024)}</table>`, 'webPageBytes'],
  ])('%s', (_what, page, limit) => expect(facts(page)).toMatchObject({ kind: 'too-large', limit }));
});
