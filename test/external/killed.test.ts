import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { closedWorkspace } from '../cli/support/closed-workspace.ts';
import {
  cleanReport,
  correctedReport,
  EVERYBODY,
  INBOX,
  RESULTS,
  smallWorkspace,
} from '../cli/support/small-workspace.ts';

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

/** The moment of entering, and the hashes of lines that hold it, differ from run to run; nothing else may. */
function comparable(name: string, bytes: Buffer): string {
  if (!name.endsWith('.jsonl')) return bytes.toString('base64');
  return bytes.toString('utf8').replaceAll(/"(enteredAt|previous)":"[^"]+"/gu, '"$1":"…"');
}

/** Every file of the folder with its content; none when there is no folder. */
function contents(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), comparable(path, readFileSync(path))]));
}

/** What the program puts beside its files for a moment; whoever writes them next clears it, and nobody reads it. */
function isHidden(name: string): boolean {
  return /(?:^|\/)\./u.test(name);
}

/** The folder as it was, for one more try. */
function again(template: string): string {
  const folder = tempFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** What `verify` finds wrong with the records: the chain of each is whole. */
function expectWholeRecords(folder: string, at: number): void {
  const { stdout } = spawnSync(process.execPath, [PROGRAM, 'verify', '--json', '-C', folder], { encoding: 'utf8' });
  // The shape is the one that docs/validate-json.md documents.
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly rule: string }[] };
  const ofRecords = findings.filter(({ rule }) =>
    ['ledger-changed', 'record-torn', 'verify-record-broken'].includes(rule),
  );
  expect([at, ofRecords]).toEqual([at, []]);
}

/** Which folder the command writes into, and how it may end when it is run once more after it was all done. */
interface Killing {
  readonly results: string;
  /** Said instead when the killed run had finished its work already. */
  readonly done?: RegExp;
}

/**
 * Kills the command before each of its accesses to the disk in turn. Whatever is there afterwards is the old file or the new one,
 * whole; the next run needs no help and leaves exactly what an undisturbed run leaves.
 */
function killEverywhere(template: string, argv: readonly string[], { results, done }: Killing): number {
  const undisturbed = again(template);
  const before = contents(join(undisturbed, results));
  const whole = run(undisturbed, 0, argv);
  expect(whole.code).toBe(0);
  const after = contents(join(undisturbed, results));
  const count = writesOf(whole);
  for (let at = 1; at <= count; at++) {
    const folder = again(template);
    expect([at, run(folder, at, argv).code]).toEqual([at, null]);
    const visible = [...contents(join(folder, results))].filter(([name]) => !isHidden(name));
    const isFinished = isDeepStrictEqual(visible, [...after]); // only tidying up was left
    for (const [name, content] of visible) {
      expect([at, name, [before.get(name), after.get(name)].includes(content)]).toEqual([at, name, true]);
    }
    const next = run(folder, 0, argv);
    const isDone = next.code === 2 && done?.test(next.err) === true;
    expect([at, isDone ? 0 : next.code, next.err]).toEqual([at, 0, next.err]);
    const left = [...contents(join(folder, results))].filter(([name]) => !isFinished || !isHidden(name));
    expect([at, left]).toEqual([at, [...after]]);
    expectWholeRecords(folder, at);
    rmSync(folder, { recursive: true, force: true });
  }
  return count;
}

test('report: killed at any write, the old files or the new ones are there, and the next run needs no help', async () => {
  const folder = await smallWorkspace(EVERYBODY);
  run(folder, 0, ['report']);
  writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await correctedReport('TH01'));
  expect(killEverywhere(folder, ['report'], { results: RESULTS })).toBeGreaterThan(10);
}, 900_000);

test('receive: every file is there once and entered once, whenever the first run was killed', async () => {
  const folder = await smallWorkspace(['TH01']);
  run(folder, 0, ['receive', INBOX]);
  mkdirSync(join(folder, 'zalo'));
  for (const id of ['TH02', 'TR01']) writeFileSync(join(folder, 'zalo', `${id} gửi.xlsx`), await cleanReport(id));
  expect(
    killEverywhere(folder, ['receive', 'zalo', '--received-on', '09/11/2025'], { results: 'nop' }),
  ).toBeGreaterThan(10);
  expect([...contents(join(folder, 'zalo')).keys()]).toEqual(['TH02 gửi.xlsx', 'TR01 gửi.xlsx']);
}, 900_000);

test('adjust: the numbers that were adjusted before are there, whenever it was killed', async () => {
  const folder = await smallWorkspace(EVERYBODY);
  const adjust = (value: string): readonly string[] => [
    'adjust',
    'TH01',
    'CT12',
    value,
    '--reason',
    'Gõ nhầm một chữ số',
    '--by',
    'Trưởng thôn',
  ];
  run(folder, 0, ['adjust', 'TH02', 'CT12', '8', '--reason', 'Gõ nhầm', '--by', 'Trưởng thôn']);
  expect(killEverywhere(folder, adjust('9'), { results: INBOX, done: /đã là 9/u })).toBeGreaterThan(5);
}, 900_000);

test('close and reopen: the round is closed or it is not, whenever they were killed', async () => {
  const folder = await closedWorkspace();
  const reopen = ['reopen', '--period', '2025-10', '--reason', 'Đính chính'];
  const reopened = { results: 'luu', done: /chưa khóa nên không cần mở lại/u };
  expect(killEverywhere(folder, reopen, reopened)).toBeGreaterThan(5);
  run(folder, 0, reopen);
  expect(killEverywhere(folder, ['close'], { results: 'luu', done: /đã khóa ngày 12\/11\/2025/u })).toBeGreaterThan(8);
}, 900_000);
