import { Buffer } from 'node:buffer';
import { read, type ParsingOptions, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Sheet } from '../../model/workbook.ts';
import { storeZip } from '../../opc/store-zip.ts';
import { inflateEntries, readZipDirectory } from '../../opc/zip-directory.ts';
import { normalizeText } from '../../vi/text.ts';
import type { Contents, Format, Refused } from '../format.ts';
import type { RefusedKind, WorkbookKind } from '../kind.ts';
import { LIMITS } from '../limits.ts';
import { mergesOf, rowsOf } from '../library-cells.ts';
import { dropCovered } from '../merges.ts';

/** Days between the two date systems: 1 January 1904 is serial 0 in one and 1462 in the other. */
const DAYS_TO_1904 = 1462;

/** The library keeps sheets in a plain object, where the name `__proto__` becomes the prototype. */
function sheetOf(book: WorkBook, name: string): WorkSheet | undefined {
  if (Object.hasOwn(book.Sheets, name)) return book.Sheets[name];
  // The prototype is whatever was assigned to `__proto__`; a sheet is recognised by its reference.
  const prototype: unknown = name === '__proto__' ? Object.getPrototypeOf(book.Sheets) : undefined;
  return prototype === Object.prototype ? undefined : (prototype as WorkSheet | undefined);
}

function sheetsOf(book: WorkBook, kind: WorkbookKind): readonly Sheet[] | RefusedKind {
  const context = { kind, shift: book.Workbook?.WBProps?.date1904 === true ? DAYS_TO_1904 : 0 };
  const sheets: Sheet[] = [];
  let rowCount = 0;
  let cellCount = 0;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = sheetOf(book, name);
    // A sheet that the book lists and the library could not read: whatever stood there must not vanish silently.
    if (sheet === undefined) return 'damaged';
    if (sheet['!type'] === 'chart') continue;
    const merges = mergesOf(sheet);
    const rows = rowsOf(sheet, context);
    rowCount += rows.size;
    for (const cells of rows.values()) cellCount += cells.size;
    if (merges.length > LIMITS.merges || rowCount > LIMITS.rows || cellCount > LIMITS.cells) return 'too-large';
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push({
      name: normalizeText(name),
      isHidden,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      rows: dropCovered(rows, merges),
      merges,
    });
  }
  return sheets.length === 0 ? 'damaged' : sheets;
}

/** Only what the values need: no pictures, macros, printer settings. */
const NEEDED = /(?:\.xml|\.rels|(?<!vbaproject|printersettings\d*)\.bin|^mimetype)$/iu;

/** The library prints a remark for every conditional number format of OpenDocument; values do not need them. */
function withoutFormatMaps(part: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(part)
      .toString('latin1')
      .replace(/<style:map\s[^<>]*\/>/gu, ''),
    'latin1',
  );
}

/**
 * The library inflates in JavaScript, believes claimed sizes and ignores checksums. So it gets a new archive of parts that
 * were unpacked and checked here.
 */
function cleanArchive(bytes: Uint8Array, kind: WorkbookKind): Uint8Array | RefusedKind {
  const entries = readZipDirectory(bytes);
  if (typeof entries === 'string') return entries;
  const parts = inflateEntries(
    bytes,
    entries.filter(({ name }) => NEEDED.test(name)),
  );
  if (typeof parts === 'string') return parts;
  if (kind !== 'ods') return storeZip(parts);
  return storeZip(new Map([...parts].map(([name, part]) => [name, withoutFormatMaps(part)])));
}

/** Without stubs a formula that nobody has computed vanishes instead of being told from a blank. */
const OPTIONS: ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellFormula: true,
  cellHTML: false,
  cellDates: false,
  cellText: false,
  sheetStubs: true,
};

function readSheets(bytes: Uint8Array, kind: WorkbookKind): readonly Sheet[] | RefusedKind {
  const clean = kind === 'xls' ? bytes : cleanArchive(bytes, kind);
  if (typeof clean === 'string') return clean;
  const book = read(clean, OPTIONS);
  return book.SheetNames.length > LIMITS.sheets ? 'too-large' : sheetsOf(book, kind);
}

/** .xlsx, .xlsm, .xlsb, .xls and .ods by way of the SheetJS library. */
export const spreadsheet: Format = {
  kinds: ['ods', 'xls', 'xlsb', 'xlsx'],
  read: (bytes, kind): Contents | Refused => {
    try {
      const sheets = readSheets(bytes, kind);
      return typeof sheets === 'string' ? { kind: sheets } : { sheets, extras: [] };
    } catch (error) {
      // The library throws whatever comes up; its words are never shown.
      return { kind: error instanceof Error && /password|encrypt/iu.test(error.message) ? 'encrypted' : 'damaged' };
    }
  },
};
