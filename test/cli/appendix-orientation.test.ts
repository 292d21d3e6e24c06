import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWord } from '../../src/inspect/content/read-word.ts';
import { openWord } from '../../src/inspect/package/open-word.ts';
import { SMALL_COMMUNE_SETTINGS } from '../support/small-settings.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, RESULTS, smallWorkspace } from './support/small-workspace.ts';

/** Which sections of the report lie sideways. */
async function turned(settings: string): Promise<readonly boolean[]> {
  const folder = await smallWorkspace(EVERYBODY);
  writeFileSync(join(folder, 'tkcds.yaml'), `${SMALL_COMMUNE_SETTINGS}${settings}`);
  const { out } = await runIn(folder, 'report');
  expect(out).not.toContain('format-');
  const opened = openWord(readFileSync(join(folder, RESULTS, 'bao-cao.docx')));
  if (typeof opened === 'string') throw new Error(opened);
  return readWord(opened).sections.map(({ page }) => page.isLandscape);
}

test('wide appendices lie sideways, and none does when the settings say so', async () => {
  const [main, ...appendices] = await turned('');
  expect(main).toBe(false);
  expect(appendices).toContain(true);
  expect(await turned('report:\n  appendixOrientation: dọc\n')).toEqual([false, ...appendices.map(() => false)]);
});
