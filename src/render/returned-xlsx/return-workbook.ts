import { type Correction, MOST_LISTED, RETURN_SHEET } from '../../model/correction.ts';
import { grouped } from '../../model/grouped.ts';
import { openParts } from './book-parts.ts';
import { addContentTypes, type ContentType, contentTypeOf } from './content-types.ts';
import { type FitBook, fitForEditing, type NotEditable } from './fit-for-editing.ts';
import { listLooks } from './list-looks.ts';
import { listSheet } from './list-sheet.ts';
import { SPREADSHEET } from './names.ts';
import { PROPERTIES, withSheetTitle } from './properties.ts';
import { addRelations } from './relations-edit.ts';
import { editSheet, type SheetTools } from './sheet-edit.ts';
import { styleBook } from './style-book.ts';
import { sheetKey, withFirstSheet } from './workbook-part.ts';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** Some programs look for styles here, whatever the relations say. */
const STYLES_PART = 'xl/styles.xml';

/** What goes back to a unit. */
export interface ReturnedReport {
  readonly unitName: string;
  /** Who returns it; a body, never a person. */
  readonly author: string;
  /** Lines above the list: how many there are, what to do. */
  readonly lines: readonly string[];
  readonly corrections: readonly Correction[];
}

/** The first name that no sheet of the workbook has. */
function freeSheetName({ sheets }: FitBook): string {
  const taken = new Set(sheets.map(({ written }) => sheetKey(written)));
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? RETURN_SHEET : `${RETURN_SHEET} (${String(copy)})`;
    if (!taken.has(sheetKey(name))) return name;
  }
}

/** The corrections at cells, by the part of their sheet; undefined when one is on a sheet that the workbook does not have. */
function bySheet(
  { sheets }: FitBook,
  corrections: readonly Correction[],
): ReadonlyMap<string, readonly Correction[]> | undefined {
  const atCells = corrections.filter(({ place }) => place?.isHere === true && place.address !== undefined);
  const partOf = ({ place }: Correction): string => sheets.find(({ name }) => name === place?.sheet)?.part ?? '';
  const groups = grouped(atCells, partOf);
  return groups.has('') ? undefined : groups;
}

function editSheets(
  book: FitBook,
  tools: SheetTools,
  corrections: readonly Correction[],
): readonly ContentType[] | NotEditable {
  const groups = bySheet(book, corrections);
  if (groups === undefined) return 'content';
  const types: ContentType[] = [];
  for (const { part } of book.sheets) {
    const edited = editSheet(tools, part, groups.get(part) ?? []);
    if (typeof edited === 'string') return edited;
    types.push(...edited);
  }
  return types;
}

/** Puts the list in front of the workbook; false when its parts cannot be edited. */
function addList(book: FitBook, tools: SheetTools, report: ReturnedReport, types: readonly ContentType[]): boolean {
  const { parts, main, workbook, dialect, sheets, properties } = book;
  const name = freeSheetName(book);
  const part = parts.freeName('xl/worksheets/sheet', '.xml');
  const writtenName = (sheet: string): string | undefined => sheets.find((one) => one.name === sheet)?.written;
  parts.put(part, listSheet({ ...report, writtenName }, tools.looks, dialect));
  const styles = book.styles ?? (parts.has(STYLES_PART) ? parts.freeName('xl/styles', '.xml') : STYLES_PART);
  const hasType = contentTypeOf(parts, styles) === STYLES_TYPE;
  parts.put(styles, tools.styles.text());
  const ids = addRelations(parts, main, [
    { type: `${dialect.relations}/worksheet`, part },
    ...(book.styles === undefined ? [{ type: `${dialect.relations}/styles`, part: styles }] : []),
  ]);
  const edited = ids === undefined ? undefined : withFirstSheet(workbook, { name, relation: ids[0] ?? '' }, dialect);
  if (edited === undefined) return false;
  parts.put(main, edited);
  const listed = properties === undefined ? undefined : parts.text(properties, PROPERTIES, 'Properties');
  if (properties !== undefined && listed !== undefined)
    parts.put(properties, withSheetTitle(listed, name, sheets.length));
  return addContentTypes(parts, [
    ...types,
    { kind: 'part', part, type: SHEET_TYPE },
    ...(hasType ? [] : [{ kind: 'part', part: styles, type: STYLES_TYPE } as const]),
  ]);
}

/**
 * A copy of a workbook for the unit that sent it: each cell to be mended coloured, with a comment that says what is wrong and how to
 * mend it, and a first sheet with the list of everything. Only parts that this touches are changed, and in them only what has to be;
 * the others stay byte for byte. Gives the reason when the workbook cannot be edited so. Same input, same bytes.
 */
export function returnedWorkbook(bytes: Uint8Array, report: ReturnedReport): Uint8Array | NotEditable {
  const parts = openParts(bytes);
  if (parts === undefined) return 'damaged';
  const book = fitForEditing(parts);
  if (typeof book === 'string') return book;
  // A relation may lead to styles that are not there: the workbook has none then.
  const hasStyles = book.styles !== undefined && parts.has(book.styles);
  const known = hasStyles ? parts.text(book.styles, SPREADSHEET, 'styleSheet') : undefined;
  if (hasStyles && known === undefined) return 'content';
  const styles = styleBook(known, book.dialect.main);
  if (styles === undefined) return 'content';
  const tools: SheetTools = { parts, styles, looks: listLooks(styles), author: report.author };
  const corrections = report.corrections.slice(0, MOST_LISTED);
  const types = editSheets(book, tools, corrections);
  if (typeof types === 'string') return types;
  return addList(book, tools, { ...report, corrections }, types) ? parts.packed() : 'content';
}
