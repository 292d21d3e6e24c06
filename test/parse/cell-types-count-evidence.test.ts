import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Answer } from '../../src/model/located.ts';
import { CELL_TYPES } from '../../src/parse/cell-types/index.ts';
import type { Place } from '../../src/parse/cells/cell-place.ts';
import { fileEvidence } from '../../src/parse/cells/file-evidence.ts';
import { aSheet, aWorkbook, cellOf, type CellDraft } from '../support/a-workbook.ts';

const ref = { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D5' };

function at(draft: CellDraft, evidence?: Place['evidence']): Place {
  return { cell: cellOf(draft), ref, thing: 'CT02 “Số người”', facts: { indicator: 'signature-holders' }, evidence };
}

/** What the file tells about a cell of its second column; the rows are the file. */
function evidenceOf(rows: readonly (readonly CellDraft[])[], known: readonly number[] = []): Place['evidence'] {
  const sheet = aSheet('Chỉ tiêu', rows);
  return fileEvidence(aWorkbook([sheet]), { known, period: undefined }).at(sheet, 1);
}

/** The value or that there is none, and the findings' ids. */
function brief({ value, diagnostics }: Outcome<Answer<number>>): readonly unknown[] {
  return [value.kind === 'value' ? value.value : value.kind, ...diagnostics.map(({ rule }) => rule)];
}

const ambiguous = ['invalid', 'number-ambiguous'];

describe('a dot or a comma before three digits is settled by evidence', () => {
  test.each<[string, string, Place['evidence'], readonly unknown[]]>([
    ['nothing else in the file: the dot groups, as in Vietnamese', '1.234', evidenceOf([['x', '1.234']]), [1234]],
    ['nothing else in the file: a comma is asked about', '1,234', evidenceOf([['x', '1,234']]), ambiguous],
    ['the file writes 50,5%', '1.234', evidenceOf([['50,5%']]), [1234]],
    ['the file writes 50,5%', '1,234', evidenceOf([['50,5%']]), ambiguous],
    ['the file writes 50.5%', '1,234', evidenceOf([['50.5%']]), [1234]],
    ['the file writes 50.5%', '1.234', evidenceOf([['50.5%']]), ambiguous],
    ['the file writes 1,234,567', '1,234', evidenceOf([['1,234,567']]), [1234]],
    ['the file writes 12.345,6', '1,234', evidenceOf([['12.345,6']]), ambiguous],
    ['the file writes both ways', '1,234', evidenceOf([['1,234,567', '2,5']]), ambiguous],
    ['the column decides before the file', '1,234', evidenceOf([['50,5%', '1,234,567']]), [1234]],
    ['the column decides before the file', '1.234', evidenceOf([['50.5%', '1.234.567']]), [1234]],
    ['a decimal point in the column', '1.234', evidenceOf([['', '12.5']]), ambiguous],
    [
      'section numbers, days and months elsewhere are no decimals',
      '1.234',
      evidenceOf([['1.1'], ['05.11'], ['11.2025']]),
      [1234],
    ],
    ['numbers inside sentences say nothing', '1,234', evidenceOf([['Đạt 50.5% kế hoạch']]), ambiguous],
    [
      'three such numbers in the column',
      '1,234',
      evidenceOf([
        ['', '1,234'],
        ['', '2,050'],
        ['', '1,020'],
      ]),
      [1234],
    ],
    [
      'two are too few',
      '1,234',
      evidenceOf([
        ['', '1,234'],
        ['', '2,050'],
      ]),
      ambiguous,
    ],
    [
      'three, but the file has dots, too',
      '1,234',
      evidenceOf([
        ['1.020', '1,234'],
        ['', '2,050'],
        ['', '1,020'],
      ]),
      ambiguous,
    ],
    ['a number with its unit word', '1,234', evidenceOf([['2,050 người']]), [1234]],
    ['the register has this number', '1,234', evidenceOf([['50,5%']], [1234]), [1234]],
    ['the register has this number', '1.234', evidenceOf([['50.5%']], [1234]), [1234]],
    ['the register has another number of the file', '1,234', evidenceOf([['1,200']], [1200]), [1234]],
  ])('%s: %s', (_what, text, evidence, expected) =>
    expect(brief(CELL_TYPES.count(at(text, evidence)))).toEqual(expected),
  );

  test('the finding shows both readings, how to write it, and the cell that speaks against grouping', () => {
    const [finding] = CELL_TYPES.count(at('1,234', evidenceOf([['50,5%']]))).diagnostics;
    expect(finding).toMatchObject({
      rule: 'number-ambiguous',
      severity: 'error',
      message:
        'CT02 “Số người” ghi “1,234”, có thể là 1.234 (một nghìn hai trăm ba mươi tư) hoặc 1,234 (một phẩy hai ba bốn)',
      hint: 'Hỏi lại đơn vị rồi gõ con số liền nhau, không có dấu chấm, dấu phẩy; ví dụ 1234',
      related: [{ location: { kind: 'cell', ref: { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'A1' } } }],
      facts: { indicator: 'signature-holders', grouped: 1234, decimal: 1.234 },
    });
  });

  test('the form’s hidden sheet says nothing', () => {
    const sheet = aSheet('Chỉ tiêu', [['x', '1.234']]);
    const book = aWorkbook([sheet, aSheet('_tkcds', [['50.5%']], { isHidden: true })]);
    const evidence = fileEvidence(book, { known: [], period: undefined }).at(sheet, 1);
    expect(brief(CELL_TYPES.count(at('1.234', evidence)))).toEqual([1234]);
  });
});
