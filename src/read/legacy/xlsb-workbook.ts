import type { Buffer } from 'node:buffer';
import type { Tally } from './draft.ts';
import { XLSB, xlsbRecords, xlsbText } from './xlsb-records.ts';

/** A sheet that the workbook lists, and the id of the relation to its part; '' when it has none. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

/** What an .xlsb workbook says of itself. */
export interface XlsbWorkbook {
  readonly is1904: boolean;
  readonly sheets: readonly ListedSheet[];
}

/** A relation's id may be absent; the name follows it. */
function listedSheet(data: Buffer): ListedSheet {
  const hasRelation = data.readUInt32LE(8) !== 0xffffffff;
  const relation = hasRelation ? xlsbText(data, 8) : '';
  const name = xlsbText(data, 12 + relation.length * 2);
  return { name, isHidden: data.readUInt32LE(0) !== 0, relation };
}

/** Reads the workbook's own part. @throws Refusal when it lists too many sheets, or a RangeError */
export function readXlsbWorkbook(part: Buffer, tally: Tally): XlsbWorkbook {
  const sheets: ListedSheet[] = [];
  let is1904 = false;
  for (const { type, data } of xlsbRecords(part)) {
    if (type === XLSB.workbook) is1904 = ((data[0] ?? 0) & 1) === 1;
    if (type !== XLSB.sheet) continue;
    tally.count('sheets');
    sheets.push(listedSheet(data));
  }
  return { is1904, sheets };
}
