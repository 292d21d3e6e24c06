import { expect, test } from 'vitest';
import { csvText } from '../../src/render/csv/csv-text.ts';
import { renderStatusCsv } from '../../src/render/csv/status-csv.ts';
import { aModel, report, signatures, villageOne, villageTwo } from '../compose/support/model.ts';

test.each([
  ['Thôn Thượng', 'Thôn Thượng'],
  ['a,b', '"a,b"'],
  ['nói “được”, "rồi"', '"nói “được”, ""rồi"""'],
  ['hai\ndòng', 'hai dòng'],
  ['=1+1', "'=1+1"],
  ['  =HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['\t@SUM(A1)', "'@SUM(A1)"],
  ['+84', "'+84"],
  ['-5', "'-5"],
  ['＝1', "'＝1"],
  [-5, '-5'],
  [1234, '1234'],
  [undefined, ''],
] as const)('%j is written %j', (cell, written) => {
  expect(csvText([[cell]])).toBe(`\ufeff${written}\r\n`);
});

test('what a unit or the clerk has typed is no formula and holds no number of a person', () => {
  const hostile = { ...villageOne, name: '=cmd|calc!A1' };
  const model = aModel({
    units: [hostile, villageTwo],
    arrivals: [report(hostile, { file: 'TH01 0912345678.xlsx' }), signatures(villageTwo, 500, 250)],
  });
  const text = renderStatusCsv(model);
  expect(text).toContain(",'=cmd|calc!A1,");
  expect(text).toContain(',TH01 ••••.xlsx\r\n');
  expect(text).not.toContain('0912345678');
});
