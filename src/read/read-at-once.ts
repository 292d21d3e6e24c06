import type { Outcome } from '../model/diagnostic.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Format } from './format.ts';
import { csv } from './formats/csv.ts';
import { xlsx } from './formats/xlsx.ts';
import { identify } from './identify.ts';
import { isWorkbookKind } from './kind.ts';
import { LIMITS } from './limits.ts';
import { readWith } from './read-with.ts';

/** What is read without being watched. The other formats a library reads, or they unpack to many times their size. */
const AT_ONCE: readonly Format[] = [csv, xlsx];

/** Whether those bytes are of a kind whose reading should run where it can be ended. Never throws. */
export function needsWorker(bytes: Uint8Array): boolean {
  if (bytes.length > LIMITS.fileBytes) return false;
  const { kind } = identify(bytes);
  return isWorkbookKind(kind) && !AT_ONCE.some(({ kinds }) => kinds.includes(kind));
}

/** Reads a spreadsheet that needs no worker, as `readWith` does, without loading what other formats need. */
export function readAtOnce(bytes: Uint8Array, file: string): Outcome<Workbook | undefined> {
  return readWith(AT_ONCE, bytes, file);
}
