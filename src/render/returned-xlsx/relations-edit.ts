import { relationsPartOf } from '../../opc/part-name.ts';
import { relationsOf, type Relation } from '../../opc/relations.ts';
import { xmlText } from '../../opc/xml-attributes.ts';
import { spliced, xmlTags } from '../../opc/xml-edit.ts';
import { isZipFault } from '../../opc/zip-entry.ts';
import type { BookParts } from './book-parts.ts';
import { DECLARATION, prefixOf, withPrefix } from './names.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const NAMESPACES: ReadonlySet<string> = new Set([TRANSITIONAL, 'http://purl.oclc.org/ooxml/package/relationships']);

/** The relations of a part as the package came; undefined when they cannot be read. */
export function relationsIn(parts: BookParts, source: string): ReadonlyMap<string, Relation> | undefined {
  const found = relationsOf(parts.opened, source);
  return isZipFault(found) ? undefined : found;
}

/** The part of the first relation of that type. */
export function partOfType(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.part;
}

/** Ids that no relation of the part has. */
function freeIds(taken: ReadonlySet<string>, count: number): readonly string[] {
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number++) {
    const id = `rIdTkcds${String(number)}`;
    if (!taken.has(id)) ids.push(id);
  }
  return ids;
}

/** The part as a relation of `source` names it: relative, because not every program follows a path from the root. */
function targetFrom(source: string, part: string): string {
  const from = source.split('/').slice(0, -1);
  const to = part.split('/');
  const common = from.findIndex((folder, index) => folder !== to[index]);
  const shared = common < 0 ? from.length : common;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** A relation to a part of the package; the type in full. */
export interface NewRelation {
  readonly type: string;
  readonly part: string;
}

/** Adds relations to those of a part, and gives their ids; undefined when those it has cannot be edited. */
export function addRelations(
  parts: BookParts,
  source: string,
  added: readonly NewRelation[],
): readonly string[] | undefined {
  const name = relationsPartOf(source);
  const known = relationsIn(parts, source);
  const text = parts.has(name)
    ? parts.text(name, NAMESPACES, 'Relationships')
    : `${DECLARATION}<Relationships xmlns="${TRANSITIONAL}"></Relationships>`;
  if (text === undefined || known === undefined) return undefined;
  const ids = freeIds(new Set(known.keys()), added.length);
  const items = added.map(
    ({ type, part }, index) =>
      `<Relationship Id="${ids[index] ?? ''}" Type="${type}" Target="${xmlText(targetFrom(source, part))}"/>`,
  );
  const root = [...xmlTags(text, NAMESPACES)].filter(({ depth }) => depth === 1);
  const [first] = root;
  const last = root.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const xml = withPrefix(items.join(''), prefixOf(first.name));
  const put =
    last.kind === 'close'
      ? { start: last.start, end: last.start, text: xml }
      : { start: last.start, end: last.end, text: `${openTag(text.slice(last.start, last.end))}${xml}</${last.name}>` };
  parts.put(name, spliced(text, [put]));
  return ids;
}

/** `<a b="c"/>` as `<a b="c">`. */
export function openTag(emptyTag: string): string {
  return emptyTag.replace(/\s*\/>$/u, '>');
}
