import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

/** The same round by other versions of Node in other time zones: `.ci/run` installs them into the folder that TKCDS_NODES names. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

const installed = (name: string): string => join(process.env['TKCDS_NODES'] ?? '', 'node_modules', name, 'bin', 'node');

function run(node: string, zone: string, ...words: readonly string[]): void {
  const { status, error, stderr } = spawnSync(node, [join(root, 'bin/tkcds.js'), ...words], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  // 1: findings were made, the outputs were written.
  if (status !== 0 && status !== 1) throw new Error(`${node} ${words.join(' ')}: exit ${String(status)}\n${stderr}`);
}

/** The hash of everything that a round writes. */
function outputsOf(node: string, zone: string): readonly (readonly [file: string, hash: string])[] {
  const folder = mkdtempSync(join(tmpdir(), 'tkcds-node-'));
  folders.push(folder);
  cpSync(join(root, 'fixtures/large-commune/workspace'), folder, { recursive: true });
  const round = ['-C', folder, '--period', '2025-10', '--as-of', '2025-11-12'];
  run(node, zone, 'report', ...round);
  run(node, zone, 'form', ...round, '--unit', 'TH01', 'TR01');
  run(node, zone, 'remind', ...round);
  run(node, zone, 'return', 'TH09', ...round);
  run(node, zone, 'status', ...round, '--format', 'html', '--out');
  return ['ket-qua', 'bieu-mau'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map(
        (path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')] as const,
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('every version of Node gives the same bytes in every time zone', () => {
  const here = outputsOf(process.execPath, 'Asia/Ho_Chi_Minh');
  expect(here.length).toBeGreaterThan(8);
  expect(outputsOf(process.execPath, 'America/Los_Angeles')).toEqual(here);
  expect(outputsOf(installed('node-22'), 'UTC')).toEqual(here);
  expect(outputsOf(installed('node-24'), 'Pacific/Auckland')).toEqual(here);
});
