import { isUtf8 } from 'node:buffer';
import { readXml } from './xml.ts';
import { xmlScope } from './xml-scope.ts';
import { bufferOf } from './zip-entry.ts';

/** A tag of a part's text: where it stands, and of which element it is. */
export interface XmlTag {
  /** `empty`: an element that begins and ends with this tag. */
  readonly kind: 'open' | 'close' | 'empty';
  /** The name as written, with its prefix. */
  readonly name: string;
  /** The local name in one of the part's own namespaces, `''` of any other. */
  readonly local: string;
  /** 1 for the root element. */
  readonly depth: number;
  /** The tag's first character, and the one behind its last, counted in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** What takes the place of a stretch of text; nothing is replaced when it begins and ends at one place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a part that is to be edited; undefined when it has another root element, is not well-formed (`readXml` says so), or
 * is in another encoding than UTF-8, which what is put in could not follow.
 */
export function editableText(part: Uint8Array, own: ReadonlySet<string>, root: string): string | undefined {
  if (!isUtf8(part) || part[0] === 0 || part[1] === 0) return undefined;
  return readXml(part, own, { root, open: () => false }) ? bufferOf(part).toString('utf8') : undefined;
}

/** Where what begins at `<` ends: a tag may carry `>` within quotes. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return text.length;
}

/** Comments, quoted sections and instructions hold no tags. */
const OTHERS: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

function endOfOther(text: string, start: number): number | undefined {
  const other = OTHERS.find(([beginning]) => text.startsWith(beginning, start));
  if (other === undefined) return undefined;
  const end = text.indexOf(other[1], start + other[0].length);
  return end < 0 ? text.length : end + other[1].length;
}

const DECLARATION = /\s(xmlns(?::[^\s=]+)?)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The tags of a text that `editableText` gave, in their order. */
export function* xmlTags(text: string, own: ReadonlySet<string>): Generator<XmlTag> {
  const scope = xmlScope(own);
  let depth = 0;
  for (let start = text.indexOf('<'); start >= 0;) {
    const end = endOfOther(text, start) ?? endOfTag(text, start);
    const second = text.charAt(start + 1);
    if (second !== '!' && second !== '?') {
      const isClose = second === '/';
      const kind = isClose ? 'close' : text.charAt(end - 2) === '/' ? 'empty' : 'open';
      const tag = text.slice(start, end);
      const name = /^<\/?([^\s/>]+)/u.exec(tag)?.[1] ?? '';
      if (!isClose) depth++;
      if (!isClose && tag.includes('xmlns')) {
        for (const [, attribute = '', one, other] of tag.matchAll(DECLARATION)) {
          scope.declare(attribute, one ?? other ?? '', depth);
        }
      }
      yield { kind, name, local: scope.localName(name), depth, start, end };
      if (kind !== 'open') {
        scope.leave(depth);
        depth--;
      }
    }
    start = text.indexOf('<', end);
  }
}

/** The text with everything put in; splices at one place keep their order, and none may overlap another. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of splices.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}
