import { aCompoundFile } from './a-compound-file.ts';

/** The numbers of records in an .xls stream, as far as tests write them. */
export const RECORD = {
  bof: 0x0809,
  boundSheet: 0x0085,
  continue: 0x003c,
  dateMode: 0x0022,
  dimensions: 0x0200,
  eof: 0x000a,
  filePass: 0x002f,
  font: 0x0031,
  formula: 0x0006,
  hyperlink: 0x01b8,
  labelSst: 0x00fd,
  merges: 0x00e5,
  number: 0x0203,
  richString: 0x00d6,
  sharedStrings: 0x00fc,
  string: 0x0207,
  supBook: 0x01ae,
  xf: 0x00e0,
} as const;

/** A record with those fields, two bytes each unless they are bytes already. */
export function record(type: number, ...fields: readonly (number | Uint8Array)[]): Buffer {
  const data = Buffer.concat(fields.map((field) => (typeof field === 'number' ? word(field) : field)));
  return Buffer.concat([word(type), word(data.length), data]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
}

/** Four bytes. */
export function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Eight bytes. */
export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

export interface BiffSheetSource {
  readonly name: string;
  readonly records: readonly Buffer[];
  /** Where the workbook says that the sheet begins, when that is not true. */
  readonly claimedAt?: number;
}

/** The Workbook stream (BIFF8) of those sheets. */
export function aBiffStream(sheets: readonly BiffSheetSource[], globals: readonly Buffer[] = []): Buffer {
  const bodies = sheets.map(({ records }) =>
    Buffer.concat([record(RECORD.bof, 0x0600, 0x0010, new Uint8Array(12)), ...records, record(RECORD.eof)]),
  );
  const head = (start: number): Buffer => {
    let position = start;
    const lists = sheets.map(({ name, claimedAt }, index) => {
      const at = claimedAt ?? position;
      position += bodies[index]?.length ?? 0;
      const text = Buffer.from(name, 'utf16le');
      return record(RECORD.boundSheet, long(at), 0, Buffer.of(text.length / 2, 1), text);
    });
    return Buffer.concat([
      record(RECORD.bof, 0x0600, 0x0005, new Uint8Array(12)),
      ...globals,
      ...lists,
      record(RECORD.eof),
    ]);
  };
  return Buffer.concat([head(head(0).length), ...bodies]);
}

/** An .xls file of those sheets. */
export function aBiffBook(sheets: readonly BiffSheetSource[], globals: readonly Buffer[] = []): Buffer {
  const stream = aBiffStream(sheets, globals);
  // Long enough not to lie among the small streams.
  return aCompoundFile({ Workbook: Buffer.concat([stream, Buffer.alloc(Math.max(0, 4096 - stream.length))]) });
}
