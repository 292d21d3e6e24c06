import { strFromU8, unzipSync } from 'fflate';
import { all, at, parseXml, textOf, valueAt, type XmlNode } from './xml.ts';

/** The text of a part of an Office Open XML package. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (part === undefined) throw new Error(`the package has no ${name}`);
  return strFromU8(part);
}

/** `word/document.xml` as a tree. */
export function documentOf(bytes: Uint8Array): XmlNode {
  return parseXml(partOf(bytes, 'word/document.xml'));
}

/** The paragraphs with exactly that text, wherever they stand. */
export function paragraphsWith(root: XmlNode, text: string): readonly XmlNode[] {
  return all(root, 'w:p').filter((paragraph) => textOf(paragraph) === text);
}

/** The one paragraph with that text. */
export function paragraphWith(root: XmlNode, text: string): XmlNode {
  const found = paragraphsWith(root, text);
  const [paragraph] = found;
  if (paragraph === undefined || found.length > 1) throw new Error(`${found.length} paragraphs are “${text}”`);
  return paragraph;
}

/** How the first run of a paragraph is set: points, `b`, `i`, and the paragraph's alignment. */
export function lookOf(paragraph: XmlNode): string {
  const run = at(paragraph, 'w:r');
  const size = Number(valueAt(run, 'w:rPr/w:sz') ?? Number.NaN) / 2;
  const bold = at(run, 'w:rPr/w:b') === undefined ? '' : ' bold';
  const italic = at(run, 'w:rPr/w:i') === undefined ? '' : ' italic';
  return `${size}${bold}${italic} ${valueAt(paragraph, 'w:pPr/w:jc') ?? 'left'}`;
}

/** A number in an attribute, 0 when it is not there. */
export function numberAt(node: XmlNode | undefined, path: string, attribute: string): number {
  return Number(valueAt(node, path, attribute) ?? 0);
}
