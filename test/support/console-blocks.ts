import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A command as a page shows it: what is typed after `$ `, and the lines below it (`…` on a line of its own: lines left out). */
export interface ConsoleStep {
  readonly command: string;
  readonly shown: string;
}

/** One ```console block of a page. */
export interface ConsoleBlock {
  /** What the comment `<!-- test: …; … -->` right above the block says; readers do not see it. */
  readonly marks: readonly string[];
  readonly text: string;
  readonly steps: readonly ConsoleStep[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function stepsOf(text: string): readonly ConsoleStep[] {
  return text
    .split(/^\$ /mu)
    .slice(1)
    .map((step) => {
      const [command = '', ...lines] = step.split('\n');
      return { command, shown: lines.join('\n') };
    });
}

/** The console blocks of a Markdown page, in their order. */
export function consoleBlocks(page: string): readonly ConsoleBlock[] {
  return [...page.matchAll(/(?:<!-- test: (.*?) -->\n\n?)?```console\n(.*?)```/gsu)].map(([, marks, text = '']) => ({
    marks: marks?.split('; ') ?? [],
    text,
    steps: stepsOf(text),
  }));
}

/** Words of a command line; "…" keeps blanks. */
export function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Whether the printed text is the shown one: `…` on a line of its own stands for any lines. */
export function isShown(shown: string, printed: string): boolean {
  const escaped = shown.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`^${escaped.replace(/^…\n/gmu, '(?:.*\\n)*?')}$`, 'u').test(printed);
}

/** What a command left on the screen. */
export interface Screen {
  readonly code: number | null;
  /** Both streams, in the order in which a terminal shows them. */
  readonly printed: string;
}

/** Runs the built program as the page says; `nodeOptions` come before the program. Without a terminal there would be a log. */
export function runShown(command: string, cwd: string, nodeOptions: readonly string[] = []): Screen {
  const [program, ...args] = wordsOf(command);
  if (program !== 'tkcds') throw new Error(`not a command of tkcds: ${command}`);
  const path = join(tmpdir(), `tkcds-printed-${String(process.pid)}.txt`);
  const printed = openSync(path, 'w');
  const { status } = spawnSync(process.execPath, [...nodeOptions, join(root, 'bin/tkcds.js'), '--no-log', ...args], {
    cwd,
    stdio: ['ignore', printed, printed],
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  closeSync(printed);
  const screen = { code: status, printed: readFileSync(path, 'utf8') };
  rmSync(path);
  return screen;
}
