import { describe, expect, test } from 'vitest';
import { linkTo, linkToSheet } from '../../../../src/render/xlsx/summary/links.ts';
import { aFinding } from '../../../aggregate/findings.ts';
import { aModel, signatures, villageOne } from '../../../compose/support/model.ts';
import { aSummary } from '../../../support/summary-rounds.ts';
import { all, parseXml } from '../../../support/xml.ts';
import { openXlsx, partOf, rowWith, sheetOf } from '../../support/xlsx.ts';

const INBOX = '../../nop/2025-10';

describe('a link leads to a file beside the workbook and a place in it', () => {
  test.each([
    [
      `${INBOX}/TH05 - Thôn Phú Hòa 2.xlsx`,
      'Chỉ tiêu',
      `${INBOX}/TH05%20-%20Thôn%20Phú%20Hòa%202.xlsx`,
      "'Chỉ tiêu'!D9",
    ],
    [`${INBOX}/gửi [2]/TH01.xls`, "Sổ '25", `${INBOX}/gửi%20%5b2%5d/TH01.xls`, "'Sổ ''25'!D9"],
    ['../../don-vi.xlsx', 'Đơn vị', '../../don-vi.xlsx', "'Đơn vị'!D9"],
    [`${INBOX}/Thôn.xlsx`.normalize('NFD'), 'a', `${INBOX}/Thôn.xlsx`.normalize('NFD'), "'a'!D9"],
    [`${INBOX}/TH01.csv`, 'TH01', `${INBOX}/TH01.csv`, undefined],
    // A sheet whose name makes no safe address: the file alone.
    [`${INBOX}/TH01.ods`, 'a#b', `${INBOX}/TH01.ods`, undefined],
    [`${INBOX}/TH01.ods`, '0905123456', `${INBOX}/TH01.ods`, undefined],
  ])('%s › %s', (path, sheet, target, place) => {
    expect(linkTo(path, sheet, 'D9')).toEqual({ target, place });
  });

  test.each([
    ['an address of the web', 'https://example.org/a.xlsx'],
    ['a path of the machine', '/etc/a.xlsx'],
    ['a path of another machine', '\\\\host\\share\\a.xlsx'],
    ['a drive', 'C:/a.xlsx'],
    ['a script', `${INBOX}/a.js`],
    ['two endings', `${INBOX}/a.xlsx.exe`],
    ['a sign of addresses', `${INBOX}/a#b.xlsx`],
    ['an escape', `${INBOX}/a%2e.xlsx`],
    ['a way out', `${INBOX}/../../../a.xlsx`],
    ['an unseen sign', `${INBOX}/a\u202e.xlsx`],
    ['a number of a person', `${INBOX}/0905123456.xlsx`],
    ['far too long', `${INBOX}/${'a'.repeat(1000)}.xlsx`],
    ['no file', undefined],
  ])('none to %s', (_what, path) => {
    expect(linkTo(path, 'Chỉ tiêu', 'D9')).toBeUndefined();
  });

  test('inside the workbook', () => {
    expect(linkToSheet("Số liệu 1 – '25")).toEqual({ target: undefined, place: "'Số liệu 1 – ''25'!A1" });
  });
});

describe('in the file', () => {
  const file = 'TH01 - Thôn Thượng & Hạ.xlsx';
  const made = aSummary(
    aModel({
      units: [villageOne],
      arrivals: [signatures(villageOne, 1000, 505, { file })],
      diagnostics: [
        aFinding('warning', { kind: 'cell', ref: { file, sheet: 'Chỉ tiêu', address: 'D6' } }),
        aFinding('warning', { kind: 'file', file }),
        aFinding('error', { kind: 'file', file: 'lạ#.xlsx' }),
      ],
    }),
  );
  const partNumber = async (name: string): Promise<number> => {
    const book = await openXlsx(await made);
    return book.worksheets.findIndex((sheet) => sheet.name === name) + 1;
  };

  /** The links of a sheet: cell, file, place. */
  async function linksOf(name: string): Promise<readonly (readonly (string | undefined)[])[]> {
    const bytes = await made;
    const number = await partNumber(name);
    const sheet = parseXml(partOf(bytes, `xl/worksheets/sheet${number}.xml`));
    const relations = parseXml(partOf(bytes, `xl/worksheets/_rels/sheet${number}.xml.rels`)).children;
    const targets = new Map(relations.map(({ attributes }) => [attributes['Id'], attributes['Target']]));
    return all(sheet, 'hyperlink').map(({ attributes }) => [
      attributes['ref'],
      targets.get(attributes['r:id']),
      attributes['location'],
    ]);
  }

  test('each finding leads to its cell or file; a file that makes no safe link is only named', async () => {
    const target = `${INBOX}/TH01%20-%20Thôn%20Thượng%20&%20Hạ.xlsx`;
    expect(await linksOf('Phát hiện')).toEqual([
      ['G5', target, "'Chỉ tiêu'!D6"],
      ['G6', target, undefined],
    ]);
    const sheet = sheetOf(await openXlsx(await made), 'Phát hiện');
    expect(['G5', 'G6', 'G7'].map((cell) => sheet.getCell(cell).text)).toEqual(['D6', 'cả tệp', 'cả tệp']);
    expect(sheet.getCell('E7').text).toBe('lạ#.xlsx');
  });

  test('each cell behind a figure can be opened', async () => {
    const links = await linksOf('Truy vết');
    const sheet = sheetOf(await openXlsx(await made), 'Truy vết');
    expect(links).toHaveLength(sheet.rowCount - 4);
    const row = rowWith(sheet, 'signature-coverage.numerator', 2);
    const [, title, , unit, name, tab, cell, raw, hash] = Array.from(
      { length: 9 },
      (_, column) => sheet.getCell(row, column + 2).text,
    );
    expect({ title, unit, name, tab, cell, raw }).toEqual({
      title: 'Số người từ đủ 18 tuổi trở lên đã có chữ ký số hoặc chữ ký điện tử cá nhân (lũy kế)',
      unit: 'Thôn Thượng',
      name: file,
      tab: 'Chỉ tiêu',
      cell: 'D6',
      raw: '505',
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(sheet.getCell(row, 4).value).toBe(505);
    expect(links.find(([ref]) => ref === `H${row}`)).toEqual([
      `H${row}`,
      `${INBOX}/TH01%20-%20Thôn%20Thượng%20&%20Hạ.xlsx`,
      "'Chỉ tiêu'!D6",
    ]);
  });

  test('the first sheet leads to every other one, without a relation to a file', async () => {
    const book = await openXlsx(await made);
    const links = await linksOf('Tổng quan');
    const others = book.worksheets.slice(1).map(({ name }) => `'${name}'!A1`);
    expect(links.map(([, , place]) => place)).toEqual(expect.arrayContaining(others));
    for (const [, target] of links) expect(target).toBeUndefined();
    expect(partOf(await made, 'xl/worksheets/_rels/sheet1.xml.rels')).not.toContain('<Relationship ');
  });
});
