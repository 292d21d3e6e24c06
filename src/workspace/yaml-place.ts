import { isMap, isNode, isScalar, type Document, type LineCounter, type Node, type ParsedNode } from 'yaml';

/** Keys and indices from the top of a YAML document. */
export type YamlPath = readonly (string | number)[];

export interface YamlPlace {
  readonly line: number;
  readonly column: number;
}

/** The key's own node in the map at that path, for a fault that lies in the key. */
function keyNode(document: Document<ParsedNode>, path: YamlPath): Node | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const key = parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(path.at(-1)))?.key;
  return isNode(key) ? key : undefined;
}

/**
 * Line and column (from 1) of what stands at the path: the key where there is one, else the entry of the list, else the
 * nearest thing above it. Line 1 when the document is empty.
 */
export function placeInYaml(document: Document<ParsedNode>, lines: LineCounter, path: YamlPath): YamlPlace {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const value = document.getIn(part, true);
    const node = keyNode(document, part) ?? (isNode(value) ? value : undefined);
    const start = node?.range?.[0];
    if (start === undefined) continue;
    const { line, col } = lines.linePos(start);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}
