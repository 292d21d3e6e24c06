import { readFile, type InboxFile, type ReadFile } from '../../src/pipeline.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';

/** Reads a file of any kind in this thread: threads of their own run the built program only. */
export function readAny(file: InboxFile): ReadFile {
  if (file.bytes === undefined) return readFile(file);
  return { source: file.source, workbook: readWorkbook(file.bytes, file.source.file) };
}
