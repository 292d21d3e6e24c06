import type { BookParts } from './book-parts.ts';
import { contentTypeOf } from './content-types.ts';
import { type Dialect, dialectOf, SPREADSHEET } from './names.ts';
import { partOfType, relationsIn } from './relations-edit.ts';
import { listSheets, type ListedSheet } from './workbook-part.ts';

/**
 * Why a workbook is not edited, so that its unit gets a fresh form instead. `kind`: no plain .xlsx; `content`: its parts are not as
 * an edit needs them.
 */
export type NotEditable = 'comments' | 'content' | 'damaged' | 'kind' | 'macros' | 'signed';

/** A workbook that can be edited. */
export interface FitBook {
  readonly parts: BookParts;
  readonly main: string;
  readonly workbook: string;
  readonly dialect: Dialect;
  readonly sheets: readonly ListedSheet[];
  /** The styles part; undefined when the workbook has none. */
  readonly styles: string | undefined;
  /** The part with the properties that list the sheets once more. */
  readonly properties: string | undefined;
}

const PLAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** What a relation of a sheet leads to that comments of ours would meet. */
const COMMENT_PARTS: ReadonlySet<string> = new Set(['comments', 'threadedComment', 'vmlDrawing', 'legacyDrawing']);

/** Whether the sheet has comments of its own, or drawings in the old way; undefined when its relations are damaged. */
export function hasComments(parts: BookParts, sheet: string): boolean | undefined {
  const relations = relationsIn(parts, sheet);
  return relations === undefined ? undefined : [...relations.values()].some(({ type }) => COMMENT_PARTS.has(type));
}

function isSigned(parts: BookParts, types: readonly string[]): boolean {
  return types.includes('origin') || parts.opened.names.some((name) => /(?:^|\/)_xmlsignatures\//iu.test(name));
}

function hasMacros(types: readonly string[]): boolean {
  return types.some((type) => type === 'vbaProject' || type.toLowerCase().endsWith('macrosheet'));
}

/** The workbook, or why it is not edited. */
export function fitForEditing(parts: BookParts): FitBook | NotEditable {
  const ofPackage = relationsIn(parts, '');
  const main = ofPackage === undefined ? undefined : partOfType(ofPackage, 'officeDocument');
  const workbook = main === undefined ? undefined : parts.text(main, SPREADSHEET, 'workbook');
  const ofBook = main === undefined ? undefined : relationsIn(parts, main);
  if (ofPackage === undefined || main === undefined || workbook === undefined || ofBook === undefined) return 'damaged';
  const types = [...ofBook.values()].map(({ type }) => type);
  if (hasMacros(types)) return 'macros';
  if (contentTypeOf(parts, main) !== PLAIN) return 'kind';
  if (
    isSigned(
      parts,
      [...ofPackage.values()].map(({ type }) => type),
    )
  )
    return 'signed';
  const sheets = listSheets(workbook, ofBook);
  if (sheets === undefined) return 'content';
  return {
    parts,
    main,
    workbook,
    dialect: dialectOf(workbook),
    sheets,
    styles: partOfType(ofBook, 'styles'),
    properties: partOfType(ofPackage, 'extended-properties') ?? partOfType(ofPackage, 'extendedProperties'),
  };
}
