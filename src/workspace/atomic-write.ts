import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { isThere } from './presence.ts';
import { formatInteger } from '../vi/number.ts';
import { confirmLocks } from './output-lock.ts';
import { tellProgress, tellStep } from './run-watch.ts';
import { diskRefusal, onDisk, systemCode } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A file to be written whole or not at all. */
export interface Output {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The accesses to the disk that can fail half-way; tests put failures in their place. */
export interface Disk {
  /** Writes a new file and waits until it has reached the disk. */
  readonly write: (path: string, bytes: Uint8Array) => void;
  readonly copy: (from: string, to: string) => void;
  /** Puts the first path in the place of the second, at once. */
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

/** The file system. */
export const realDisk: Disk = {
  write: (path, bytes) => {
    const file = openSync(path, 'wx');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  copy: (from, to) => {
    copyFileSync(from, to);
  },
  rename: (from, to) => {
    renameSync(from, to);
  },
  remove: (path) => {
    rmSync(path, { force: true });
  },
};

interface Staged {
  readonly output: Output;
  readonly fresh: string;
  /** A copy of the old file, to put back when a later output fails; undefined when there was none. */
  readonly old: string | undefined;
}

const HELD = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'];
const PROGRAMS: Readonly<Record<string, string>> = { '.docx': 'Word', '.xlsx': 'Excel' };

function refusal(path: string, code: string): WorkspaceError {
  const name = basename(path);
  if (!HELD.includes(code)) return diskRefusal('ghi', path, code);
  const program = PROGRAMS[extname(name)] ?? 'chương trình đang mở nó';
  return new WorkspaceError(
    `Không ghi được tệp “${path}”, có lẽ tệp đang mở; đóng tệp trong ${program} rồi chạy lại (nếu tệp không mở, kiểm tra quyền ghi của thư mục)`,
    [],
    { isTemporary: true },
  );
}

/**
 * Starts with a dot and ends unlike any report, so that neither people nor the inbox take it for a file of theirs. Always
 * the same, so that the next run clears what an interrupted one left; the lock of the folder keeps two runs apart.
 */
function besides(path: string, ending: string): string {
  return join(dirname(path), `.${basename(path)}.${ending}`);
}

function isUnchanged({ path, bytes }: Output): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false; // missing or unreadable; writing will say why
  }
}

function putBack(done: readonly Staged[], disk: Disk): void {
  for (const { output, old } of done.toReversed()) {
    if (old === undefined) disk.remove(output.path);
    else disk.rename(old, output.path);
  }
}

function replaceAll(outputs: readonly Output[], disk: Disk, at: (path: string) => void): void {
  const staged = outputs.map((output): Staged => {
    const { path } = output;
    const isKept = outputs.length > 1 && isThere(path);
    return { output, fresh: besides(path, 'tmp'), old: isKept ? besides(path, 'old') : undefined };
  });
  const done: Staged[] = [];
  try {
    for (const { output, fresh, old } of staged) {
      at(output.path);
      disk.remove(fresh);
      disk.write(fresh, output.bytes);
      if (old !== undefined) disk.copy(output.path, old);
    }
    for (const entry of staged) {
      at(entry.output.path);
      disk.rename(entry.fresh, entry.output.path);
      done.push(entry);
    }
  } catch (error) {
    putBack(done, disk); // throws if even that fails, and then the copies of the old files stay where they are
    for (const { fresh, old } of staged) for (const path of [fresh, old]) if (path !== undefined) disk.remove(path);
    throw error;
  }
  for (const { old } of staged) if (old !== undefined) disk.remove(old);
}

/** Once all outputs are in place, what a run left beside them that was killed before it could tidy up is of no use any more. */
function clearLeftOver(outputs: readonly Output[], disk: Disk): void {
  const left = outputs.flatMap(({ path }) => [besides(path, 'tmp'), besides(path, 'old')]);
  for (const path of left) if (isThere(path)) disk.remove(path);
}

function writtenWords(count: number, changed: readonly Output[]): string {
  const size = changed.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const same = count - changed.length;
  const kept = same === 0 ? '' : `; ${formatInteger(same)} tệp đã đúng nội dung, giữ nguyên`;
  return `${formatInteger(changed.length)} tệp, ${formatInteger(size)} byte${kept}`;
}

/**
 * Writes the outputs so that after any failure the old files stand as they stood: all new files are first written beside
 * them and flushed, then put in place one after the other; if one cannot be, those before it are put back. Files that
 * already hold these bytes are not touched (Word may have them open). Gives the paths of the others. Throws a WorkspaceError that names
 * the file.
 */
export function writeTogether(outputs: readonly Output[], disk: Disk = realDisk): readonly string[] {
  const changed = outputs.filter((output) => !isUnchanged(output));
  confirmLocks();
  for (const folder of new Set(changed.map(({ path }) => dirname(path)))) {
    onDisk('tạo thư mục', folder, () => mkdirSync(folder, { recursive: true }));
  }
  let current = '';
  tellProgress('Ghi tệp');
  try {
    replaceAll(changed, disk, (path) => {
      current = path;
    });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw refusal(current, code);
  }
  clearLeftOver(outputs, disk);
  tellStep('ghi tệp', writtenWords(outputs.length, changed));
  return changed.map(({ path }) => path);
}
