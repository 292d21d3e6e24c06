import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assetPath } from './assets.ts';
import { readTextFile } from './text-file.ts';

const OWN = 'mau-bao-cao/bao-cao.md';
const BUILT_IN = 'templates/reports/bao-cao.md';

/** The wording and where it lies; `file` is its name in messages. */
export interface ReportTemplate {
  readonly path: string;
  readonly file: string;
  readonly text: string;
}

/** The wording of the report: the commune's own `mau-bao-cao/bao-cao.md` if it has one, else the built-in one. */
export function loadReportTemplate(folder: string): ReportTemplate {
  const own = join(folder, OWN);
  const [path, file] = existsSync(own) ? [own, OWN] : [assetPath(BUILT_IN), 'bao-cao.md'];
  return { path, file, text: readTextFile(path, file) };
}
