import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assetPath } from './assets.ts';
import { readTextFile } from './text-file.ts';

const OWN = 'mau-bao-cao/bao-cao.md';
const BUILT_IN = 'templates/reports/bao-cao.md';

/** The wording of the report: the commune's own `mau-bao-cao/bao-cao.md` if it has one, else the built-in one. */
export function loadReportTemplate(folder: string): { readonly file: string; readonly text: string } {
  const own = join(folder, OWN);
  if (existsSync(own)) return { file: OWN, text: readTextFile(own, OWN) };
  return { file: 'bao-cao.md', text: readTextFile(assetPath(BUILT_IN), 'bao-cao.md') };
}
