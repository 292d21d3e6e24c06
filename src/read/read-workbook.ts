import type { Outcome } from '../model/diagnostic.ts';
import type { Workbook } from '../model/workbook.ts';
import { FORMATS } from './formats/index.ts';
import { readWith } from './read-with.ts';

/** Reads a spreadsheet of any format, as `readWith` does. */
export function readWorkbook(bytes: Uint8Array, file: string): Outcome<Workbook | undefined> {
  return readWith(FORMATS, bytes, file);
}
