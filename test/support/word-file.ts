import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The XML parts of a Word document, opened to be changed as a person changes them in Word. */
export type WordParts = Map<string, string>;

const DOCUMENT = 'word/document.xml';

const TWIPS = 1440 / 25.4;

/** `12,7` millimetres in twentieths of a point. */
export function twipsOf(millimetres: string): string {
  return String(Math.round(Number(millimetres.replace(',', '.')) * TWIPS));
}

export function openWordFile(bytes: Uint8Array): WordParts {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

export function saveWordFile(parts: WordParts): Uint8Array {
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])));
}

/** Changes a part; throws when nothing changes, so that an example cannot pass by missing its mark. */
export function editPart(parts: WordParts, name: string, edit: (text: string) => string): void {
  const text = parts.get(name);
  if (text === undefined) throw new Error(`the document has no ${name}`);
  const edited = edit(text);
  if (edited === text) throw new Error(`nothing changes in ${name}`);
  parts.set(name, edited);
}

/** Changes the main part. */
export function editDocument(parts: WordParts, edit: (text: string) => string): void {
  editPart(parts, DOCUMENT, edit);
}

/** Adds a part that the main one is related to, and declares its kind. */
export function addPart(
  parts: WordParts,
  { name, type, content, id, xml }: Readonly<Record<'name' | 'type' | 'content' | 'id' | 'xml', string>>,
): void {
  parts.set(`word/${name}`, xml);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = `<Relationship Id="${id}" Type="${office}/${type}" Target="${name}"/>`;
  editPart(parts, 'word/_rels/document.xml.rels', (text) =>
    text.replace('</Relationships>', `${relation}</Relationships>`),
  );
  const override = `<Override PartName="/word/${name}" ContentType="${content}"/>`;
  editPart(parts, '[Content_Types].xml', (text) => text.replace('</Types>', `${override}</Types>`));
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function textOfParagraph(xml: string): string {
  const pieces = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/gu)];
  return pieces.map(([, text = '\t']) => text).join('');
}

const PARAGRAPH = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>])[^])*?<\/w:p>/gu;

/** Changes the first paragraph that begins with that text (`edit` gets its XML); throws when there is none. */
export function editParagraph(parts: WordParts, begins: string, edit: (xml: string) => string): void {
  const isWanted = (xml: string): boolean => textOfParagraph(xml).trimStart().startsWith(escapeXml(begins));
  const found = [...(parts.get(DOCUMENT) ?? '').matchAll(PARAGRAPH)].find(([xml]) => isWanted(xml));
  if (found === undefined) throw new Error(`no paragraph begins with “${begins}”`);
  const [xml] = found;
  editDocument(parts, (text) => text.slice(0, found.index) + edit(xml) + text.slice(found.index + xml.length));
}

/** Gives the paragraph another text in the look of its first letters. */
export function setText(xml: string, to: string): string {
  let isFirst = true;
  return xml.replace(/(<w:t(?:\s[^>]*)?>)[^<]*(<\/w:t>)/gu, (_all, open: string, close: string) => {
    const text = isFirst ? escapeXml(to) : '';
    isFirst = false;
    return `${open.replace('<w:t>', '<w:t xml:space="preserve">')}${text}${close}`;
  });
}

/** Adds a paragraph with another text in the look of one that is there, before or behind it. */
export function copyParagraph(parts: WordParts, begins: string, where: 'before' | 'behind', text: string): void {
  editParagraph(parts, begins, (xml) => {
    const copy = setText(xml, text);
    return where === 'before' ? copy + xml : xml + copy;
  });
}

/** Changes the paragraph behind the one that begins with that text: where its rule is drawn. */
export function editParagraphBelow(parts: WordParts, begins: string, edit: (xml: string) => string): void {
  const all = [...(parts.get(DOCUMENT) ?? '').matchAll(PARAGRAPH)];
  const at = all.findIndex(([xml]) => textOfParagraph(xml).startsWith(escapeXml(begins)));
  const below = all[at + 1];
  if (at === -1 || below === undefined) throw new Error(`nothing stands below “${begins}”`);
  const [xml] = below;
  editDocument(parts, (text) => text.slice(0, below.index) + edit(xml) + text.slice(below.index + xml.length));
}

/** Gives every run of the paragraph a property, over what it had of that name; no property takes it away. */
export function setRunProperty(xml: string, name: string, property: string): string {
  const own = new RegExp(`<w:${name}(?:\\s[^>]*)?/>`, 'gu');
  return xml.replace(/<w:r(?:\s[^>]*)?>(?:<w:rPr>([^]*?)<\/w:rPr>)?/gu, (_run, properties = '') => {
    return `<w:r><w:rPr>${String(properties).replace(own, '')}${property}</w:rPr>`;
  });
}

/** Gives the paragraph a property, over what it had of that name. */
export function setParagraphProperty(xml: string, name: string, property: string): string {
  const own = new RegExp(`<w:${name}(?:\\s[^>]*)?/>`, 'gu');
  const [, properties] = /<w:pPr>([^]*?)<\/w:pPr>/u.exec(xml) ?? [];
  if (properties === undefined) return xml.replace(/<w:p(?:\s[^>]*)?>/u, (open) => `${open}<w:pPr>${property}</w:pPr>`);
  return xml.replace(/<w:pPr>[^]*?<\/w:pPr>/u, () => `<w:pPr>${properties.replace(own, '')}${property}</w:pPr>`);
}

/** Sets attributes of an element of the paragraph's properties, and leaves its others; undefined takes one away. */
export function setParagraphAttribute(
  xml: string,
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  const [, written = ''] = new RegExp(`<w:pPr>[^]*?<w:${name}((?:\\s[^>]*?)?)/>[^]*?</w:pPr>`, 'u').exec(xml) ?? [];
  const kept = [...written.matchAll(/w:(\w+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, value] as const);
  const merged = Object.entries({ ...Object.fromEntries(kept), ...attributes });
  return setParagraphProperty(
    xml,
    name,
    `<w:${name}${merged.map(([key, value]) => (value === undefined ? '' : ` w:${key}="${value}"`)).join('')}/>`,
  );
}
