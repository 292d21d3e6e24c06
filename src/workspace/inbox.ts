import { existsSync, lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import type { InboxFile } from '../pipeline.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { shownFileName } from './file-name.ts';
import { sha256 } from './fingerprint.ts';
import { LARGEST_FILE, sizeWords } from './largest-file.ts';
import { FILE_INACCESSIBLE, FILE_OVERSIZED } from './problems.ts';
import { REGISTER_FILE } from './register.ts';
import { onDisk, systemCode, systemReason } from './system-error.ts';

/** The folder of a workspace where reports arrive, one folder a period. */
export const INBOX_FOLDER = 'nop';

/** The file in a period's inbox that says which errors the commune accepts (chấp nhận); no report of a unit. */
export const ACCEPTANCES_FILE = 'chap-nhan.yaml';

/** The file in a period's inbox that says which numbers the commune has adjusted (điều chỉnh). */
export const ADJUSTMENTS_FILE = 'dieu-chinh.yaml';

/** The file in a period's inbox that says what came when (sổ tiếp nhận). */
export const LEDGER_FILE = 'so-tiep-nhan.jsonl';

/** Files of the program's own that lie in an inbox and are no report of a unit. */
const OWN_FILES: ReadonlySet<string> = new Set([ACCEPTANCES_FILE, ADJUSTMENTS_FILE, LEDGER_FILE]);

/** Folders in folders: more than anyone nests, few enough to end. */
const DEEPEST = 8;

/** What arrived (thư mục báo cáo nhận được). */
export interface Inbox {
  /** Sorted by name, the same on every machine; those that could not be loaded bring the finding that says why. */
  readonly files: readonly InboxFile[];
  /** On folders inside the inbox whose files nobody knows. */
  readonly diagnostics: readonly Diagnostic[];
}

const NOISE = /^(?:\.|~\$|(?:thumbs\.db|desktop\.ini|ehthumbs\.db)$)/iu;

/** Files that programs leave behind: hidden ones, lock files of Word, Excel and LibreOffice, folder pictures. */
function isNoise(name: string): boolean {
  return NOISE.test(name);
}

function inaccessible(file: string, reason: string): Diagnostic {
  return diagnosticOf(FILE_INACCESSIBLE, {
    message: `Không mở được tệp “${maskPersonalData(file)}”: ${reason}`,
    hint: 'Chép chính tệp báo cáo (không phải lối tắt) vào thư mục nộp và cấp quyền đọc cho tệp, rồi chạy lại',
    location: { kind: 'file', file },
  });
}

function oversized(file: string, size: number): Diagnostic {
  return diagnosticOf(FILE_OVERSIZED, {
    message: `Tệp “${maskPersonalData(file)}” lớn ${sizeWords(size)}, tệp báo cáo phải không quá ${sizeWords(LARGEST_FILE)}`,
    hint: 'Mở tệp, xóa ảnh và trang thừa (gửi ảnh riêng), lưu lại dạng .xlsx rồi nộp lại',
    location: { kind: 'file', file },
    facts: { size },
  });
}

/** Loads one file, or says what stands in the way. `file` is its name for messages and figures, NFC. */
export function loadFile(path: string, file: string): InboxFile {
  let size = 0;
  const refused = (refusal: Diagnostic): InboxFile => ({
    source: { file, sha256: '', size },
    bytes: undefined,
    refusal,
  });
  try {
    const status = lstatSync(path);
    if (status.isSymbolicLink()) return refused(inaccessible(file, 'đây là liên kết đến một tệp khác'));
    if (!status.isFile()) return refused(inaccessible(file, 'đây không phải là tệp thông thường'));
    size = status.size;
    if (size > LARGEST_FILE) return refused(oversized(file, size));
    const bytes = readFileSync(path);
    return { source: { file, sha256: sha256(bytes), size: bytes.length }, bytes };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refused(inaccessible(file, systemReason(code)));
  }
}

/** A file of the inbox, with its path on the disk and its name for messages and figures. */
export interface Listed {
  readonly path: string;
  readonly file: string;
}

function listFolder(folder: string, prefix: string, depth: number): readonly (Listed | Diagnostic)[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || depth === 0) throw error;
    return [inaccessible(prefix.replace(/\/$/u, ''), systemReason(code))];
  }
  return entries
    .filter(({ name }) => !isNoise(name))
    .flatMap((entry): readonly (Listed | Diagnostic)[] => {
      const path = join(folder, entry.name);
      const file = `${prefix}${shownFileName(entry.name)}`;
      if (!entry.isDirectory()) return [{ path, file }];
      return depth < DEEPEST
        ? listFolder(path, `${file}/`, depth + 1)
        : [inaccessible(file, 'thư mục lồng nhau quá sâu')];
    });
}

/** By code units: the same order on every machine and in every language setting. */
function inOrder(a: Listed, b: Listed): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

function isListed(entry: Listed | Diagnostic): entry is Listed {
  return 'path' in entry;
}

/** The files among what was listed, as they are called from here on. */
function filesOf(listed: readonly (Listed | Diagnostic)[], name: string): readonly Listed[] {
  return (
    listed
      .filter(isListed)
      .filter(({ path }) => !OWN_FILES.has(basename(path)))
      // A report under the register's own name is called by its whole path: no finding may seem to be about the other file.
      .map(({ path, file }) => ({ path, file: file === REGISTER_FILE ? `${name}/${file}` : file }))
      .toSorted(inOrder)
  );
}

/** Loads every report in a folder and the folders inside it. `name` is the folder's name for messages and before files' names. */
export function loadFolder(folder: string, name: string, prefix = ''): Inbox {
  const listed = onDisk('mở thư mục', name, () => listFolder(folder, prefix, 0));
  return {
    files: filesOf(listed, name).map(({ path, file }) => loadFile(path, file)),
    diagnostics: listed.flatMap((entry) => (isListed(entry) ? [] : [entry])),
  };
}

/** The files of that ending in a folder and the folders inside it, sorted by name; `diagnostics` on folders that nobody could open. */
export function filesBelow(
  folder: string,
  name: string,
  ending: RegExp,
): { readonly files: readonly Listed[]; readonly diagnostics: readonly Diagnostic[] } {
  const listed = onDisk('mở thư mục', name, () => listFolder(folder, '', 0));
  return {
    files: listed
      .filter(isListed)
      .filter(({ file }) => ending.test(file))
      .toSorted(inOrder),
    diagnostics: listed.flatMap((entry) => (isListed(entry) ? [] : [entry])),
  };
}

/** Loads what arrived for a period; a folder that nobody has made yet is an empty one. */
export function loadInbox(workspaceFolder: string, period: string): Inbox {
  const name = `${INBOX_FOLDER}/${period}`;
  const folder = join(workspaceFolder, INBOX_FOLDER, period);
  return existsSync(folder) ? loadFolder(folder, name) : { files: [], diagnostics: [] };
}

/** What lies in the inbox of a period: each file's path on the disk and its name for messages and figures. */
export function inboxPaths(workspaceFolder: string, period: string): readonly Listed[] {
  const name = `${INBOX_FOLDER}/${period}`;
  const folder = join(workspaceFolder, INBOX_FOLDER, period);
  return existsSync(folder)
    ? filesOf(
        onDisk('mở thư mục', name, () => listFolder(folder, '', 0)),
        name,
      )
    : [];
}

/** Reports that lie in the inbox beside the folders of the periods, where no round looks for them; sorted, NFC. */
export function misplacedFiles(workspaceFolder: string): readonly string[] {
  const folder = join(workspaceFolder, INBOX_FOLDER);
  if (!existsSync(folder)) return [];
  const entries = onDisk('mở thư mục', INBOX_FOLDER, () => readdirSync(folder, { withFileTypes: true }));
  const names = entries
    .filter((entry) => entry.isFile() && !isNoise(entry.name))
    .map(({ name }) => shownFileName(name));
  return names.sort();
}
