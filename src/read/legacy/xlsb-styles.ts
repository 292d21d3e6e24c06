import { Buffer } from 'node:buffer';
import { legacyFontOf } from '../legacy-font.ts';
import type { Tally } from './draft.ts';
import { XLSB, xlsbRecord, xlsbRecords, xlsbText } from './xlsb-records.ts';

/** The number formats of an .xlsb file as the library may read them, and what it does not tell. */
export interface XlsbStyles {
  readonly part: Buffer;
  /** Cell format → its font, if it is one made before Unicode. */
  readonly fonts: readonly (string | undefined)[];
}

const FONT_NAME_AT = 21;

/** Reads the part with the styles. @throws Refusal when it is damaged or too large, RangeError when a record is too short */
export function readXlsbStyles(part: Buffer, tally: Tally): XlsbStyles {
  const names: string[] = [];
  const fonts: (string | undefined)[] = [];
  const formats: Buffer[] = [];
  const cellFormats: Buffer[] = [];
  let isCellFormat = false;
  for (const { type, data } of xlsbRecords(part)) {
    if (type === XLSB.beginCellFormats) isCellFormat = true;
    else if (type === XLSB.endCellFormats) isCellFormat = false;
    if (type === XLSB.font || type === XLSB.numberFormat || type === XLSB.cellFormat) tally.count('styles');
    if (type === XLSB.font) names.push(xlsbText(data, FONT_NAME_AT));
    else if (type === XLSB.numberFormat) formats.push(xlsbRecord(type, data));
    else if (type === XLSB.cellFormat && isCellFormat) {
      cellFormats.push(xlsbRecord(type, data));
      fonts.push(legacyFontOf(names[data.readUInt16LE(4)]));
    }
  }
  const [begin, end] = [xlsbRecord(XLSB.beginCellFormats), xlsbRecord(XLSB.endCellFormats)];
  return { part: Buffer.concat([...formats, begin, ...cellFormats, end]), fonts };
}
