import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyName } from './file-name.ts';
import { sha256, unsealJson } from './fingerprint.ts';
import { onDisk } from './system-error.ts';

/** The folder of a workspace where reports are written, one folder a period. */
export const RESULTS_FOLDER = 'ket-qua';

const STEM = 'bao-cao';
/** Also the new figures that a run left beside the old ones when it was cut off after putting its report in place. */
const OWN_JSON = /^(?:bao-cao(?: \(\d+\))?\.json|\.bao-cao(?: \(\d+\))?\.json\.tmp)$/u;

/** The names under which a report is written. */
export interface ReportNames {
  readonly docx: string;
  readonly json: string;
  /** Files that somebody has edited (or that this program did not write); they stay as they are. */
  readonly kept: readonly string[];
}

function isReportHash(content: unknown): content is { readonly report: { readonly sha256: string } } {
  if (typeof content !== 'object' || content === null || !('report' in content)) return false;
  const { report } = content;
  return typeof report === 'object' && report !== null && 'sha256' in report && typeof report.sha256 === 'string';
}

function recordedHash(text: string): string | undefined {
  const content: unknown = JSON.parse(text);
  return isReportHash(content) ? content.report.sha256 : undefined;
}

function read(path: string): Buffer {
  return onDisk('đọc', path, () => readFileSync(path));
}

/** The hashes of the .docx files that this program wrote into the folder, as its unbroken JSON files record them. */
function ownHashes(folder: string): ReadonlySet<string> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => OWN_JSON.test(name)) : [];
  const texts = names.map((name) => unsealJson(read(join(folder, name)).toString('utf8')));
  return new Set(texts.flatMap((text) => (text === undefined ? [] : [recordedHash(text) ?? ''])));
}

/**
 * Chooses names in the folder so that nothing edited by hand is overwritten: `bao-cao.docx` and `.json`, or both with
 * ` (2)`, ` (3)` … when either is there and is not exactly what this program wrote.
 */
export function chooseReportNames(folder: string): ReportNames {
  const own = ownHashes(folder);
  const kept: string[] = [];
  for (let copy = 1; ; copy++) {
    const docx = copyName(STEM, '.docx', copy);
    const json = copyName(STEM, '.json', copy);
    const isEdited = (name: string, isOwn: (bytes: Buffer) => boolean): boolean =>
      existsSync(join(folder, name)) && !isOwn(read(join(folder, name)));
    const edited = [
      ...(isEdited(docx, (bytes) => own.has(sha256(bytes))) ? [docx] : []),
      ...(isEdited(json, (bytes) => unsealJson(bytes.toString('utf8')) !== undefined) ? [json] : []),
    ];
    if (edited.length === 0) return { docx, json, kept };
    kept.push(...edited);
  }
}
