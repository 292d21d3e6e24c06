import { diagnosticOf, type Diagnostic, type Location, type Outcome } from '../model/diagnostic.ts';
import type { Commune } from '../model/rollup.ts';
import { cellAddress, cellAt, type Cell, type Sheet, type Workbook } from '../model/workbook.ts';
import { matchKey, normalizeText, quoteValue } from '../vi/text.ts';
import { isSameCommune } from './commune-names.ts';
import { ROLLUP_LIST_INVALID } from './problems.ts';

/** A line of the list with its place. */
export interface ListedCommune extends Commune {
  readonly location: Location;
}

/** More communes than the country has. */
const MOST = 5_000;
/** The headings stand among the first rows. */
const HEADING_ROWS = 20;
const CODE_HEADING = /^(?:mã|ma|code)(?: |$)/u;
const NAME_HEADING = /^(?:tên|ten|name|xã|phường)(?: |$)/u;
const LAYOUT_HINT = 'Lập danh sách có dòng đầu là hai tiêu đề Mã, Tên, mỗi xã một dòng';

function invalid(message: string, hint: string, location: Location): Diagnostic {
  return diagnosticOf(ROLLUP_LIST_INVALID, { message, hint, location });
}

/** A code typed as a number is the number's digits. */
function textOf(cell: Cell | undefined): string {
  switch (cell?.value.kind) {
    case 'text':
      return normalizeText(cell.value.text);
    case 'number':
      return String(cell.value.number);
    case 'boolean':
    case 'error':
    case 'uncomputed':
    case undefined:
      return '';
  }
}

interface Headings {
  readonly row: number;
  readonly code: number;
  readonly name: number;
}

function headingsOf(sheet: Sheet): Headings | undefined {
  for (const [row, cells] of sheet.rows) {
    if (row >= HEADING_ROWS) return undefined;
    const keys = [...cells].map(([column, cell]) => ({ column, key: matchKey(textOf(cell)) }));
    const code = keys.find(({ key }) => CODE_HEADING.test(key));
    const name = keys.find(({ key }) => NAME_HEADING.test(key));
    if (code !== undefined && name !== undefined) return { row, code: code.column, name: name.column };
  }
  return undefined;
}

function entriesOf(file: string, sheet: Sheet, { row: heading, code, name }: Headings): readonly ListedCommune[] {
  return [...sheet.rows.keys()]
    .filter((row) => row > heading)
    .map((row) => ({
      code: textOf(cellAt(sheet, row, code)),
      name: textOf(cellAt(sheet, row, name)),
      location: { kind: 'cell' as const, ref: { file, sheet: sheet.name, address: cellAddress(row, name) } },
    }))
    .filter((entry) => entry.code !== '' || entry.name !== '');
}

function entryFaults(entries: readonly ListedCommune[]): readonly Diagnostic[] {
  return entries.flatMap(({ code, name, location }, index): readonly Diagnostic[] => {
    if (code === '' || name === '') {
      const what = code === '' ? `${quoteValue(name)} chưa có mã` : `mã ${quoteValue(code)} chưa có tên`;
      return [invalid(`Trong danh sách xã, ${what}`, 'Điền đủ mã và tên, hoặc xóa dòng này', location)];
    }
    const before = entries.slice(0, index);
    const twin = before.find((other) => other.code === code || isSameCommune(other.name, name));
    if (twin === undefined) return [];
    const message = `Trong danh sách xã, ${quoteValue(`${code} – ${name}`)} trùng với ${quoteValue(`${twin.code} – ${twin.name}`)}`;
    return [
      invalid(message, 'Xóa bớt một dòng, hoặc sửa mã, tên cho khác nhau (ghi rõ xã, phường, đặc khu)', location),
    ];
  });
}

/** The communes that should report, in the order of the list; without a value when a line is at fault or there is none. */
export function communesOf(
  entries: readonly ListedCommune[],
  place: Location,
): Outcome<readonly Commune[] | undefined> {
  if (entries.length === 0 || entries.length > MOST) {
    const what = entries.length === 0 ? 'không có xã nào' : 'dài quá 5.000 dòng';
    return { value: undefined, diagnostics: [invalid(`Danh sách xã ${what}`, LAYOUT_HINT, place)] };
  }
  const faults = entryFaults(entries);
  if (faults.length > 0) return { value: undefined, diagnostics: faults };
  return { value: entries.map(({ code, name }) => ({ code, name })), diagnostics: [] };
}

/** The list of communes in a table (CSV, Excel …) with the headings Mã and Tên. */
export function parseCommuneTable({ file, sheets }: Workbook): Outcome<readonly Commune[] | undefined> {
  const place = { kind: 'file', file } as const;
  for (const sheet of sheets) {
    const headings = sheet.isHidden ? undefined : headingsOf(sheet);
    if (headings !== undefined) return communesOf(entriesOf(file, sheet, headings), place);
  }
  const message = 'Danh sách xã không có dòng tiêu đề Mã, Tên';
  return { value: undefined, diagnostics: [invalid(message, LAYOUT_HINT, place)] };
}
