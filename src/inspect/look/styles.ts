import { childOf, switchIn, valueOf, type XmlElement } from '../package/tree.ts';
import {
  readParagraphProperties,
  readRunProperties,
  type ParagraphProperties,
  type RunProperties,
} from './properties.ts';

/** What a style says after what it is based on. */
export interface Style {
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  /** What a table style says of the cells at one side, by `firstRow`, `lastCol` … */
  readonly conditions: ReadonlyMap<string, { readonly run: RunProperties; readonly paragraph: ParagraphProperties }>;
  /** Cell margins left and right of a table style, as the element that holds them. */
  readonly tableProperties: XmlElement | undefined;
}

export type StyleKind = 'paragraph' | 'character' | 'table';

/** The styles of a document. */
export interface Styles {
  readonly defaults: { readonly run: RunProperties; readonly paragraph: ParagraphProperties };
  /** The style of that kind and id; the default one of the kind when there is none of that id or no id. */
  readonly style: (kind: StyleKind, id: string | undefined) => Style;
}

/** One is laid over the other: fonts, indents and switches each for themselves. */
export function over<T extends RunProperties>(above: T, below: T): T {
  return { ...below, ...above, toggles: { ...below.toggles, ...above.toggles } };
}

const NOTHING: Style = { run: { toggles: {} }, paragraph: {}, conditions: new Map(), tableProperties: undefined };

/** A style inherits from at most so many others; a circle ends here. */
const DEEPEST = 40;

/** The rows and columns that a table may want to look special. */
const CONDITIONS: ReadonlySet<string> = new Set(['wholeTable', 'firstCol', 'lastCol', 'firstRow', 'lastRow']);

function conditionsOf(element: XmlElement): Style['conditions'] {
  const parts = element.children.filter(
    ({ name, attributes }) => name === 'tblStylePr' && CONDITIONS.has(attributes['type'] ?? ''),
  );
  return new Map(
    parts.map((part) => [
      part.attributes['type'] ?? '',
      { run: readRunProperties(childOf(part, 'rPr')), paragraph: readParagraphProperties(childOf(part, 'pPr')) },
    ]),
  );
}

function layOver(element: XmlElement, below: Style): Style {
  return {
    run: over(readRunProperties(childOf(element, 'rPr')), below.run),
    paragraph: { ...below.paragraph, ...readParagraphProperties(childOf(element, 'pPr')) },
    conditions: new Map([...below.conditions, ...conditionsOf(element)]),
    tableProperties: childOf(element, 'tblPr') ?? below.tableProperties,
  };
}

/** Reads `styles.xml`; a document without it has none. */
export function readStyles(part: XmlElement | undefined): Styles {
  const elements = part?.children.filter(({ name }) => name === 'style') ?? [];
  const byId = new Map(
    elements.map((element) => [`${element.attributes['type'] ?? ''} ${element.attributes['styleId'] ?? ''}`, element]),
  );
  const defaultOf = (kind: StyleKind): XmlElement | undefined =>
    elements.findLast(
      ({ attributes: { type, default: isDefault } }) => type === kind && /^(?:1|true|on)$/u.test(isDefault ?? ''),
    );
  const known = new Map<XmlElement, Style>();
  const resolve = (kind: StyleKind, element: XmlElement | undefined, depth: number): Style => {
    if (element === undefined || depth > DEEPEST) return NOTHING;
    const found = known.get(element);
    if (found !== undefined) return found;
    const base = byId.get(`${kind} ${valueOf(element, 'basedOn') ?? ''}`);
    const resolved = layOver(element, resolve(kind, base, depth + 1));
    known.set(element, resolved);
    return resolved;
  };
  const defaults = childOf(part, 'docDefaults');
  return {
    defaults: {
      run: readRunProperties(childOf(childOf(defaults, 'rPrDefault'), 'rPr')),
      paragraph: readParagraphProperties(childOf(childOf(defaults, 'pPrDefault'), 'pPr')),
    },
    style: (kind, id) => resolve(kind, byId.get(`${kind} ${id ?? ''}`) ?? defaultOf(kind), 0),
  };
}

/** Whether headers differ on even pages, and whether margins are mirrored: what settings say of all sections. */
export function readSettings(part: XmlElement | undefined): {
  readonly hasEvenHeaders: boolean;
  readonly mirrorsMargins: boolean;
  readonly tabDistance: string | undefined;
} {
  return {
    hasEvenHeaders: switchIn(childOf(part, 'evenAndOddHeaders')) ?? false,
    mirrorsMargins: switchIn(childOf(part, 'mirrorMargins')) ?? false,
    tabDistance: valueOf(part, 'defaultTabStop'),
  };
}
