import { readXml } from '../../opc/xml.ts';
import { legacyFontOf } from '../legacy-font.ts';
import { builtInFormat, isDateFormat, isPercentFormat, isTimeFormat } from '../number-format.ts';
import { SPREADSHEET } from './names.ts';
import { damaged, within } from '../give-up.ts';

/** What a cell's style says that its value needs. */
export interface CellStyle {
  readonly isDate: boolean;
  /** A time of day or a duration, without the day. */
  readonly isTime: boolean;
  readonly isPercent: boolean;
  readonly legacyFont: string | undefined;
}

/** The style with that number, as the attribute of the cell has it; of a cell without one, the first. */
export type Styles = (number: string | undefined) => CellStyle;

const PLAIN: CellStyle = { isDate: false, isTime: false, isPercent: false, legacyFont: undefined };

/** The styles of a workbook that has no styles part. */
export const NO_STYLES: Styles = () => PLAIN;

interface StyleTables {
  readonly formats: Map<string, string>;
  readonly fonts: (string | undefined)[];
  readonly cellFormats: (readonly [format: string, font: string])[];
}

function styleOf({ formats, fonts, cellFormats }: StyleTables, number: string): CellStyle {
  const cellFormat = cellFormats[Number(number)];
  if (cellFormat === undefined) return PLAIN;
  const format = formats.get(cellFormat[0]) ?? builtInFormat(Number(cellFormat[0]));
  return {
    isDate: isDateFormat(format),
    isTime: isTimeFormat(format),
    isPercent: isPercentFormat(format),
    legacyFont: fonts[Number(cellFormat[1])],
  };
}

/** Styles are looked at when a cell uses them: there may be many thousands that none uses. */
function stylesOf(tables: StyleTables): Styles {
  const known = new Map<string, CellStyle>();
  return (number = '0') => {
    const found = known.get(number);
    if (found !== undefined) return found;
    const style = styleOf(tables, number);
    known.set(number, style);
    return style;
  };
}

/**
 * The cell styles of the styles part.
 *
 * @throws {Refusal} when the part is damaged, or holds more styles than a workbook may.
 */
export function readStyles(part: Uint8Array): Styles {
  const tables: StyleTables = { formats: new Map(), fonts: [], cellFormats: [] };
  const { formats, fonts, cellFormats } = tables;
  const isWellFormed = readXml(part, SPREADSHEET, {
    root: 'styleSheet',
    open: (name, attributes, parent) => {
      within('styles', formats.size + fonts.length + cellFormats.length);
      switch (parent) {
        case 'styleSheet':
          return name === 'numFmts' || name === 'fonts' || name === 'cellXfs';
        case 'numFmts':
          formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
          return false;
        case 'fonts':
          if (name === 'font') fonts.push(undefined);
          return name === 'font';
        case 'font':
          if (name === 'name') fonts[fonts.length - 1] = legacyFontOf(attributes['val']);
          return false;
        case 'cellXfs':
          cellFormats.push([attributes['numFmtId'] ?? '0', attributes['fontId'] ?? '0']);
          return false;
      }
      return false;
    },
  });
  return isWellFormed ? stylesOf(tables) : damaged();
}
