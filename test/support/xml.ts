/** An element of an XML part, as far as tests need it: namespace prefixes are part of the names. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

interface OpenNode {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: OpenNode[];
  text: string;
}

const TOKEN =
  /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gu;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/gu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
}

function attributesOf(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    found[name] = decode(double ?? single ?? '');
  }
  return found;
}

/** Reads a part; throws on unbalanced tags. */
export function parseXml(xml: string): XmlNode {
  const root: OpenNode = { name: '#', attributes: {}, children: [], text: '' };
  const open: OpenNode[] = [root];
  for (const [, closing, name, attributes = '', selfClosing, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    else if (name === undefined) continue;
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`mismatched </${name}>`);
    } else {
      const node: OpenNode = { name, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(node);
      if (selfClosing !== '/') open.push(node);
    }
  }
  if (open.length !== 1) throw new Error('unclosed element');
  const [first] = root.children;
  if (first === undefined) throw new Error('no element');
  return first;
}

/** The node and everything under it, in document order. */
export function* walk(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** All elements of that name under (or at) the node. */
export function all(node: XmlNode, name: string): readonly XmlNode[] {
  return [...walk(node)].filter((candidate) => candidate.name === name);
}

/** The element at a path of child names, such as `w:pPr/w:ind`. */
export function at(node: XmlNode | undefined, path: string): XmlNode | undefined {
  return path
    .split('/')
    .reduce<XmlNode | undefined>((current, name) => current?.children.find((child) => child.name === name), node);
}

/** The attribute (`w:val` unless told) of the element at a path. */
export function valueAt(node: XmlNode | undefined, path: string, attribute = 'w:val'): string | undefined {
  return at(node, path)?.attributes[attribute];
}

/** The visible text of a Word element: breaks as \n, tabs as \t, the hyphen that keeps words together as U+2011. */
export function textOf(node: XmlNode): string {
  const parts = [...walk(node)].map((part) => {
    if (part.name === 'w:t') return part.text;
    if (part.name === 'w:br') return '\n';
    if (part.name === 'w:tab' && Object.keys(part.attributes).length === 0) return '\t';
    return part.name === 'w:noBreakHyphen' ? '\u2011' : '';
  });
  return parts.join('');
}
