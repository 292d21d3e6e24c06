import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/external/**', 'test/hostile/**', 'test/windows/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
    reporters: process.env['TKCDS_RESULTS'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: `${process.env['TKCDS_RESULTS'] ?? '.results'}/unit.json` },
    coverage: { include: ['src/**'], reportsDirectory: 'coverage' },
  },
});
