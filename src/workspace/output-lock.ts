import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { patienceAsked, tellProgress, tellStep } from './run-watch.ts';
import { onDisk, systemCode } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The name of the lock in an output folder. */
export const LOCK_FILE = '.khoa';

/** No run takes this long; a lock that is older was left by a machine that went down. */
const LONGEST_RUN_MS = 60 * 60 * 1000;
/** Between making the lock and writing into it; an unreadable lock that is older is a left-over. */
const WRITING_MS = 10 * 1000;
/** How long a run waits for another one if nothing else is said: longer than a round takes. */
export const PATIENCE_MS = 60 * 1000;
const LOOK_EVERY_MS = 100;

/** The locks that this process holds: what stands in each. */
const held = new Map<string, string>();

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
  const content = `${String(process.pid)} ${hostname()}\n`;
  try {
    writeFileSync(path, content, { flag: 'wx' });
    held.set(path, content);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    rmSync(path, { force: true }); // made but not filled: the disk is full
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
    if (isSame) tellStep('khóa', 'Bỏ khóa do một lần chạy bị ngắt để lại');
    return isSame;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true; // released in the meantime
    throw error;
  }
}

function take(path: string): boolean {
  return onDisk('khóa thư mục', dirname(path), () => {
    mkdirSync(dirname(path), { recursive: true });
    return create(path) || (clearStale(path) && create(path));
  });
}

/** Whether the lock was got before the patience ran out. */
async function waitFor(path: string, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  let isTold = false;
  while (!take(path)) {
    if (performance.now() >= until) return false;
    if (!isTold) tellStep('khóa', 'Một lần chạy khác đang ghi, chờ lần chạy đó xong');
    isTold = true;
    tellProgress('Chờ một lần chạy khác ghi xong');
    await pause(LOOK_EVERY_MS);
  }
  return true;
}

/** What stands in the lock now; undefined when nobody can tell. */
function contentNow(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function release(path: string): void {
  const content = held.get(path);
  held.delete(path);
  try {
    if (contentNow(path) === content) rmSync(path, { force: true });
  } catch {
    // The drive is gone or read-only by now; the next run sees that this one is over and takes the lock over.
  }
}

/**
 * Makes sure, right before something is written, that the locks this process took are there and its own. Throws a WorkspaceError when the
 * drive went away in the meantime (a folder of the same name may be another one now) or another run has taken over.
 */
export function confirmLocks(): void {
  for (const [path, content] of held) {
    if (contentNow(path) === content) continue;
    throw new WorkspaceError(
      `Khóa của lần chạy này trong “${dirname(path)}” không còn: ổ mạng mất kết nối, hoặc một lần chạy khác đã tiếp quản; không ghi gì, chạy lại`,
      [],
      { isTemporary: true },
    );
  }
}

/**
 * Holds the folder's lock while the work runs, so that two runs never write one report together; also let go when the
 * program is interrupted. While another run holds it, waits up to that many milliseconds. A lock left by a run that died is taken over.
 * Throws a WorkspaceError when another run still holds it then.
 */
export async function withOutputLock<T>(
  folder: string,
  work: () => Promise<T>,
  patienceMs: number = patienceAsked() ?? PATIENCE_MS,
): Promise<T> {
  const path = join(folder, LOCK_FILE);
  if (!(await waitFor(path, patienceMs))) {
    throw new WorkspaceError(
      `Một lần chạy khác đang ghi vào “${folder}”; chờ lần chạy đó xong rồi chạy lại (nếu chắc chắn không còn, xóa tệp ${LOCK_FILE} trong thư mục đó)`,
      [],
      { isTemporary: true },
    );
  }
  const letGo = (): void => release(path);
  process.once('exit', letGo);
  try {
    return await work();
  } finally {
    process.removeListener('exit', letGo);
    letGo();
  }
}
