import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/read/limits.ts';
import { part, relationsPart, type PackageDraft } from '../support/a-package.ts';
import { readPackage, sheetOf } from '../support/read-package.ts';

const times = (text: string, count: number): string => text.repeat(count);
const row = (cells: number): string => `<row>${times('<c><v>1</v></c>', cells)}</row>`;
const merges = (count: number, range = 'C3:D4'): string =>
  `<sheetData/><mergeCells>${times(`<mergeCell ref="${range}"/>`, count)}</mergeCells>`;

/** Two sheets with that content each. */
function twice(content: string): PackageDraft {
  return {
    parts: {
      'xl/workbook.xml': part('workbook', '<sheets><sheet name="Một" r:id="a"/><sheet name="Hai" r:id="b"/></sheets>'),
      'xl/_rels/workbook.xml.rels': relationsPart([
        ['a', 'worksheet', 'a.xml'],
        ['b', 'worksheet', 'b.xml'],
      ]),
      'xl/a.xml': part('worksheet', content),
      'xl/b.xml': part('worksheet', content),
    },
  };
}

describe('too much is refused, with the figure', () => {
  test.each<[string, PackageDraft, string, number, string?]>([
    ['cells', { data: times(row(1000), 401) }, 'cells', LIMITS.cells + 1, 'Trang'],
    ['cells of all sheets', twice(`<sheetData>${times(row(1000), 201)}</sheetData>`), 'cells', LIMITS.cells + 1, 'Hai'],
    ['rows', { data: times(row(1), 200_001) }, 'rows', LIMITS.rows + 1, 'Trang'],
    ['merges', { worksheet: merges(20_001) }, 'merges', LIMITS.merges + 1, 'Trang'],
    ['merges of all sheets', twice(merges(10_001)), 'merges', LIMITS.merges + 1, 'Hai'],
    ['shared strings', { strings: times('<si/>', 400_001) }, 'sharedStrings', LIMITS.sharedStrings + 1],
    ['styles', { styles: `<cellXfs>${times('<xf/>', 200_002)}</cellXfs>` }, 'styles', LIMITS.styles + 1],
    [
      'sheets',
      { parts: { 'xl/workbook.xml': part('workbook', `<sheets>${times('<sheet name="a"/>', 300)}</sheets>`) } },
      'sheets',
      300,
    ],
    ['a sheet of 100 MB', { data: times('<row/>', 17_000_000) }, 'partBytes', 102_000_000, 'Trang'],
  ])('%s', (_what, draft, id, found, sheet) => {
    const refused = readPackage(draft);
    expect(refused).toMatchObject({ kind: 'too-large', limit: { id }, ...(sheet === undefined ? {} : { sheet }) });
    const figure = 'limit' in refused ? refused.limit.found : 0;
    expect(Math.abs(figure - found)).toBeLessThan(1_000);
  });
});

describe('what looks like much and holds little is read', () => {
  const form = row(2);
  test.each<[string, PackageDraft]>([
    ['a million empty rows', { data: form + times('<row/>', 1_000_000) }],
    ['a million cells with a format only', { data: form + times(`<row>${times('<c s="1"/>', 100)}</row>`, 10_000) }],
    ['a cell in the last corner', { data: `${form}<row r="1048576"><c r="XFD1048576" s="1"/></row>` }],
    [
      'all columns hidden',
      { worksheet: `<cols><col min="1" max="16384" hidden="1"/></cols><sheetData>${form}</sheetData>` },
    ],
    ['a million hidden rows', { data: form + times('<row hidden="1"/>', 1_000_000) }],
    [
      'validations over the whole sheet',
      {
        worksheet: `<sheetData>${form}</sheetData><dataValidations>${times('<dataValidation sqref="A1:XFD1048576"/>', 1000)}</dataValidations>`,
      },
    ],
    ['a dimension that is claimed', { worksheet: `<dimension ref="A1:XFD1048576"/><sheetData>${form}</sheetData>` }],
    [
      '20.000 merges over everything to the right',
      { worksheet: `<sheetData>${form}</sheetData>${merges(20_000, 'C1:XFD1048576').replace('<sheetData/>', '')}` },
    ],
  ])('%s', (_what, draft) => {
    const sheet = sheetOf(draft);
    expect([...sheet.rows].map(([at, cells]) => [at, cells.size])).toEqual([[0, 2]]);
    expect(sheet.hiddenRows.size).toBe(0);
    expect(sheet.hiddenColumns.size).toBeLessThanOrEqual(2);
  });

  test('one long text in many cells is kept once', () => {
    const strings = `<si><t>${times('ă', 1_000_000)}</t></si>`;
    const sheet = sheetOf({ strings, data: times(`<row>${times('<c t="s"><v>0</v></c>', 10)}</row>`, 1_000) });
    const cells = [...sheet.rows.values()].flatMap((row) => [...row.values()]);
    expect(new Set(cells).size).toBe(1);
    expect(cells).toHaveLength(10_000);
    expect(cells[0]?.value).toEqual({ kind: 'text', text: times('ă', LIMITS.textLength) });
  });
});

describe('tricks against the parser end as damage', () => {
  test.each<[string, PackageDraft]>([
    ['a million levels', { worksheet: times('<a>', 1_000_000) }],
    ['a million levels of runs', { strings: `<si>${times('<r>', 1_000_000)}` }],
    [
      'a million attributes',
      { data: `<row ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="1"`).join(' ')}/>` },
    ],
    [
      '20.000 hidden ranges over all columns',
      { worksheet: `<cols>${times('<col min="1" max="16384" hidden="1"/>', 20_000)}</cols><sheetData/>` },
    ],
    ['a number of a million digits and a letter', { data: `<row><c><v>${times('1', 1_000_000)}x</v></c></row>` }],
  ])('%s', (_what, draft) => expect(readPackage(draft)).toMatchObject({ kind: 'damaged' }));

  test('a number format of a million brackets is a plain number', () => {
    const styles = `<numFmts><numFmt numFmtId="200" formatCode="${times('[', 1_000_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`;
    expect(
      sheetOf({ styles, data: row(1) })
        .rows.get(0)
        ?.get(0)?.value,
    ).toMatchObject({ number: 1, isDate: false });
  });
});
