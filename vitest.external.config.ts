import { defineConfig } from 'vitest/config';

/** Tests that need programs beside Node (LibreOffice, Python, the Open XML validator); a missing program is a failure. */
export default defineConfig({
  test: {
    include: ['test/external/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    passWithNoTests: false,
    allowOnly: false,
    reporters: process.env['TKCDS_RESULTS'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: `${process.env['TKCDS_RESULTS'] ?? '.results'}/external.json` },
  },
});
