import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { tempFolder } from '../../workspace/support/temp-folder.ts';

/** The files of a folder that took long to make, by their paths below it. */
export type KeptFiles = ReadonlyMap<string, Uint8Array>;

/** Every file of the folder. */
export function filesIn(folder: string): KeptFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

/** A folder of the test's own with these files. */
export function folderWith(files: KeptFiles): string {
  const folder = tempFolder();
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  return folder;
}
