import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costNoted, costSoFar, greater, type ProcessCost } from './process-cost.ts';

/** What the program may take for what anybody sends. */
export const MOST = { seconds: 10, megabytes: 600 } as const;
/** A program that grows or works like this is stopped before it takes the machine with it. */
const STOP_AT = { megabytes: 1500, processorSeconds: 15, clockSeconds: 40 } as const;
/** Milliseconds between two looks at it. */
const LOOK_EVERY = 100;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NOTE_COST = new URL('./note-cost.mjs', import.meta.url).href;

/** A run of the built program, and what it cost. */
export interface Run {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
  /** The time on the clock, or the processors' time if that is less: other work of the machine is not the program's. */
  readonly seconds: number;
  /** The most memory that it held. */
  readonly megabytes: number;
}

/** The administrator of the machine may read everything; a clerk may not, and neither may the program here. */
const FORBIDDEN = '-dac_override,-dac_read_search';
const AS_A_CLERK =
  process.getuid?.() === 0 ? ['setpriv', `--bounding-set=${FORBIDDEN}`, `--inh-caps=${FORBIDDEN}`] : [];

type Program = ReturnType<typeof start>;

/** Without the log lines, which name the workspace that the test itself gave. */
function start(argv: readonly string[], cwd: string, costFile: string) {
  const [command, ...words] = [...AS_A_CLERK, process.execPath];
  return spawn(command, [...words, '--import', NOTE_COST, join(ROOT, 'bin/tkcds.js'), '--no-log', ...argv], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', TKCDS_COST: costFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Looks at the program again and again, and ends it when it takes far too much; what was seen last. */
function watch(program: Program, clockSeconds: () => number): { readonly stop: () => ProcessCost } {
  let seen = costSoFar(program.pid);
  const timer = setInterval(() => {
    seen = greater(seen, costSoFar(program.pid));
    const isTooMuch =
      clockSeconds() > STOP_AT.clockSeconds ||
      seen.processorSeconds > STOP_AT.processorSeconds ||
      seen.megabytes > STOP_AT.megabytes;
    if (isTooMuch) program.kill('SIGKILL');
  }, LOOK_EVERY);
  return {
    stop: () => {
      clearInterval(timer);
      return seen;
    },
  };
}

/** Runs the built program in that folder. Whatever it does, it is over soon, or is ended. */
export async function runProgram(argv: readonly string[], cwd: string): Promise<Run> {
  const notes = mkdtempSync(join(tmpdir(), 'tkcds-cost-'));
  const costFile = join(notes, 'cost');
  const began = performance.now();
  const clockSeconds = (): number => (performance.now() - began) / 1000;
  const program = start(argv, cwd, costFile);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  program.stdout.on('data', (piece: Buffer) => out.push(piece));
  program.stderr.on('data', (piece: Buffer) => err.push(piece));
  const watching = watch(program, clockSeconds);
  const code = await new Promise<number | undefined>((resolve, reject) => {
    program.once('error', reject);
    program.once('close', (status) => resolve(status ?? undefined));
  });
  const seconds = clockSeconds();
  const { megabytes, processorSeconds } = greater(watching.stop(), costNoted(costFile));
  rmSync(notes, { recursive: true });
  return {
    code,
    out: Buffer.concat(out).toString('utf8'),
    err: Buffer.concat(err).toString('utf8'),
    seconds: Math.min(seconds, processorSeconds),
    megabytes,
  };
}
