import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { linkPaths } from '../../src/workspace/link-paths.ts';
import { tempFolder } from './support/temp-folder.ts';

/** A workspace with these files in the inbox of October. */
function workspaceWith(...files: readonly string[]): string {
  const folder = tempFolder();
  for (const file of files) {
    const path = join(folder, 'nop/2025-10', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
  return folder;
}

const APART = 'Thôn Đông.xlsx'.normalize('NFD');
const TOGETHER = 'Thôn Đông.xlsx'.normalize('NFC');

test.each([
  ['a file of the inbox', ['TH01.xlsx'], 'TH01.xlsx', '../../nop/2025-10/TH01.xlsx'],
  ['in a folder there', ['Zalo 05/TH01.xlsx'], 'Zalo 05/TH01.xlsx', '../../nop/2025-10/Zalo 05/TH01.xlsx'],
  ['the register', [], 'don-vi.xlsx', '../../don-vi.xlsx'],
  [
    'a report under the name of the register',
    ['don-vi.xlsx'],
    'nop/2025-10/don-vi.xlsx',
    '../../nop/2025-10/don-vi.xlsx',
  ],
  ['letters and marks apart on the disk', [APART], TOGETHER, `../../nop/2025-10/${APART}`],
  ['two files that are shown alike', [APART, TOGETHER], TOGETHER, undefined],
  ['a file that is not there', [], 'TH01.xlsx', undefined],
])('%s', (_what, files, name, expected) => {
  expect(linkPaths(workspaceWith(...files), '2025-10')(name)).toBe(expected);
});
