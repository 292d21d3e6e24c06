import { basename, join } from 'node:path';
import { assetPath } from './assets.ts';
import { isThere } from './presence.ts';
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

function load(folder: string, own: string, builtIn: string): ReportTemplate {
  const path = join(folder, own);
  const [chosen, file] = isThere(path) ? [path, own] : [assetPath(builtIn), basename(own)];
  return { path: chosen, file, text: readTextFile(chosen, file) };
}

/** The wording of the report: the commune's own `mau-bao-cao/bao-cao.md` if it has one, else the built-in one. */
export function loadReportTemplate(folder: string): ReportTemplate {
  return load(folder, WORDING_FILE, BUILT_IN);
}

/** The wording of the reminder: the commune's own `mau-bao-cao/cong-van-don-doc.md` if it has one, else the built-in one. */
export function loadReminderTemplate(folder: string): ReportTemplate {
  return load(folder, 'mau-bao-cao/cong-van-don-doc.md', 'templates/reports/cong-van-don-doc.md');
}

/** The wording of the slip to a unit: the commune's own `mau-bao-cao/phieu-yeu-cau-chinh-sua.md` if it has one, else the built-in one. */
export function loadSlipTemplate(folder: string): ReportTemplate {
  return load(folder, 'mau-bao-cao/phieu-yeu-cau-chinh-sua.md', 'templates/reports/phieu-yeu-cau-chinh-sua.md');
}

/** The wording of the reminder texts: the commune's own `mau-bao-cao/tin-nhan-don-doc.md` if it has one, else the built-in one. */
export function loadMessageTemplate(folder: string): ReportTemplate {
  return load(folder, 'mau-bao-cao/tin-nhan-don-doc.md', 'templates/reports/tin-nhan-don-doc.md');
}
