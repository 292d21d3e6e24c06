import { readGuarded } from '../workspace/read-files.ts';
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
process.on('SIGINT', () => process.exit(EXIT.interrupted));
process.on('uncaughtException', (error) => process.exit(reportFault(error, err)));

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  now: new Date(),
  noColor: process.env['NO_COLOR'],
  isTerminal: process.stdout.isTTY,
  read: readGuarded,
  out: (text) => {
    process.stdout.write(text);
  },
  err,
});
