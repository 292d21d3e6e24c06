import { describe, expect, test } from 'vitest';
import { cellAddress, type Sheet } from '../../src/model/workbook.ts';
import { checkFiles } from '../../src/pipeline.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aRound } from '../support/builders.ts';

function sheetsOf(page: string): readonly Sheet[] {
  return readWorkbook(Buffer.from(page), 'a.html').value?.sheets ?? [];
}

/** Each sheet's cells with their addresses. */
function cells(page: string): readonly (readonly string[])[] {
  return sheetsOf(page).map(({ rows }) =>
    [...rows].flatMap(([row, found]) =>
      [...found].map(
        ([column, { value }]) => `${cellAddress(row, column)} ${value.kind === 'text' ? value.text : value.kind}`,
      ),
    ),
  );
}

const TABLE = '<table><tr><td>Mã<td>Số</tr><tr><td>CT01<td>5</tr></table>';

describe('what stands outside of the cells', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'paragraphs, headings and lines before the table, each in a row of its own',
      `<h1>BÁO CÁO</h1><p>Đơn vị: <b>Thôn An Vĩnh</b></p><div>Kỳ: tháng 10<br>Hạn: 09/11</div>${TABLE}`,
      [
        'A1 BÁO CÁO',
        'A2 Đơn vị: Thôn An Vĩnh',
        'A3 Kỳ: tháng 10',
        'A4 Hạn: 09/11',
        'A5 Mã',
        'B5 Số',
        'A6 CT01',
        'B6 5',
      ],
    ],
    [
      'a text in no element',
      `<body>Đơn vị: Thôn An Vĩnh${TABLE}</body>`,
      ['A1 Đơn vị: Thôn An Vĩnh', 'A2 Mã', 'B2 Số', 'A3 CT01', 'B3 5'],
    ],
    ['a caption', '<table><caption>Thôn An Vĩnh</caption><tr><td>1</td></tr></table>', ['A1 Thôn An Vĩnh', 'A2 1']],
    [
      'what stands behind the last table',
      `${TABLE}<p>Người lập biểu</p><p>Nguyễn Văn A</p>`,
      ['A1 Mã', 'B1 Số', 'A2 CT01', 'B2 5', 'A3 Người lập biểu', 'A4 Nguyễn Văn A'],
    ],
    [
      'letters written as entities',
      `<p>Th&ocirc;n&nbsp;A</p>${TABLE}`,
      ['A1 Thôn A', 'A2 Mã', 'B2 Số', 'A3 CT01', 'B3 5'],
    ],
    [
      'not what nobody sees',
      `<html><head><title>Trang 1</title><style>p{}</style></head><body><p>&nbsp;</p><!-- chữ --><noscript>x</noscript>${TABLE}</body></html>`,
      ['A1 Mã', 'B1 Số', 'A2 CT01', 'B2 5'],
    ],
    [
      'a stray text between rows goes behind the table, not between its cells',
      '<table><tr><td rowspan=2>1<td>2</tr>lạc<tr><td>3</tr></table>',
      ['A1 1', 'B1 2', 'B2 3', 'A3 lạc'],
    ],
    [
      'text in a table that only lays out another stays above it',
      '<p>Tên</p><table><tr><td><table><tr><td>1</table></table>',
      ['A1 Tên', 'A2 1'],
    ],
  ])('%s', (_what, page, expected) => expect(cells(page)).toEqual([expected]));

  test('what stands between two tables belongs to the second, over empty ones between them', () =>
    expect(
      cells(`<p>một</p>${TABLE}<p>hai</p><table><tr><td>&nbsp;</td></tr></table><p>ba</p><table><tr><td>1</table>`),
    ).toEqual([
      ['A1 một', 'A2 Mã', 'B2 Số', 'A3 CT01', 'B3 5'],
      ['A1 hai', 'A2 ba', 'A3 1'],
    ]));

  test('moves merges and hidden rows with their cells', () => {
    const [sheet] = sheetsOf(
      '<p>một</p><p>hai</p><table><tr><td colspan=2>1<tr style="display:none"><td>2</table><p>ba</p>',
    );
    expect(sheet?.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([3]);
  });

  test('LibreOffice’s links and names of sheets are no lines of a table', () =>
    expect(
      cells(
        '<p><center><h1>Tổng quan</h1><A HREF="#table0">Một</A><br><A HREF="#table1">Hai</A></center></p><hr>' +
          `<A NAME="table0"><h1>Trang 1: <em>Một</em></h1></A>${TABLE}<A NAME="table1"><h1>Trang 2: <em>Hai</em></h1></A>${TABLE}`,
      ),
    ).toEqual([
      ['A1 Mã', 'B1 Số', 'A2 CT01', 'B2 5'],
      ['A1 Mã', 'B1 Số', 'A2 CT01', 'B2 5'],
    ]));

  test.each(['<p>chữ</p>', '<p>chữ</p><table></table>', '<table><caption>chữ</caption><tr><td></table>'])(
    'is no table without one: %s',
    (page) => expect(readWorkbook(Buffer.from(page), 'a.html').diagnostics[0]?.facts).toEqual({ kind: 'web-page' }),
  );

  test('too many lines are too many rows', () =>
    expect(
      readWorkbook(Buffer.from(`${'<p>x'.repeat(200_001)}${TABLE}`), 'a.html').diagnostics[0]?.facts,
    ).toMatchObject({ kind: 'too-large', limit: 'rows' }));
});

test('the unit in a paragraph before the table is the one who reports', () => {
  const page =
    '<h2>BÁO CÁO KẾT QUẢ</h2><p>Tên đơn vị: Thôn Đông</p>' +
    '<table><tr><th>Mã<th>Chỉ tiêu<th>Số liệu</tr><tr><td>CT01<td>Số người<td>1200</tr></table>';
  const source = { file: 'bao-cao.xls', sha256: '', size: 1 };
  const file = { source, workbook: readWorkbook(Buffer.from(page), source.file) };
  expect(checkFiles([file], aRound(), 'files').arrivals.map(({ unit }) => unit?.id)).toEqual(['TH01']);
});
