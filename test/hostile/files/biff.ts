import { compoundOf, soundStream } from '../support/compound.ts';
import { alike, type HostileFile } from '../support/hostile-file.ts';
import { randomBytes, seeded } from '../support/seeded.ts';

/** A record of an .xls stream. */
interface Record {
  readonly type: number;
  readonly data: Buffer;
}

const TYPE = {
  bof: 0x809,
  boundSheet: 0x85,
  sst: 0xfc,
  continue: 0x3c,
  eof: 0x0a,
  labelSst: 0xfd,
  merge: 0xe5,
  row: 0x208,
  xf: 0xe0,
};

function soundRecords(): readonly Record[] {
  const stream = soundStream();
  const records: Record[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const end = at + 4 + stream.readUInt16LE(at + 2);
    records.push({ type: stream.readUInt16LE(at), data: stream.subarray(at + 4, end) });
    at = end;
  }
  return records;
}

function bytesOf({ type, data }: Record): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

/** A file of those records; the places of its sheets are put right. */
function fileOf(records: readonly Record[]): Uint8Array {
  const bodies = records.map(bytesOf);
  const starts: number[] = [];
  let at = 0;
  for (const [index, { length }] of bodies.entries()) {
    if (records[index]?.type === TYPE.bof) starts.push(at);
    at += length;
  }
  let sheet = 1;
  for (const [index, body] of bodies.entries()) {
    if (records[index]?.type === TYPE.boundSheet) body.writeUInt32LE(starts[sheet++] ?? 0, 4);
  }
  return compoundOf(Buffer.concat(bodies));
}

/** The form with its records changed one by one. */
function edited(edit: (record: Record, index: number) => readonly Record[]): Uint8Array {
  return fileOf(soundRecords().flatMap(edit));
}

function patched(record: Record, edit: (data: Buffer) => void): Record {
  const data = Buffer.from(record.data);
  edit(data);
  return { type: record.type, data };
}

/** The form with the first record of that kind changed. */
function first(type: number, change: (record: Record) => readonly Record[]): Uint8Array {
  let isDone = false;
  return edited((record) => {
    if (isDone || record.type !== type) return [record];
    isDone = true;
    return change(record);
  });
}

/** The form with something else in its table of strings. */
function strings(edit: (data: Buffer) => void): Uint8Array {
  return first(TYPE.sst, (sst) => [patched(sst, edit)]);
}

/** The form with all its sheets at the place of the second. */
function atOnePlace(): Uint8Array {
  const whole = soundRecords();
  const third = whole.findIndex(
    ({ type }, index) => type === TYPE.bof && whole.slice(0, index).filter((one) => one.type === TYPE.bof).length === 2,
  );
  const position = whole.slice(0, third).reduce((sum, { data }) => sum + data.length + 4, 0);
  const records = whole.map((one) =>
    one.type === TYPE.boundSheet ? patched(one, (data) => data.writeUInt32LE(position, 0)) : one,
  );
  return compoundOf(Buffer.concat(records.map(bytesOf)));
}

const record = (type: number, data: Uint8Array): Record => ({ type, data: Buffer.from(data) });
const zeros = (length: number): Uint8Array => new Uint8Array(length);

/** The form with so many records more behind the beginning of its first sheet. */
function inSheet(more: readonly Record[]): Uint8Array {
  let sheets = -1;
  return edited((one) => (one.type === TYPE.bof && ++sheets === 1 ? [one, ...more] : [one]));
}

const times = (count: number, make: (index: number) => Record): readonly Record[] =>
  Array.from({ length: count }, (_, index) => make(index));

function numberCell(row: number, column: number): Record {
  const data = Buffer.alloc(14);
  data.writeUInt16LE(row, 0);
  data.writeUInt16LE(column, 2);
  data.writeDoubleLE(1, 6);
  return { type: 0x203, data };
}

const wholeSheet = Buffer.from('0100' + '0000ffff' + '0000ff00', 'hex');

/** The streams of .xls files, whose records are cut, lie, or are no records at all. */
export const BIFF_FILES: readonly HostileFile[] = [
  ...alike('xls', ['encrypted'], {
    'a record that asks for a password': () => first(TYPE.bof, (bof) => [bof, record(0x2f, zeros(54))]),
  }),
  ...alike('xls', ['old-excel'], {
    'a workbook of Excel 4': () => first(TYPE.bof, (bof) => [patched(bof, (data) => data.writeUInt16LE(0x400, 0))]),
    'a workbook that begins with a sheet': () =>
      first(TYPE.bof, (bof) => [patched(bof, (data) => data.writeUInt16LE(0x10, 2))]),
    'a stream of random bytes': () => compoundOf(randomBytes(50_000, 3)),
    'a stream of zeros': () => compoundOf(zeros(50_000)),
  }),
  ...alike('xls', ['read'], {
    'a table of 65,536 strings that has a hundred': () => strings((data) => data.writeUInt32LE(65_536, 4)),
    'a table of 399,999 strings that has a hundred': () => strings((data) => data.writeUInt32LE(399_999, 4)),
    'a workbook without an end': () => first(TYPE.eof, () => []),
  }),
  ...alike('xls', ['too-large: sharedStrings'], {
    'a table of 4,000 million strings': () => strings((data) => data.writeUInt32LE(0xffffffff, 4)),
  }),
  ...alike('xls', ['damaged'], {
    'a table of strings that is cut off': () => first(TYPE.sst, (sst) => [record(TYPE.sst, sst.data.subarray(0, 100))]),
    'a string of 65,535 letters that has ten': () => strings((data) => data.writeUInt16LE(0xffff, 8)),
    'a string of 65,535 formats': () =>
      strings((data) => {
        data[10] = 0x0d;
        data.writeUInt16LE(0xffff, 11);
      }),
    'no table of strings': () => first(TYPE.sst, () => []),
    'a table of strings in 60,000 pieces': () =>
      first(TYPE.sst, (sst) => [sst, ...times(60_000, () => record(TYPE.continue, zeros(1)))]),
    'a sheet without an end': () => fileOf(soundRecords().slice(0, -1)),
    'a list of sheets that is cut off': () =>
      first(TYPE.boundSheet, (one) => [record(TYPE.boundSheet, one.data.subarray(0, 6))]),
    'a cell with a string that is not there': () =>
      first(TYPE.labelSst, (cell) => [patched(cell, (data) => data.writeUInt32LE(0x7fffffff, 6))]),
    'a cell that is cut off': () => first(TYPE.labelSst, (cell) => [record(TYPE.labelSst, cell.data.subarray(0, 5))]),
    'a sheet in a sheet in a sheet': () => inSheet(times(5000, () => record(TYPE.bof, Buffer.from('00061000', 'hex')))),
    'a record that reaches out of the stream': () =>
      compoundOf(Buffer.concat([soundStream().subarray(0, 4000), Buffer.from('fc00ffff', 'hex')])),
    'no sheets': () => edited((one) => (one.type === TYPE.boundSheet ? [] : [one])),
  }),
  ...alike('xls', ['too-large: merges'], {
    '100,000 merges over the whole sheet': () =>
      inSheet(
        times(1000, () =>
          record(
            TYPE.merge,
            Buffer.concat([Buffer.from([0xff, 3]), ...Array.from({ length: 100 }, () => wholeSheet.subarray(2))]),
          ),
        ),
      ),
  }),
  ...alike('xls', ['too-large: sheets', 'damaged'], {
    '3,000 sheets': () =>
      edited((one) => (one.type === TYPE.boundSheet ? Array.from({ length: 600 }, () => one) : [one])),
  }),
  ...alike('xls', ['too-large: styles'], { '210,000 styles': () => first(TYPE.xf, (xf) => times(210_000, () => xf)) }),
  ...alike('xls', 'any', {
    '65,535 rows of three figures': () =>
      inSheet(times(196_605, (index) => numberCell(Math.floor(index / 3), 240 + (index % 3)))),
    'a merge over the whole sheet': () => inSheet([record(TYPE.merge, wholeSheet)]),
    '300,000 empty rows': () =>
      inSheet(
        times(200_000, (index) => record(TYPE.row, Buffer.from([index & 255, (index >> 8) & 255, ...zeros(14)]))),
      ),
    'sheets that all lie at one place': atOnePlace,
    'a text of one byte a character that is two': () =>
      first(TYPE.boundSheet, (one) => [
        patched(one, (data) => {
          data[7] = (data[7] ?? 0) ^ 1;
        }),
      ]),
    'formulas that refer to themselves': () =>
      inSheet([record(0x6, Buffer.concat([zeros(20), Buffer.from([5, 0, 0x44, 0, 0, 0, 0xc0])]))]),
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, seed) => [
        `random data in a record of ten, seed ${String(seed)}`,
        () => {
          const next = seeded(seed);
          return edited((one) => [
            next(10) === 0
              ? { type: one.type, data: Buffer.from(randomBytes(one.data.length, seed * 1000 + next(999))) }
              : one,
          ]);
        },
      ]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, seed) => [
        `a record of ten left out or doubled, seed ${String(seed)}`,
        () => {
          const next = seeded(seed + 50);
          return edited((one) => [[one], [one], [], [one, one]][next(20) < 2 ? 2 + next(2) : 0] ?? [one]);
        },
      ]),
    ),
  }),
];
