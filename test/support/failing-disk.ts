import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

/** An access to the disk below the folder that is looked at. */
export interface Access {
  /** Counts from 1. */
  readonly number: number;
  readonly name: string;
  /** The last path of the access: what is made or replaced. */
  readonly path: string;
  readonly isWrite: boolean;
}

const READS = ['lstatSync', 'readFileSync', 'readdirSync', 'realpathSync', 'statSync'] as const;
const WRITES = ['copyFileSync', 'mkdirSync', 'openSync', 'renameSync', 'rmSync', 'writeFileSync'] as const;

type Loose = Record<string, (...words: readonly unknown[]) => unknown>;

function pathsOf(words: readonly unknown[], folder: string): readonly string[] {
  return words
    .filter((word) => typeof word === 'string')
    .filter((word) => word === folder || word.startsWith(folder + sep));
}

/**
 * Does the work while accesses below the folder fail with the code that `fault` gives, as the operating system would have it; undefined lets
 * them be. Writes into an open file fail as its opening would.
 */
export async function onFailingDisk<T>(
  folder: string,
  fault: (access: Access) => string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  // The functions are put in place by name; each keeps its own signature for who calls it.
  const loose = fs as unknown as Loose;
  const originals = new Map([...READS, ...WRITES].map((name) => [name, loose[name]] as const));
  let number = 0;
  for (const [name, original] of originals) {
    loose[name] = (...words) => {
      const path = pathsOf(words, folder).at(-1);
      if (path !== undefined) {
        number++;
        const isOpenedToRead = name === 'openSync' && (words[1] ?? 'r') === 'r';
        const isWrite = WRITES.some((one) => one === name) && !isOpenedToRead;
        const code = fault({ number, name, path, isWrite });
        if (code !== undefined)
          throw Object.assign(new Error(`${code}: injected, ${name}`), { code, path, syscall: name });
      }
      return original?.(...words);
    };
  }
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    for (const [name, original] of originals) if (original !== undefined) loose[name] = original;
    syncBuiltinESMExports();
  }
}
