import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Windows machine of its own, made by Wine in a folder of its own. */
export interface Windows {
  /** Runs a line of cmd.exe; what it prints, and its exit code. `cwd` is a folder of this machine. */
  readonly run: (
    line: string,
    place: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
  ) => Ended;
  /** Ends what still runs in it and deletes it. */
  readonly remove: () => void;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const START = fileURLToPath(new URL('start.mjs', import.meta.url));

/** A path of this machine as Wine's Windows sees it. */
export function onWindows(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** Makes the machine; `node` is the node.exe that ships. Throws when Wine is missing. */
export function startWindows(node: string): Windows {
  const home = mkdtempSync(join(tmpdir(), 'tkcds-wine-'));
  const settings = {
    ...process.env,
    WINEPREFIX: join(home, 'prefix'),
    WINEDEBUG: '-all',
    // Wine takes the names of files for UTF-8 only in such a locale; no display, no windows.
    LC_ALL: 'C.UTF-8',
    DISPLAY: '',
  };
  /** Wine 8 cannot write into a pipe. */
  const call = (program: string, words: readonly string[]): Ended => {
    const paths = [join(home, 'out.txt'), join(home, 'err.txt')] as const;
    const [out, err] = [openSync(paths[0], 'w'), openSync(paths[1], 'w')];
    const { status, error } = spawnSync(program, words, { env: settings, stdio: ['ignore', out, err] });
    closeSync(out);
    closeSync(err);
    if (error !== undefined) throw error;
    return { code: status, out: readFileSync(paths[0], 'utf8'), err: readFileSync(paths[1], 'utf8') };
  };
  call('wineboot', ['-i']);
  // Node refuses the Windows 7 that Wine 8 claims to be.
  call('wine', ['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f']);
  return {
    run: (line, { cwd, env = {} }) => {
      const job = join(home, 'job.json');
      writeFileSync(job, JSON.stringify({ line, cwd: onWindows(cwd), env }));
      return call('wine', [node, START, job]);
    },
    remove: () => {
      spawnSync('wineserver', ['-k'], { env: settings });
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    },
  };
}
