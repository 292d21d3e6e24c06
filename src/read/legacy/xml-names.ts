import type { XmlAttributes } from '../../opc/xml.ts';

/** The attributes of an element by name, with prefixes of our own choosing in the place of the file's. */
export type NamedAttributes = ReadonlyMap<string, string>;

/** Takes attributes as they are written. */
export type Namer = (attributes: XmlAttributes, namespaceOf: (prefix: string) => string | undefined) => NamedAttributes;

/** Names attributes by those prefixes (namespace → prefix); attributes of other namespaces are left out. */
export function namer(prefixes: ReadonlyMap<string, string>): Namer {
  return (attributes, namespaceOf) => {
    const named = new Map<string, string>();
    for (const [name, value] of Object.entries(attributes)) {
      const colon = name.indexOf(':');
      const prefix = colon === -1 ? '' : prefixes.get(namespaceOf(name.slice(0, colon)) ?? '');
      const local = name.slice(colon + 1);
      if (prefix !== undefined) named.set(prefix === '' ? local : `${prefix}:${local}`, value);
    }
    return named;
  };
}
