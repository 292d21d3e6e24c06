import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { all, at, parseXml, valueAt, type XmlNode } from '../../support/xml.ts';

/** A fault that the Open XML SDK does not see. */
export interface StructureError {
  readonly part: string;
  readonly message: string;
}

/** A file that is found from the folder of this one: what a click may open. */
const NEIGHBOUR = /^(?:\.\.\/)*[^/\\:#?]+(?:\/[^/\\:#?]+)*$/u;

type Parts = ReadonlyMap<string, string>;

/** What is not in the Char production of XML 1.0: Word calls such a part unreadable. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

function relationErrors(name: string, root: XmlNode, parts: Parts): readonly string[] {
  const base = posix.dirname(posix.dirname(name));
  return root.children.flatMap(({ attributes }) => {
    const target = attributes['Target'] ?? '';
    if (attributes['TargetMode'] === 'External') {
      const isPlainLink = attributes['Type']?.endsWith('/hyperlink') === true && NEIGHBOUR.test(target);
      return isPlainLink ? [] : [`external relation ${target}`];
    }
    const path = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(base, target));
    return parts.has(path) ? [] : [`target ${path} is missing`];
  });
}

function undeclaredRelations(name: string, xml: string, parts: Parts): readonly string[] {
  const relations = parts.get(posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`));
  const declared = new Set(
    relations === undefined ? [] : parseXml(relations).children.map((node) => node.attributes['Id']),
  );
  const used = [...xml.matchAll(/\br:(?:id|embed|link|pict)="([^"]+)"/gu)].map((match) => match[1] ?? '');
  return used.filter((id) => !declared.has(id)).map((id) => `relation ${id} is not declared`);
}

function cellCount(row: XmlNode): number {
  const cells = row.children.filter((child) => child.name === 'w:tc');
  const spans = cells.map((cell) => Number(valueAt(cell, 'w:tcPr/w:gridSpan') ?? 1));
  const outside = Number(valueAt(row, 'w:trPr/w:gridBefore') ?? 0) + Number(valueAt(row, 'w:trPr/w:gridAfter') ?? 0);
  return spans.reduce((sum, span) => sum + span, outside);
}

function tableErrors(root: XmlNode): readonly string[] {
  const found: string[] = [];
  for (const cell of all(root, 'w:tc'))
    if (cell.children.at(-1)?.name !== 'w:p') found.push('a cell does not end with a paragraph');
  for (const table of all(root, 'w:tbl')) {
    const rows = table.children.filter((child) => child.name === 'w:tr');
    const columns = at(table, 'w:tblGrid')?.children.length ?? 0;
    if (rows.length === 0) found.push('a table has no rows');
    for (const [index, row] of rows.entries()) {
      if (at(row, 'w:tc') === undefined) found.push('a table row has no cells');
      if (cellCount(row) !== columns) found.push(`row ${index + 1} spans ${cellCount(row)} of ${columns} grid columns`);
    }
  }
  return found;
}

function undefinedStyles(root: XmlNode, parts: Parts): readonly string[] {
  const styles = parts.get('word/styles.xml');
  if (styles === undefined) return [];
  const defined = new Set(all(parseXml(styles), 'w:style').map((style) => style.attributes['w:styleId']));
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((tag) =>
    all(root, tag).map((node) => node.attributes['w:val']),
  );
  return used.filter((style) => !defined.has(style)).map((style) => `style ${style ?? ''} is not defined`);
}

function partErrors(name: string, xml: string, parts: Parts): readonly string[] {
  if (NOT_XML.test(xml)) return ['a character that XML cannot carry'];
  const root = parseXml(xml);
  const damaged = xml.includes('\uFFFD') ? ['a replacement character (U+FFFD)'] : [];
  if (name.endsWith('.rels')) return [...damaged, ...relationErrors(name, root, parts)];
  const general = [...damaged, ...undeclaredRelations(name, xml, parts)];
  return name.startsWith('word/') ? [...general, ...tableErrors(root), ...undefinedStyles(root, parts)] : general;
}

/**
 * What the Open XML SDK lets through although Word or Excel refuse it or repair it: cells without a paragraph, rows without cells,
 * spans that do not add up to the grid, relations and styles that are used but not declared, characters XML cannot carry.
 */
export function structureErrors(bytes: Uint8Array): readonly StructureError[] {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/u.test(name));
  const parts = new Map(entries.map(([name, data]) => [name, strFromU8(data)]));
  // The media of a workbook or document are targets too, though their bytes are not read.
  const names = new Map([...Object.keys(unzipSync(bytes)).map((name) => [name, ''] as const), ...parts]);
  return [...parts].flatMap(([part, xml]) => {
    try {
      return [...new Set(partErrors(part, xml, names))].map((message) => ({ part, message }));
    } catch (error) {
      return [{ part, message: error instanceof Error ? error.message : 'not readable' }];
    }
  });
}
