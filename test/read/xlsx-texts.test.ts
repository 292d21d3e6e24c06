import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textValue } from '../../src/read/cell-text.ts';
import { mayBeMisread } from '../../src/vi/misread-utf8.ts';
import { normalizeRawLines } from '../../src/vi/text.ts';
import { cellsOf, readPackage, sheetOf } from '../support/read-package.ts';

const cell = (index: number | string): string => `<c t="s"><v>${index}</v></c>`;
const row = (...indices: readonly (number | string)[]): string => `<row>${indices.map(cell).join('')}</row>`;

describe('shared strings', () => {
  test.each<[string, string, readonly string[]]>([
    ['plain', '<si><t>một</t></si><si><t>hai</t></si>', ['A1 "một"', 'B1 "hai"']],
    ['an empty one keeps its place', '<si><t>một</t></si><si/><si><t>ba</t></si>', ['A1 "một"', 'C1 "ba"']],
    ['an empty text, too', '<si><t/></si><si><t>hai</t></si>', ['B1 "hai"']],
    ['runs', '<si><r><t xml:space="preserve">Thôn </t></r><r><rPr><b/></rPr><t>Một</t></r></si>', ['A1 "Thôn Một"']],
    [
      'phonetic hints',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      ['A1 "東京"'],
    ],
    ['line ends', '<si><t>một&#10;hai_x000D_\nba</t></si>', ['A1 "một\\nhai\\nba"']],
    ['CDATA', '<si><t><![CDATA[a & b]]></t></si>', ['A1 "a & b"']],
    ['NFD', `<si><t>${'Thôn Cổ Lũy'.normalize('NFD')}</t></si>`, ['A1 "Thôn Cổ Lũy"']],
  ])('%s', (_what, strings, lines) => {
    const count = strings.match(/<si\b/gu)?.length ?? 0;
    expect(cellsOf({ strings, data: row(...Array.from({ length: count }).keys()) })).toEqual(lines);
  });

  test.each([
    ['past the end of the table', '<si><t>một</t></si>', '1'],
    ['below it', '<si><t>một</t></si>', '-1'],
    ['that is no number', '<si><t>một</t></si>', 'x'],
    ['that is half a number', '<si><t>một</t></si>', '0.5'],
    ['in no table', undefined, '0'],
  ])('a cell with a text %s: damaged', (_what, strings, index) =>
    expect(readPackage({ ...(strings === undefined ? {} : { strings }), data: row(index) })).toEqual({
      kind: 'damaged',
      sheet: 'Trang',
    }),
  );

  test('a table that is not there is nobody’s loss when no cell refers to it', () =>
    expect(cellsOf({ data: '<row><c><v>1</v></c></row>' })).toEqual(['A1 1']));

  test.each(['<si><t>một</si>', '<si><t>một</t>'])('the table %s: damaged', (strings) =>
    expect(readPackage({ strings, data: row(0) })).toEqual({ kind: 'damaged' }),
  );
});

describe('escapes', () => {
  test.each<[string, string | undefined]>([
    ['a_x000D_b', '"a\\nb"'],
    ['a_x000a_b', '"a\\nb"'],
    ['a_x0009_b', '"a b"'],
    ['_x005F_x000D_', '"_x000D_"'],
    ['_x005f_', '"_"'],
    ['a_X000D_b', '"a_X000D_b"'],
    ['a_x00D_b', '"a_x00D_b"'],
    ['a_x000G_b', '"a_x000G_b"'],
    ['a_x0000_b', '"ab"'],
    ['a_x0007_b', '"ab"'],
    ['a_xD800_b', '"a_xD800_b"'],
    ['a_x1EDB_b', '"aớb"'],
    ['_x0000_', undefined],
  ])('%s is %s', (text, value) => {
    const line = value === undefined ? [] : [`A1 ${value}`];
    expect(cellsOf({ strings: `<si><t>${text}</t></si>`, data: row(0) })).toEqual(line);
    expect(cellsOf({ data: `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>` })).toEqual(line);
    expect(cellsOf({ data: `<row><c t="str"><v>${text}</v></c></row>` })).toEqual(line);
  });
});

describe('fonts from before Unicode', () => {
  const STYLES =
    '<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font><font><name val="VNI-Times"/></font><font/></fonts>' +
    '<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="9"/></cellXfs>';
  const run = (text: string, font?: string): string =>
    `<r>${font === undefined ? '' : `<rPr><b/><rFont val="${font}"/></rPr>`}<t>${text}</t></r>`;
  const plain = '<si><t>Th«n</t></si>';

  test.each<[string, string, number, string | undefined]>([
    ['the cell’s', plain, 1, '.VnTime'],
    ['the cell’s, VNI', plain, 2, 'VNI-Times'],
    ['a font of today', plain, 0, undefined],
    ['a font without name', plain, 3, undefined],
    ['a font that is not there', plain, 4, undefined],
    ['all runs in one', `<si>${run('Th', '.VnArial')}${run('«n', '.VnArial')}</si>`, 0, '.VnArial'],
    ['runs in two old ones', `<si>${run('Th', '.VnArial')}${run('«n', '.VNTIME')}</si>`, 0, '.VnArial'],
    ['a first run that follows an old cell', `<si>${run('Th')}${run('«n', '.VnArial')}</si>`, 1, '.VnArial'],
    ['a first run that follows a new cell', `<si>${run('Th')}${run('«n', '.VnArial')}</si>`, 0, undefined],
    ['runs that follow the cell', `<si>${run('Th')}${run('«n')}</si>`, 1, '.VnTime'],
    ['a run of today in an old cell', `<si>${run('Thôn', 'Arial')}</si>`, 1, undefined],
    ['one run of today among old ones', `<si>${run('Th', '.VnArial')}${run('ôn', 'Arial')}</si>`, 1, undefined],
    ['blanks have no say', `<si>${run('Th«n', '.VnArial')}${run(' ', 'Arial')}</si>`, 0, '.VnArial'],
  ])('%s', (_what, strings, style, font) => {
    const data = `<row><c t="s" s="${style}"><v>0</v></c></row>`;
    expect(sheetOf({ strings, styles: STYLES, data }).rows.get(0)?.get(0)?.legacyFont).toBe(font);
    const inline = `<row><c t="inlineStr" s="${style}"><is>${strings.replace(/<\/?si>/gu, '')}</is></c></row>`;
    expect(sheetOf({ styles: STYLES, data: inline }).rows.get(0)?.get(0)?.legacyFont).toBe(font);
  });

  test('one shared text in cells of different fonts', () =>
    expect(
      cellsOf({
        strings: plain,
        styles: STYLES,
        data: '<row><c t="s"><v>0</v></c><c t="s" s="1"><v>0</v></c><c t="s" s="2"><v>0</v></c><c t="s"><f>A1</f><v>0</v></c></row>',
      }),
    ).toEqual(['A1 "Th«n"', 'B1 "Th«n" (.VnTime)', 'C1 "Th«n" (VNI-Times)', 'D1 = "Th«n"']));

  test('numbers, too', () =>
    expect(cellsOf({ styles: STYLES, data: '<row><c s="1"><v>5</v></c></row>' })).toEqual(['A1 5 (.VnTime)']));
});

describe('textValue', () => {
  test('is as long as a cell can be', () => {
    const value = textValue('a'.repeat(40_000));
    expect(value?.kind === 'text' ? value.text.length : 0).toBe(32_767);
  });

  test('has no more marks on a letter than any language, in order', () => {
    const value = textValue(`a${'\u0301\u0323'.repeat(10_000)}b`);
    expect(value?.kind === 'text' ? value.text : '').toBe(`ạ${'\u0323'.repeat(14)}${'\u0301'.repeat(15)}b`);
  });

  const words = fc.stringMatching(/^[ -~À-ỹ–…\n\t\u00a0\u00ad\u200b]{0,40}$/u);
  test('gives what normalizeRawLines gives, whether or not it looked', () =>
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), (text) => {
        fc.pre(!mayBeMisread(text));
        const clean = normalizeRawLines(text);
        expect(textValue(text)).toEqual(clean === '' ? undefined : { kind: 'text', text: clean });
      }),
      { numRuns: 2_000 },
    ));

  test('keeps blanks and controls that may be parts of letters', () =>
    expect(textValue('lÃ\u00a0 Ä\u0090')).toEqual({ kind: 'text', text: 'lÃ\u00a0 Ä\u0090' }));
});
