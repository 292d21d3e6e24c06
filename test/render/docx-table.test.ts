import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { headerGrid } from '../../src/render/header-grid.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aDocument, aSection, aTable, heading, plain } from '../support/a-document.ts';
import { documentOf, lookOf, numberAt, paragraphWith } from '../support/docx-parts.ts';
import { all, at, textOf, valueAt, type XmlNode } from '../support/xml.ts';

async function drawn(table: Table): Promise<XmlNode> {
  return documentOf(await renderDocx(aDocument(aSection([table]))));
}

const rowsOf = (root: XmlNode): readonly XmlNode[] => all(root, 'w:tr');
const is = (row: XmlNode | undefined, property: string): boolean => at(row, `w:trPr/${property}`) !== undefined;

function keeps(paragraph: XmlNode | undefined): boolean {
  const found = at(paragraph, 'w:pPr/w:keepNext');
  return found !== undefined && found.attributes['w:val'] !== 'false';
}

/** Whether a row stays on the page of the next: Word looks at the paragraphs of its cells. */
const keepsRow = (row: XmlNode): boolean => all(row, 'w:p').every(keeps);

describe('tables', () => {
  test('headings repeat on every page and no row is cut', async () => {
    const rows = rowsOf(await drawn(aTable()));
    expect(rows.map((row) => is(row, 'w:tblHeader'))).toEqual([true, false, false]);
    expect(rows.every((row) => is(row, 'w:cantSplit'))).toBe(true);
  });

  test('the table is as wide as the text, with the same widths in grid and cells', async () => {
    const root = await drawn(aTable());
    const grid = all(root, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
    const section = all(root, 'w:sectPr')[0];
    const text =
      numberAt(section, 'w:pgSz', 'w:w') -
      numberAt(section, 'w:pgMar', 'w:left') -
      numberAt(section, 'w:pgMar', 'w:right');
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(text);
    for (const row of rowsOf(root)) {
      expect(all(row, 'w:tcW').map((width) => Number(width.attributes['w:w']))).toEqual(grid);
    }
    expect(valueAt(all(root, 'w:tblPr')[0], 'w:tblLayout', 'w:type')).toBe('fixed');
  });

  test('cells are set as their column and row say', async () => {
    const root = await drawn(aTable());
    expect(lookOf(paragraphWith(root, 'Đơn vị'))).toBe('12 bold center');
    expect(lookOf(paragraphWith(root, '1'))).toBe('12 center');
    expect(lookOf(paragraphWith(root, 'Thôn Đông Hòa'))).toBe('12 left');
    expect(lookOf(paragraphWith(root, 'Toàn xã'))).toBe('12 bold left');
    const figures = all(root, 'w:p').filter((paragraph) => textOf(paragraph) === '1.234');
    expect(figures.map(lookOf)).toEqual(['12 right', '12 bold right']);
  });

  test('all sides of all cells have a line', async () => {
    const borders = all(await drawn(aTable()), 'w:tblBorders')[0]?.children ?? [];
    expect(borders.map((side) => `${side.name} ${side.attributes['w:val'] ?? ''}`)).toEqual(
      ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `w:${side} single`),
    );
  });

  test('many columns are set smaller', async () => {
    const columns = Array.from({ length: 10 }, () => ({ width: 1, align: 'left' as const }));
    const root = await drawn({ kind: 'table', columns, header: [], rows: [{ cells: ['Đạt'], emphasis: 'plain' }] });
    expect(lookOf(paragraphWith(root, 'Đạt'))).toBe('11 left');
  });

  test('a column too narrow for its figures takes width from the others', async () => {
    const table = aTable({
      columns: [
        { width: 1, align: 'right' },
        { width: 1000, align: 'left' },
      ],
      header: [],
      rows: [{ cells: ['1.234.567', 'Thôn'], emphasis: 'plain' }],
    });
    const [narrow = 0] = all(await drawn(table), 'w:gridCol').map((column) => Number(column.attributes['w:w']));
    // 1.234.567 in 12 pt bold is 48 pt wide, and 3 mm of room.
    expect(narrow).toBeGreaterThan(48 * 20 + 170);
    expect(narrow).toBeLessThan(1500);
  });

  test('an empty cell is no higher than the others', async () => {
    const empty = all(await drawn(aTable()), 'w:p').find((paragraph) => textOf(paragraph) === '');
    expect(valueAt(empty, 'w:pPr/w:rPr/w:sz')).toBe('24');
  });

  test.each([
    ['of few lines stays whole', 11, 'Thôn', Array.from({ length: 11 }, () => true)],
    [
      'of many rows goes on over the page, but for the total',
      12,
      'Thôn',
      [...Array.from({ length: 11 }, () => false), true],
    ],
    ['of few rows but many lines does too', 3, 'Chưa có số liệu. '.repeat(12), [false, false, true]],
  ])('a table %s', async (_name, count, text, kept) => {
    const plainRows = Array.from({ length: count }, () => ({ cells: ['1', text, '5'], emphasis: 'plain' as const }));
    const total = { cells: ['', 'Cộng', '5'], emphasis: 'total' as const };
    const rows = rowsOf(await drawn(aTable({ rows: [...plainRows, total] }))).slice(1);
    expect(rows.map(keepsRow)).toEqual([...kept, false]);
  });

  test('a table stays with the first remark under it, the further ones may go on over the page', async () => {
    const remarks = ['Một', 'Hai'].map((text) => ({ kind: 'note' as const, inlines: plain(text) }));
    const root = documentOf(await renderDocx(aDocument(aSection([aTable(), ...remarks]))));
    expect(rowsOf(root).map(keepsRow)).toEqual([true, true, true]);
    expect(keeps(paragraphWith(root, 'Một'))).toBe(false);
  });

  test('a band spans the table and stays with the next row', async () => {
    const table = aTable({ rows: [{ cells: ['Thôn'], emphasis: 'band' }, ...aTable().rows] });
    const band = rowsOf(await drawn(table))[1];
    expect(valueAt(band, 'w:tc/w:tcPr/w:gridSpan')).toBe('3');
    expect(at(band, 'w:tc/w:p/w:pPr/w:keepNext')).toBeDefined();
  });

  test('headings over columns and rows are merged', async () => {
    const header = [
      [heading('TT', 1, 2), heading('Chữ ký số', 2)],
      [heading('Số người'), heading('Tỷ lệ')],
    ];
    const rows = rowsOf(await drawn(aTable({ header }))).slice(0, 2);
    expect(rows.map((row) => all(row, 'w:tc').map(textOf))).toEqual([
      ['TT', 'Chữ ký số'],
      ['', 'Số người', 'Tỷ lệ'],
    ]);
    expect(rows.map((row) => all(row, 'w:vMerge').map((merge) => merge.attributes['w:val']))).toEqual([
      ['restart'],
      ['continue'],
    ]);
    expect(rows.every((row) => is(row, 'w:tblHeader'))).toBe(true);
  });

  test('two tables in a row are kept apart, or Word would join them', async () => {
    const root = documentOf(await renderDocx(aDocument(aSection([aTable(), aTable()]))));
    const names = (all(root, 'w:body')[0]?.children ?? []).map((node) => node.name);
    expect(names.join(' ')).not.toContain('w:tbl w:tbl');
    expect(names.filter((name) => name === 'w:tbl')).toHaveLength(2);
  });

  test('a sentence that announces the table stays with it', async () => {
    const root = documentOf(
      await renderDocx(aDocument(aSection([{ kind: 'paragraph', inlines: plain('Như sau:') }, aTable()]))),
    );
    expect(at(paragraphWith(root, 'Như sau:'), 'w:pPr/w:keepNext')?.attributes['w:val']).not.toBe('false');
  });

  test.each([
    ['no columns', { columns: [], header: [[heading('x')]], rows: [] }],
    ['no rows', { header: [], rows: [] }],
  ])('a table with %s is left out', async (_name, overrides) => {
    expect(all(await drawn(aTable(overrides)), 'w:tbl')).toEqual([]);
  });
});

describe('headerGrid', () => {
  const shown = (grid: ReturnType<typeof headerGrid>): readonly string[] =>
    grid.map((row) =>
      row.map((square) => (square.kind === 'heading' ? square.text : square.from === 'left' ? '←' : '↑')).join(' '),
    );

  test.each([
    ['plain headings', [[heading('a'), heading('b'), heading('c')]], ['a b c']],
    [
      'spans over columns and rows',
      [
        [heading('a', 1, 2), heading('b', 2)],
        [heading('c'), heading('d')],
      ],
      ['a b ←', '↑ c d'],
    ],
    ['too few headings', [[heading('a')]], ['a  ']],
    ['too many headings', [[heading('a'), heading('b'), heading('c'), heading('d')]], ['a b c']],
    ['a span wider than the table', [[heading('a'), heading('b', 9, 9)]], ['a b ←']],
    [
      'a span that meets one from above',
      [
        [heading('a'), heading('b', 1, 2), heading('c')],
        [heading('d', 3), heading('e')],
      ],
      ['a b c', 'd ↑ e'],
    ],
    ['spans of nothing', [[heading('a', 0, 0), heading('b', Number.NaN), heading('c')]], ['a b c']],
  ])('%s', (_name, header, expected) => {
    expect(shown(headerGrid(header, 3))).toEqual(expected);
  });
});
