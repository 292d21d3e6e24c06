import type {
  Alignment,
  Border,
  FontChoice,
  LineSpacing,
  ParagraphProperties,
  RunProperties,
  Toggle,
} from './properties.ts';
import { over, type Style, type Styles } from './styles.ts';
import type { Theme } from './theme.ts';

/** How letters look in the end: sizes in points, colour as six hexadecimal digits. */
export interface RunLook {
  /** Of ASCII letters, of all others of our alphabet, of East Asian ones. */
  readonly fonts: { readonly ascii: string; readonly other: string; readonly eastAsia: string };
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isUpperCase: boolean;
  readonly isHidden: boolean;
  /** Above or below the line, as numbers of notes. */
  readonly isRaised: boolean;
  readonly color: string;
}

/** How a paragraph is set in the end, in points. */
export interface ParagraphLook {
  readonly style: string;
  readonly align: Alignment;
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
  readonly before: number;
  readonly after: number;
  readonly isContextual: boolean;
  readonly line: LineSpacing;
  readonly tabs: readonly number[];
  readonly topBorder: Border;
  readonly bottomBorder: Border;
  readonly breaksPage: boolean;
  readonly frame: string | undefined;
}

/** The font of a document that names none. */
const DEFAULT_FONT = 'Times New Roman';
const DEFAULT_SIZE = 10;

/** What text and paragraphs inherit at one place. */
export interface Heritage {
  readonly styles: Styles;
  readonly theme: Theme;
  /** What the table around says; nothing outside of tables. */
  readonly table: Pick<Style, 'run' | 'paragraph'>;
  readonly paragraphStyle: Style;
}

/** A property that turns over with each kind of style that sets it; said at the place itself it is final. */
function toggled(name: Toggle, direct: RunProperties, character: RunProperties, heritage: Heritage): boolean {
  const said = direct.toggles[name];
  if (said !== undefined) return said;
  if (heritage.styles.defaults.run.toggles[name] === true) return true;
  const layers = [heritage.table.run, heritage.paragraphStyle.run, character];
  return layers.filter(({ toggles }) => toggles[name] === true).length % 2 === 1;
}

/** How letters with those properties look there. */
export function lookOfRun(direct: RunProperties, heritage: Heritage): RunLook {
  const { styles, theme, table, paragraphStyle } = heritage;
  const character = direct.style === undefined ? { toggles: {} } : styles.style('character', direct.style).run;
  const merged = [direct, character, paragraphStyle.run, table.run, styles.defaults.run].reduceRight((below, above) =>
    over(above, below),
  );
  const is = (name: Toggle): boolean => toggled(name, direct, character, heritage);
  const font = (choice: FontChoice | undefined): string =>
    (choice === undefined ? undefined : theme.font(choice)) ?? DEFAULT_FONT;
  return {
    fonts: { ascii: font(merged.ascii), other: font(merged.other), eastAsia: font(merged.eastAsia) },
    size: merged.size ?? DEFAULT_SIZE,
    isBold: is('b'),
    isItalic: is('i'),
    isUnderlined: merged.isUnderlined ?? false,
    isUpperCase: is('caps') || is('smallCaps'),
    isHidden: is('vanish'),
    isRaised: merged.isRaised ?? false,
    color: theme.color(merged.color),
  };
}

/** Room that browsers leave between paragraphs; Word takes it where a web page was pasted. In points. */
const AUTO_SPACING = 14;

/**
 * How a paragraph with those properties is set there. `ofList`: what the level of its list says; a list named by the style gives
 * way to what the style says itself.
 */
export function lookOfParagraph(
  direct: ParagraphProperties,
  heritage: Heritage,
  ofList: { readonly isDirect: boolean; readonly paragraph: ParagraphProperties },
): ParagraphLook {
  const { styles, table, paragraphStyle } = heritage;
  const list = ofList.paragraph;
  const layers: readonly ParagraphProperties[] = ofList.isDirect
    ? [styles.defaults.paragraph, table.paragraph, paragraphStyle.paragraph, list, direct]
    : [styles.defaults.paragraph, table.paragraph, list, paragraphStyle.paragraph, direct];
  const merged = layers.reduce((below, above) => ({ ...below, ...above }), {});
  const gap = merged.isAutoSpaced === true ? AUTO_SPACING : 0;
  return {
    style: direct.style ?? '',
    align: merged.align ?? 'left',
    left: merged.left ?? 0,
    right: merged.right ?? 0,
    firstLine: merged.firstLine ?? 0,
    before: Math.max(gap, merged.before ?? 0),
    after: Math.max(gap, merged.after ?? 0),
    isContextual: merged.isContextual ?? false,
    line: merged.line ?? { kind: 'lines', amount: 1 },
    tabs: merged.tabs ?? [],
    topBorder: merged.topBorder ?? 'none',
    bottomBorder: merged.bottomBorder ?? 'none',
    breaksPage: merged.breaksPage ?? false,
    frame: merged.frame,
  };
}
