import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { correctedReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from '../cli/support/small-workspace.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/tkcds.js', import.meta.url));
const KILLER = new URL('support/kill-at-write.mjs', import.meta.url).href;

/** Runs the built program, killed before that access to the disk; 0 kills nothing. */
function run(
  folder: string,
  killAt: number,
  argv: readonly string[],
): { readonly code: number | null; readonly err: string } {
  const env = { ...process.env, TKCDS_KILL_AT: String(killAt) };
  const words = ['--import', KILLER, PROGRAM, ...argv, '--as-of', '12/11/2025', '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' });
  return { code: status, err: stderr };
}

function writesOf({ err }: { readonly err: string }): number {
  return Number(/writes: (\d+)/u.exec(err)?.[1]);
}

/** Every file of the folder with its content; none when there is no folder. */
function contents(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

/** The folder as it was, for one more try. */
function again(template: string): string {
  const folder = tempFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

/**
 * Kills the command before each of its accesses to the disk in turn. Whatever is there afterwards is the old file or the new one,
 * whole; the next run needs no help and leaves exactly what an undisturbed run leaves.
 */
function killEverywhere(template: string, argv: readonly string[], results: string): number {
  const undisturbed = again(template);
  const before = contents(join(undisturbed, results));
  const whole = run(undisturbed, 0, argv);
  expect(whole.code).toBe(0);
  const after = contents(join(undisturbed, results));
  const count = writesOf(whole);
  for (let at = 1; at <= count; at++) {
    const folder = again(template);
    expect([at, run(folder, at, argv).code]).toEqual([at, null]);
    for (const [name, content] of contents(join(folder, results))) {
      if (name.startsWith('.')) continue; // what the next run clears
      expect([at, name, [before.get(name), after.get(name)].includes(content)]).toEqual([at, name, true]);
    }
    expect([at, run(folder, 0, argv).code]).toEqual([at, 0]);
    expect([at, [...contents(join(folder, results))]]).toEqual([at, [...after]]);
    rmSync(folder, { recursive: true, force: true });
  }
  return count;
}

test('report: killed at any write, the old files or the new ones are there, and the next run needs no help', async () => {
  const folder = await smallWorkspace(EVERYBODY);
  run(folder, 0, ['report']);
  writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await correctedReport('TH01'));
  expect(killEverywhere(folder, ['report'], RESULTS)).toBeGreaterThan(10);
}, 600_000);
