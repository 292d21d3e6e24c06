import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { read, type CellObject, type WorkSheet } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellAddress, type CellRange, type CellValue, type Sheet } from '../../src/model/workbook.ts';
import { textValue } from '../../src/read/cell-text.ts';
import { isRefused } from '../../src/read/format.ts';
import { xlsx } from '../../src/read/formats/xlsx.ts';
import { isDateFormat, isPercentFormat } from '../../src/read/number-format.ts';
import { aPackage, type PackageDraft, zipOf } from '../support/a-package.ts';
import { printSheet, printValue } from '../support/print-sheet.ts';

/**
 * Our reader beside `@e965/xlsx` (SheetJS), over every .xlsx of the fixtures: the same sheets, cells, merges, hidden rows and
 * columns. Where the library is known to be wrong, the last part of this file says so, with both answers.
 */
const fixtures = new URL('../../fixtures/', import.meta.url);

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

function valueOf({ t, v, z, f }: CellObject, shift: number): CellValue | undefined {
  const format = typeof z === 'string' ? z : 'General';
  if (t === 's') return textValue(String(v));
  if (t === 'b') return { kind: 'boolean', boolean: v === true };
  if (t === 'e') return { kind: 'error', code: ERRORS[Number(v)] ?? '#VALUE!' };
  if (t === 'n') {
    const isDate = isDateFormat(format);
    return { kind: 'number', number: Number(v) + (isDate ? shift : 0), isDate, isPercent: isPercentFormat(format) };
  }
  return f === undefined ? undefined : { kind: 'uncomputed' };
}

function isCovered(merges: readonly CellRange[], row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  );
}

interface Seen {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: readonly string[];
  readonly merges: readonly CellRange[];
}

function librarySheet(sheet: WorkSheet, shift: number): Pick<Seen, 'cells' | 'merges'> {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  const cells: string[] = [];
  sheet['!data']?.forEach((row: readonly (CellObject | undefined)[] | undefined, at) =>
    row?.forEach((cell, column) => {
      const value = cell === undefined ? undefined : valueOf(cell, shift);
      if (value === undefined || isCovered(merges, at, column)) return;
      cells.push(`${cellAddress(at, column)} ${cell?.f === undefined ? '' : '= '}${printValue(value)}`);
    }),
  );
  return { cells, merges };
}

/** The library does not read zips with sizes behind the data, so it gets the parts packed anew. */
function byLibrary(bytes: Uint8Array): readonly Seen[] {
  const book = read(zipOf(unzipSync(bytes)), { type: 'buffer', dense: true, cellNF: true, sheetStubs: true });
  const shift = book.Workbook?.WBProps?.date1904 === true ? 1462 : 0;
  return book.SheetNames.map((name, index) => {
    const sheet = name === '__proto__' ? (Object.getPrototypeOf(book.Sheets) as WorkSheet) : (book.Sheets[name] ?? {});
    return { name, isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, ...librarySheet(sheet, shift) };
  });
}

/** The library does not tell the fonts. */
function withoutFonts(sheet: Sheet): Sheet {
  const rows = [...sheet.rows].map(([row, cells]) => {
    const plain = [...cells].map(([column, { value, isFormula }]) => [column, { value, isFormula }] as const);
    return [row, new Map(plain)] as const;
  });
  return { ...sheet, rows: new Map(rows) };
}

function seen(sheet: Sheet): Seen {
  const { name, isHidden, merges } = sheet;
  return { name, isHidden, merges, cells: printSheet(withoutFonts(sheet)) };
}

function byUs(bytes: Uint8Array): readonly Seen[] {
  const contents = xlsx.read(bytes, 'xlsx');
  if (isRefused(contents)) throw new Error(`refused: ${JSON.stringify(contents)}`);
  return contents.sheets.map(seen);
}

const files = readdirSync(fileURLToPath(fixtures), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.xls[xm]$/u.test(name))
  .sort();

/** Damaged on purpose: nobody reads it. */
const CUT_OFF = 'PB04 - ';
/** ISO dates (`t="d"`): the library makes plain numbers of them. */
const ISO_DATES = 'xlsx/by-hand.xlsx';

describe('the workbooks of the fixtures', () => {
  test('are many', () => expect(files.length).toBeGreaterThan(45));

  test.each(files.filter((name) => !name.includes(CUT_OFF)))('%s', (name) => {
    const bytes = readFileSync(new URL(encodeURI(name), fixtures));
    const plain = (sheets: readonly Seen[]): readonly Seen[] =>
      name.endsWith(ISO_DATES)
        ? sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((line) => line.replace(/ ngày$/u, '')) }))
        : sheets;
    expect(plain(byUs(bytes))).toEqual(byLibrary(bytes));
  });
});

describe('where the library errs', () => {
  const cells = (sheets: readonly Seen[]): readonly string[] => sheets.flatMap((sheet) => sheet.cells);
  test.each<[string, PackageDraft, readonly string[], readonly string[]]>([
    [
      'an empty shared string shifts all that follow',
      { strings: '<si/><si><t>hai</t></si><si><t>ba</t></si>', data: '<row r="1"><c r="A1" t="s"><v>1</v></c></row>' },
      ['A1 "hai"'],
      ['A1 "ba"'],
    ],
    [
      'references in small letters are lost',
      { data: '<row r="1"><c r="a1"><v>1</v></c><c r="B1"><v>2</v></c></row>' },
      ['A1 1', 'B1 2'],
      ['B1 2'],
    ],
    ['a decimal comma cuts the number off', { data: '<row r="1"><c r="A1"><v>12,5</v></c></row>' }, [], ['A1 12']],
    [
      'ISO dates are plain numbers',
      { data: '<row r="1"><c r="A1" t="d"><v>2025-11-05</v></c></row>' },
      ['A1 45966 ngày'],
      ['A1 45966'],
    ],
    ['durations are lost', { data: '<row r="1"><c r="A1" t="d"><v>PT24H0M0S</v></c></row>' }, ['A1 1'], ['A1 NaN']],
    [
      'escapes are decoded in any letter case',
      { data: '<row r="1"><c r="A1" t="str"><v>_X0041_</v></c></row>' },
      ['A1 "_X0041_"'],
      ['A1 "A"'],
    ],
    ['a sheet that is cut off is an empty one', { worksheet: '<sheetData><row r="1"><c r="A1">' }, [], []],
  ])('%s', (_what, draft, ours, theirs) => {
    // Without a styles part the library gives up.
    const bytes = aPackage({ styles: '', strings: '', ...draft });
    const contents = xlsx.read(bytes, 'xlsx');
    expect(isRefused(contents) ? [] : cells(contents.sheets.map(seen))).toEqual(ours);
    expect(isRefused(contents)).toBe(ours.length === 0);
    expect(cells(byLibrary(bytes))).toEqual(theirs);
  });
});
