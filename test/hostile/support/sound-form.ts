import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { rawEntry, rawZip, type RawEntry } from './raw-zip.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

/** The workspace whose unit TH04 sends the sound form; its register has all units of a large commune. */
export const WORKSPACE = `${FIXTURES}large-commune/workspace`;

const FORMS = {
  csv: 'csv/utf-8-bom.csv',
  html: 'legacy/form.html',
  ods: 'legacy/form.ods',
  xls: 'legacy/form.xls',
  xlsb: 'legacy/form.xlsb',
  xlsx: 'large-commune/workspace/nop/2025-10/TH04 - Thôn Phú Hòa 1.xlsx',
  xml: 'legacy/form-2003.xml',
} as const;

/** The formats in which the sound form is at hand. */
export type FormFormat = keyof typeof FORMS;

/** A form filled in without any fault, in that format; the .csv is another unit's. */
export function soundForm(format: FormFormat): Uint8Array {
  return readFileSync(`${FIXTURES}${FORMS[format]}`);
}

/** The sound form as text. */
export function soundText(format: FormFormat): string {
  return Buffer.from(soundForm(format)).toString('utf8');
}

/** The parts of a packed form, by name. */
export function soundParts(format: 'ods' | 'xlsb' | 'xlsx'): Readonly<Record<string, Uint8Array>> {
  return unzipSync(soundForm(format));
}

/** Another text for a part, made of the text that stands there, or an entry in its place. */
export type PartEdit = ((text: string) => string) | string | Uint8Array | RawEntry;

function edited(name: string, content: Uint8Array, edit: PartEdit | undefined): RawEntry {
  if (edit === undefined) return rawEntry(name, content);
  if (typeof edit === 'function') return rawEntry(name, edit(strFromU8(content)));
  return typeof edit === 'string' || edit instanceof Uint8Array ? rawEntry(name, edit) : { ...edit, name };
}

/** The entries of the sound form with other parts in place of some, and more of them. */
export function formEntries(
  format: 'ods' | 'xlsb' | 'xlsx',
  edits: Readonly<Record<string, PartEdit>>,
): readonly RawEntry[] {
  const parts = soundParts(format);
  const all = {
    ...parts,
    ...Object.fromEntries(Object.keys(edits).map((name) => [name, parts[name] ?? new Uint8Array()])),
  };
  return Object.entries(all).map(([name, content]) => edited(name, content, edits[name]));
}

/** The sound form with other parts in place of some, and more of them. */
export function formWith(format: 'ods' | 'xlsb' | 'xlsx', edits: Readonly<Record<string, PartEdit>>): Uint8Array {
  return rawZip(formEntries(format, edits));
}

/** The sheet of indicators in the .xlsx form. */
export const INDICATORS = 'xl/worksheets/sheet3.xml';
/** Where a sheet stands that was added. */
const ADDED = 'xl/worksheets/sheet9.xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** How a worksheet part begins. */
export const WORKSHEET = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

/** What lists one more sheet in the .xlsx form, under that name; its part is still to be given. */
export function listing(name: string): Readonly<Record<string, PartEdit>> {
  const relation = `<Relationship Id="added" Type="${RELATION}" Target="worksheets/sheet9.xml"/>`;
  return {
    'xl/workbook.xml': (text) =>
      text.replace('</sheets>', () => `<sheet name="${name}" sheetId="99" r:id="added"/></sheets>`),
    'xl/_rels/workbook.xml.rels': (text) => text.replace('</Relationships>', () => `${relation}</Relationships>`),
  };
}

/** The .xlsx form with one sheet more, which is harmless or not: what stands within its worksheet, or its entry. */
export function formWithSheet(sheet: string | RawEntry, name = 'Trang khác'): Uint8Array {
  const part = typeof sheet === 'string' ? `${WORKSHEET}${sheet}</worksheet>` : sheet;
  return formWith('xlsx', { ...listing(name), [ADDED]: part });
}
