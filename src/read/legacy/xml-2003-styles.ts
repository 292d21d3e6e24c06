import { legacyFontOf } from '../legacy-font.ts';
import { isDateFormat, isPercentFormat, isTimeFormat } from '../number-format.ts';
import type { Tally } from './draft.ts';
import type { NamedAttributes } from './xml-names.ts';

/** What a cell's style says of its value. */
export interface Xml2003Style {
  readonly isDate: boolean;
  readonly isTime: boolean;
  readonly isPercent: boolean;
  readonly legacyFont: string | undefined;
}

export interface Xml2003Styles {
  /** Takes an element within `Styles`; false when what it holds is of no use. */
  readonly open: (name: string, attributes: NamedAttributes) => boolean;
  readonly of: (style: string | undefined) => Xml2003Style;
}

/** Formats that have names instead. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  'General Date': 'dd/mm/yyyy hh:mm',
  'Long Date': 'dd/mm/yyyy',
  'Long Time': 'hh:mm:ss',
  'Medium Date': 'dd/mm/yyyy',
  'Medium Time': 'hh:mm',
  Percent: '0.00%',
  'Short Date': 'dd/mm/yyyy',
  'Short Time': 'hh:mm',
};

interface Entry {
  readonly parent: string | undefined;
  format: string | undefined;
  font: string | undefined;
}

/** Styles take over what they do not say from a parent; more than so many generations are a circle. */
const GENERATIONS = 20;

/** No style yet. */
export function xml2003Styles(tally: Tally): Xml2003Styles {
  const entries = new Map<string, Entry>();
  const known = new Map<string | undefined, Xml2003Style>();
  let entry: Entry | undefined;

  const inherited = (style: string | undefined, field: 'font' | 'format'): string | undefined => {
    let found = entries.get(style ?? 'Default');
    for (let generation = 0; found !== undefined && generation < GENERATIONS; generation++) {
      if (found[field] !== undefined) return found[field];
      found = found.parent === undefined ? undefined : entries.get(found.parent);
    }
    return undefined;
  };
  const made = (style: string | undefined): Xml2003Style => {
    const written = inherited(style, 'format') ?? 'General';
    const format = Object.hasOwn(NAMED_FORMATS, written) ? (NAMED_FORMATS[written] ?? written) : written;
    return {
      isDate: isDateFormat(format),
      isTime: isTimeFormat(format),
      isPercent: isPercentFormat(format),
      legacyFont: legacyFontOf(inherited(style, 'font')),
    };
  };
  return {
    open: (name, attributes) => {
      if (name === 'Style') {
        tally.count('styles');
        entry = { parent: attributes.get('Parent'), format: undefined, font: undefined };
        entries.set(attributes.get('ID') ?? '', entry);
      } else if (name === 'NumberFormat' && entry !== undefined) entry.format = attributes.get('Format');
      else if (name === 'Font' && entry !== undefined) entry.font = attributes.get('FontName');
      return name === 'Style';
    },
    of: (style) => {
      const found = known.get(style) ?? made(style);
      known.set(style, found);
      return found;
    },
  };
}
