import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleBlocks, isShown, runShown } from './support/console-blocks.ts';

/**
 * Every console block of the README is true: its commands are run in a folder that holds the sample workspace as demo/ and the
 * sample letters, one after the other, and print what stands there. A line `…` stands for lines left out.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tkcds-readme-'));
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';
const blocks = consoleBlocks(readFileSync(join(root, 'README.md'), 'utf8'));

beforeAll(() => {
  cpSync(join(root, 'fixtures/large-commune/workspace'), join(folder, 'demo'), { recursive: true });
  cpSync(join(root, 'fixtures/docx'), join(folder, 'fixtures/docx'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the README', () => {
  test('shows commands', () => expect(blocks.length).toBeGreaterThan(3));

  test.each(blocks)('$text', ({ steps }) => {
    for (const { command, shown } of steps) {
      const { code, printed } = runShown(command, folder);
      expect([0, 1]).toContain(code);
      if (isUpdate && !isShown(shown, printed)) {
        const text = readFileSync(join(root, 'README.md'), 'utf8');
        writeFileSync(
          join(root, 'README.md'),
          text.replace(`$ ${command}\n${shown}`, () => `$ ${command}\n${printed}`),
        );
      } else if (!isShown(shown, printed)) expect(printed).toBe(shown);
    }
  });
});
