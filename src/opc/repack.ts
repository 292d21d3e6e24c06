import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Changes an XML part: gets its name (`word/document.xml`) and text, gives the text to store. */
export type PartEdit = (name: string, text: string) => string;

/** The earliest time a zip entry can carry. fflate stores local time, so this is the same in every time zone. */
const ENTRY_TIME = new Date(1980, 0, 1);

const COMPRESSION = 6;

/** Readers that look at the first entry to learn what the package is expect it there. */
const FIRST_PART = '[Content_Types].xml';

function order(one: string, other: string): number {
  if (one === FIRST_PART || other === FIRST_PART) return one === FIRST_PART ? -1 : 1;
  return one < other ? -1 : 1;
}

/** A package inside the package, such as the workbook with a chart's numbers. */
const PACKAGE = /\.(?:xlsx|docx|pptx)$/u;

function partOf(name: string, data: Uint8Array, edit: PartEdit): Uint8Array {
  if (PACKAGE.test(name)) return repack(data, (inner, text) => edit(`${name}/${inner}`, text));
  return /\.(?:xml|rels|vml)$/u.test(name) ? strToU8(edit(name, strFromU8(data))) : data;
}

/**
 * The same Office Open XML package with bytes that depend on nothing but its parts: entries in name order behind
 * `[Content_Types].xml`, one fixed time, no attributes of an operating system, no folder entries. Parts come to `edit` in that
 * order; it sees the XML parts and relations only, those of packages inside with the name of the package in front.
 *
 * @throws when `bytes` is not a zip archive: it is meant for what a library of ours has just written.
 */
export function repack(bytes: Uint8Array, edit: PartEdit = (_name, text) => text): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  const packed: Zippable = {};
  for (const [name, data] of parts.sort(([one], [other]) => order(one, other))) {
    packed[name] = partOf(name, data, edit);
  }
  return zipSync(packed, { level: COMPRESSION, mtime: ENTRY_TIME });
}
