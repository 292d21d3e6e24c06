import { expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';
import type { Program } from './support/year/clerk.ts';
import { inventYear } from './support/year/invent-year.ts';
import { playYear } from './support/year/play-year.ts';
import { seedsToPlay } from './support/year/seeds.ts';
import { readHere } from './workspace/support/read-here.ts';
import { tempFolder } from './workspace/support/temp-folder.ts';

/** In this process, which is fast; test/external/year.test.ts plays whole years with the built program. */
const inProcess: Program = async (cwd, argv) => {
  const printed = { out: '', err: '' };
  const code = await run(argv, {
    cwd,
    now: new Date('2027-01-31T03:00:00Z'),
    noColor: undefined,
    isTerminal: false,
    read: readHere,
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  return { code, ...printed };
};

test.each(seedsToPlay([1, 2, 3]))(
  'months of seed %i: every report says what one works out on paper',
  { timeout: 300_000 },
  async (seed) => {
    const year = inventYear(seed, { months: 3, villages: 7 });
    let reports = 0;
    await playYear(tempFolder(), year, inProcess, ({ what, program, expected }) => {
      expect(program, `seed ${String(seed)}, ${what}`).toEqual(expected);
      reports++;
    });
    expect(reports).toBeGreaterThan(3);
  },
);
