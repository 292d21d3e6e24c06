import { execFile } from 'node:child_process';

/** What a program printed, and how it ended. */
export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const MINUTES = 60_000;

/**
 * Runs a program and waits for it. A program that is not installed is a failure that says what to install, never a skip:
 * a check that did not run must not look like one that passed.
 */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  howToInstall: string,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 4 * MINUTES } as const;
    execFile(program, [...programArguments], options, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') {
        reject(new Error(`“${program}” is not installed; the external tests need it: ${howToInstall}`));
        return;
      }
      if (error !== null && typeof error.code !== 'number') {
        reject(new Error(`“${program}” did not end: ${error.message}`));
        return;
      }
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** Runs a program that has to succeed, and gives what it printed. */
export async function outputOf(
  program: string,
  programArguments: readonly string[],
  howToInstall: string,
): Promise<string> {
  const { exitCode, stdout, stderr } = await runProgram(program, programArguments, howToInstall);
  if (exitCode !== 0) throw new Error(`“${program} ${programArguments.join(' ')}” ended with ${exitCode}:\n${stderr}`);
  return stdout;
}
