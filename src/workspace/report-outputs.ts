import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyName } from './file-name.ts';
import { sha256, unsealJson } from './fingerprint.ts';
import { isThere } from './presence.ts';
import { onDisk } from './system-error.ts';

/** The folder of a workspace where reports are written, one folder a period. */
export const RESULTS_FOLDER = 'ket-qua';

const REPORT_STEM = 'bao-cao';
const SUMMARY_STEM = 'tong-hop';
/** Also the new figures that a run left beside the old ones when it was cut off after putting its report in place. */
const OWN_JSON = /^(?:bao-cao(?: \(\d+\))?\.json|\.bao-cao(?: \(\d+\))?\.json\.tmp)$/u;

const WRITTEN_JSON = /^bao-cao(?: \((\d+)\))?\.json$/u;

/** The names under which a report is written. */
export interface ReportNames {
  readonly docx: string;
  readonly xlsx: string;
  readonly json: string;
  readonly pdf: string;
  /** Whether a PDF of an earlier run lies there that nobody has edited: it shows figures that are no longer the report's. */
  readonly hasOwnPdf: boolean;
  /** Files that somebody has edited (or that this program did not write); they stay as they are. */
  readonly kept: readonly string[];
}

/** The hash that the figures record of another output; '' when they record none. */
function recordedHash(content: unknown, output: 'pdf' | 'report' | 'summary'): string {
  if (typeof content !== 'object' || content === null) return '';
  const entry: unknown = new Map(Object.entries(content)).get(output);
  const isRecorded = typeof entry === 'object' && entry !== null && 'sha256' in entry;
  return isRecorded && typeof entry.sha256 === 'string' ? entry.sha256 : '';
}

function namesIn(folder: string): readonly string[] {
  return isThere(folder) ? onDisk('mở thư mục', folder, () => readdirSync(folder)) : [];
}

function read(path: string): Buffer {
  return onDisk('đọc', path, () => readFileSync(path));
}

/** The hashes of the other files that this program wrote into the folder, as its unbroken JSON files record them. */
function ownHashes(folder: string): ReadonlySet<string> {
  const names = namesIn(folder).filter((name) => OWN_JSON.test(name));
  const texts = names.map((name) => unsealJson(read(join(folder, name)).toString('utf8')));
  return new Set(
    texts.flatMap((text) => {
      if (text === undefined) return [];
      const content: unknown = JSON.parse(text);
      return [recordedHash(content, 'report'), recordedHash(content, 'summary'), recordedHash(content, 'pdf')];
    }),
  );
}

/** The figures that reports of the folder were written with, the last copy first; '.json' files beside them are left out. */
export function writtenFigureFiles(folder: string): readonly string[] {
  const names = namesIn(folder).filter((name) => WRITTEN_JSON.test(name));
  const copyOf = (name: string): number => Number(WRITTEN_JSON.exec(name)?.[1] ?? '1');
  return names.toSorted((a, b) => copyOf(b) - copyOf(a));
}

/**
 * Chooses names in the folder so that nothing edited by hand is overwritten: `bao-cao.docx`, `tong-hop.xlsx`, `bao-cao.json`,
 * `bao-cao.pdf`, or all with ` (2)`, ` (3)` … when one of them is there and is not exactly what this program wrote.
 */
export function chooseReportNames(folder: string): ReportNames {
  const own = ownHashes(folder);
  const isOwnFile = (bytes: Buffer): boolean => own.has(sha256(bytes));
  const isOwnJson = (bytes: Buffer): boolean => unsealJson(bytes.toString('utf8')) !== undefined;
  const isEdited = (name: string, isOwn: (bytes: Buffer) => boolean): boolean =>
    isThere(join(folder, name)) && !isOwn(read(join(folder, name)));
  const kept: string[] = [];
  for (let copy = 1; ; copy++) {
    const docx = copyName(REPORT_STEM, '.docx', copy);
    const xlsx = copyName(SUMMARY_STEM, '.xlsx', copy);
    const json = copyName(REPORT_STEM, '.json', copy);
    const pdf = copyName(REPORT_STEM, '.pdf', copy);
    const edited = [
      ...[docx, xlsx, pdf].filter((name) => isEdited(name, isOwnFile)),
      ...(isEdited(json, isOwnJson) ? [json] : []),
    ];
    if (edited.length === 0) return { docx, xlsx, json, pdf, hasOwnPdf: isThere(join(folder, pdf)), kept };
    kept.push(...edited);
  }
}
