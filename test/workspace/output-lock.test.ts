import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCK_FILE, withOutputLock } from '../../src/workspace/output-lock.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';
import { tempFolder } from './support/temp-folder.ts';

/** No process has it: the highest number a system gives is far below. */
const DEAD = 2 ** 30;
const done = (): Promise<string> => Promise.resolve('done');

test('the lock is there during the work and gone after it', async () => {
  const folder = join(tempFolder(), 'ket-qua', '2025-10');
  const path = join(folder, LOCK_FILE);
  const during = await withOutputLock(folder, () => Promise.resolve(readFileSync(path, 'utf8')));
  expect(during).toBe(`${process.pid} ${hostname()}\n`);
  expect(existsSync(path)).toBe(false);
});

test('the lock is gone after a failure', async () => {
  const folder = tempFolder();
  await expect(withOutputLock(folder, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(existsSync(join(folder, LOCK_FILE))).toBe(false);
});

test('a second run at the same time is refused, the first goes on', async () => {
  const folder = tempFolder();
  const first = await withOutputLock(folder, async () => {
    await expect(withOutputLock(folder, done, 0)).rejects.toThrow(WorkspaceError);
    await expect(withOutputLock(folder, done, 0)).rejects.toThrow('Một lần chạy khác đang ghi vào');
    return existsSync(join(folder, LOCK_FILE));
  });
  expect(first).toBe(true);
});

function lockedFolder(content: string, ageSeconds: number): string {
  const folder = tempFolder({ [LOCK_FILE]: content });
  const then = Date.now() / 1000 - ageSeconds;
  utimesSync(join(folder, LOCK_FILE), then, then);
  return folder;
}

describe('a lock that was left behind is taken over', () => {
  test.each([
    ['its run has died', `${DEAD} ${hostname()}\n`, 0],
    ['no run takes two hours', `${process.pid} ${hostname()}\n`, 7200],
    ['nobody has written into it for a minute', '', 60],
  ])('%s', async (_name, content, age) => {
    const folder = lockedFolder(content, age);
    expect(await withOutputLock(folder, done)).toBe('done');
    expect(existsSync(join(folder, LOCK_FILE))).toBe(false);
  });
});

describe('a lock that may be alive is respected', () => {
  test.each([
    ['its run is alive', `${process.pid} ${hostname()}\n`, 5],
    ['it is of another machine', `${DEAD} may-khac\n`, 60],
    ['it is just being written', '', 0],
  ])('%s', async (_name, content, age) => {
    const folder = lockedFolder(content, age);
    await expect(withOutputLock(folder, done, 0)).rejects.toThrow(WorkspaceError);
    expect(readFileSync(join(folder, LOCK_FILE), 'utf8')).toBe(content);
  });
});
