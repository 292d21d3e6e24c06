import { defineConfig } from 'vitest/config';

/** Files made to do harm, each answered by the built program; see test/hostile. */
export default defineConfig({
  test: {
    include: ['test/hostile/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
    fileParallelism: false,
    reporters: process.env['TKCDS_RESULTS'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: `${process.env['TKCDS_RESULTS'] ?? '.results'}/hostile.json` },
  },
});
