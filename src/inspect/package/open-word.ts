import { openPackage, type Package } from '../../opc/package.ts';
import { relationsOf, type Relation } from '../../opc/relations.ts';
import { isZipFault, type ZipFault } from '../../opc/zip-entry.ts';
import type { Refusal } from './refusal.ts';
import { readTree, wholeRoom, type Room, type XmlElement } from './tree.ts';

/** The parts of a Word document, read. A part that a document may do without is undefined. */
export interface WordPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly settings: XmlElement | undefined;
  readonly theme: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  /** Headers and footers by the ids that sections name them with. */
  readonly margins: ReadonlyMap<string, XmlElement>;
  /** Notes at the foot or the end. */
  readonly notes: readonly XmlElement[];
}

/** Thrown by the readers of parts, caught in this file. */
class Unreadable extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

const ROOTS = {
  styles: 'styles',
  settings: 'settings',
  theme: 'theme',
  numbering: 'numbering',
  header: 'hdr',
  footer: 'ftr',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
} as const;

function refusalFor({ kind }: ZipFault): Refusal {
  return kind;
}

function treeOf(source: Package, name: string, root: string, room: Room): XmlElement {
  const bytes = source.part(name);
  if (bytes === undefined) throw new Unreadable('damaged');
  if (isZipFault(bytes)) throw new Unreadable(refusalFor(bytes));
  const tree = readTree(bytes, root, room);
  if (typeof tree === 'string') throw new Unreadable(tree);
  return tree;
}

function relations(source: Package, part: string): ReadonlyMap<string, Relation> {
  const found = relationsOf(source, part);
  if (isZipFault(found)) throw new Unreadable(refusalFor(found));
  return found;
}

/** The main part, by the package's own relations; other kinds of package are told apart by the folder it lies in. */
function mainPart(source: Package): string {
  const main = [...relations(source, '').values()].find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined) {
    const isOpenDocument = source.names.includes('content.xml') && source.names.includes('mimetype');
    if (isOpenDocument) throw new Unreadable('open-document');
    throw new Unreadable(source.names.includes('[Content_Types].xml') ? 'damaged' : 'archive');
  }
  if (main.startsWith('xl/')) throw new Unreadable('spreadsheet');
  if (main.startsWith('ppt/')) throw new Unreadable('presentation');
  return main;
}

function readParts(source: Package): WordPackage {
  const main = mainPart(source);
  const related = relations(source, main);
  const room = wholeRoom();
  const one = (type: keyof typeof ROOTS): XmlElement | undefined => {
    const part = [...related.values()].find((relation) => relation.type === type)?.part;
    return part === undefined ? undefined : treeOf(source, part, ROOTS[type], room);
  };
  const margins = new Map<string, XmlElement>();
  for (const [id, { type, part }] of related) {
    if ((type !== 'header' && type !== 'footer') || part === undefined) continue;
    margins.set(id, treeOf(source, part, ROOTS[type], room));
  }
  return {
    document: treeOf(source, main, 'document', room),
    styles: one('styles'),
    settings: one('settings'),
    theme: one('theme'),
    numbering: one('numbering'),
    margins,
    notes: [one('footnotes'), one('endnotes')].filter((notes) => notes !== undefined),
  };
}

/** How files begin that are no packages, as Latin-1. */
const BEGINNINGS: readonly (readonly [string, Refusal])[] = [
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['Rar!\x1a', 'archive'],
  ['7z\xbc\xaf', 'archive'],
];

/** In the directory of an OLE2 file names stand in UTF-16; Word, Excel and encrypted packages are told by them. */
const STREAMS: readonly (readonly [string, Refusal])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'old-word'],
  ['Workbook', 'spreadsheet'],
  ['PowerPoint Document', 'presentation'],
];

function kindOfOther(bytes: Uint8Array): Refusal {
  if (bytes.length === 0) return 'empty';
  const beginning = String.fromCharCode(...bytes.subarray(0, 64));
  if (beginning.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    const names = new TextDecoder('utf-16le').decode(bytes);
    return STREAMS.find(([name]) => names.includes(name))?.[1] ?? 'unknown';
  }
  const known = BEGINNINGS.find(([start]) => beginning.startsWith(start))?.[1];
  if (known !== undefined) return known;
  return bytes.subarray(0, 4096).includes(0) ? 'unknown' : 'plain-text';
}

/**
 * The parts of the Word document in those bytes, or why it is not read. Nothing is taken from a package that is damaged in a part
 * the check needs. Never throws.
 */
export function openWord(bytes: Uint8Array): WordPackage | Refusal {
  if (bytes.length < 4 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return kindOfOther(bytes);
  const source = openPackage(bytes);
  if (isZipFault(source)) return refusalFor(source);
  try {
    return readParts(source);
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}
