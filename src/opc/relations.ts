import { XML_LIMITS } from './limits.ts';
import type { Package } from './package.ts';
import { relationsPartOf, resolveTarget } from './part-name.ts';
import { readXml } from './xml.ts';
import { DAMAGED, isZipFault, type ZipFault } from './zip-entry.ts';

/** What one part says of another. */
export interface Relation {
  /** The last word of the relation's type, such as `worksheet`; the same in the transitional and the strict standard. */
  readonly type: string;
  /** The part meant; undefined when it lies outside the package, where nobody goes to look. */
  readonly part: string | undefined;
}

const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://purl.oclc.org/ooxml/package/relationships',
]);

/** The relations of a part by their ids, in the order written, or why they cannot be had; `''` for the package itself. */
export function relationsOf(from: Package, source: string): ReadonlyMap<string, Relation> | ZipFault {
  const found = new Map<string, Relation>();
  const part = from.part(relationsPartOf(source));
  if (part === undefined) return found;
  if (isZipFault(part)) return part;
  let unsound = 0;
  const isWellFormed = readXml(part, NAMESPACES, {
    root: 'Relationships',
    open: (name, attributes) => {
      const { Id: id, Type: type = '', Target: target, TargetMode: mode } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return false;
      // With one id for two relations it is a matter of luck which is meant.
      if (found.has(id) || found.size >= XML_LIMITS.relations) {
        unsound++;
        return false;
      }
      const isOutside = mode?.trim().toLowerCase() === 'external';
      const meant = isOutside ? undefined : resolveTarget(source, target);
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: meant });
      return false;
    },
  });
  return isWellFormed && unsound === 0 ? found : DAMAGED;
}
