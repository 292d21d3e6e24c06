import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { consoleBlocks, isShown, type ConsoleBlock } from './support/console-blocks.ts';
import { goTo, happen, runOn, type Month } from './support/guide-month.ts';

/**
 * The guide's month, done as the guide says: every command of its console blocks is run, one after the other, in the workspace that
 * the first one makes. What a reader does besides (typing settings, getting mail) and the day stand in comments `<!-- test: … -->`
 * above a block: `day 12/11/2025`; `exit 1 0` for the codes of its commands (0 where nothing is said, the last one for the rest);
 * `keep NAME` and `back to NAME` for states of the workspace; the others in test/support/guide-month.ts, in the order written. A command with lines
 * below it prints those (`…`: lines left out); what one without prints is not looked at.
 */
const path = fileURLToPath(new URL('../docs/huong-dan.md', import.meta.url));
const guide = readFileSync(path, 'utf8');
const blocks = consoleBlocks(guide);
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

const folder = mkdtempSync(join(tmpdir(), 'tkcds-guide-'));
const kept = mkdtempSync(join(tmpdir(), 'tkcds-guide-kept-'));
let month: Month = { folder, kept, guide, day: '01/10/2025', place: folder };

afterAll(() => {
  for (const each of [folder, kept]) rmSync(each, { recursive: true, force: true });
});

/** The exit codes that the block's marks name. */
function codesOf({ marks, steps }: ConsoleBlock): readonly number[] {
  const named = marks
    .find((mark) => mark.startsWith('exit '))
    ?.split(' ')
    .slice(1)
    .map(Number) ?? [0];
  return steps.map((_, at) => named[at] ?? named.at(-1) ?? 0);
}

function show(command: string, shown: string, printed: string): void {
  if (shown === '' || isShown(shown, printed)) return;
  if (!isUpdate) expect(printed, command).toBe(shown);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(`$ ${command}\n${shown}`, () => `$ ${command}\n${printed}`),
  );
}

async function follow(block: ConsoleBlock): Promise<void> {
  for (const mark of block.marks.filter((each) => !each.startsWith('exit '))) month = await happen(month, mark);
  const codes = codesOf(block);
  for (const [at, { command, shown }] of block.steps.entries()) {
    const [, place] = /^cd (.+)$/u.exec(command) ?? [];
    if (place === undefined) {
      const { code, printed } = runOn(month, command.replace(/ > \S+$/u, ''));
      expect({ command, code }, printed).toEqual({ command, code: codes[at] });
      show(command, shown, printed);
    } else month = goTo(month, place);
  }
}

describe('the month of the guide', { timeout: 300_000 }, () => {
  test('has commands', () => expect(blocks.flatMap(({ steps }) => steps).length).toBeGreaterThan(40));

  test.each(blocks)('$text', follow);
});
