import { attributesOf, withAttributes, xmlText } from '../../opc/xml-attributes.ts';
import { spliced, type Splice, type XmlTag, xmlTags } from '../../opc/xml-edit.ts';
import { prefixOf, withPrefix } from './names.ts';

/** The namespaces of the extended properties, where the names of sheets stand once more. */
export const PROPERTIES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
  'http://purl.oclc.org/ooxml/officeDocument/extendedProperties',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  'http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes',
]);

interface Found {
  /** The number of sheets among the titles. */
  count: { readonly start: number; readonly end: number } | undefined;
  titles: XmlTag | undefined;
}

function find(text: string): Found {
  const found: Found = { count: undefined, titles: undefined };
  let section = '';
  let begun = 0;
  for (const tag of xmlTags(text, PROPERTIES)) {
    if (tag.depth === 2 && tag.kind === 'open') section = tag.local;
    if (section === 'TitlesOfParts' && tag.local === 'vector' && tag.kind === 'open') found.titles ??= tag;
    if (section !== 'HeadingPairs' || tag.local !== 'i4') continue;
    if (tag.kind === 'open') begun = tag.end;
    else found.count ??= { start: begun, end: tag.start };
  }
  return found;
}

/**
 * The extended properties with the new sheet in front of the others. As they were when they do not list that many sheets first:
 * they are a note for people, which no program opens the workbook by.
 */
export function withSheetTitle(text: string, name: string, sheetCount: number): string {
  const { count, titles } = find(text);
  if (count === undefined || titles === undefined) return text;
  if (Number(text.slice(count.start, count.end)) !== sheetCount) return text;
  const vector = text.slice(titles.start, titles.end);
  const size = Number(attributesOf(vector).get('size') ?? Number.NaN);
  if (!Number.isInteger(size)) return text;
  const title = withPrefix(`<lpstr>${xmlText(name)}</lpstr>`, prefixOf(titles.name));
  const splices: readonly Splice[] = [
    { ...count, text: String(sheetCount + 1) },
    { start: titles.start, end: titles.end, text: `${withAttributes(vector, { size: String(size + 1) })}${title}` },
  ];
  return spliced(text, splices);
}
