import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { answerOf, checkRun } from './answer.ts';
import { isForeseen, type HostileFile, type Result } from './hostile-file.ts';
import { resultOf, type ProgramAnswer } from './result.ts';
import { runProgram, type Run } from './run-program.ts';
import { WORKSPACE } from './sound-form.ts';

const DAY = '2025-11-12';

/** A folder of its own for `use`, removed with all that is in it. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tkcds-hostile-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks those files, or folders, in that folder with the built program, as JSON; the answer is sound, whatever it says. */
export async function judge(
  folder: string,
  operands: readonly string[],
): Promise<{ readonly run: Run; readonly answer: ProgramAnswer }> {
  const run = await runProgram(['validate', ...operands, '-C', WORKSPACE, '--json', '--as-of', DAY], folder);
  checkRun(run);
  return { run, answer: answerOf(run, [folder, WORKSPACE]) };
}

/** Writes the file, checks it, and gives what came of it. */
export async function resultOfFile({
  extension,
  bytes,
}: HostileFile): Promise<{ readonly run: Run; readonly result: Result }> {
  return inFolder(async (folder) => {
    const file = `tep.${extension}`;
    writeFileSync(join(folder, file), bytes());
    const { run, answer } = await judge(folder, [file]);
    return { run, result: resultOf(answer, file) };
  });
}

/** Fails unless one of the results that were foreseen came of each file. All of them are checked by one run of the program. */
export async function checkTogether(files: readonly HostileFile[]): Promise<Run> {
  return inFolder(async (folder) => {
    const names = files.map(({ extension }, index) => `${String(index).padStart(3, '0')}.${extension}`);
    files.forEach(({ bytes }, index) => writeFileSync(join(folder, names[index] ?? ''), bytes()));
    const { run, answer } = await judge(folder, ['.']);
    const unforeseen = files.flatMap(({ name, results }, index) => {
      const result = resultOf(answer, `./${names[index] ?? ''}`);
      return isForeseen(result, results) ? [] : [`${name}: ${result}`];
    });
    expect(unforeseen).toEqual([]);
    return run;
  });
}
