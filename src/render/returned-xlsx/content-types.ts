import { partKey } from '../../opc/part-name.ts';
import { attributesOf, xmlText } from '../../opc/xml-attributes.ts';
import { spliced, xmlTags } from '../../opc/xml-edit.ts';
import type { BookParts } from './book-parts.ts';
import { prefixOf, withPrefix } from './names.ts';

const PART = '[Content_Types].xml';
const NAMESPACE: ReadonlySet<string> = new Set(['http://schemas.openxmlformats.org/package/2006/content-types']);

/** What a new part is: by its own name, or by the ending of its name. */
export type ContentType =
  | { readonly kind: 'part'; readonly part: string; readonly type: string }
  | { readonly kind: 'ending'; readonly ending: string; readonly type: string };

interface Entry {
  readonly kind: string;
  readonly key: string;
  readonly type: string;
}

function entriesOf(text: string): readonly Entry[] {
  return [...xmlTags(text, NAMESPACE)]
    .filter(({ kind, depth }) => kind !== 'close' && depth === 2)
    .map(({ local, start, end }) => {
      const attributes = attributesOf(text.slice(start, end));
      const key = local === 'Override' ? partKey(attributes.get('PartName') ?? '') : attributes.get('Extension');
      return { kind: local, key: (key ?? '').toLowerCase(), type: attributes.get('ContentType') ?? '' };
    });
}

function typesText(parts: BookParts): string | undefined {
  return parts.text(PART, NAMESPACE, 'Types');
}

/** The content type of a part; '' when the package does not say. */
export function contentTypeOf(parts: BookParts, part: string): string {
  const entries = entriesOf(typesText(parts) ?? '');
  const own = entries.find(({ kind, key }) => kind === 'Override' && key === partKey(part));
  const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  return (own ?? entries.find(({ kind, key }) => kind === 'Default' && key === ending))?.type ?? '';
}

/** Says what new parts are; false when the list of types cannot be edited. */
export function addContentTypes(parts: BookParts, added: readonly ContentType[]): boolean {
  const text = typesText(parts);
  if (text === undefined) return false;
  const known = entriesOf(text);
  const root = [...xmlTags(text, NAMESPACE)].filter(({ depth }) => depth === 1);
  const [first] = root;
  const last = root.at(-1);
  if (first === undefined || last?.kind !== 'close') return false;
  // Two entries for one ending, and no program opens the package.
  const put = added.map((one) => {
    if (one.kind === 'part') return `<Override PartName="/${xmlText(one.part)}" ContentType="${one.type}"/>`;
    const isKnown = known.some(({ kind, key }) => kind === 'Default' && key === one.ending);
    return isKnown ? '' : `<Default Extension="${one.ending}" ContentType="${one.type}"/>`;
  });
  const xml = withPrefix([...new Set(put)].join(''), prefixOf(first.name));
  parts.put(PART, spliced(text, [{ start: last.start, end: last.start, text: xml }]));
  return true;
}
