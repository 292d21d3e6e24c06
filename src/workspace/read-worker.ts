import { parentPort } from 'node:worker_threads';
import { readWorkbook } from '../read/read-workbook.ts';

/** The other end of `read-files.ts`: reads one file for each message. Loads the readers only, not the whole pipeline. */
parentPort?.on('message', ({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }) => {
  parentPort?.postMessage(readWorkbook(bytes, file));
});
