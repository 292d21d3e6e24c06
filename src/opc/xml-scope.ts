import { XML_LIMITS } from './limits.ts';

/** A namespace declaration in force, and those around it. */
interface Declaration {
  readonly prefix: string;
  readonly namespace: string;
  /** Of the element that declares it. */
  readonly depth: number;
  readonly count: number;
  readonly outer: Declaration | undefined;
}

/** The namespace prefixes in force at one place of a part. */
export interface XmlScope {
  /** False when there are too many of them. */
  readonly declare: (attribute: string, namespace: string, depth: number) => boolean;
  /** Ends the declarations of an element. */
  readonly leave: (depth: number) => void;
  /** Undefined when nobody declared the prefix; `''` is the prefix of names without any. */
  readonly namespaceOf: (prefix: string) => string | undefined;
  /** The local name of an element in one of the part's own namespaces, `''` of any other. */
  readonly localName: (name: string) => string;
}

/**
 * Looks names up in the namespaces that are the part's own. The parser could do this, too, but makes several objects for each
 * attribute then; a part uses a dozen names, so each is looked up once.
 */
export function xmlScope(own: ReadonlySet<string>): XmlScope {
  let innermost: Declaration | undefined;
  const known = new Map<string, string>();
  const namespaceOf = (prefix: string): string | undefined => {
    for (let one = innermost; one !== undefined; one = one.outer) if (one.prefix === prefix) return one.namespace;
    return undefined;
  };
  const lookUp = (name: string): string => {
    const colon = name.indexOf(':');
    return own.has(namespaceOf(name.slice(0, Math.max(0, colon))) ?? '') ? name.slice(colon + 1) : '';
  };
  return {
    declare: (attribute, namespace, depth) => {
      const count = (innermost?.count ?? 0) + 1;
      const prefix = attribute.slice('xmlns:'.length);
      innermost = { prefix, namespace: namespace.trim(), depth, count, outer: innermost };
      known.clear();
      return count <= XML_LIMITS.prefixes;
    },
    leave: (depth) => {
      if (innermost?.depth !== depth) return;
      while (innermost?.depth === depth) innermost = innermost.outer;
      known.clear();
    },
    namespaceOf,
    localName: (name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      const local = lookUp(name);
      // A hostile part has a million names.
      if (known.size < XML_LIMITS.prefixes) known.set(name, local);
      return local;
    },
  };
}
