import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aBiffBook, aBiffStream, double, long, RECORD, record } from '../support/a-biff-book.ts';
import { aCompoundFile } from '../support/a-compound-file.ts';
import { expectSilence, legacyFixture, readHostile } from '../support/read-hostile.ts';
import { dice, flipped } from '../support/seeded-damage.ts';

/** What nobody sends by accident: every file is read or answered with a finding of our own, soon, and without a word. */
expectSilence();

const NAMES = ['form.xls', 'form.ods', 'form.xlsb', 'form-95-tcvn3.xls', 'form-2003.xml', 'form.html', 'features.fods'];

describe('damage by seed', () => {
  test.each(NAMES)('%s cut off anywhere is refused, or whole', (name) => {
    const bytes = legacyFixture(name);
    const throwDice = dice(1);
    const whole = readHostile(bytes);
    for (let index = 0; index < 25; index++) {
      const cut = bytes.subarray(0, throwDice(bytes.length));
      const found = readHostile(cut);
      if (found.sheets !== undefined) expect(found).toEqual(whole);
    }
  });

  test.each(NAMES)('%s with bits turned over never throws or lasts', (name) => {
    const throwDice = dice(2);
    for (let index = 0; index < 40; index++) readHostile(flipped(legacyFixture(name), throwDice, 1 + throwDice(4)));
  });

  // The others have no checksums: a flipped digit is another digit there, and nobody can tell.
  test.each(['form.ods', 'form.xlsb'])('%s with a bit turned over has the same cells, or none', (name) => {
    const throwDice = dice(3);
    const whole = readHostile(legacyFixture(name));
    for (let index = 0; index < 100; index++) {
      const found = readHostile(flipped(legacyFixture(name), throwDice, 1));
      if (found.sheets !== undefined) expect(found).toEqual(whole);
    }
  });
});

describe('OLE2', () => {
  const HEADER = { tableSector: 76, difat: 68, directory: 48 };
  function changed(edit: (file: Buffer) => void): Buffer {
    const file = Buffer.from(legacyFixture('form.xls'));
    edit(file);
    return file;
  }
  const sector = (file: Buffer, at: number): number => (file.readUInt32LE(at) + 1) * 512;

  test.each<[string, Buffer]>([
    [
      'a sector table of zeros',
      changed((file) => file.fill(0, sector(file, HEADER.tableSector), sector(file, HEADER.tableSector) + 512)),
    ],
    [
      'sectors that follow themselves',
      changed((file) => {
        const table = sector(file, HEADER.tableSector);
        for (let index = 0; index < 128; index++) file.writeUInt32LE(index, table + index * 4);
      }),
    ],
    [
      'a table of tables that is a circle',
      changed((file) => {
        file.writeUInt32LE(3, HEADER.difat);
        file.fill(0xff, 4 * 512, 5 * 512 - 4);
        file.writeUInt32LE(3, 5 * 512 - 4);
      }),
    ],
    [
      'a directory that is its own neighbour',
      changed((file) => {
        const second = sector(file, HEADER.directory) + 128;
        file.writeUInt32LE(1, second + 68);
        file.writeUInt32LE(1, second + 72);
      }),
    ],
    [
      'a stream larger than the file',
      changed((file) => file.writeUInt32LE(0x7fffffff, sector(file, HEADER.directory) + 128 + 120)),
    ],
    [
      'a stream that begins beyond the file',
      changed((file) => file.writeUInt32LE(0x7fffffff, sector(file, HEADER.directory) + 128 + 116)),
    ],
    ['a directory beyond the file', changed((file) => file.writeUInt32LE(0x7fffffff, HEADER.directory))],
  ])('%s', (_what, bytes) => expect(readHostile(bytes)).toEqual({ facts: { kind: 'damaged' } }));

  test('two hundred streams on the same sectors', () => {
    const streams = Array.from({ length: 200 }, (_, index): [string, Uint8Array] => [
      `s${index}`,
      new Uint8Array(5000),
    ]);
    const file = aCompoundFile(Object.fromEntries([['Workbook', new Uint8Array(5000)], ...streams]));
    const directory = sector(file, HEADER.directory);
    const start = file.readUInt32LE(directory + 128 + 116);
    for (let at = directory; at + 128 <= file.length; at += 128) {
      if (file[at + 66] === 2) file.writeUInt32LE(start, at + 116);
    }
    expect(readHostile(file).facts).toMatchObject({ kind: 'damaged' });
  });
});

describe('.xls', () => {
  const sheet = (...records: readonly Buffer[]) => aBiffBook([{ name: '__proto__', records }]);
  const number = (row: number, column: number): Buffer => record(RECORD.number, row, column, 0, double(1));

  test('400,001 cells', () => {
    const records = Array.from({ length: 400_001 }, (_, index) => number(index >> 3, index & 7));
    expect(readHostile(aBiffBook([{ name: 'a', records }])).facts).toMatchObject({
      kind: 'too-large',
      limit: 'cells',
      found: 400_001,
    });
  });
  test('20,001 merges', () => {
    const merges = Array.from({ length: 20_001 }, () => record(RECORD.merges, 1, 0, 65_535, 0, 255));
    expect(readHostile(sheet(...merges)).facts).toMatchObject({ kind: 'too-large', limit: 'merges' });
  });
  test('a claim of 4,000 million texts', () => {
    const strings = record(RECORD.sharedStrings, long(1), long(0xffffffff));
    expect(readHostile(aBiffBook([{ name: 'a', records: [] }], [strings])).facts).toMatchObject({
      kind: 'too-large',
      limit: 'sharedStrings',
    });
  });
  test('a text in a hundred thousand pieces', () => {
    const strings = record(RECORD.sharedStrings, long(1), long(1), 60_000, Buffer.of(0));
    const pieces = Array.from({ length: 100_000 }, () => record(0x3c, Buffer.of(0)));
    expect(readHostile(aBiffBook([{ name: 'a', records: [] }], [strings, ...pieces])).facts).toEqual({
      kind: 'damaged',
    });
  });
  test('a stream of nothing but empty records', () => {
    const stream = aBiffStream([{ name: 'a', records: Array.from({ length: 500_000 }, () => record(0x3c)) }]);
    expect(readHostile(aCompoundFile({ Workbook: stream })).sheets).toMatchObject([{ name: 'a' }]);
  });
  test('a sheet within a sheet within a sheet', () => {
    const begin = record(RECORD.bof, 0x0600, 0x0020, new Uint8Array(12));
    expect(readHostile(sheet(...Array.from({ length: 50_000 }, () => begin))).facts).toEqual({ kind: 'damaged' });
  });
  test('a sheet called __proto__ does no harm', () => {
    expect(readHostile(sheet(number(0, 0))).sheets).toMatchObject([{ name: '__proto__' }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('.xlsb', () => {
  const SHEET = 'xl/worksheets/sheet1.bin';
  /** The small workbook with records put behind the cells of its first sheet, each with a type below 16,384. */
  function withRecords(...records: readonly (readonly [number, Buffer])[]): Buffer {
    const parts = unzipSync(legacyFixture('features.xlsb'));
    const made = records.map(([type, data]) =>
      Buffer.concat([
        Buffer.of(...(type < 128 ? [type] : [(type & 127) | 128, type >> 7])),
        Buffer.of(data.length),
        data,
      ]),
    );
    return Buffer.from(zipSync({ ...parts, [SHEET]: Buffer.concat([parts[SHEET] ?? Buffer.alloc(0), ...made]) }));
  }
  const words = (...values: readonly number[]): Buffer => Buffer.concat(values.map(long));
  const SPAN = words(0, 1_048_575, 0, 16_383);

  test('a hyperlink over the whole sheet costs nothing', () =>
    expect(readHostile(withRecords([0x01ee, Buffer.concat([SPAN, words(0, 0, 0, 0)])]))).toEqual(
      readHostile(legacyFixture('features.xlsb')),
    ));
  test('a merge over the whole sheet', () => expect(readHostile(withRecords([0x00b0, SPAN])).sheets).toBeDefined());
  test('a text that is not in the table', () =>
    expect(readHostile(withRecords([0x0000, words(50)], [0x0007, words(0, 0, 99_999)])).facts).toMatchObject({
      kind: 'damaged',
    }));
  test('a row beyond the grid', () =>
    expect(readHostile(withRecords([0x0000, words(2_000_000)], [0x0002, words(0, 0, 0)])).facts).toMatchObject({
      kind: 'damaged',
    }));
  test('a sheet whose part is missing is named', () => {
    const { [SHEET]: lost, ...others } = unzipSync(legacyFixture('features.xlsb'));
    expect(lost).toBeDefined();
    expect(readWorkbook(zipSync(others), 'a.xlsb').diagnostics[0]?.message).toMatch(
      /^Trang tính “Số liệu” của tệp bị hỏng/u,
    );
  });
  test('a workbook whose relations are missing', () => {
    const { 'xl/_rels/workbook.bin.rels': lost, ...others } = unzipSync(legacyFixture('features.xlsb'));
    expect(lost).toBeDefined();
    expect(readHostile(zipSync(others)).facts).toMatchObject({ kind: 'damaged' });
  });
});
