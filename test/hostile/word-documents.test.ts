import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORD_FILES } from './files/word.ts';
import { answerOf, checkRun } from './support/answer.ts';
import { inFolder } from './support/check-file.ts';
import { isForeseen } from './support/hostile-file.ts';
import { runProgram } from './support/run-program.ts';
import { reportCosts } from './support/suite.ts';

describe('Word documents', () => {
  const note = reportCosts('Word documents');

  test.each(WORD_FILES)('$name', async ({ name, extension, bytes, results }) => {
    await inFolder(async (folder) => {
      const file = `tep.${extension}`;
      writeFileSync(join(folder, file), bytes());
      const run = await runProgram(['check-format', file, '--json'], folder);
      note(name, run);
      checkRun(run);
      const { findings } = answerOf(run, [folder]);
      const refused = findings.find(({ rule }) => rule === 'format-file-unreadable');
      const result = refused === undefined ? (findings[0]?.rule ?? 'clean') : String(refused.facts['kind']);
      expect(isForeseen(result, results), result).toBe(true);
    });
  });
});
