import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * Every console block of the README is true: its commands are run in a folder that holds the sample workspace as demo/ and the
 * sample letters, one after the other, and print what stands there. A line `…` stands for lines left out.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tkcds-readme-'));
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/```console\n(.*?)```/gsu)].map(([, text = '']) => text);

beforeAll(() => {
  cpSync(join(root, 'fixtures/large-commune/workspace'), join(folder, 'demo'), { recursive: true });
  cpSync(join(root, 'fixtures/docx'), join(folder, 'fixtures/docx'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Words of a command line; "…" keeps blanks. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** What the command prints on both streams, in the order in which a terminal shows it. */
function run(command: string): string {
  const [program, ...args] = wordsOf(command);
  expect(program).toBe('tkcds');
  const path = join(folder, 'printed.txt');
  const printed = openSync(path, 'w');
  const { status } = spawnSync(process.execPath, [join(root, 'bin/tkcds.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', printed, printed],
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  closeSync(printed);
  expect([0, 1]).toContain(status);
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return text;
}

/** The commands of a block, each with the lines shown below it. */
function stepsOf(block: string): readonly { readonly command: string; readonly shown: string }[] {
  return block
    .split(/^\$ /mu)
    .slice(1)
    .map((step) => {
      const [command = '', ...lines] = step.split('\n');
      return { command, shown: lines.join('\n') };
    });
}

/** The shown text as a pattern: `…` on a line of its own stands for any lines. */
function patternOf(shown: string): RegExp {
  const escaped = shown.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`^${escaped.replace(/^…\n/gmu, '(?:.*\\n)*?')}$`, 'u');
}

describe('the README', () => {
  test('shows commands', () => expect(blocks.length).toBeGreaterThan(3));

  test.each(blocks)('%s', (block) => {
    for (const { command, shown } of stepsOf(block)) {
      const printed = run(command);
      if (isUpdate && !patternOf(shown).test(printed)) {
        const text = readFileSync(join(root, 'README.md'), 'utf8');
        writeFileSync(
          join(root, 'README.md'),
          text.replace(`$ ${command}\n${shown}`, () => `$ ${command}\n${printed}`),
        );
      } else if (!patternOf(shown).test(printed)) expect(printed).toBe(shown);
    }
  });
});
