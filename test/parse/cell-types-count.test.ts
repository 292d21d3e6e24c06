import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { CountUnit } from '../../src/model/directive.ts';
import type { Answer } from '../../src/model/located.ts';
import { CELL_TYPES } from '../../src/parse/cell-types/index.ts';
import type { Place } from '../../src/parse/cells/cell-place.ts';
import { formatInteger } from '../../src/vi/number.ts';
import { plainTyping } from '../../src/vi/plain-typing.ts';
import { cellOf, dayCell, percentCell, type CellDraft } from '../support/a-workbook.ts';

const ref = { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D5' };

function at(draft: CellDraft): Place {
  return { cell: cellOf(draft), ref, thing: 'CT02 “Số người”', facts: { indicator: 'signature-holders' } };
}

/** The value, or the kind of the answer with its mark; and the findings' ids. */
function brief({ value, diagnostics }: Outcome<Answer<number>>): readonly unknown[] {
  const found = value.kind === 'value' ? value.value : value.kind === 'absent' ? value.mark : 'invalid';
  return [found, ...diagnostics.map(({ rule }) => rule)];
}

const yes: CellDraft = { kind: 'boolean', boolean: true };
const unreadable = ['invalid', 'number-unreadable'];
const ambiguous = ['invalid', 'number-ambiguous'];

describe('counted', () => {
  test.each<[CellDraft, readonly unknown[]]>([
    [412, [412]],
    [0, [0]],
    [-0, [0]],
    ['0', [0]],
    ['00', [0]],
    ['05', [5]],
    ['412', [412]],
    ['１２３４', [1234]],
    ['1.234', [1234]],
    ['1 234', [1234]],
    ['1\u00a0234', [1234]],
    ['1\u2009234', [1234]],
    ["1'234", [1234]],
    ['1.234.567', [1_234_567]],
    ['1,234,567', [1_234_567]],
    ['412,00', [412]],
    [412.0000000001, [412]],
    [99_999_999, [99_999_999]],
    ['412 người', [412, 'number-with-unit']],
    ['1.234 người dân', [1234, 'number-with-unit']],
    ['1,234 người', [1234, 'number-with-unit']],
    ['412người.', [412, 'number-with-unit']],
    ['12 đ/c', [12, 'number-with-unit']],
    ['……… người', ['blank']],
  ])('%j', (draft, expected) => expect(brief(CELL_TYPES.count(at(draft)))).toEqual(expected));
});

describe('not counted', () => {
  test.each<[CellDraft, readonly unknown[]]>([
    ...[
      12.5,
      1.234,
      '12,5',
      '1234.5',
      '1.234,5',
      '1,234.5',
      '12,5 người',
      '0,505',
      '0.500',
      ',5',
      '12,34',
      '1.23',
      '1.2345',
    ].map((draft): [CellDraft, readonly unknown[]] => [draft, ['invalid', 'number-not-whole']]),
    ...[-5, '−5', '-1.234', '-12 người'].map((draft): [CellDraft, readonly unknown[]] => [
      draft,
      ['invalid', 'number-negative'],
    ]),
    ...[
      ...[100_000_000, 912_345_678, '0912345678', -2e15, '02553822123', '1234567890', '51201012345', '01234567890'],
      ...[
        '1.234.567.890',
        '1234567890 người',
        '1234567000',
        1_234_567_000,
        '99999999999999999999',
        Number.NaN,
        Infinity,
      ],
    ].map((draft): [CellDraft, readonly unknown[]] => [draft, ['invalid', 'number-too-large']]),
    ...['không', 'Không có', 'chưa', 'chưa thống kê', 'không phát sinh'].map(
      (draft): [CellDraft, readonly unknown[]] => [draft, ['invalid', 'number-says-none']],
    ),
    ...[
      ...[
        'ba trăm',
        'năm mươi người',
        'x',
        'X',
        '✓',
        'khoảng 300',
        '~500',
        '500+',
        'hơn 500',
        '>500',
        '300/450',
        '12-15',
      ],
      ...[
        '300 cái',
        '12 (3 nữ)',
        '5 (dự kiến)',
        '(5)',
        '52%',
        '50,5%',
        '+5',
        '1e3',
        '1.2.3',
        '1,',
        '007',
        '20/10/2025',
        '1\n234',
      ],
      ...['0.123.456.789', 'nhiều', 'Nguyễn Văn A', yes, dayCell(45_000), percentCell(0.5), percentCell(1)],
    ].map((draft): [CellDraft, readonly unknown[]] => [draft, unreadable]),
    ['1,234', ambiguous],
    // Citizen numbers: the mark of the cell is the finding.
    ['051201012345', ['invalid']],
    ['051 201 012 345', ['invalid']],
    [51_201_012_345, ['invalid']],
    [1_201_012_345, ['invalid']],
  ])('%j', (draft, expected) => expect(brief(CELL_TYPES.count(at(draft)))).toEqual(expected));
});

test.each<[string, CountUnit, readonly unknown[]]>([
  ['250 hộ', 'household', [250, 'number-with-unit']],
  ['250 hộ', 'person', [250, 'number-unit-mismatch']],
  ['80 lượt', 'turn', [80, 'number-with-unit']],
  ['80 lượt người', 'turn', [80, 'number-with-unit']],
  ['80 lượt', 'person', [80, 'number-unit-mismatch']],
  ['5 buổi', 'session', [5, 'number-with-unit']],
  ['5 buổi', 'event', [5, 'number-with-unit']],
  ['12 tin, bài', 'item', [12, 'number-with-unit']],
  ['12 tin/bài', 'item', [12, 'number-with-unit']],
])('%s where a %s is counted', (text, counts, expected) =>
  expect(brief(CELL_TYPES.count(at(text), counts))).toEqual(expected),
);

describe('for any text', () => {
  const near = fc
    .array(
      fc.constantFrom(
        '1',
        '234',
        '0',
        '5',
        '.',
        ',',
        ' ',
        '-',
        '~',
        '+',
        '/',
        '%',
        'người',
        'x',
        'không',
        'ba',
        'trăm',
        '\u00a0',
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));
  const text = fc.oneof(near, fc.string(), fc.string({ unit: 'binary' }));
  const isCounted = (draft: string): boolean => CELL_TYPES.count(at(draft)).value.kind === 'value';

  test('reading never throws, and without a digit nothing is counted', () =>
    fc.assert(
      fc.property(text, (draft) => {
        if (isCounted(draft)) expect(plainTyping(draft)).toMatch(/\d/u);
      }),
      { numRuns: 2000 },
    ));

  test('what is not exact is never counted', () =>
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('~', '+', '/', '>', '<', '%', 'khoảng', 'hơn', 'x'),
        (before, behind, sign) => {
          const draft = `${before}${sign}${behind}`;
          const isWord = /\p{L}/u.test(sign) && /\p{L}/u.test(`${before.slice(-1)}${behind.slice(0, 1)}`);
          if (!isWord) expect(isCounted(draft)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    ));

  test('what is counted is counted however it was typed', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        const printed = formatInteger(value);
        const wide = printed.replace(/[\d.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const variants = [printed, wide, ` ${printed}\u00a0`, printed.replaceAll('.', '\u202f'), String(value)];
        expect(variants.map((variant) => brief(CELL_TYPES.count(at(variant))))).toEqual(variants.map(() => [value]));
        expect(brief(CELL_TYPES.count(at(`${printed} lượt`.normalize('NFD'))))).toEqual([value, 'number-with-unit']);
      }),
    ));
});
