import { readXml } from '../../opc/xml.ts';

/** An element of a part with what it holds; attributes and elements by their local names. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/** WordprocessingML, its drawings old and new, the theme, in the transitional and the strict standard. */
const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
  'http://schemas.openxmlformats.org/drawingml/2006/main',
  'http://purl.oclc.org/ooxml/drawingml/main',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
  'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'urn:schemas-microsoft-com:vml',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
]);

/**
 * What nobody asks for: marks of the proof-reader, places of comments, what tracked changes have taken away, the second copy of
 * a text box for old programs.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'proofErr',
  'bookmarkStart',
  'bookmarkEnd',
  'commentRangeStart',
  'commentRangeEnd',
  'lastRenderedPageBreak',
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'Fallback',
  'lang',
  'blip',
  'latentStyles',
  'effectLst',
]);

/** What is kept of all parts together; a thousand pages of text have less. It bounds time and memory. */
const MOST = { elements: 400_000, characters: 3_000_000 } as const;

/** What may still be kept of the parts of one document. */
export interface Room {
  elements: number;
  characters: number;
}

/** The room that a document has. */
export function wholeRoom(): Room {
  return { ...MOST };
}

/** Why a part gives no tree. */
export type TreeFault = 'damaged' | 'too-large';

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('xmlns') || name.includes('rsid')) continue;
    local[name.slice(name.indexOf(':') + 1)] = value;
  }
  return local;
}

/**
 * The part as a tree without what the check does not look at, or why it gives none. Its root must have that local name. What is
 * kept is taken from the room.
 */
export function readTree(part: Uint8Array, root: string, room: Room): XmlElement | TreeFault {
  const top: OpenElement = { name: root, attributes: {}, children: [], text: '' };
  const open: OpenElement[] = [top];
  const isWellFormed = readXml(part, NAMESPACES, {
    root,
    open: (name, attributes) => {
      if (LEFT_OUT.has(name) || --room.elements < 0) return false;
      const element: OpenElement = { name, attributes: localAttributes(attributes), children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
      return true;
    },
    text: (text) => {
      const current = open.at(-1);
      if (current?.children.length === 0 && (room.characters -= text.length) >= 0) current.text += text;
    },
    close: () => {
      open.pop();
    },
  });
  if (!isWellFormed) return 'damaged';
  return room.elements < 0 || room.characters < 0 ? 'too-large' : top;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The attribute `val` (or another) of the first child of that name. */
export function valueOf(element: XmlElement | undefined, name: string, attribute = 'val'): string | undefined {
  return childOf(element, name)?.attributes[attribute];
}

/** Digits of a number that means something: beyond these a hostile file counts to infinity. */
const NUMBER = /^\s*[+-]?\d{1,12}(?:\.\d{1,24})?\s*$/u;

/** A number in an attribute; undefined when there is none. */
export function numberIn(text: string | undefined): number | undefined {
  return text === undefined || !NUMBER.test(text) ? undefined : Number(text);
}

const PER_POINT: Readonly<Record<string, number>> = { pt: 1, in: 72, pc: 12, pi: 12, cm: 72 / 2.54, mm: 72 / 25.4 };

/** A length in points: a number counts twentieths of a point, unless its unit is written (strict standard). */
export function pointsIn(text: string | undefined): number | undefined {
  const [, digits, unit] = /^\s*([+-]?\d{1,12}(?:\.\d{1,24})?)\s*(pt|in|pc|pi|cm|mm)\s*$/u.exec(text ?? '') ?? [];
  if (digits !== undefined) return Number(digits) * (PER_POINT[unit ?? ''] ?? 1);
  const twips = numberIn(text);
  return twips === undefined ? undefined : twips / 20;
}

/** On or off, as an element says that is on by being there. */
export function switchIn(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return !/^(?:0|false|off)$/u.test(element.attributes['val'] ?? '1');
}
