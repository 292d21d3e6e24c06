import { SaxesParser } from 'saxes';
import { XML_LIMITS } from './limits.ts';
import { xmlScope } from './xml-scope.ts';
import { hasDocumentType, isDeclarable, textPieces } from './xml-text.ts';

/** The attributes of an element by their names as written. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** Takes what a part holds as it comes along; no tree is built. What it throws ends the reading and reaches the caller. */
export interface XmlReader {
  /** The local name of the part's root element; a part with another root is not what was looked for. */
  readonly root: string;
  /**
   * An element of the part's own namespaces begins within the root, by its local name and that of the element around it.
   * False leaves it out with all it holds. `namespaceOf` tells the namespace of a prefix.
   */
  readonly open: (
    name: string,
    attributes: XmlAttributes,
    parent: string,
    namespaceOf: (prefix: string) => string | undefined,
  ) => boolean;
  /** Text within the element that was opened last; may come in pieces. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** The part is not well-formed; never leaves this file. */
class NotWellFormed extends Error {}

function fail(): never {
  throw new NotWellFormed();
}

type Parser = SaxesParser<{ readonly xmlns: false }>;

/** How far the parser has come. */
interface Progress {
  /** Elements begun. */
  begun: number;
  ended: number;
}

function handle(parser: Parser, own: ReadonlySet<string>, { root, open, text, close }: XmlReader): Progress {
  const scope = xmlScope(own);
  const names: string[] = [''];
  let depth = 0;
  /** The depth of the element that is being left out, 0 for none. */
  let leftOut = 0;
  let attributeCount = 0;
  const progress: Progress = { begun: 0, ended: 0 };
  parser.on('attribute', ({ name, value }) => {
    if (++attributeCount > XML_LIMITS.attributes) fail();
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) return;
    if (!scope.declare(name, value, depth + 1)) fail();
  });
  parser.on('opentag', ({ name, attributes }) => {
    attributeCount = 0;
    if (++depth > XML_LIMITS.depth || ++progress.begun > XML_LIMITS.elements) fail();
    if (leftOut > 0) return;
    const local = scope.localName(name);
    if (depth === 1 && local !== root) fail();
    const isTaken = depth === 1 || (local !== '' && open(local, attributes, names[depth - 1] ?? '', scope.namespaceOf));
    if (isTaken) names[depth] = local;
    else leftOut = depth;
  });
  parser.on('closetag', () => {
    if (leftOut === depth) leftOut = 0;
    else if (leftOut === 0) close?.(names[depth] ?? '');
    scope.leave(depth);
    depth--;
    progress.ended++;
  });
  if (text === undefined) return progress;
  const take = (piece: string): void => {
    if (leftOut === 0) text(piece);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  return progress;
}

/** The parser glues long texts together from as many pieces as they have line ends and entities: that costs memory. */
function writeAll(parser: Parser, part: Uint8Array, progress: Progress): void {
  let quiet = 0;
  let seen = 0;
  for (const piece of textPieces(part)) {
    parser.write(piece ?? fail());
    const events = progress.begun + progress.ended;
    quiet = events === seen ? quiet + (piece?.length ?? 0) : 0;
    seen = events;
    if (quiet > XML_LIMITS.quiet) fail();
  }
  parser.close();
}

/**
 * Reads an XML part to its end. False when it is not well-formed, has another root, is not in UTF-8 or UTF-16, declares a document type, or is nested
 * or furnished with attributes as no honest part is: then nothing that the reader was given is to be trusted.
 */
export function readXml(part: Uint8Array, own: ReadonlySet<string>, reader: XmlReader): boolean {
  if (hasDocumentType(part)) return false;
  const parser: Parser = new SaxesParser({
    xmlns: false,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  parser.on('error', fail);
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !isDeclarable(encoding, part)) fail();
  });
  const progress = handle(parser, own, reader);
  try {
    writeAll(parser, part, progress);
    return true;
  } catch (error) {
    if (error instanceof NotWellFormed) return false;
    throw error;
  }
}
