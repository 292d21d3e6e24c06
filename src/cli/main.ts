import { isatty } from 'node:tty';
import { EXIT } from './exit-code.ts';
import { reportFault, run } from './run.ts';

const err = (text: string): void => {
  process.stderr.write(text);
};

/** A reader that has seen enough (`tkcds status | head`) closes the pipe; that is no fault. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? EXIT.fine);
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);
/** What comes when somebody presses Ctrl+C, the machine shuts down, or the window is closed: locks are let go. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(EXIT.interrupted));
process.on('uncaughtException', (error) => process.exit(reportFault(error, err)));

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  now: new Date(),
  noColor: process.env['NO_COLOR'],
  isTerminal: process.stdout.isTTY,
  hasTerminal: [0, 1, 2].some((stream) => isatty(stream)),
  errColumns: process.stderr.isTTY ? process.stderr.columns : undefined,
  clock: () => new Date(),
  read: async (files, begin) => (await import('../workspace/read-files.ts')).readGuarded(files, begin),
  out: (text) => {
    process.stdout.write(text);
  },
  err,
});
