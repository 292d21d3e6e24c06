import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assetPath } from './assets.ts';
import { readTextFile } from './text-file.ts';

/** The commune's own wording, below the workspace. */
export const WORDING_FILE = 'mau-bao-cao/bao-cao.md';
const BUILT_IN = 'templates/reports/bao-cao.md';

/** The path of the wording that ships with the program. */
export function builtInWording(): string {
  return assetPath(BUILT_IN);
}

/** The wording and where it lies; `file` is its name in messages. */
export interface ReportTemplate {
  readonly path: string;
  readonly file: string;
  readonly text: string;
}

/** The wording of the report: the commune's own `mau-bao-cao/bao-cao.md` if it has one, else the built-in one. */
export function loadReportTemplate(folder: string): ReportTemplate {
  const own = join(folder, WORDING_FILE);
  const [path, file] = existsSync(own) ? [own, WORDING_FILE] : [builtInWording(), 'bao-cao.md'];
  return { path, file, text: readTextFile(path, file) };
}
