import { defineConfig } from 'vitest/config';

/** Files made to do harm, each answered by the built program; see test/hostile. Two at a time: each is judged by its own processor time. */
export default defineConfig({
  test: {
    include: ['test/hostile/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
    maxWorkers: 2,
    reporters: process.env['TKCDS_RESULTS'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: `${process.env['TKCDS_RESULTS'] ?? '.results'}/hostile.json` },
  },
});
