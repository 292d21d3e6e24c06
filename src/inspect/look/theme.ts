import { childOf, valueOf, type XmlElement } from '../package/tree.ts';
import type { ColorChoice, FontChoice } from './properties.ts';

/** What the fonts and colours of a theme are. */
export interface Theme {
  /** The font's name; undefined when the theme has none at that place. */
  readonly font: (choice: FontChoice) => string | undefined;
  /** Six hexadecimal digits; automatic colour is black. */
  readonly color: (choice: ColorChoice | undefined) => string;
}

const SCRIPTS = { ascii: 'latin', hansi: 'latin', eastasia: 'ea', bidi: 'cs' } as const;

/** What documents call the colours of a theme. */
const COLORS: ReadonlyMap<string, string> = new Map([
  ['dark1', 'dk1'],
  ['text1', 'dk1'],
  ['light1', 'lt1'],
  ['background1', 'lt1'],
  ['dark2', 'dk2'],
  ['text2', 'dk2'],
  ['light2', 'lt2'],
  ['background2', 'lt2'],
  ['hyperlink', 'hlink'],
  ['followedHyperlink', 'folHlink'],
]);

function themeFont(fonts: XmlElement | undefined, name: string): string | undefined {
  const [, size = '', script = ''] = /^(major|minor)(ascii|hansi|eastasia|bidi)$/u.exec(name.toLowerCase()) ?? [];
  const kind = SCRIPTS[script as keyof typeof SCRIPTS] as string | undefined; // one of the four, or nothing matched
  const typeface = kind === undefined ? '' : valueOf(childOf(fonts, `${size}Font`), kind, 'typeface');
  return typeface === '' ? undefined : typeface;
}

function themeColor(colors: XmlElement | undefined, name: string): string | undefined {
  const [color] = childOf(colors, COLORS.get(name) ?? name)?.children ?? [];
  return (color?.attributes['lastClr'] ?? color?.attributes['val'])?.toUpperCase();
}

/** Reads the theme's part; a document without one has no fonts or colours of a theme. */
export function readTheme(part: XmlElement | undefined): Theme {
  const elements = childOf(part, 'themeElements');
  const fonts = childOf(elements, 'fontScheme');
  const colors = childOf(elements, 'clrScheme');
  return {
    font: ({ name, theme }) => (theme === undefined ? name : themeFont(fonts, theme)),
    color: (choice) => {
      if (choice === undefined) return '000000';
      const { value, theme, isShaded } = choice;
      // A program writes the colour it made of the theme's beside it; only an unshaded one can be looked up.
      const ofTheme = theme === undefined || isShaded ? undefined : themeColor(colors, theme);
      const color = ofTheme ?? value;
      return /^[\dA-F]{6}$/u.test(color) ? color : '000000';
    },
  };
}
