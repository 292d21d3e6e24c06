import { withAttributes } from '../../opc/xml-attributes.ts';
import { spliced, type Splice, type XmlTag, xmlTags } from '../../opc/xml-edit.ts';
import { DECLARATION, prefixOf, SPREADSHEET, withPrefix } from './names.ts';
import { openTag } from './relations-edit.ts';

/** The lists of a styles part that are added to, with what a new one has to hold (ISO/IEC 29500-1, CT_Stylesheet). */
const LISTS = {
  fonts: ['<font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>'],
  // The first two are what every program takes them for, whatever stands there.
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
} as const;

export type StyleList = keyof typeof LISTS;

const ORDER: readonly StyleList[] = ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'];
/** The parts of a styles part that stand before those lists, and those behind each of them. */
const SECTIONS: readonly string[] = ['numFmts', ...ORDER, 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];

/** The styles of a workbook, added to; those that are there keep their numbers and their looks. */
export interface StyleBook {
  /** Adds an entry (XML without prefix) and gives its number; equal entries are added once. */
  readonly add: (list: StyleList, xml: string) => number;
  /** The style with another fill and everything else as it was: number format, font, borders, alignment, protection. */
  readonly filled: (style: number, fill: number) => number;
  /** The text of the styles part with all that was added. */
  readonly text: () => string;
}

interface Section {
  readonly tag: XmlTag;
  /** Where its closing tag begins; undefined for an empty element. */
  readonly end: number | undefined;
  readonly children: readonly (readonly [start: number, end: number])[];
}

/** A styles part: its sections by name. */
interface Sheet {
  readonly prefix: string;
  /** Where its closing tag begins. */
  readonly end: number;
  readonly byName: ReadonlyMap<string, Section>;
}

function sheetOf(text: string): Sheet | undefined {
  const byName = new Map<string, Section>();
  let root: XmlTag | undefined;
  let end = 0;
  let open: { tag: XmlTag; children: (readonly [number, number])[] } | undefined;
  let child = 0;
  for (const tag of xmlTags(text, SPREADSHEET)) {
    if (tag.depth === 1) {
      root ??= tag;
      end = tag.start;
    } else if (tag.depth === 2) {
      if (tag.kind === 'open') open = { tag, children: [] };
      if (tag.kind === 'empty') byName.set(tag.local, { tag, end: undefined, children: [] });
      if (tag.kind === 'close' && open !== undefined) byName.set(tag.local, { ...open, end: tag.start });
    } else if (tag.depth === 3) {
      if (tag.kind !== 'close') child = tag.start;
      if (tag.kind !== 'open') open?.children.push([child, tag.end]);
    }
  }
  return root?.kind === 'open' ? { prefix: prefixOf(root.name), end, byName } : undefined;
}

/** Puts what was added into a section that is there. */
function grown(text: string, { tag, end, children }: Section, added: readonly string[]): readonly Splice[] {
  const xml = withPrefix(added.join(''), prefixOf(tag.name));
  const written = withAttributes(text.slice(tag.start, tag.end), { count: String(children.length + added.length) });
  if (end === undefined) return [{ start: tag.start, end: tag.end, text: `${openTag(written)}${xml}</${tag.name}>` }];
  return [
    { start: tag.start, end: tag.end, text: written },
    { start: end, end, text: xml },
  ];
}

/** The same entry with that fill. */
function refilled(xf: string, fill: number): string {
  const end = xf.indexOf('>') + 1;
  return withAttributes(xf.slice(0, end), { fillId: String(fill), applyFill: '1' }) + xf.slice(end);
}

/** An empty styles part of that namespace. */
function emptyStyles(main: string): string {
  return `${DECLARATION}<styleSheet xmlns="${main}"></styleSheet>`;
}

/** Puts a list into a part that has none, before whatever follows it there. */
function newSection(list: StyleList, entries: readonly string[], { prefix, byName, end }: Sheet): Splice {
  const later = SECTIONS.slice(SECTIONS.indexOf(list) + 1).map((name) => byName.get(name)?.tag.start ?? end);
  const at = Math.min(...later, end);
  const xml = `<${list} count="${String(entries.length)}">${entries.join('')}</${list}>`;
  return { start: at, end: at, text: withPrefix(xml, prefix) };
}

/**
 * Opens the styles of a workbook for additions; undefined text: it has none yet, and gets a part in that namespace. A style that the
 * part does not know counts as its plain one. Undefined when the part holds nothing at all.
 */
export function styleBook(given: string | undefined, main: string): StyleBook | undefined {
  const text = given ?? emptyStyles(main);
  const sheet = sheetOf(text);
  if (sheet === undefined) return undefined;
  const { prefix, byName } = sheet;
  const added = new Map(ORDER.map((list): [StyleList, string[]] => [list, []]));
  const childrenOf = (list: StyleList): Section['children'] => byName.get(list)?.children ?? [];
  const add = (list: StyleList, xml: string): number => {
    const own = added.get(list) ?? [];
    const known = own.indexOf(xml);
    const before = childrenOf(list).length === 0 ? LISTS[list].length : childrenOf(list).length;
    return before + (known >= 0 ? known : own.push(xml) - 1);
  };
  const xfAt = (style: number): string => {
    const [from, to] = childrenOf('cellXfs')[style] ?? [0, 0];
    if (from === to) return LISTS.cellXfs[0];
    // Entries are kept without prefix until they are put in.
    return text.slice(from, to).replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
  };
  return {
    add,
    filled: (style, fill) => add('cellXfs', refilled(xfAt(style), fill)),
    text: () =>
      spliced(
        text,
        ORDER.flatMap((list) => {
          const entries = added.get(list) ?? [];
          const isBare = childrenOf(list).length === 0;
          if (!isBare && entries.length === 0) return [];
          const all = isBare ? [...LISTS[list], ...entries] : entries;
          const section = byName.get(list);
          return section === undefined ? [newSection(list, all, sheet)] : grown(text, section, all);
        }),
      ),
  };
}
