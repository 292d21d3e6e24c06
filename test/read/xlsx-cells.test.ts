import { describe, expect, test } from 'vitest';
import { cellsOf, readPackage, sheetOf } from '../support/read-package.ts';

const DAMAGED = { kind: 'damaged', sheet: 'Trang' };
/** Style 1 shows a day, 2 a percentage, 3 hours, 4 a time of day, 5 an amount. */
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="#,##0\\ &quot;đồng&quot;"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>';

/** The value of A1 as text, undefined when blank. */
function valueOf(cell: string, workbookPr = ''): string | undefined {
  const [line] = cellsOf({ data: `<row r="1">${cell}</row>`, styles: STYLES, workbookPr });
  return line?.slice('A1 '.length);
}

describe('values', () => {
  test.each<[string, string | undefined]>([
    ['<c><v>412</v></c>', '412'],
    ['<c t="n"><v>-1.5E3</v></c>', '-1500'],
    ['<c><v> 12 </v></c>', '12'],
    ['<c><v>1<!-- một -->2</v></c>', '12'],
    ['<c><v>0</v></c>', '0'],
    ['<c t="b"><v>1</v></c>', 'true'],
    ['<c t="b"><v>false</v></c>', 'false'],
    ['<c t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c t="e"><v>#SPILL!</v></c>', '#SPILL!'],
    ['<c t="e"><v>hỏng</v></c>', '#VALUE!'],
    ['<c t="str"><v>thôn  Một</v></c>', '"thôn Một"'],
    ['<c t="inlineStr"><is><t>một</t></is></c>', '"một"'],
    ['<c t="inlineStr"><v>một</v></c>', '"một"'],
    ['<c><is><t>một</t></is></c>', '"một"'],
    ['<c t="inlineStr"><is><t><![CDATA[1 < 2]]></t></is></c>', '"1 < 2"'],
    [
      '<c t="inlineStr"><is><r><t xml:space="preserve">chữ </t></r><r><rPr><b/></rPr><t>đậm</t></r></is></c>',
      '"chữ đậm"',
    ],
    ['<c s="1"><v>45966</v></c>', '45966 ngày'],
    ['<c s="2"><v>0.5</v></c>', '0.5 %'],
    ['<c s="5"><v>1500</v></c>', '1500'],
    ['<c s="1"><v>60</v></c>', '60 ngày'],
    ['<c s="1"><v>0.5</v></c>', '0.5 ngày'],
    ['<c s="77"><v>1</v></c>', '1'],
    ['<c/>', undefined],
    ['<c s="1"/>', undefined],
    ['<c><v/></c>', undefined],
    ['<c t="s"/>', undefined],
    ['<c t="b"><v></v></c>', undefined],
    ['<c t="str"><v>   </v></c>', undefined],
    ['<c t="inlineStr"><is/></c>', undefined],
  ])('%s is %s', (cell, value) => expect(valueOf(cell)).toBe(value));

  test.each([
    '<c><v>12,5</v></c>',
    '<c><v>1.234.567</v></c>',
    '<c><v>0x10</v></c>',
    '<c><v>NaN</v></c>',
    '<c><v>1e999</v></c>',
    '<c><v>một</v></c>',
    '<c><v>1</v><v>2</v></c>',
    '<c><v>1<v>2</v></v></c>',
    '<c t="b"><v>2</v></c>',
    '<c t="x"><v>1</v></c>',
    '<c t="s"><v>0</v></c>',
  ])('%s is damage, not a value', (cell) => expect(readPackage({ data: `<row>${cell}</row>` })).toEqual(DAMAGED));
});

describe('formulas: whether there is one, and what a program computed', () => {
  test.each<[string, string | undefined]>([
    ['<c><f>1+1</f><v>2</v></c>', '= 2'],
    ['<c><f>1-1</f><v>0</v></c>', '= 0'],
    ['<c><f t="shared" si="0"/><v>3</v></c>', '= 3'],
    ['<c><f t="array" ref="A1:A2">B1:B2</f><v>4</v></c>', '= 4'],
    ['<c><f t="dataTable" ref="A1:A2" r1="B1"/><v>5</v></c>', '= 5'],
    ['<c t="b"><f>TRUE()</f><v>1</v></c>', '= true'],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '= #DIV/0!'],
    ['<c t="str"><f>"đạt"</f><v>đạt</v></c>', '= "đạt"'],
    ['<c t="str"><f>""</f><v></v></c>', undefined],
    ['<c t="str"><f>""</f><v/></c>', undefined],
    ['<c><f>1+1</f></c>', '= chưa tính'],
    ['<c><f>1+1</f><v/></c>', '= chưa tính'],
    ['<c><f>1+1</f><v></v></c>', '= chưa tính'],
    ['<c t="n"><f>1+1</f></c>', '= chưa tính'],
    ['<c t="e"><f>1/0</f></c>', '= chưa tính'],
    ['<c><f/></c>', '= chưa tính'],
    ['<c s="2"><f>1/2</f><v>0.5</v></c>', '= 0.5 %'],
  ])('%s is %s', (cell, value) => expect(valueOf(cell)).toBe(value));
});

describe('days', () => {
  const since1904 = '<workbookPr date1904="1"/>';
  test.each<[string, string, string | undefined]>([
    ['<c s="1"><v>44504</v></c>', since1904, '45966 ngày'],
    ['<c s="1"><v>44504</v></c>', '<workbookPr date1904="true"/>', '45966 ngày'],
    ['<c s="1"><v>44504</v></c>', '<workbookPr date1904="0"/>', '44504 ngày'],
    ['<c><v>44504</v></c>', since1904, '44504'],
    ['<c s="3"><v>1.5</v></c>', since1904, '1.5'],
    ['<c t="d" s="1"><v>2025-11-05</v></c>', since1904, '45966 ngày'],
    ['<c t="d"><v>2025-11-05</v></c>', '', '45966 ngày'],
    ['<c t="d"><v>2025-11-05T14:30:00</v></c>', '', '45966.6042 ngày'],
    ['<c t="d"><v>2025-11-05T00:00:00Z</v></c>', '', '45966 ngày'],
    ['<c t="d"><v>2025-11-05T00:00:00.000+07:00</v></c>', '', '45966 ngày'],
    ['<c t="d"><v>1900-03-01</v></c>', '', '61 ngày'],
    ['<c t="d"><v>1900-02-28</v></c>', '', '59 ngày'],
    ['<c t="d"><v>1900-01-01</v></c>', '', '1 ngày'],
    ['<c t="d" s="4"><v>1899-12-31T08:30:00</v></c>', '', '0.3542'],
    ['<c t="d" s="4"><v>2025-11-05T08:30:00</v></c>', '', '45966.3542'],
    ['<c t="d"><v>14:30:00</v></c>', '', '0.6042'],
    ['<c t="d" s="3"><v>PT24H0M0S</v></c>', '', '1'],
    ['<c t="d" s="3"><v>P1DT12H</v></c>', '', '1.5'],
    ['<c t="d"><f>TODAY()</f><v>2025-11-05</v></c>', '', '= 45966 ngày'],
    ['<c t="d"/>', '', undefined],
    // No day: it stays what was written, for someone to look at.
    ['<c t="d"><v>2025-02-30</v></c>', '', '"2025-02-30"'],
    ['<c t="d"><v>2025-13-01</v></c>', '', '"2025-13-01"'],
    ['<c t="d"><v>2025-11-05T25:00:00</v></c>', '', '"2025-11-05T25:00:00"'],
    ['<c t="d"><v>1850-01-01</v></c>', '', '"1850-01-01"'],
    ['<c t="d"><v>05/11/2025</v></c>', '', '"05/11/2025"'],
    ['<c t="d"><v>P</v></c>', '', '"P"'],
    ['<c t="d"><v>2025-11-05Tx</v></c>', '', '"2025-11-05Tx"'],
  ])('%s %s is %s', (cell, workbookPr, value) => expect(valueOf(cell, workbookPr)).toBe(value));
});

describe('places', () => {
  const v = '<v>1</v>';
  test.each<[string, string, readonly string[]]>([
    ['no reference at all', `<row><c>${v}</c><c/><c>${v}</c></row><row><c>${v}</c></row>`, ['A1', 'C1', 'A2']],
    ['rows only', `<row r="3"><c>${v}</c></row><row><c>${v}</c></row>`, ['A3', 'A4']],
    ['cells only', `<row><c r="B7">${v}</c><c>${v}</c></row><row><c>${v}</c></row>`, ['B7', 'C7', 'A8']],
    ['small letters', `<row r="2"><c r="b2">${v}</c><c r="aa2">${v}</c></row>`, ['B2', 'AA2']],
    ['the last cell', `<row r="1048576"><c r="XFD1048576">${v}</c></row>`, ['XFD1048576']],
    ['rows upside down', `<row r="9"><c r="A9">${v}</c></row><row r="2"><c r="A2">${v}</c></row>`, ['A2', 'A9']],
    ['cells upside down', `<row r="1"><c r="C1">${v}</c><c r="A1">${v}</c></row>`, ['A1', 'C1']],
    ['a row in two pieces', `<row r="1"><c r="C1">${v}</c></row><row r="1"><c r="A1">${v}</c></row>`, ['A1', 'C1']],
    ['a blank cell twice', `<row r="1"><c r="A1"/><c r="A1">${v}</c></row>`, ['A1']],
  ])('%s', (_what, data, places) => expect(cellsOf({ data }).map((line) => line.replace(/ 1$/u, ''))).toEqual(places));

  test.each([
    `<row r="1"><c r="XFE1">${v}</c></row>`,
    `<row r="1048577"><c>${v}</c></row>`,
    `<row r="0"><c>${v}</c></row>`,
    `<row r="-1"><c>${v}</c></row>`,
    `<row r="x"><c>${v}</c></row>`,
    `<row r="1048576"/><row><c>${v}</c></row>`,
    `<row r="1"><c r="A0">${v}</c></row>`,
    `<row r="1"><c r="1">${v}</c></row>`,
    `<row r="1"><c r="AAAA1">${v}</c></row>`,
    `<row r="1"><c r="">${v}</c></row>`,
    `<row r="1"><c r="A2">${v}</c></row>`,
    `<row><c r="A1">${v}</c><c r="A2">${v}</c></row>`,
    `<row r="1"><c r="XFD1">${v}</c><c>${v}</c></row>`,
    `<row r="1"><c r="A1">${v}</c><c r="A1">${v}</c></row>`,
    `<row r="1"><c r="A1">${v}</c></row><row r="1"><c r="A1">${v}</c></row>`,
  ])('%s is damage', (data) => expect(readPackage({ data })).toEqual(DAMAGED));
});

describe('merges and what is hidden', () => {
  const rows =
    '<row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2" hidden="1"><c><v>3</v></c><c><v>4</v></c></row>';
  const merged = (...references: readonly string[]): string =>
    `<sheetData>${rows}</sheetData><mergeCells>${references.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

  test('cells under a merge are gone, and the merge is told', () => {
    const sheet = sheetOf({ worksheet: merged('A1:B1', 'a3:c4') });
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 2, left: 0, bottom: 3, right: 2 },
    ]);
    expect(cellsOf({ worksheet: merged('A1:B1', 'a3:c4') })).toEqual(['A1 1', 'A2 3', 'B2 4']);
  });

  test.each([['B2:A1'], ['A1:XFD1048576']])('the merge %s leaves A1 only', (reference) =>
    expect(cellsOf({ worksheet: merged(reference) })).toEqual(['A1 1']),
  );

  test.each(['A1:XFE2', '#REF!', '', 'A1:B2:C3', 'A:B', 'A0:B1'])('the merge “%s” is damage', (reference) =>
    expect(readPackage({ worksheet: merged(reference) })).toEqual(DAMAGED),
  );

  test('hidden rows and columns are known if they hold cells; their cells are read', () => {
    const columns = '<cols><col min="2" max="16384" hidden="1"/><col min="1" max="1" hidden="0"/></cols>';
    const sheet = sheetOf({ worksheet: `${columns}<sheetData>${rows}<row r="9" hidden="true"/></sheetData>` });
    expect([...sheet.hiddenRows]).toEqual([1]);
    expect([...sheet.hiddenColumns]).toEqual([1]);
    expect(sheet.rows.get(1)?.size).toBe(2);
  });
});

describe('what else stands in a sheet', () => {
  test('extensions and foreign elements of the same names are no cells', () =>
    expect(
      cellsOf({
        worksheet:
          '<sheetData xmlns:x="urn:khac"><row r="1"><c r="A1"><x:v>9</x:v><v>1</v><extLst><v>8</v></extLst></c><x:c><v>7</v></x:c></row><x:row/></sheetData>' +
          '<conditionalFormatting><row><c r="A5"><v>6</v></c></row></conditionalFormatting><extLst><sheetData/></extLst>',
      }),
    ).toEqual(['A1 1']));

  test.each([
    ['no sheet data', '<cols/>'],
    ['sheet data twice', '<sheetData/><sheetData/>'],
    ['a validation that is not closed', '<sheetData/><dataValidations>'],
  ])('%s: damaged', (_what, worksheet) => expect(readPackage({ worksheet })).toEqual(DAMAGED));
});
