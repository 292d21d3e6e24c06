import { describe, expect, test } from 'vitest';
import { cellAddress, type Sheet } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aBiffBook, aBiffStream, double, long, RECORD, record } from '../support/a-biff-book.ts';
import { aCompoundFile } from '../support/a-compound-file.ts';

const number = (row: number, column: number, value: number, format = 0): Buffer =>
  record(RECORD.number, row, column, format, double(value));
/** A formula with that result and those flags; its text says the number 1. */
const formula = (row: number, column: number, result: Buffer, flags = 0): Buffer =>
  record(RECORD.formula, row, column, 0, result, flags, long(0), 3, Buffer.of(0x1e, 1, 0));
const TEXT_FOLLOWS = Buffer.from('000000000000ffff', 'hex');
const EMPTY_TEXT = Buffer.from('030000000000ffff', 'hex');
const text = (words: string): Buffer =>
  record(RECORD.string, words.length, Buffer.of(1), Buffer.from(words, 'utf16le'));
const aSheet = (...records: readonly Buffer[]): Buffer => aBiffBook([{ name: 'Trang', records }]);

function opened(bytes: Uint8Array): readonly Sheet[] {
  const { value, diagnostics } = readWorkbook(bytes, 'a.xls');
  expect(diagnostics).toEqual([]);
  return value?.sheets ?? [];
}
function cells(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    opened(bytes).flatMap(({ name, rows }) =>
      [...rows].flatMap(([row, found]) =>
        [...found].map(([column, { value, isFormula }]) => [
          `${name}!${isFormula ? '=' : ''}${cellAddress(row, column)}`,
          value.kind === 'text' ? value.text : value.kind === 'number' ? value.number : value.kind,
        ]),
      ),
    ),
  );
}
const refused = (bytes: Uint8Array) => readWorkbook(bytes, 'a.xls').diagnostics[0];

describe('formulas', () => {
  test.each<[string, readonly Buffer[], unknown]>([
    ['with a number', [formula(0, 0, double(5))], 5],
    ['with a true 0', [formula(0, 0, double(0))], 0],
    ['volatile, with a result', [formula(0, 0, double(7), 3)], 7],
    ['with a text', [formula(0, 0, TEXT_FOLLOWS), text('đạt')], 'đạt'],
    ['with a text that is not there', [formula(0, 0, TEXT_FOLLOWS)], 'uncomputed'],
    [
      'with a text that is not there, before another cell',
      [formula(0, 0, TEXT_FOLLOWS), number(1, 0, 2)],
      'uncomputed',
    ],
    ['by a program that computes nothing: 0, to be computed when loaded', [formula(0, 0, double(0), 3)], 'uncomputed'],
  ])('%s', (_what, records, value) => expect(cells(aSheet(...records))['Trang!=A1']).toEqual(value));

  test('an empty text is blank', () => expect(cells(aSheet(formula(0, 0, EMPTY_TEXT)))).toEqual({}));
});

test('sheets come in the order of the tabs, each with its own cells, whatever they are called', () => {
  const sheet = (name: string, value: number) => ({ name, records: [number(0, 0, value)] });
  expect(cells(aBiffBook([sheet('__proto__', 1), sheet('constructor', 2), sheet('Trang', 3)]))).toEqual({
    '__proto__!A1': 1,
    'constructor!A1': 2,
    'Trang!A1': 3,
  });
  const twice = aBiffBook([sheet('Trang', 1), sheet('Trang', 2)]);
  expect(opened(twice).map(({ rows }) => rows.get(0)?.get(0)?.value)).toMatchObject([{ number: 1 }, { number: 2 }]);
});

test('dates of the Mac are made 1900-based, other numbers are not', () => {
  const formats = [record(RECORD.xf, 0, 14, new Uint8Array(16)), record(RECORD.xf, 0, 0, new Uint8Array(16))];
  const bytes = aBiffBook(
    [{ name: 'Trang', records: [number(0, 0, 44_504, 0), number(0, 1, 44_504, 1)] }],
    [record(RECORD.dateMode, 1), ...formats],
  );
  expect(cells(bytes)).toEqual({ 'Trang!A1': 45_966, 'Trang!B1': 44_504 });
});

test('a hyperlink over the whole sheet costs nothing', () =>
  expect(cells(aSheet(number(0, 0, 1), record(RECORD.hyperlink, 0, 65_535, 0, 255, new Uint8Array(60))))).toEqual({
    'Trang!A1': 1,
  }));

test('a merge over the whole sheet leaves its first cell', () =>
  expect(cells(aSheet(number(0, 0, 1), number(5, 5, 2), record(RECORD.merges, 1, 0, 65_535, 0, 255)))).toEqual({
    'Trang!A1': 1,
  }));

test('links to other workbooks are mentioned', () => {
  const link = record(RECORD.supBook, 1, 5, Buffer.of(0), Buffer.from('a.xls', 'latin1'));
  const own = record(RECORD.supBook, 1, 0x0401);
  const book = (globals: readonly Buffer[]) =>
    readWorkbook(aBiffBook([{ name: 'Trang', records: [number(0, 0, 1)] }], globals), 'a.xls').diagnostics;
  expect(book([own])).toEqual([]);
  expect(book([own, link])).toMatchObject([{ rule: 'workbook-extras', facts: { extras: 'external-links' } }]);
});

test('macros are mentioned', () => {
  const stream = aBiffStream([{ name: 'Trang', records: [number(0, 0, 1)] }]);
  const bytes = aCompoundFile({
    Workbook: Buffer.concat([stream, Buffer.alloc(4096)]),
    '_VBA_PROJECT_CUR/VBA/dir': Buffer.from('x'),
  });
  expect(readWorkbook(bytes, 'a.xls').diagnostics).toMatchObject([{ facts: { extras: 'macros' } }]);
});

describe('what is refused', () => {
  const missing = record(RECORD.labelSst, 0, 0, 0, long(9));
  test.each<[string, Buffer, string]>([
    ['a password', aBiffBook([], [record(RECORD.filePass, 1)]), 'Tệp được đặt mật khẩu'],
    [
      'a sheet that begins elsewhere',
      aBiffBook([{ name: 'Hai', records: [], claimedAt: 9 }]),
      'Trang tính “Hai” của tệp bị hỏng',
    ],
    [
      'a sheet beyond the end',
      aBiffBook([{ name: 'Hai', records: [], claimedAt: 1e9 }]),
      'Trang tính “Hai” của tệp bị hỏng',
    ],
    ['a text that is not in the table', aSheet(missing), 'Tệp bị hỏng'],
    ['a record that is too short', aSheet(record(RECORD.number, 0)), 'Trang tính “Trang” của tệp bị hỏng'],
    ['a cell beyond the last column', aSheet(number(0, 256, 1)), 'Trang tính “Trang” của tệp bị hỏng'],
    ['a number that is none', aSheet(number(0, 0, Number.NaN)), 'Trang tính “Trang” của tệp bị hỏng'],
    ['no sheets', aBiffBook([]), 'Tệp bị hỏng'],
    [
      'a stream of Excel 4',
      aCompoundFile({ Book: Buffer.concat([record(0x0409, 0, 0x0100, 0), Buffer.alloc(4096)]) }),
      'Tệp theo định dạng Excel quá cũ',
    ],
    [
      '201 sheets',
      aBiffBook(Array.from({ length: 201 }, (_, index) => ({ name: `T${index}`, records: [] }))),
      'Tệp có từ 201 trang tính trở lên',
    ],
  ])('%s', (_what, bytes, message) => expect(refused(bytes)?.message.startsWith(message)).toBe(true));

  test('a workbook cut off within a sheet', () => {
    const whole = aBiffStream([
      { name: 'Trang', records: Array.from({ length: 400 }, (_, row) => number(row, 0, row)) },
    ]);
    expect(refused(aCompoundFile({ Workbook: whole.subarray(0, whole.length - 40) }))?.message).toMatch(
      /^Trang tính “Trang”/u,
    );
  });
});
