import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Sheet, Workbook } from '../../src/model/workbook.ts';
import {
  aFilledForm,
  GENERAL,
  INDICATOR_HEADER,
  INDICATOR_ROWS,
  OPINIONS,
  STAMP,
  stampSheet,
  TASK_HEADER,
  TASK_ROWS,
} from '../support/a-filled-form.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { content, parse, understood } from '../support/parse-form.ts';

type Rows = readonly (readonly CellDraft[])[];

/** What was understood, without places: numbers, statuses, dates, opinions. */
function answers(workbook: Workbook): unknown {
  const submission = understood(workbook);
  const { reportedOn, countedOn, hasReporter, hasPhone, opinions } = submission;
  return {
    answers: content(submission),
    dates: [reportedOn, countedOn].map((date) => (date.kind === 'value' ? date.value : date.kind)),
    persons: [hasReporter, hasPhone],
    opinions: opinions.map(({ opinion, text }) => [opinion, text.value]),
    rules: parse(workbook).diagnostics.map(({ rule }) => rule),
  };
}

const expected = answers(aFilledForm());

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** A table with its rows and its columns in another order. */
function aTable(header: readonly CellDraft[], rows: Rows): fc.Arbitrary<Rows> {
  const order = shuffled(header.map((_, index) => index));
  return fc
    .tuple(shuffled(rows), order)
    .map(([body, columns]) => [header, ...body].map((row) => columns.map((column) => row[column])));
}

/** Rows and columns of the sheet moved apart: the new place of each. */
function spread(sheet: Sheet, rowGaps: readonly number[], columnGaps: readonly number[]): Sheet {
  const place = (gaps: readonly number[], index: number): number =>
    index + gaps.reduce((sum, gap, at) => sum + (at <= index ? gap : 0), 0);
  const moved = [...sheet.rows].map(([row, cells]): [number, ReadonlyMap<number, Cell>] => [
    place(rowGaps, row),
    new Map([...cells].map(([column, cell]) => [place(columnGaps, column), cell])),
  ]);
  return { ...sheet, rows: new Map(moved) };
}

const gaps = fc.array(fc.constantFrom(0, 0, 0, 1, 2), { maxLength: 12 });

/** The band of a clause stays where it is: it belongs to no row. */
const BODY = TASK_ROWS.slice(1);

const formSheets = fc
  .tuple(aTable(TASK_HEADER, BODY), aTable(INDICATOR_HEADER, INDICATOR_ROWS), shuffled(GENERAL), shuffled(OPINIONS))
  .map(([tasks, indicators, general, opinions]) => [
    aSheet('Thông tin chung', general),
    aSheet('Nhiệm vụ', [['NHIỆM VỤ'], [], ...tasks]),
    aSheet('Chỉ tiêu', [['CHỈ TIÊU'], ...indicators]),
    aSheet('Khó khăn, đề xuất', opinions),
  ]);

describe('moving things changes no answer', () => {
  test('rows, columns with their headings, and sheets in any order', () =>
    fc.assert(
      fc.property(
        formSheets.chain((sheets) => shuffled([...sheets, stampSheet(STAMP)])),
        (sheets) => {
          expect(answers(aWorkbook(sheets))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    ));

  test('blank rows and columns anywhere', () =>
    fc.assert(
      fc.property(formSheets, fc.array(fc.tuple(gaps, gaps), { minLength: 4, maxLength: 4 }), (sheets, all) => {
        const apart = sheets.map((sheet, index) => spread(sheet, ...(all[index] ?? [[], []])));
        expect(answers(aWorkbook([...apart, stampSheet(STAMP)]))).toEqual(expected);
      }),
      { numRuns: 60 },
    ));

  test('other names of the sheets, and everything on one sheet', () =>
    fc.assert(
      fc.property(formSheets, fc.boolean(), gaps, (sheets, isOne, rowGaps) => {
        const named = sheets.map((sheet, index) => ({ ...sheet, name: `Sheet${String(index + 1)}` }));
        const rows = sheets.flatMap(({ rows: own }) => [...own.values(), new Map<number, Cell>()]);
        const filled = rows.map((row, index) => [index, row] as const).filter(([, row]) => row.size > 0);
        const one = spread({ ...aSheet('Sheet1', []), rows: new Map(filled) }, rowGaps, []);
        expect(answers(aWorkbook([...(isOne ? [one] : named), stampSheet(STAMP)]))).toEqual(expected);
      }),
      { numRuns: 60 },
    ));
});

describe('any sheet is answered in time', () => {
  const many = (count: number, row: (index: number) => readonly CellDraft[]): Workbook =>
    aWorkbook([aSheet('Chỉ tiêu', [INDICATOR_HEADER, ...Array.from({ length: count }, (_, index) => row(index))])]);

  test.each<[what: string, workbook: Workbook]>([
    ['50.000 rows of nobody', many(50_000, (index) => [`CT${String(index + 100)}`, 'x', '', index])],
    ['50.000 rows of one number', many(50_000, (index) => ['CT01', '', '', index])],
    ['2.000 rows of headings', many(2_000, () => INDICATOR_HEADER)],
    [
      'wide rows of headings',
      many(300, () => Array.from({ length: 300 }, (_, index) => (index % 2 === 0 ? 'Mã' : 'Số liệu'))),
    ],
    ['titles as long as a cell may be', many(100, () => ['CT01', 'Số người '.repeat(3_600), '', 5])],
    [
      'blank rows of one number under many merges',
      aWorkbook([
        aSheet('Chỉ tiêu', [INDICATOR_HEADER, ...Array.from({ length: 50_000 }, () => ['CT01', 'Số người'])], {
          merges: Array.from({ length: 20_000 }, (_, row) => ({ top: row + 1, left: 1, bottom: row + 1, right: 4 })),
        }),
      ]),
    ],
    [
      '20.000 merges',
      aWorkbook([
        aSheet('Chỉ tiêu', [INDICATOR_HEADER, ...INDICATOR_ROWS], {
          merges: Array.from({ length: 20_000 }, (_, row) => ({ top: row + 1, left: 1, bottom: row + 1, right: 4 })),
        }),
      ]),
    ],
  ])(
    '%s',
    (_what, workbook) => {
      expect(parse(workbook).diagnostics.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
