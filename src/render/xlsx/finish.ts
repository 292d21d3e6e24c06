import type { Workbook } from 'exceljs';
import { type PartEdit, repack } from '../../opc/repack.ts';
import { DEFAULT_SIZE, FONT_NAME } from './styles.ts';
import { mendValidations } from './validation-ranges.ts';

/** The order the schema wants the parts of a font in (ISO/IEC 29500-1, CT_Font); exceljs 4.4 writes another. */
const FONT_PARTS = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz'],
  ...['color', 'name', 'family', 'charset', 'scheme'],
];

function orderedFont(parts: string): string {
  const tags = parts.match(/<[a-zA-Z]+[^>]*\/>/gu) ?? [];
  const place = (tag: string): number => FONT_PARTS.indexOf(/^<([a-zA-Z]+)/u.exec(tag)?.[1] ?? '');
  return `<font>${tags.toSorted((a, b) => place(a) - place(b)).join('')}</font>`;
}

/** The first font is the one of untouched cells, of headers and footers, and sets the unit of column widths. */
const DEFAULT_FONT = `<font><sz val="${DEFAULT_SIZE}"/><name val="${FONT_NAME}"/><family val="1"/></font>`;

function mendStyles(text: string): string {
  return text
    .replace(/<font>(.*?)<\/font>/gsu, (_whole, parts: string) => orderedFont(parts))
    .replace(/<font>.*?<\/font>/su, DEFAULT_FONT);
}

/**
 * exceljs fixes every height it is told. A row without merged cells may grow with what is typed into it, so the mark of a fixed
 * height goes; spreadsheets never measure rows with merged cells, these keep it.
 */
function mendRows(text: string): string {
  const merged = new Set<number>();
  for (const [, top, bottom] of text.matchAll(/<mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"/gu)) {
    for (let row = Number(top); row <= Number(bottom); row++) merged.add(row);
  }
  return text.replace(/(<row r="(\d+)"[^>]*?) customHeight="1"/gu, (whole, start: string, row: string) =>
    merged.has(Number(row)) ? whole : start,
  );
}

/** Sheets can be neither renamed nor removed: the reader looks for them by name. */
function lockStructure(text: string): string {
  return text.replace(/<bookViews>/u, '<workbookProtection lockStructure="1"/><bookViews>');
}

/** A form, whose sheets the reader depends on and whose formulas have no results yet, or a workbook that a clerk may rearrange. */
export type Structure = 'locked' | 'free';

/**
 * The version of Excel's arithmetic that computed the results. When it is older than the Excel that opens the file, that
 * computes everything anew and on closing asks to save a file in which nobody has changed anything.
 */
function markComputed(text: string): string {
  return text.replace(/ calcId="\d+"/u, ' calcId="191029"');
}

function mended(name: string, text: string, structure: Structure): string {
  if (name === 'xl/styles.xml') return mendStyles(text);
  if (name === 'xl/workbook.xml') return structure === 'locked' ? lockStructure(text) : markComputed(text);
  return name.startsWith('xl/worksheets/sheet') ? mendValidations(mendRows(text)) : text;
}

/**
 * The finished workbook as the bytes of an .xlsx: what exceljs wrote, with its faults mended, in a package that is the same for
 * the same content. `day` is the date of the file's properties (a fixed one: nothing here reads the clock).
 * `edit` sees every part last.
 */
export async function finish(
  workbook: Workbook,
  day: Date,
  structure: Structure,
  edit: PartEdit = (_name, text) => text,
): Promise<Uint8Array> {
  workbook.creator = 'tkcds';
  workbook.lastModifiedBy = 'tkcds';
  workbook.created = day;
  workbook.modified = day;
  workbook.calcProperties.fullCalcOnLoad = structure === 'locked';
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  return repack(written, (name, text) => edit(name, mended(name, text, structure)));
}
