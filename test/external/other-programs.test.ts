import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The sample round made anew: forms of the built program, filled in by openpyxl, half of them saved again by LibreOffice. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tkcds-round-'));
const committed = mkdtempSync(join(tmpdir(), 'tkcds-committed-'));

function run(program: string, ...args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (error !== undefined) throw error;
  // 1: findings were made, the outputs were written.
  if (status !== 0 && status !== 1) throw new Error(`${program} ${args.join(' ')}: exit ${String(status)}\n${stderr}`);
}

/** What the round says, without what differs from one making of the files to the next. */
function figuresOf(workspace: string): Readonly<Record<string, unknown>> {
  run('node', 'bin/tkcds.js', 'report', '-C', workspace, '--period', '2025-10', '--as-of', '2025-11-12');
  const json = readFileSync(join(workspace, 'ket-qua/2025-10/bao-cao.json'), 'utf8');
  // The shape is the one that docs/bao-cao-json.md documents.
  const figures = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const ofTheFiles = ['sources', 'inputs', 'report', 'summary', 'fingerprint'];
  expect(Object.keys(figures)).toEqual(expect.arrayContaining(ofTheFiles));
  return Object.fromEntries(Object.entries(figures).filter(([key]) => !ofTheFiles.includes(key)));
}

beforeAll(() => {
  run('/usr/bin/python3', 'fixtures/large-commune/make.py', folder);
  cpSync(join(root, 'fixtures/large-commune/workspace'), committed, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(committed, { recursive: true, force: true });
});

test('files that openpyxl and LibreOffice write today give the figures and findings of the committed round', () => {
  expect(figuresOf(folder)).toEqual(figuresOf(committed));
});
