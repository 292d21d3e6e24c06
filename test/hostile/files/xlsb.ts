import { alike, type HostileFile } from '../support/hostile-file.ts';
import { randomBytes, seeded } from '../support/seeded.ts';
import { runEntry } from '../support/runs.ts';
import { formWith, soundParts } from '../support/sound-form.ts';

const SHEET = 'xl/worksheets/sheet3.bin';
const WORKBOOK = 'xl/workbook.bin';

/** A record: its kind and its length take one to four bytes each, seven bits in each of them. */
interface Record {
  readonly type: number;
  readonly data: Uint8Array;
}

function recordsOf(part: string): readonly Record[] {
  const bytes = soundParts('xlsb')[part] ?? new Uint8Array();
  const records: Record[] = [];
  let at = 0;
  const number = (most: number): number => {
    let value = 0;
    for (let index = 0; index < most; index++) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const type = number(2);
    const length = number(4);
    records.push({ type, data: bytes.subarray(at, at + length) });
    at += length;
  }
  return records;
}

function variable(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...variable(value >>> 7)];
}

function partOf(records: readonly Record[]): Uint8Array {
  return Buffer.concat(
    records.map(({ type, data }) => Buffer.from([...variable(type), ...variable(data.length), ...data])),
  );
}

/** The form whose sheet of indicators, or another part, has its records changed one by one. */
function edited(edit: (record: Record, index: number) => readonly Record[], part = SHEET): Uint8Array {
  return formWith('xlsb', { [part]: partOf(recordsOf(part).flatMap(edit)) });
}

const zeros = (length: number): Uint8Array => new Uint8Array(length);
const STRINGS =
  '<Relationship Id="strings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.bin"/>';
const BEGIN_DATA = 145;
const ROW = 0;
const MERGE = 176;

/** The form with records more at the beginning of the data of its sheet of indicators. */
function inData(more: readonly Record[]): Uint8Array {
  return edited((one) => (one.type === BEGIN_DATA ? [one, ...more] : [one]));
}

function many(count: number, record: Record): readonly Record[] {
  return Array.from({ length: count }, () => record);
}

/** Binary workbooks of Excel (.xlsb) whose records are cut, lie, or are no records at all. */
export const XLSB_FILES: readonly HostileFile[] = [
  ...alike('xlsb', ['damaged', 'read in part', 'sheet-missing'], {
    'a sheet of random bytes': () => formWith('xlsb', { [SHEET]: randomBytes(20_000, 1) }),
    'a workbook of random bytes': () => formWith('xlsb', { [WORKBOOK]: randomBytes(2000, 2) }),
    'styles of random bytes': () => formWith('xlsb', { 'xl/styles.bin': randomBytes(2000, 3) }),
    'a sheet of 50 MB of random-looking records': () =>
      formWith('xlsb', { [SHEET]: runEntry('', { piece: Buffer.from(randomBytes(4096, 4)), times: 12_000 }) }),
    'an empty sheet part': () => formWith('xlsb', { [SHEET]: zeros(0) }),
    'a record of 256 MB': () => formWith('xlsb', { [SHEET]: Buffer.from([0x81, 0x01, 0xff, 0xff, 0xff, 0x7f]) }),
    'a record whose length does not end': () =>
      formWith('xlsb', { [SHEET]: Buffer.from([0x81, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff]) }),
    'a sheet that is cut off': () =>
      formWith('xlsb', { [SHEET]: (soundParts('xlsb')[SHEET] ?? zeros(0)).subarray(0, 3000) }),
    'a workbook without its sheets': () => edited((one) => (one.type === 156 ? [] : [one]), WORKBOOK),
    'a sheet that is XML': () => formWith('xlsb', { [SHEET]: '<worksheet/>' }),
  }),
  ...alike('xlsb', ['too-large: sharedStrings'], {
    'a table of ten million strings': () =>
      formWith('xlsb', {
        'xl/_rels/workbook.bin.rels': (text) => text.replace('</Relationships>', () => `${STRINGS}</Relationships>`),
        'xl/sharedStrings.bin': runEntry('', { piece: Buffer.from([19, 5, 0, 0, 0, 0, 0]), times: 10_000_000 }),
      }),
  }),
  ...alike('xlsb', ['read'], {
    'a row of the number of 4,000 million, with nothing in it': () =>
      inData([{ type: ROW, data: Buffer.alloc(25, 0xff) }]),
  }),
  ...alike('xlsb', 'any', {
    '200,000 merges': () =>
      edited((one) =>
        one.type === 146
          ? [
              one,
              { type: 177, data: zeros(4) },
              ...many(200_000, { type: MERGE, data: Buffer.from('00000000ffff0f0000000000ff3f0000', 'hex') }),
              { type: 178, data: zeros(0) },
            ]
          : [one],
      ),
    'a million empty rows': () => inData(many(300_000, { type: ROW, data: zeros(25) })),
    'a text of 4,000 million letters': () =>
      inData([
        { type: ROW, data: zeros(25) },
        { type: 6, data: Buffer.concat([zeros(8), Buffer.from([255, 255, 255, 255]), zeros(10)]) },
      ]),
    'a million unknown records': () => inData(many(300_000, { type: 5000, data: zeros(2) })),
    ...Object.fromEntries(
      Array.from({ length: 15 }, (_, seed) => [
        `random data in a record of ten, seed ${String(seed)}`,
        () => {
          const next = seeded(seed);
          const part = [SHEET, WORKBOOK, 'xl/styles.bin'][seed % 3] ?? SHEET;
          return edited(
            (one) => [
              next(10) === 0 ? { type: one.type, data: randomBytes(one.data.length, seed * 1000 + next(999)) } : one,
            ],
            part,
          );
        },
      ]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 15 }, (_, seed) => [
        `records left out, doubled, or of another kind, seed ${String(seed)}`,
        () => {
          const next = seeded(seed + 70);
          return edited(
            (one) => [[one], [], [one, one], [{ ...one, type: next(700) }]][next(15) === 0 ? 1 + next(3) : 0] ?? [one],
          );
        },
      ]),
    ),
  }),
];
