import { Worker } from 'node:worker_threads';
import type { Outcome } from '../model/diagnostic.ts';
import type { Workbook } from '../model/workbook.ts';
import { formatInteger } from '../vi/number.ts';
import { needsWorker, readFile, refuseFile, type InboxFile, type ReadFile } from '../pipeline.ts';
import { tellProgress, tellStep } from './run-watch.ts';

/** Reads files of the inbox, in their order; `begin` is told the place of each before it is read. Never rejects because of what a file is. */
export type FileReader = (files: readonly InboxFile[], begin?: (index: number) => void) => Promise<readonly ReadFile[]>;

/** So many files are read before they are given on: few enough to lie in memory. */
const FILES_AT_ONCE = 32;

/** Milliseconds for one file: an ordinary one takes some hundredths of a second, the largest honest one of a corpus two seconds. */
const TIME_LIMIT = 8_000;

/** Megabytes of JavaScript objects; what the gate lets through needs less. */
const MEMORY_LIMIT = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 64 };

/** A thread that reads one file at a time; it is given up when it fails. */
interface Thread {
  readonly read: (
    file: string,
    bytes: Uint8Array,
  ) => Promise<Outcome<Workbook | undefined> | 'out-of-memory' | 'too-slow'>;
  readonly stop: () => Promise<unknown>;
}

function startThread(): Thread {
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), { resourceLimits: MEMORY_LIMIT });
  return {
    stop: () => worker.terminate(),
    read: (file, bytes) =>
      new Promise((resolve, reject) => {
        const settle = (end: () => void): void => {
          clearTimeout(timer);
          worker.off('message', answered);
          worker.off('error', failed);
          end();
        };
        const answered = (outcome: Outcome<Workbook | undefined>): void => {
          settle(() => {
            resolve(outcome);
          });
        };
        const failed = (error: NodeJS.ErrnoException): void => {
          settle(() => {
            if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('out-of-memory');
            else reject(error);
          });
        };
        const timer = setTimeout(() => {
          settle(() => {
            resolve('too-slow');
          });
        }, TIME_LIMIT);
        worker.on('message', answered);
        worker.on('error', failed);
        worker.postMessage({ file, bytes });
      }),
  };
}

/** A thread that has done its work. It waits no longer than until whoever has it has to wait: further files may come at once. */
let spare: { readonly thread: Thread; readonly end: NodeJS.Timeout } | undefined;

function takeThread(): Thread {
  if (spare === undefined) return startThread();
  const { thread, end } = spare;
  clearTimeout(end);
  spare = undefined;
  return thread;
}

function layThreadBy(thread: Thread): void {
  const end = setTimeout(() => {
    spare = undefined;
    void thread.stop();
  }, 0);
  spare = { thread, end };
}

/**
 * Reads files; those that a library reads, which may loop or grow on a damaged one, in a thread of their own with limits of time and
 * memory, so that one bad file costs its own finding and nothing else. The thread is kept for the next file while it answers.
 */
export const readGuarded: FileReader = async (files, begin) => {
  let thread: Thread | undefined;
  const results: ReadFile[] = [];
  try {
    for (const [index, file] of files.entries()) {
      begin?.(index);
      if (file.bytes === undefined || !needsWorker(file.bytes)) {
        results.push(readFile(file));
        continue;
      }
      thread ??= takeThread();
      const outcome = await thread.read(file.source.file, file.bytes);
      if (typeof outcome === 'string') {
        await thread.stop();
        thread = undefined;
      }
      const workbook = typeof outcome === 'string' ? refuseFile(outcome, file.source.file) : outcome;
      results.push({ source: file.source, workbook });
    }
  } catch (error) {
    await thread?.stop();
    throw error;
  }
  if (thread !== undefined) layThreadBy(thread);
  return results;
};

/** What came: files that are loaded only when it is their turn, and how many there may be. */
export interface Arriving {
  readonly files: Iterable<InboxFile>;
  readonly total: number;
}

/**
 * Reads what came, a few files at a time, and gives each on as soon as it is read; what is made of it is all that stays, so that memory
 * does not grow with the files. Tells whoever follows the run how much of it could be read.
 */
export async function takeArrived<T>(
  read: FileReader,
  { files, total }: Arriving,
  take: (file: ReadFile) => T | Promise<T>,
): Promise<readonly T[]> {
  const taken: T[] = [];
  let readable = 0;
  let waiting: InboxFile[] = [];
  const takeWaiting = async (): Promise<void> => {
    const before = taken.length;
    const results = await read(waiting, (index) => {
      if (total > 1) tellProgress('Đọc tệp', before + index + 1, total);
    });
    waiting = [];
    for (const file of results) {
      if (file.workbook.value !== undefined) readable += 1;
      taken.push(await take(file));
    }
  };
  for (const file of files) {
    waiting.push(file);
    if (waiting.length === FILES_AT_ONCE) await takeWaiting();
  }
  await takeWaiting();
  tellStep('đọc tệp', `${formatInteger(taken.length)} tệp, ${formatInteger(readable)} tệp đọc được`);
  tellProgress('Kiểm tra số liệu');
  return taken;
}

/** The same for files that are kept as they are. */
export function readArrived(read: FileReader, files: readonly InboxFile[]): Promise<readonly ReadFile[]> {
  return takeArrived(read, { files, total: files.length }, (file) => file);
}
