import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { normalizeText, quoteValue } from '../../vi/text.ts';
import type { DataPath } from './path.ts';
import { explainYamlError, type YamlAdvice, YAML_MARKS_REFUSED } from './yaml-errors.ts';

/** Offsets into the text: of the key (or list entry), and of the value. */
export interface NodeOffsets {
  readonly key: number;
  readonly value: number;
}

/** Collects what the walk over the nodes finds. */
export interface NodeVisitor {
  /** Called once for every value that becomes part of the data. */
  place(path: DataPath, offsets: NodeOffsets): void;
  fault(offset: number, path: DataPath, advice: YamlAdvice): void;
}

/** The node as plain data, texts as one line of NFC. The depth has been bounded before; aliases are never followed. */
export function toData(node: ParsedNode, path: DataPath, visitor: NodeVisitor, keyOffset = node.range[0]): unknown {
  const isBlank = isScalar(node) && node.value === null;
  visitor.place(path, { key: keyOffset, value: isBlank ? keyOffset : node.range[0] });
  if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined) {
    visitor.fault(node.range[0], path, YAML_MARKS_REFUSED);
  }
  if (isMap(node)) return mapData(node, path, visitor);
  if (isSeq(node)) return node.items.map((child, index) => toData(child, [...path, index], visitor));
  const value: unknown = isScalar(node) ? node.value : null;
  return typeof value === 'string' ? normalizeText(value) : value;
}

/** `Object.fromEntries` defines own properties, so that a key `__proto__` is a key like any other. */
function mapData({ items }: YAMLMap.Parsed, path: DataPath, visitor: NodeVisitor): Readonly<Record<string, unknown>> {
  const entries = new Map<string, unknown>();
  for (const { key, value } of items) {
    if (!isScalar(key)) {
      visitor.fault(key.range[0], path, explainYamlError('NON_STRING_KEY'));
      continue;
    }
    const name = normalizeText(key.source);
    if (entries.has(name)) {
      visitor.fault(key.range[0], [...path, name], {
        message: `Khóa ${quoteValue(name)} được viết hai lần trong cùng một mục, trong khi mỗi khóa chỉ viết một lần`,
        hint: 'Giữ lại một dòng, xóa dòng kia',
      });
      continue;
    }
    const child = value === null ? null : toData(value, [...path, name], visitor, key.range[0]);
    if (value === null) visitor.place([...path, name], { key: key.range[0], value: key.range[0] });
    entries.set(name, child);
  }
  return Object.fromEntries(entries);
}
