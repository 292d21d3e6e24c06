import { Buffer } from 'node:buffer';
import { damaged } from '../give-up.ts';

/** The kinds of record in the parts of an .xlsb file that the values need, by their number. */
export const XLSB = {
  beginCellFormats: 0x0269,
  beginStrings: 0x009f,
  bool: 0x0004,
  cellFormat: 0x002f,
  column: 0x003c,
  endCellFormats: 0x026a,
  endSheetData: 0x0092,
  endStrings: 0x00a0,
  error: 0x0003,
  font: 0x002b,
  formulaError: 0x000b,
  formulaBool: 0x000a,
  formulaNumber: 0x0009,
  formulaText: 0x0008,
  merge: 0x00b0,
  number: 0x0005,
  numberFormat: 0x002c,
  richText: 0x003e,
  rk: 0x0002,
  row: 0x0000,
  sharedString: 0x0007,
  sheet: 0x009c,
  shortBlank: 0x000c,
  shortSharedString: 0x0012,
  string: 0x0013,
  text: 0x0006,
  workbook: 0x0099,
} as const;

export interface XlsbRecord {
  readonly type: number;
  readonly data: Buffer;
}

/** A number in groups of seven bits, the lowest first. @throws Refusal when it does not end */
function readNumber(part: Buffer, at: number, mostBytes: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < mostBytes; index++) {
    const byte = part[at + index] ?? damaged();
    value += (byte & 0x7f) << (7 * index);
    if ((byte & 0x80) === 0 || index === mostBytes - 1) return { value, next: at + index + 1 };
  }
  return damaged();
}

/** The records of a part. @throws Refusal when one reaches out of it */
export function* xlsbRecords(part: Buffer): Generator<XlsbRecord> {
  for (let at = 0; at < part.length;) {
    const type = readNumber(part, at, 2);
    const length = readNumber(part, type.next, 4);
    const end = length.next + length.value;
    if (end > part.length) damaged();
    yield { type: type.value, data: part.subarray(length.next, end) };
    at = end;
  }
}

function numberBytes(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...numberBytes(value >> 7)];
}

/** A record as it stands in a part. */
export function xlsbRecord(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.from([...numberBytes(type), ...numberBytes(length)]), ...parts]);
}

/** A text with its length before it. @throws RangeError when the record ends before */
export function xlsbText(data: Buffer, at: number): string {
  const length = data.readUInt32LE(at);
  if (at + 4 + length * 2 > data.length) damaged();
  return data.toString('utf16le', at + 4, at + 4 + length * 2);
}

/** That text as a record has it. */
export function xlsbTextBytes(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length, 0);
  return Buffer.concat([length, Buffer.from(text, 'utf16le')]);
}
