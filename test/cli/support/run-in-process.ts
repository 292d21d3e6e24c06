import { run } from '../../../src/cli/run.ts';
import { readHere } from '../../workspace/support/read-here.ts';

/** What a run printed, and its exit code. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process on 12 November 2025, in that folder. */
export async function runIn(cwd: string, ...argv: readonly string[]): Promise<Printed> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    cwd,
    now: new Date('2025-11-12T03:00:00Z'),
    noColor: undefined,
    isTerminal: false,
    patienceMs: 0,
    read: readHere,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
