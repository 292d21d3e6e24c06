import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fixedClock } from '../support/fixed-clock.ts';
import type { Clerk, Program } from '../support/year/clerk.ts';
import { inventYear } from '../support/year/invent-year.ts';
import { playYear } from '../support/year/play-year.ts';
import { seedsToPlay } from '../support/year/seeds.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/tkcds.js', import.meta.url));

/** The year is played when its last report is in: to the program all of it has passed. */
const YEAR_IS_OVER = fixedClock('2027-01-31T12:00:00+07:00');

const built: Program = (cwd, argv) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...YEAR_IS_OVER, PROGRAM, ...argv], { cwd });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, out, err });
    });
  });

/** The findings of `tkcds verify` that are differences, as `file rule`. */
async function differences({ folder }: Clerk): Promise<readonly string[]> {
  const { out } = await built(folder, ['verify', '--json']);
  // The shape is the one that docs/validate-json.md documents.
  const { findings } = JSON.parse(out) as {
    readonly findings: readonly { rule: string; severity: string; location: { file: string } }[];
  };
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule, location }) => `${location.file} ${rule}`);
}

/** What verifying finds while that file has other bytes. */
async function withEdited(clerk: Clerk, file: string, edit: (text: string) => string): Promise<readonly string[]> {
  const path = join(clerk.folder, file);
  const before = readFileSync(path);
  writeFileSync(path, edit(before.toString('latin1')), 'latin1');
  const found = await differences(clerk);
  writeFileSync(path, before);
  return found;
}

/** A file of that month that came by way of the ledger. */
function sourceOf({ folder }: Clerk, month: string): string {
  const name = readdirSync(join(folder, 'nop', month)).find((one) => /^TH\d+-.*\.xlsx$/u.test(one));
  if (name === undefined) throw new Error(`nothing came in ${month}`);
  return `nop/${month}/${name}`;
}

test.each(seedsToPlay([2026]))(
  'the year of seed %i: reports as worked out on paper, and whatever is changed afterwards is found',
  { timeout: 1_800_000 },
  async (seed) => {
    let reports = 0;
    const clerk = await playYear(tempFolder(), inventYear(seed), built, ({ what, program, expected }) => {
      expect(program, `seed ${String(seed)}, ${what}`).toEqual(expected);
      reports++;
    });
    // Four looks and a report a month, and the report of the round that was opened again.
    expect(reports).toBe(12 * 5 + 1);
    expect(await differences(clerk)).toEqual([]);

    const source = sourceOf(clerk, '2026-03');
    expect(await withEdited(clerk, source, (text) => `${text.slice(0, -1)}\u0001`)).toContain(
      `${source} verify-file-changed`,
    );
    const ledger = 'nop/2026-04/so-tiep-nhan.jsonl';
    const edited = await withEdited(clerk, ledger, (text) => text.replace('"via":"Zalo"', '"via":"Zola"'));
    expect(edited).toEqual([`${ledger} ledger-changed`, `${ledger} verify-file-changed`]);
    const shortened = await withEdited(clerk, ledger, (text) => text.replace(/[^\n]*\n$/u, ''));
    expect(shortened).toContain(`${ledger} verify-ledger-shortened`);
    expect(await differences(clerk)).toEqual([]);
  },
);
