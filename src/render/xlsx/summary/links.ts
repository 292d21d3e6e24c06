import { maskPersonalData } from '../../../vi/personal-data.ts';

/** Where a click leads: a file relative to the workbook's folder, and a place in it. */
export interface Link {
  /** Undefined for a place in this workbook. */
  readonly target: string | undefined;
  /** `'Chỉ tiêu'!E9`; undefined for the file as a whole. */
  readonly place: string | undefined;
}

/** What exceljs is told in place of a file when a link stays inside the workbook. */
export const INSIDE = '#';

/** Letters, digits, blanks and signs that every system takes in a name and no address gives a meaning of its own. */
const SAFE_NAME = /^[\p{L}\p{M}\p{N} ()[\]_.,+&'=@~–-]+$/u;
/** Spreadsheets only: nothing that a click would run. */
const SPREADSHEET = /\.(?:xlsx|xlsm|xlsb|xls|ods)$/iu;
const PLAIN_TABLE = /\.(?:csv|tsv|txt)$/iu;
/** Far below what spreadsheets allow, far above any real path. */
const LONGEST = 1000;

function isSafe(path: string): boolean {
  const names = path.replace(/^(?:\.\.\/)+/u, '').split('/');
  const isPlain = names.every((name) => SAFE_NAME.test(name) && !/^[. ]|[. ]$/u.test(name));
  return isPlain && path.length <= LONGEST && maskPersonalData(path) === path;
}

/** As spreadsheets write addresses: letters as they are, a few signs by their number. */
function escaped(path: string): string {
  return path.replace(/[ [\]]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/**
 * The link to a place in a file, or undefined when its name makes no safe one: an absolute or foreign path, a sign that means
 * something in an address, a number of a person, a file that is no table. `path` is relative to the workbook, with `/`.
 */
export function linkTo(path: string | undefined, sheet?: string, address = 'A1'): Link | undefined {
  if (path === undefined || !isSafe(path)) return undefined;
  const isBook = SPREADSHEET.test(path);
  if (!isBook && !PLAIN_TABLE.test(path)) return undefined;
  const hasPlace = isBook && sheet !== undefined && SAFE_NAME.test(sheet) && maskPersonalData(sheet) === sheet;
  return {
    target: escaped(path),
    place: hasPlace ? `'${sheet.replaceAll("'", "''")}'!${address}` : undefined,
  };
}

/** The link to the top of a sheet of this workbook. */
export function linkToSheet(sheet: string): Link {
  return { target: undefined, place: `'${sheet.replaceAll("'", "''")}'!A1` };
}
