import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Cell, Workbook } from '../../src/model/workbook.ts';
import { convertLegacyText } from '../../src/read/legacy-text.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { asTcvn3, asVni } from '../support/legacy-encoders.ts';
import { SENTENCES, WORDS } from '../support/sentences.ts';

function typedIn(font: string, text: string): Cell {
  return { value: { kind: 'text', text }, isFormula: false, legacyFont: font };
}

/** Every text, row by row; the names of the sheets in brackets. */
function texts({ sheets }: Workbook): readonly string[] {
  return sheets.flatMap(({ name, rows }) => [
    `[${name}]`,
    ...[...rows.values()].flatMap((cells) =>
      [...cells.values()].flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])),
    ),
  ]);
}

function convert(...sheets: readonly (readonly (readonly CellDraft[])[])[]): {
  readonly texts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const workbook = aWorkbook(sheets.map((rows, index) => aSheet(`Trang ${index + 1}`, rows)));
  const { value, diagnostics } = convertLegacyText(workbook);
  return { texts: texts(value).filter((text) => !text.startsWith('[')), diagnostics };
}

const COLUMN = SENTENCES.slice(0, 4);
const LOWER = COLUMN.map((sentence) => sentence.toLowerCase());

describe('Unicode is never touched', () => {
  test('not in whatever arrangement, and nothing is said', () =>
    fc.assert(
      fc.property(fc.array(fc.subarray([...WORDS], { maxLength: 5 }), { maxLength: 20 }), (cells) => {
        const rows = cells.map((words) => [words.join(' ')]);
        const workbook = aWorkbook([aSheet('Số liệu', rows)]);
        expect(convertLegacyText(workbook)).toEqual({ value: workbook, diagnostics: [] });
      }),
    ));

  test('not beside texts in TCVN3 or VNI', () =>
    fc.assert(
      fc.property(
        fc.array(fc.subarray([...WORDS], { minLength: 1, maxLength: 4 }), { maxLength: 20 }),
        fc.constantFrom(asTcvn3, asVni),
        (cells, encode) => {
          const unicode = ['Mỹ Lại', ...cells.map((words) => words.join(' '))];
          const rows = unicode.map((text, at) => [text, encode(SENTENCES[at % SENTENCES.length] ?? '')]);
          const sheet = convertLegacyText(aWorkbook([aSheet('Trang', rows)])).value.sheets[0];
          const found = [...(sheet?.rows.values() ?? [])].map((row) => row.get(0)?.value);
          expect(found).toEqual(unicode.map((text) => ({ kind: 'text', text })));
        },
      ),
    ));

  test('not under a font of the time before it', () => {
    const rows = ['Phó chủ tịch', 'công tác', 'Không có', 'thôn Đông'].map((text) => [typedIn('.VnTime', text)]);
    const workbook = aWorkbook([aSheet('Trang', rows)]);
    expect(convertLegacyText(workbook)).toEqual({ value: workbook, diagnostics: [] });
  });

  test.each([
    ['Spanish', ['El niño pequeño comió', 'según el año pasado', 'información', 'educación', 'corazón']],
    ['French', ['déjà fermé', 'l’élève a été', 'où êtes-vous', 'très fatigué', 'forêt', 'où']],
    ['German', ['größere Städte', 'für München', 'schöne Grüße', 'fünf Übungen', 'süß']],
  ])('nor is %s', (_language, cells) => {
    const workbook = aWorkbook([
      aSheet(
        'Trang',
        cells.map((text) => [text]),
      ),
    ]);
    expect(convertLegacyText(workbook)).toEqual({ value: workbook, diagnostics: [] });
  });

  test('a form in Unicode with answers in TCVN3: the answers only', () => {
    const { texts: found, diagnostics } = convert([
      ['Ghi chú', 'Tình trạng'],
      ...COLUMN.map((text) => [asTcvn3(text), 'Đã có']),
      ['Phó thôn', 'có'],
      ['không', 'Phú'],
    ]);
    expect(found.map((text) => text.toLowerCase())).toEqual([
      'ghi chú',
      'tình trạng',
      ...LOWER.flatMap((text) => [text, 'đã có']),
      'phó thôn',
      'có',
      'không',
      'phú',
    ]);
    expect(diagnostics).toMatchObject([{ facts: { cells: 4 } }]);
  });

  test('a word that could be either stays beside Unicode, unless its font decides', () => {
    // “sè” is số in TCVN3 and a word in Unicode.
    const rows = (last: CellDraft): (readonly CellDraft[])[] => [
      ['Mỹ Lại'],
      ...COLUMN.map((text) => [asTcvn3(text)]),
      [last],
    ];
    expect(convert(rows('sè')).texts.at(-1)).toBe('sè');
    expect(convert(rows(typedIn('.VnTime', 'sè'))).texts.at(-1)).toBe('số');
    expect(convert(rows(typedIn('VNI-Times', 'sè'))).texts.at(-1)).toBe('sè');
  });

  test('nor does a font decide in which some text is Unicode', () => {
    const rows = [...COLUMN.map((text) => asTcvn3(text)), 'Mỹ Lại', 'Ghi chú'].map((text) => [
      typedIn('.VnTime', text),
    ]);
    expect(convert(rows).texts.slice(-2)).toEqual(['Mỹ Lại', 'Ghi chú']);
  });
});
