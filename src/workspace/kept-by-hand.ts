import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from './atomic-write.ts';
import { isThere } from './presence.ts';
import { readTextFile } from './text-file.ts';

/** The text of a file that people and the program both write into, with the line ends that it has. */
export interface HandKeptText {
  readonly text: string;
  readonly hasCarriageReturns: boolean;
}

/** The text of the file as it lies on the disk, for adding to it; '' when there is none. `file` is its path below the workspace. */
export function handKeptText(folder: string, file: string): HandKeptText {
  const path = join(folder, file);
  if (!isThere(path)) return { text: '', hasCarriageReturns: false };
  return { text: readTextFile(path, file), hasCarriageReturns: readFileSync(path).includes('\r') };
}

/** The file with a new text and the line ends that it had. */
export function handKeptOutput(
  folder: string,
  file: string,
  text: string,
  { hasCarriageReturns }: Pick<HandKeptText, 'hasCarriageReturns'>,
): Output {
  const bytes = new TextEncoder().encode(hasCarriageReturns ? text.replaceAll('\n', '\r\n') : text);
  return { path: join(folder, file), bytes };
}
