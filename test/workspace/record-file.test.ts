import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTogether } from '../../src/workspace/atomic-write.ts';
import { parseChain } from '../../src/workspace/ledger/chain.ts';
import { readRecord, recordOutputs, tornFindings } from '../../src/workspace/ledger/record-file.ts';
import { tempFolder } from './support/temp-folder.ts';

const FILE = 'so.jsonl';
const WORDS = { title: 'sổ', again: '“tkcds receive”' };

interface Line {
  readonly name: string;
  readonly previous: string;
}

/** The test knows what it wrote. */
const understand = (content: unknown): Line => content as Line;

function append(folder: string, ...names: readonly string[]): void {
  writeTogether(
    recordOutputs(
      folder,
      FILE,
      names.map((name) => ({ name })),
    ),
  );
}

function written(...names: readonly string[]): string {
  const folder = tempFolder();
  append(folder, ...names);
  return folder;
}

const bytesOf = (folder: string): Buffer => readFileSync(join(folder, FILE));

describe('a record cut off anywhere within its last line', () => {
  test('keeps the lines before, sets the piece aside, and goes on with an unbroken chain', () => {
    const whole = bytesOf(written('Thôn Thượng', 'Thôn Hạ'));
    const second = whole.indexOf('\n') + 1;
    for (let length = second + 1; length < whole.length - 1; length++) {
      const folder = tempFolder({ [FILE]: whole.subarray(0, length) });
      expect([length, tornFindings(folder, FILE, WORDS).map(({ rule, location }) => [rule, location])]).toEqual([
        length,
        [['record-torn', { kind: 'data', file: FILE, path: '', line: 2, column: 1 }]],
      ]);
      append(folder, 'Thôn Hạ');
      expect([length, bytesOf(folder).equals(whole)]).toEqual([length, true]);
      const aside = readFileSync(join(folder, 'so-ghi-do.txt'));
      expect([length, aside.equals(Buffer.concat([whole.subarray(second, length), Buffer.from('\n')]))]).toEqual([
        length,
        true,
      ]);
      expect(tornFindings(folder, FILE, WORDS)).toEqual([]);
    }
  });

  test('within its only line is one without lines', () => {
    const folder = written('Thôn Thượng');
    const whole = bytesOf(folder);
    truncateSync(join(folder, FILE), 9);
    expect(readRecord(folder, FILE).text).toBe('');
    append(folder, 'Thôn Thượng');
    expect(bytesOf(folder)).toEqual(whole);
  });

  test('also when the file system left zeros in the place of the line', () => {
    const folder = written('Thôn Thượng');
    const whole = bytesOf(folder);
    writeFileSync(join(folder, FILE), Buffer.concat([whole, Buffer.alloc(80)]));
    expect(tornFindings(folder, FILE, WORDS)).toHaveLength(1);
    append(folder, 'Thôn Hạ');
    const { lines, unreadable, broken } = parseChain(bytesOf(folder).toString('utf8'), understand);
    expect([lines.map(({ name }) => name), unreadable, broken]).toEqual([['Thôn Thượng', 'Thôn Hạ'], [], []]);
  });

  test('twice keeps both pieces, and one that is set aside already once', () => {
    const folder = written('a', 'b');
    truncateSync(join(folder, FILE), bytesOf(folder).length - 5);
    const torn = bytesOf(folder);
    append(folder, 'b');
    const once = readFileSync(join(folder, 'so-ghi-do.txt'), 'utf8');
    writeFileSync(join(folder, FILE), torn); // as when the run was killed between the two files
    append(folder, 'c');
    expect(readFileSync(join(folder, 'so-ghi-do.txt'), 'utf8')).toBe(once);
    truncateSync(join(folder, FILE), bytesOf(folder).length - 3);
    append(folder, 'd');
    expect(readFileSync(join(folder, 'so-ghi-do.txt'), 'utf8').split('\n')).toHaveLength(3);
  });
});

describe('nothing is torn', () => {
  test.each([
    ['a last line without its line end', (whole: string) => whole.slice(0, -1)],
    ['words that somebody wrote at the end', (whole: string) => `${whole}đã xem`],
    ['a whole record', (whole: string) => whole],
  ])('%s', (_name, change) => {
    const folder = written('a', 'b');
    writeFileSync(join(folder, FILE), change(bytesOf(folder).toString('utf8')));
    expect(tornFindings(folder, FILE, WORDS)).toEqual([]);
    expect(readRecord(folder, FILE).text).toBe(bytesOf(folder).toString('utf8'));
  });
});
