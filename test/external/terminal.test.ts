import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cleanReport, smallWorkspace } from '../cli/support/small-workspace.ts';

/** The built program with a terminal in front of it, made by `script` (Debian's bsdutils, on every machine). */
const PROGRAM = fileURLToPath(new URL('../../bin/tkcds.js', import.meta.url));

/** So many that checking them takes more than the second after which progress is shown. */
const FILES = 1_500;

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** What stands on the terminal, as it was written: with `\r` where the line is drawn over. */
function onTerminal(folder: string, ...words: readonly string[]): string {
  const command = [process.execPath, PROGRAM, ...words].map(quoted).join(' ');
  const { stdout, error } = spawnSync('script', ['-qec', `stty cols 80; ${command}`, '/dev/null'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw error;
  return stdout;
}

async function workspaceWithFiles(): Promise<string> {
  const folder = await smallWorkspace([]);
  const sent = join(folder, 'gửi đến');
  mkdirSync(sent);
  const report = await cleanReport('TH01');
  for (let at = 0; at < FILES; at++) writeFileSync(join(sent, `TH01 (${at}).xlsx`), report);
  return folder;
}

test('a run that takes its time says on the terminal how far it is, and leaves nothing of it behind', async () => {
  const shown = onTerminal(await workspaceWithFiles(), 'validate', 'gửi đến', '--as-of', '12/11/2025');
  const drawn = [...shown.matchAll(/\rĐọc tệp ([\d.]+)\/1\.500 … */gu)].map(([, done = '']) =>
    Number(done.replace('.', '')),
  );
  expect(drawn.length).toBeGreaterThan(1);
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
  // Every line that was drawn is blanked before the answer begins.
  const lastDrawn = shown.lastIndexOf(' …');
  expect(shown.slice(lastDrawn + 2)).toMatch(/^ *\r +\r/u);
  // With a terminal there is nobody who wants a log.
  expect(shown).not.toContain(' | bắt đầu | ');
});
