import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyName } from './file-name.ts';
import { sha256, unsealJson } from './fingerprint.ts';
import { isThere } from './presence.ts';
import { onDisk } from './system-error.ts';

const TABLE_STEM = 'tong-hop-tinh';
const APPENDIX_STEM = 'phu-luc-tinh';
/** Also the new figures that a run left beside the old ones when it was cut off. */
const OWN_JSON = /^(?:tong-hop-tinh(?: \(\d+\))?\.json|\.tong-hop-tinh(?: \(\d+\))?\.json\.tmp)$/u;

/** The names under which the province's figures are written. */
export interface RollupNames {
  readonly xlsx: string;
  readonly docx: string;
  readonly csv: string;
  readonly json: string;
  /** Files that somebody has edited (or that this program did not write); they stay as they are. */
  readonly kept: readonly string[];
}

function read(path: string): Buffer {
  return onDisk('đọc', path, () => readFileSync(path));
}

/** The hashes under `outputs` of figures that this program wrote. */
function recordedHashes(text: string): readonly string[] {
  const content: unknown = JSON.parse(text);
  if (typeof content !== 'object' || content === null || !('outputs' in content)) return [];
  const { outputs } = content;
  if (!Array.isArray(outputs)) return [];
  return outputs.flatMap((entry: unknown) => {
    const hasHash = typeof entry === 'object' && entry !== null && 'sha256' in entry;
    return hasHash && typeof entry.sha256 === 'string' ? [entry.sha256] : [];
  });
}

function ownHashes(folder: string): ReadonlySet<string> {
  const names = isThere(folder) ? readdirSync(folder).filter((name) => OWN_JSON.test(name)) : [];
  const texts = names.map((name) => unsealJson(read(join(folder, name)).toString('utf8')));
  return new Set(texts.flatMap((text) => (text === undefined ? [] : recordedHashes(text))));
}

/**
 * Chooses names in the folder so that nothing edited by hand is overwritten: `tong-hop-tinh.xlsx` and the others, or all with ` (2)`,
 * ` (3)` … when one of them is there and is not exactly what this program wrote.
 */
export function chooseRollupNames(folder: string): RollupNames {
  const own = ownHashes(folder);
  const kept: string[] = [];
  for (let copy = 1; ; copy++) {
    const [xlsx, csv, json] = ['.xlsx', '.csv', '.json'].map((ending) => copyName(TABLE_STEM, ending, copy));
    const docx = copyName(APPENDIX_STEM, '.docx', copy);
    if (xlsx === undefined || csv === undefined || json === undefined)
      throw new RangeError('three endings give three names');
    const stands = (name: string): boolean => isThere(join(folder, name));
    const edited = [
      ...[xlsx, docx, csv].filter((name) => stands(name) && !own.has(sha256(read(join(folder, name))))),
      ...[json].filter((name) => stands(name) && unsealJson(read(join(folder, name)).toString('utf8')) === undefined),
    ];
    if (edited.length === 0) return { xlsx, docx, csv, json, kept };
    kept.push(...edited);
  }
}
