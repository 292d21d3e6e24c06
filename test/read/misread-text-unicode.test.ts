import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertMisreadText } from '../../src/read/misread-text.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { asMisread, asTcvn3 } from '../support/legacy-encoders.ts';
import { SENTENCES, WORDS } from '../support/sentences.ts';

/** The text of a cell, the row, the column after the conversion. */
function textAt(rows: readonly (readonly CellDraft[])[], row: number, column: number): unknown {
  const [sheet] = convertMisreadText(aWorkbook([aSheet('Trang', rows)])).value.sheets;
  const value = sheet?.rows.get(row)?.get(column)?.value;
  return value?.kind === 'text' ? value.text : value;
}

describe('Unicode is never touched', () => {
  const WRAPPED = ['', '“', '”', '’', '…', '\u00a0', '–', '»', '·', '.', ',', '™', '²', '´', '®', '¹', '°', '«'];

  test('in whatever arrangement, case and punctuation, and nothing is said', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WRAPPED), fc.constantFrom(...WRAPPED), fc.nat(2)),
            { minLength: 1, maxLength: 4 },
          ),
          { maxLength: 20 },
        ),
        (cells) => {
          const texts = cells.map((words) =>
            words
              .map(([word, before, behind, form]) => {
                const cased = form === 0 ? word : form === 1 ? word.toUpperCase() : word.toLowerCase();
                return `${before}${cased}${behind}`;
              })
              .join(' ')
              .replace(/\s+/gu, ' ')
              .trim(),
          );
          const workbook = aWorkbook([
            aSheet(
              'Số liệu',
              texts.map((text) => [text]),
            ),
          ]);
          expect(convertMisreadText(workbook)).toEqual({ value: workbook, diagnostics: [] });
        },
      ),
      { numRuns: 1_000 },
    ));

  test('not beside misread texts', () =>
    fc.assert(
      fc.property(fc.array(fc.subarray([...WORDS], { minLength: 1, maxLength: 4 }), { maxLength: 20 }), (cells) => {
        const unicode = ['Mỹ Lại', ...cells.map((words) => words.join(' '))];
        const rows = unicode.map((text, at) => [text, asMisread(SENTENCES[at % SENTENCES.length] ?? '')]);
        expect(unicode.map((_text, row) => textAt(rows, row, 0))).toEqual(unicode);
      }),
    ));

  test.each([
    ['TCVN3', SENTENCES.map(asTcvn3)],
    ['French', ['“café”', 'thé… à la carte', '«forêt»', 'déjà’', 'Où êtes-vous ?', 'ÂGE', 'Âge”']],
    ['Portuguese', ['SÃO PAULO', 'São…', 'NÃO”', 'AÇÃO', 'informação', 'MAÇÃ™']],
    ['German', ['Äpfel…', 'Größe', 'ÄÖÜ', 'Übung”']],
    ['capitals before signs', ['UBND XÃ…', 'XÃ’', 'LÃ”', 'Ã', 'CÁ’', 'GIÁ €', '90° Â', 'MỸ “Â”']],
    ['lone replacement characters', ['\ufffd', 'a \ufffd b', '5\ufffd']],
  ])('nor is %s', (_what, cells) => {
    const workbook = aWorkbook([
      aSheet(
        'Trang',
        cells.map((text) => [text]),
      ),
    ]);
    expect(convertMisreadText(workbook)).toEqual({ value: workbook, diagnostics: [] });
  });
});

test('a text that only begins like misread UTF-8 is tidied like every other', () => {
  const { value } = readWorkbook(Buffer.from('BÁO CÁO XÃ…\u200b  ;Â\u00a0 x\nThôn;1'), 'a.csv');
  const cells = [...(value?.sheets[0]?.rows.get(0)?.values() ?? [])];
  expect(cells.map((cell) => cell.value)).toEqual([
    { kind: 'text', text: 'BÁO CÁO XÃ…' },
    { kind: 'text', text: 'Â x' },
  ]);
});
