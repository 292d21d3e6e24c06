import { Worker } from 'node:worker_threads';
import type { Outcome } from '../model/diagnostic.ts';
import type { Workbook } from '../model/workbook.ts';
import { needsWorker, readFile, refuseFile, type InboxFile, type ReadFile } from '../pipeline.ts';

/** Reads files of the inbox, in their order. Never rejects because of what a file is. */
export type FileReader = (files: readonly InboxFile[]) => Promise<readonly ReadFile[]>;

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

/**
 * Reads files; those that a library reads, which may loop or grow on a damaged one, in a thread of their own with limits of time and
 * memory, so that one bad file costs its own finding and nothing else. The thread is kept for the next file while it answers.
 */
export const readGuarded: FileReader = async (files) => {
  let thread: Thread | undefined;
  const results: ReadFile[] = [];
  try {
    for (const file of files) {
      if (file.bytes === undefined || !needsWorker(file.bytes)) {
        results.push(readFile(file));
        continue;
      }
      thread ??= startThread();
      const outcome = await thread.read(file.source.file, file.bytes);
      if (typeof outcome === 'string') {
        await thread.stop();
        thread = undefined;
      }
      const workbook = typeof outcome === 'string' ? refuseFile(outcome, file.source.file) : outcome;
      results.push({ source: file.source, workbook });
    }
  } finally {
    await thread?.stop();
  }
  return results;
};
