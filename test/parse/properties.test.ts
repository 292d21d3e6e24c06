import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/model/workbook.ts';
import { PARSE_PROBLEMS } from '../../src/parse/problems.ts';
import { parseRegister } from '../../src/parse/register/register.ts';
import {
  aFilledForm,
  GENERAL,
  INDICATOR_HEADER,
  INDICATORS,
  OPINIONS,
  STAMP,
  stampSheet,
  TASK_HEADER,
  TASKS,
} from '../support/a-filled-form.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { aDirective, aRound } from '../support/builders.ts';
import { day } from '../support/small-commune.ts';
import { parse } from '../support/parse-form.ts';

/** Words of forms and registers, so that the workbooks made up are not all strangers. */
const WORDS = [
  ...[GENERAL, TASKS, INDICATORS, OPINIONS].flat(2).filter((draft) => typeof draft === 'string'),
  ...[
    'Mã đơn vị',
    'Loại đơn vị',
    'TH01',
    '-',
    '051201012345',
    '0912345678',
    '1.234',
    'ba trăm',
    '__proto__',
    'constructor',
  ],
];

const draft: fc.Arbitrary<CellDraft> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<CellDraft>(...WORDS, undefined) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  fc.double().map((number) => ({ kind: 'number' as const, number, isDate: false, isPercent: false })),
  fc.record({
    kind: fc.constant('number' as const),
    number: fc.double(),
    isDate: fc.boolean(),
    isPercent: fc.boolean(),
  }),
  fc.constant<CellDraft>({ kind: 'error', code: '#REF!' }),
  fc.constant<CellDraft>({ value: { kind: 'uncomputed' }, isFormula: true }),
  fc.boolean().map((boolean) => ({ kind: 'boolean' as const, boolean })),
);

const range = fc
  .tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(8))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

const sheet = fc
  .tuple(
    fc.oneof(fc.constantFrom('Thông tin chung', 'Nhiệm vụ', 'Chỉ tiêu', '_tkcds', '__proto__', ''), fc.string()),
    fc.array(fc.array(draft, { maxLength: 9 }), { maxLength: 12 }),
    fc.array(range, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([name, rows, merges, isHidden]) => aSheet(name, rows, { merges, isHidden }));

const workbook: fc.Arbitrary<Workbook> = fc.oneof(
  fc.array(sheet, { maxLength: 4 }).map((sheets) => aWorkbook(sheets)),
  // The form with one of its sheets replaced.
  fc.tuple(sheet, fc.nat(4)).map(([other, index]) => {
    const form = aFilledForm();
    return { ...form, sheets: form.sheets.map((own, at) => (at === index ? other : own)) };
  }),
  fc.array(sheet, { maxLength: 3 }).map((sheets) => aWorkbook([...sheets, stampSheet(STAMP)])),
);

/** Numbers of the length of telephone and citizen numbers, as numbers and as texts, with and without separators. */
const digits = fc
  .tuple(fc.stringMatching(/^\d{8,13}$/u), fc.constantFrom('', '.', ' ', '-', '\u00a0', ' - '))
  .map(([text, separator]) => text.replace(/\B(?=(?:\d{3})+$)/gu, separator));
const digitsDraft: fc.Arbitrary<CellDraft> = fc.oneof(
  digits,
  digits.map((text) => `${text} người`),
  digits.map((text) => `-${text}`),
  fc
    .record({ number: fc.integer({ min: 1e7, max: 1e13 }), isDate: fc.boolean(), isPercent: fc.boolean() })
    .map((value) => ({ kind: 'number' as const, ...value })),
);

/** The form with such numbers wherever a number, a date or a choice belongs. */
const formOfDigits: fc.Arbitrary<Workbook> = fc.array(digitsDraft, { minLength: 9, maxLength: 9 }).map((drafts) => {
  const [status, quantity, doneOn, reportedOn, countedOn, ...counts] = drafts;
  return aFilledForm({
    general: [
      ['Ngày báo cáo', reportedOn],
      ['Số liệu tính đến ngày', countedOn],
    ],
    tasks: [TASK_HEADER, ['II.3-1', '', status, 'Đã làm', quantity, doneOn]],
    indicators: [INDICATOR_HEADER, ...counts.map((count, index) => [`CT0${String(index + 1)}`, '', '', count])],
  });
});

const ids = new Set(PARSE_PROBLEMS.map(({ id }) => id));

describe('for any workbook', () => {
  test.each([
    ['with a register', aRound()],
    ['without', aRound({ units: [] })],
  ])('parseSubmission never throws, and what it finds is well made (%s)', (_what, round) =>
    fc.assert(
      fc.property(workbook, (book) => {
        const { value, diagnostics } = parse(book, round);
        for (const { rule, message, hint } of diagnostics) {
          expect(ids.has(rule)).toBe(true);
          expect(message).not.toMatch(/\.$|\n|051201012345|0912345678/u);
          expect(message).toBe(message.normalize('NFC'));
          expect(hint).not.toBe('');
        }
        const isRefused = diagnostics.some(
          ({ severity, location }) => severity === 'error' && location.kind === 'file',
        );
        expect(value.submission === undefined).toBe(isRefused);
      }),
      { numRuns: 300 },
    ),
  );

  test('every invalid answer has an error at its cell or a mark of personal data', () =>
    fc.assert(
      fc.property(fc.oneof(workbook, formOfDigits), (book) => {
        const { value, diagnostics } = parse(book);
        const { submission } = value;
        if (submission === undefined) return;
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        const reported = new Set([
          ...errors.map(({ location }) => (location.kind === 'cell' ? JSON.stringify(location.ref) : '')),
          ...submission.personalData.map(({ ref }) => JSON.stringify(ref)),
        ]);
        const answers = [
          submission.reportedOn,
          submission.countedOn,
          ...submission.indicators.flatMap(({ value: count, note }) => [count, note]),
          ...submission.tasks.flatMap(({ status, result, quantity, doneOn, evidence, difficulty }) => [
            ...[status, result, quantity, doneOn, evidence, difficulty],
          ]),
        ];
        for (const answer of answers) {
          if (answer.kind === 'invalid') expect(reported.has(JSON.stringify(answer.ref))).toBe(true);
        }
      }),
      { numRuns: 600 },
    ));

  test('parseRegister never throws', () =>
    fc.assert(
      fc.property(workbook, (book) => {
        const { value, diagnostics } = parseRegister(book, aDirective().unitTypes, day('2025-10-31'));
        expect(new Set(value.units.map(({ id }) => id)).size).toBe(value.units.length);
        expect(diagnostics.every(({ rule }) => ids.has(rule))).toBe(true);
      }),
      { numRuns: 300 },
    ));
});

test('problems are sorted and unique', () => {
  const list = PARSE_PROBLEMS.map(({ id }) => id);
  expect(list).toEqual([...new Set(list)].sort());
});
