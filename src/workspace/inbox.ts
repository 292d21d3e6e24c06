import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import type { InboxFile } from '../pipeline.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { quoteValue } from '../vi/text.ts';
import { shownFileName } from './file-name.ts';
import { sha256 } from './fingerprint.ts';
import { LARGEST_FILE, sizeWords } from './largest-file.ts';
import { isThere } from './presence.ts';
import { FILE_INACCESSIBLE, FILE_OVERSIZED } from './problems.ts';
import { REGISTER_FILE } from './register.ts';
import { tellProgress } from './run-watch.ts';
import { diskRefusal, isPassing, onDisk, systemCode, systemReason } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The folder of a workspace where reports arrive, one folder a period. */
export const INBOX_FOLDER = 'nop';

/** The file in a period's inbox that says which errors the commune accepts (chấp nhận); no report of a unit. */
export const ACCEPTANCES_FILE = 'chap-nhan.yaml';

/** The file in a period's inbox that says which numbers the commune has adjusted (điều chỉnh). */
export const ADJUSTMENTS_FILE = 'dieu-chinh.yaml';

/** The file in a period's inbox that says what came when (sổ tiếp nhận). */
export const LEDGER_FILE = 'so-tiep-nhan.jsonl';

/** What was torn off the ledger when a line of it was not written to its end. */
const TORN_LEDGER_FILE = 'so-tiep-nhan-ghi-do.txt';

/** Files of the program's own that lie in an inbox and are no report of a unit. */
const OWN_FILES: ReadonlySet<string> = new Set([ACCEPTANCES_FILE, ADJUSTMENTS_FILE, LEDGER_FILE, TORN_LEDGER_FILE]);

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

/** What stands in a listed name for bytes that are no UTF-8: such a name cannot be opened as it is listed. */
const UNDECODABLE = '\uFFFD';

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

/** It was there a moment ago. */
function vanished(file: string): WorkspaceError {
  return new WorkspaceError(
    `Tệp ${quoteValue(file)} vừa có đó nhưng không còn khi đọc: ổ mạng mất kết nối, hoặc tệp vừa bị chuyển đi; chưa ghi gì, chạy lại`,
    [],
    { isTemporary: true },
  );
}

/**
 * The reason of a refusal that is the file's own. Throws a WorkspaceError for one that passes (the drive went away, Excel holds the file):
 * figures without the file would take the place of figures with it.
 */
function lastingReason(error: unknown, file: string): string {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOENT' && file.includes(UNDECODABLE)) return 'tên có ký tự hỏng (không phải UTF-8), hãy đổi tên';
  if (code === 'ENOENT') throw vanished(file);
  if (isPassing(code)) throw diskRefusal('đọc', maskPersonalData(file), code);
  return systemReason(code);
}

/**
 * Loads one file, or says what stands in the way. `file` is its name for messages and figures, NFC. Throws a WorkspaceError when that may
 * be over in a moment: then nothing can be said of the file.
 */
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
    return refused(inaccessible(file, lastingReason(error, file)));
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
    if (depth === 0) throw error;
    const name = prefix.replace(/\/$/u, '');
    return [inaccessible(name, lastingReason(error, name))];
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

/** What lies in a folder, not loaded yet. */
export interface ListedInbox {
  /** Sorted by name, the same on every machine. */
  readonly files: readonly Listed[];
  /** On folders inside whose files nobody knows. */
  readonly diagnostics: readonly Diagnostic[];
}

function listInFolder(folder: string, name: string, prefix: string): ListedInbox {
  const listed = onDisk('mở thư mục', name, () => listFolder(folder, prefix, 0));
  return {
    files: filesOf(listed, name),
    diagnostics: listed.flatMap((entry) => (isListed(entry) ? [] : [entry])),
  };
}

/** Loads every report in a folder and the folders inside it. `name` is the folder's name for messages and before files' names. */
export function loadFolder(folder: string, name: string, prefix = ''): Inbox {
  const { files, diagnostics } = listInFolder(folder, name, prefix);
  return {
    files: files.map(({ path, file }, index) => {
      tellProgress('Mở tệp', index + 1, files.length);
      return loadFile(path, file);
    }),
    diagnostics,
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
  return isThere(folder) ? loadFolder(folder, name) : { files: [], diagnostics: [] };
}

/** What lies in the inbox of a period: each file's path on the disk and its name for messages and figures. */
export function listInbox(workspaceFolder: string, period: string): ListedInbox {
  const folder = join(workspaceFolder, INBOX_FOLDER, period);
  if (!isThere(folder)) return { files: [], diagnostics: [] };
  return listInFolder(folder, `${INBOX_FOLDER}/${period}`, '');
}

/** Reports that lie in the inbox beside the folders of the periods, where no round looks for them; sorted, NFC. */
export function misplacedFiles(workspaceFolder: string): readonly string[] {
  const folder = join(workspaceFolder, INBOX_FOLDER);
  if (!isThere(folder)) return [];
  const entries = onDisk('mở thư mục', INBOX_FOLDER, () => readdirSync(folder, { withFileTypes: true }));
  const names = entries
    .filter((entry) => entry.isFile() && !isNoise(entry.name))
    .map(({ name }) => shownFileName(name));
  return names.sort();
}
