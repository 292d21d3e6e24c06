import type { Relation } from '../../opc/relations.ts';
import { attributesOf, withAttributes, xmlText } from '../../opc/xml-attributes.ts';
import { spliced, type Splice, type XmlTag, xmlTags } from '../../opc/xml-edit.ts';
import { normalizeText } from '../../vi/text.ts';
import { type Dialect, prefixOf, SPREADSHEET, withPrefix } from './names.ts';

/** A worksheet of the workbook. */
export interface ListedSheet {
  /** As findings call it. */
  readonly name: string;
  /** As the workbook calls it: links need this. */
  readonly written: string;
  readonly part: string;
}

/** An attribute by its local name, whatever its prefix. */
function localAttribute(attributes: ReadonlyMap<string, string>, name: string): string {
  return [...attributes].find(([key]) => key.endsWith(`:${name}`))?.[1] ?? '';
}

/** The names that sheets have, folded as a spreadsheet compares them. */
export function sheetKey(name: string): string {
  return normalizeText(name).toLocaleLowerCase('vi');
}

function isSheet({ local, kind, depth }: XmlTag): boolean {
  return local === 'sheet' && kind !== 'close' && depth === 3;
}

/**
 * The worksheets that the workbook lists, in its order, sheets of other kinds left out; undefined when two have one name, or the part
 * of one is not there.
 */
export function listSheets(text: string, relations: ReadonlyMap<string, Relation>): readonly ListedSheet[] | undefined {
  const sheets: ListedSheet[] = [];
  for (const tag of xmlTags(text, SPREADSHEET)) {
    if (!isSheet(tag)) continue;
    const attributes = attributesOf(text.slice(tag.start, tag.end));
    const relation = relations.get(localAttribute(attributes, 'id'));
    if (relation === undefined) return undefined;
    if (relation.type !== 'worksheet') continue;
    if (relation.part === undefined) return undefined;
    const written = attributes.get('name') ?? '';
    sheets.push({ name: normalizeText(written), written, part: relation.part });
  }
  const keys = new Set(sheets.map(({ written }) => sheetKey(written)));
  return keys.size === sheets.length && sheets.length > 0 ? sheets : undefined;
}

/** A sheet is shown first that was put first; names that belong to one sheet go by its place. */
function moved(tag: string, local: string): string {
  const attributes = attributesOf(tag);
  if (local === 'workbookView') return withAttributes(tag, { activeTab: undefined, firstSheet: undefined });
  const place = Number(attributes.get('localSheetId') ?? Number.NaN);
  return Number.isInteger(place) ? withAttributes(tag, { localSheetId: String(place + 1) }) : tag;
}

/** The new sheet for the list of sheets. */
export interface NewSheet {
  readonly name: string;
  readonly relation: string;
}

/** The workbook with that sheet in front, shown first; undefined when it has no list of sheets. */
export function withFirstSheet(text: string, { name, relation }: NewSheet, dialect: Dialect): string | undefined {
  const splices: Splice[] = [];
  let list: XmlTag | undefined;
  let highest = 0;
  for (const tag of xmlTags(text, SPREADSHEET)) {
    if (tag.kind === 'close') continue;
    const { start, end, local } = tag;
    if (local === 'sheets' && tag.depth === 2) list = tag;
    if (isSheet(tag))
      highest = Math.max(highest, Number(attributesOf(text.slice(start, end)).get('sheetId') ?? 0) || 0);
    if (local !== 'workbookView' && local !== 'definedName') continue;
    splices.push({ start, end, text: moved(text.slice(start, end), local) });
  }
  if (list?.kind !== 'open') return undefined;
  const sheet = `<sheet xmlns:r="${dialect.relations}" name="${xmlText(name)}" sheetId="${String(highest + 1)}" r:id="${relation}"/>`;
  const put = { start: list.end, end: list.end, text: withPrefix(sheet, prefixOf(list.name)) };
  return spliced(text, [...splices, put]);
}
