import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { onDisk, systemCode } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The name of the lock in an output folder. */
export const LOCK_FILE = '.khoa';

/** No run takes this long; a lock that is older was left by a machine that went down. */
const LONGEST_RUN_MS = 60 * 60 * 1000;
/** Between making the lock and writing into it; an unreadable lock that is older is a left-over. */
const WRITING_MS = 10 * 1000;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM'; // it runs, but belongs to somebody else
  }
}

function isStale(content: string, ageMs: number): boolean {
  const match = /^(\d+) (.+)\n$/u.exec(content);
  if (match === null) return ageMs > WRITING_MS;
  if (ageMs > LONGEST_RUN_MS) return true;
  return match[2] === hostname() && !isRunning(Number(match[1]));
}

function create(path: string): boolean {
  try {
    writeFileSync(path, `${String(process.pid)} ${hostname()}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a left-over lock away; false when it is not left over, or somebody else has just taken it over. */
function clearStale(path: string): boolean {
  const aside = `${path}.${String(process.pid)}`;
  try {
    const content = readFileSync(path, 'utf8');
    if (!isStale(content, Date.now() - statSync(path).mtimeMs)) return false;
    renameSync(path, aside);
    const isSame = readFileSync(aside, 'utf8') === content;
    if (isSame) rmSync(aside);
    else renameSync(aside, path); // the lock of a run that was faster than this one
    return isSame;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true; // released in the meantime
    throw error;
  }
}

/**
 * Holds the folder's lock while the work runs, so that two runs never write one report together; also let go when the
 * program is interrupted. A lock left by a run that died is taken over. Throws a WorkspaceError when another run holds it.
 */
export async function withOutputLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, LOCK_FILE);
  const isHeld = onDisk('khóa thư mục', folder, () => {
    mkdirSync(folder, { recursive: true });
    return create(path) || (clearStale(path) && create(path));
  });
  if (!isHeld) {
    throw new WorkspaceError(
      `Một lần chạy khác đang ghi vào “${folder}”; chờ lần chạy đó xong rồi chạy lại (nếu chắc chắn không còn, xóa tệp ${LOCK_FILE} trong thư mục đó)`,
    );
  }
  const release = (): void => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
