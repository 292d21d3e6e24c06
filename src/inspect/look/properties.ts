import { childOf, numberIn, pointsIn, switchIn, valueOf, type XmlElement } from '../package/tree.ts';

/** A font as written: by name, or as a font of the theme (`minorHAnsi`). */
export interface FontChoice {
  readonly name?: string;
  readonly theme?: string;
}

/** A colour as written; `value` is six hexadecimal digits or `auto`. */
export interface ColorChoice {
  readonly value: string;
  readonly theme: string | undefined;
  /** Whether the theme's colour is made lighter or darker. */
  readonly isShaded: boolean;
}

/** Properties of text that turn over each time a kind of style sets them. */
export const TOGGLES = ['b', 'i', 'caps', 'smallCaps', 'strike', 'vanish'] as const;
export type Toggle = (typeof TOGGLES)[number];

/** What one place says of text; nothing is inherited yet. */
export interface RunProperties {
  readonly style?: string;
  /** Letters of ASCII, other letters of our alphabet, East Asian ones. */
  readonly ascii?: FontChoice;
  readonly other?: FontChoice;
  readonly eastAsia?: FontChoice;
  readonly size?: number;
  readonly color?: ColorChoice;
  readonly isUnderlined?: boolean;
  readonly isRaised?: boolean;
  readonly toggles: Readonly<Partial<Record<Toggle, boolean>>>;
}

/** What one place says of a paragraph, in points; nothing is inherited yet. */
export interface ParagraphProperties {
  readonly style?: string;
  readonly align?: Alignment;
  readonly left?: number;
  readonly right?: number;
  /** Negative when the first line hangs out. */
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  readonly isAutoSpaced?: boolean;
  readonly isContextual?: boolean;
  readonly line?: LineSpacing;
  readonly tabs?: readonly number[];
  readonly topBorder?: Border;
  readonly bottomBorder?: Border;
  /** Number format: list and level; list 0 takes it away. */
  readonly list?: { readonly id?: number; readonly level?: number };
  readonly breaksPage?: boolean;
  /** A frame that floats: how it stands across the page. */
  readonly frame?: string;
}

/** A line along a paragraph: one unbroken stroke, or dots, dashes, two strokes. */
export type Border = 'none' | 'solid' | 'other';

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** `lines`: a multiple of the font's own height; the others in points. */
export interface LineSpacing {
  readonly kind: 'lines' | 'exact' | 'at-least';
  readonly amount: number;
}

function fontOf(fonts: XmlElement, script: 'ascii' | 'hAnsi' | 'eastAsia'): FontChoice | undefined {
  const theme = fonts.attributes[`${script}Theme`];
  if (theme !== undefined) return { theme };
  const name = fonts.attributes[script];
  return name === undefined ? undefined : { name };
}

function colorOf(color: XmlElement): ColorChoice {
  const { val = 'auto', themeColor, themeTint, themeShade } = color.attributes;
  return { value: val.toUpperCase(), theme: themeColor, isShaded: themeTint !== undefined || themeShade !== undefined };
}

/** Leaves out what is undefined, so that it does not hide what is inherited. */
function defined<T extends object>(properties: { readonly [K in keyof T]: T[K] | undefined }): T {
  // Only undefined values are dropped; the type says that each of them may be missing.
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T;
}

/** Reads `w:rPr`. */
export function readRunProperties(element: XmlElement | undefined): RunProperties {
  const fonts = childOf(element, 'rFonts');
  const color = childOf(element, 'color');
  const underline = valueOf(element, 'u');
  const raised = valueOf(element, 'vertAlign');
  const size = pointsOfSize(valueOf(element, 'sz'));
  const toggles = TOGGLES.flatMap((name) => {
    const value = switchIn(childOf(element, name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return defined<RunProperties>({
    style: valueOf(element, 'rStyle'),
    ascii: fonts && fontOf(fonts, 'ascii'),
    other: fonts && fontOf(fonts, 'hAnsi'),
    eastAsia: fonts && fontOf(fonts, 'eastAsia'),
    size,
    color: color && colorOf(color),
    isUnderlined: underline === undefined ? undefined : underline !== 'none',
    isRaised: raised === undefined ? undefined : raised !== 'baseline',
    toggles: Object.fromEntries(toggles),
  });
}

/** Type sizes count half points, unless the unit is written. */
function pointsOfSize(text: string | undefined): number | undefined {
  const halfPoints = numberIn(text);
  return halfPoints === undefined ? pointsIn(text) : halfPoints / 2;
}

const ALIGNMENTS: ReadonlyMap<string, Alignment> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'justify'],
  ['distribute', 'justify'],
]);

function lineOf(spacing: XmlElement | undefined): LineSpacing | undefined {
  const written = spacing?.attributes['line'];
  const points = pointsIn(written);
  if (points === undefined) return undefined;
  const rule = spacing?.attributes['lineRule'] ?? 'auto';
  if (rule === 'exact') return { kind: 'exact', amount: points };
  if (rule === 'atLeast') return { kind: 'at-least', amount: points };
  return { kind: 'lines', amount: points / 12 };
}

function firstLineOf(indent: XmlElement | undefined): number | undefined {
  const hanging = pointsIn(indent?.attributes['hanging']);
  return hanging === undefined ? pointsIn(indent?.attributes['firstLine']) : -hanging;
}

function borderOf(element: XmlElement | undefined, side: string): Border | undefined {
  const border = childOf(childOf(element, 'pBdr'), side);
  if (border === undefined) return undefined;
  const style = border.attributes['val'] ?? 'none';
  if (/^(?:none|nil)$/u.test(style)) return 'none';
  return /^(?:single|thick)$/u.test(style) ? 'solid' : 'other';
}

function tabsOf(element: XmlElement | undefined): readonly number[] | undefined {
  const tabs = childOf(element, 'tabs');
  if (tabs === undefined) return undefined;
  return tabs.children.flatMap(({ attributes: { val, pos } }) => (val === 'clear' ? [] : (pointsIn(pos) ?? [])));
}

function listOf(element: XmlElement | undefined): ParagraphProperties['list'] {
  const list = childOf(element, 'numPr');
  if (list === undefined) return undefined;
  const [id, level] = [numberIn(valueOf(list, 'numId')), numberIn(valueOf(list, 'ilvl'))];
  return { ...(id === undefined ? {} : { id }), ...(level === undefined ? {} : { level }) };
}

/** Reads `w:pPr`. */
export function readParagraphProperties(element: XmlElement | undefined): ParagraphProperties {
  const indent = childOf(element, 'ind');
  const spacing = childOf(element, 'spacing');
  const frame = childOf(element, 'framePr');
  return defined<ParagraphProperties>({
    style: valueOf(element, 'pStyle'),
    align: ALIGNMENTS.get(valueOf(element, 'jc') ?? ''),
    left: pointsIn(indent?.attributes['left'] ?? indent?.attributes['start']),
    right: pointsIn(indent?.attributes['right'] ?? indent?.attributes['end']),
    firstLine: firstLineOf(indent),
    before: pointsIn(spacing?.attributes['before']),
    after: pointsIn(spacing?.attributes['after']),
    isAutoSpaced: /^(?:1|true|on)$/u.test(spacing?.attributes['afterAutospacing'] ?? '') || undefined,
    isContextual: switchIn(childOf(element, 'contextualSpacing')),
    line: lineOf(spacing),
    tabs: tabsOf(element),
    topBorder: borderOf(element, 'top'),
    bottomBorder: borderOf(element, 'bottom'),
    list: listOf(element),
    breaksPage: switchIn(childOf(element, 'pageBreakBefore')),
    frame: frame && (frame.attributes['xAlign'] ?? 'left'),
  });
}
