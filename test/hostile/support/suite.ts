import { afterAll, describe, expect, test } from 'vitest';
import { checkTogether, resultOfFile } from './check-file.ts';
import { isForeseen, type HostileFile } from './hostile-file.ts';
import type { Run } from './run-program.ts';

/** Says at the end which run was the longest and which the largest. */
export function reportCosts(title: string): (name: string, run: Run) => void {
  const runs: { readonly name: string; readonly run: Run }[] = [];
  afterAll(() => {
    const longest = runs.toSorted((one, other) => other.run.seconds - one.run.seconds)[0];
    const largest = runs.toSorted((one, other) => other.run.megabytes - one.run.megabytes)[0];
    if (longest === undefined || largest === undefined) return;
    const time = `longest ${longest.run.seconds.toFixed(1)} s (${longest.name})`;
    const memory = `largest ${largest.run.megabytes.toFixed(0)} MB (${largest.name})`;
    console.log(`${title}: ${String(runs.length)} runs; ${time}; ${memory}`);
  });
  return (name, run) => runs.push({ name, run });
}

/** One test for each file: the built program answers it as foreseen, within its time and memory. */
export function testFiles(title: string, files: readonly HostileFile[]): void {
  describe(title, () => {
    const note = reportCosts(title);
    test.each(files)('$name', async (file) => {
      const { run, result } = await resultOfFile(file);
      note(file.name, run);
      expect(isForeseen(result, file.results), result).toBe(true);
    });
  });
}

interface Group {
  readonly name: string;
  readonly files: readonly HostileFile[];
}

/** Neighbours are unlike one another, so that what costs the most does not come together. */
function groupsOf(files: readonly HostileFile[], most: number): readonly Group[] {
  const count = Math.ceil(files.length / most);
  return Array.from({ length: count }, (_, group) => {
    const members = files.filter((__, index) => index % count === group);
    return { name: `${String(members.length)} files, such as ${members[0]?.name ?? ''}`, files: members };
  });
}

/**
 * One test for so many files at most: one run of the built program answers each as foreseen, all within the time and memory
 * that one of them may take.
 */
export function testTogether(title: string, files: readonly HostileFile[], most: number): void {
  describe(title, () => {
    const note = reportCosts(title);
    test.each(groupsOf(files, most))('$name', async ({ name, files: members }) => {
      note(name, await checkTogether(members));
    });
  });
}
