import { defineConfig } from 'vitest/config';

/** The folder made for a Windows PC, run under Wine; see CONTRIBUTING.md. A missing program is a failure. */
export default defineConfig({
  test: {
    include: ['test/windows/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    passWithNoTests: false,
    allowOnly: false,
    reporters: process.env['TKCDS_RESULTS'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: `${process.env['TKCDS_RESULTS'] ?? '.results'}/windows.json` },
  },
});
