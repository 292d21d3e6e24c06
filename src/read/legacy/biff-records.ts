import { Buffer } from 'node:buffer';
import { damaged } from '../give-up.ts';

/** The kinds of record of an .xls stream that the values need, by their number. */
export const BIFF = {
  array: 0x0221,
  bof: 0x0809,
  boolOrError: 0x0205,
  boundSheet: 0x0085,
  codePage: 0x0042,
  columnInfo: 0x007d,
  continue: 0x003c,
  dateMode: 0x0022,
  eof: 0x000a,
  filePass: 0x002f,
  font: 0x0031,
  format: 0x041e,
  formula: 0x0006,
  label: 0x0204,
  labelSst: 0x00fd,
  mergeCells: 0x00e5,
  multipleRk: 0x00bd,
  number: 0x0203,
  richString: 0x00d6,
  rk: 0x027e,
  row: 0x0208,
  sharedStrings: 0x00fc,
  string: 0x0207,
  supBook: 0x01ae,
  xf: 0x00e0,
} as const;

export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
}

const HEADER_LENGTH = 4;

/** The records of a stream from there on. @throws Refusal when one reaches out of the stream. */
export function* biffRecords(stream: Buffer, from: number): Generator<BiffRecord> {
  for (let at = from; at + HEADER_LENGTH <= stream.length;) {
    const start = at + HEADER_LENGTH;
    const end = start + stream.readUInt16LE(at + 2);
    if (end > stream.length) damaged();
    yield { type: stream.readUInt16LE(at), data: stream.subarray(start, end) };
    at = end;
  }
}

/** A record as it stands in a stream. */
export function biffRecord(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt16LE(type, 0);
  header.writeUInt16LE(
    parts.reduce((sum, { length }) => sum + length, 0),
    2,
  );
  return Buffer.concat([header, ...parts]);
}

/** Text of one byte a character, or two, as a flag before it says; BIFF5 has no flag and always one byte. */
export function biffText(data: Buffer, at: number, length: number, version: 5 | 8): string {
  if (version === 5) return data.toString('latin1', at, at + length);
  const isWide = ((data[at] ?? 0) & 1) === 1;
  return data.toString(isWide ? 'utf16le' : 'latin1', at + 1, at + 1 + length * (isWide ? 2 : 1));
}
