import { openPackage, type Package } from '../../opc/package.ts';
import { relationsOf } from '../../opc/relations.ts';
import { readXml } from '../../opc/xml.ts';
import { isZipFault } from '../../opc/zip-entry.ts';
import { readStory, type Story } from './story.ts';

/** Why a package that is a Word document is not filled. */
export type TemplateFault = 'damaged' | 'foreign' | 'macro' | 'too-large';

/** The kinds of part whose text is filled, with their root elements. */
export const STORY_ROOTS = {
  document: 'document',
  header: 'hdr',
  footer: 'ftr',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
} as const;

export type StoryKind = keyof typeof STORY_ROOTS;

/** A part of the template that holds text. */
export interface TemplateStory {
  readonly name: string;
  readonly kind: StoryKind;
  readonly story: Story;
}

/** The commune's own Word file, checked: every part unpacked, every XML part well-formed. */
export interface OpenTemplate {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The body first. */
  readonly stories: readonly TemplateStory[];
  /** The part that a relation of a story leads to. */
  readonly related: (story: string, relation: string) => Uint8Array | undefined;
}

/** What the library that fills the file builds trees of: a long report has a tenth of it. */
const MOST_ELEMENTS = 400_000;
const MOST_XML_BYTES = 32 * 1024 * 1024;
const TAG_START = 0x3c;
/** A root element with all namespaces that Word declares takes less. */
const BEGINNING = 8192;
const ASCII = new TextDecoder('latin1');

const isXml = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name);

/** Every part, unpacked and checked, or why not. */
function unpackAll(source: Package): ReadonlyMap<string, Uint8Array> | TemplateFault {
  const parts = new Map<string, Uint8Array>();
  let [elements, bytes] = [0, 0];
  for (const name of source.names.filter((each) => !each.endsWith('/'))) {
    const part = source.part(name);
    if (part === undefined) return 'damaged';
    if (isZipFault(part)) return part.kind === 'too-large' ? 'too-large' : 'damaged';
    parts.set(name, part);
    if (!isXml(name)) continue;
    bytes += part.length;
    if (bytes > MOST_XML_BYTES) return 'too-large';
    elements += part.reduce((count, byte) => (byte === TAG_START ? count + 1 : count), 0);
    if (elements > 2 * MOST_ELEMENTS) return 'too-large';
    // An empty root: of no namespace is looked at anything but whether the part is well-formed and not nested without end.
    if (!readXml(part, new Set(), { root: '', open: () => false })) return 'damaged';
  }
  return parts;
}

function hasMacros(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const types = parts.get('[Content_Types].xml');
  const isDeclared = types !== undefined && ASCII.decode(types).includes('macroEnabled');
  return isDeclared || [...parts.keys()].some((name) => /vbaProject/iu.test(name));
}

/** The library knows the elements of a text by their usual prefix only, and reads UTF-8. */
function isUsual(part: Uint8Array): boolean {
  const beginning = ASCII.decode(part.subarray(0, BEGINNING));
  return /<w:(?:document|hdr|ftr|footnotes|endnotes)\b/u.test(beginning);
}

function readStories(
  source: Package,
  parts: ReadonlyMap<string, Uint8Array>,
  main: string,
): readonly TemplateStory[] | TemplateFault {
  const relations = relationsOf(source, main);
  if (isZipFault(relations)) return 'damaged';
  const others = [...relations.values()].flatMap(({ type, part }) =>
    part !== undefined && isStoryKind(type) ? [{ kind: type, name: part }] : [],
  );
  const stories: TemplateStory[] = [];
  for (const { kind, name } of [{ kind: 'document' as const, name: main }, ...others]) {
    if (stories.some((story) => story.name === name)) continue;
    const part = parts.get(name);
    if (part === undefined) return 'damaged';
    if (!isUsual(part)) return 'foreign';
    const story = readStory(part, STORY_ROOTS[kind]);
    if (story === undefined) return 'foreign';
    stories.push({ name, kind, story });
  }
  return stories;
}

function isStoryKind(kind: string): kind is StoryKind {
  return Object.hasOwn(STORY_ROOTS, kind);
}

/**
 * Opens the commune's own Word file, which is input like any other: sizes, checksums, well-formed XML, no macros, before a library
 * sees it. `bytes` is a package with a Word document in it (`inspect` says what other files are). Never throws.
 */
export function openTemplate(bytes: Uint8Array): OpenTemplate | TemplateFault {
  const source = openPackage(bytes);
  if (isZipFault(source)) return source.kind === 'too-large' ? 'too-large' : 'damaged';
  const parts = unpackAll(source);
  if (typeof parts === 'string') return parts;
  if (!parts.has('[Content_Types].xml')) return 'damaged';
  if (hasMacros(parts)) return 'macro';
  const relations = relationsOf(source, '');
  if (isZipFault(relations)) return 'damaged';
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.part;
  // The library fills parts of this folder only.
  if (main !== 'word/document.xml') return main === undefined ? 'damaged' : 'foreign';
  const stories = readStories(source, parts, main);
  if (typeof stories === 'string') return stories;
  return {
    parts,
    stories,
    related: (story, relation) => {
      const found = relationsOf(source, story);
      const part = isZipFault(found) ? undefined : found.get(relation)?.part;
      return part === undefined ? undefined : parts.get(part);
    },
  };
}
