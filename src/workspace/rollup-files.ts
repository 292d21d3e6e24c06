import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { readReport, type ReadReport, type RollupFile } from '../pipeline-rollup.ts';
import { quoteValue } from '../vi/text.ts';
import { shownFileName } from './file-name.ts';
import { sha256, unsealJson } from './fingerprint.ts';
import { filesBelow, loadFile, type Listed } from './inbox.ts';
import { LARGEST_FILE } from './largest-file.ts';
import { isThere } from './presence.ts';
import { FILE_OVERSIZED } from './problems.ts';
import { WorkspaceError } from './workspace-error.ts';

/** What was found in a folder of communes' reports. */
export interface CommuneReports {
  readonly reads: readonly Outcome<ReadReport>[];
  /** On files and folders that could not even be opened. */
  readonly diagnostics: readonly Diagnostic[];
}

const FIGURES = /\.json$/iu;
/** What an earlier rollup wrote; of a whole year it can be larger than any report. */
const OWN_OUTCOME = /^tong-hop-tinh(?: \(\d+\))?\.json$/u;

/** The text of a UTF-8 file; undefined for other bytes. A byte order mark goes. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the decoder throws exactly when the bytes are no UTF-8
  }
}

/** The hash of a regular file of that plain name in the folder; undefined for anything else, whatever the name says. */
function hashIn(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (basename(name) !== name || !isThere(path)) return undefined;
  try {
    const status = lstatSync(path);
    return status.isFile() && status.size <= LARGEST_FILE ? sha256(readFileSync(path)) : undefined;
  } catch {
    return undefined; // not to be opened: then nothing is known of it
  }
}

/** What is said of an oversized report speaks of spreadsheets. */
function refusalOf(refusal: Diagnostic): Diagnostic {
  if (refusal.rule !== FILE_OVERSIZED.id) return refusal;
  return { ...refusal, hint: 'Chuyển tệp này ra khỏi thư mục và đề nghị xã gửi lại bao-cao.json do chương trình ghi' };
}

function readOne({ path, file }: Listed): Outcome<ReadReport | undefined> {
  const loaded = loadFile(path, file);
  const { sha256: hash } = loaded.source;
  const source = { file, sha256: hash };
  if (loaded.bytes === undefined) {
    const isOwn = loaded.refusal.rule === FILE_OVERSIZED.id && OWN_OUTCOME.test(basename(path));
    if (isOwn) return { value: undefined, diagnostics: [] };
    const value = { source, report: undefined, refusal: 'không mở được' };
    return { value, diagnostics: [refusalOf(loaded.refusal)] };
  }
  const text = utf8(loaded.bytes);
  const rollupFile: RollupFile = {
    source,
    text,
    isSealed: text !== undefined && unsealJson(text) !== undefined,
    hashBeside: (name) => hashIn(dirname(path), name),
  };
  return readReport(rollupFile);
}

/** The folder as typed, opened; throws a WorkspaceError when it is none. */
export function openReportsFolder(typed: string, cwd: string): string {
  const folder = resolve(cwd, typed);
  if (typed.trim() === '' || !isThere(folder)) {
    throw new WorkspaceError(`Không tìm thấy thư mục ${quoteValue(shownFileName(typed))}`);
  }
  if (!statSync(folder).isDirectory()) {
    throw new WorkspaceError(
      `${quoteValue(shownFileName(typed))} không phải là thư mục; nêu thư mục chứa bao-cao.json của các xã`,
    );
  }
  return folder;
}

/** Reads every JSON file in the folder and the folders inside it, one after the other: only what counts of each is kept. */
export function readCommuneReports(folder: string, name: string): CommuneReports {
  const { files, diagnostics } = filesBelow(folder, name, FIGURES);
  const reads: Outcome<ReadReport>[] = [];
  for (const listed of files) {
    const { value, diagnostics: found } = readOne(listed);
    if (value !== undefined) reads.push({ value, diagnostics: found });
  }
  return { reads, diagnostics };
}
