import { findingJson, type JsonObject } from '../../pipeline.ts';
import type { Reporter } from '../command.ts';
import { meaningOf } from '../exit-code.ts';
import { countSeverities } from '../finding-words.ts';

/** Grows when a field goes or changes its meaning; described in docs/validate-json.md. */
const SCHEMA_VERSION = 1;

/** For programs: everything, whatever --quiet says. */
export const jsonReporter: Reporter = {
  print: ({ command, exitCode, facts, diagnostics }, { programVersion }) => {
    const content: JsonObject = {
      schemaVersion: SCHEMA_VERSION,
      command,
      program: { name: 'tkcds', version: programVersion },
      exitCode,
      outcome: meaningOf(exitCode).id,
      counts: { ...countSeverities(diagnostics) },
      ...facts,
      findings: diagnostics.map(findingJson),
    };
    return `${JSON.stringify(content, undefined, 2)}\n`;
  },
};
