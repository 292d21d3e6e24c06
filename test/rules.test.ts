import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRulePage } from './support/rule-page.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';
import { playScenario } from './support/scenario.ts';

/** The page is the test: every example of docs/rules is played, and gives exactly the findings it shows. */
const folder = new URL('../docs/rules/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

describe.each(pages)('%s', (page) => {
  const path = new URL(page, folder);
  const text = readFileSync(path, 'utf8');
  const { scenarios } = parseRulePage(text);
  const id = page.replace(/\.md$/u, '');

  test('has examples on both sides', () => {
    expect(scenarios.filter(({ isReported }) => isReported).length).toBeGreaterThan(0);
    expect(scenarios.filter(({ isReported }) => !isReported).length).toBeGreaterThan(0);
  });

  if (isUpdate) {
    test('is rewritten', async () => {
      let updated = text;
      for (const scenario of [...scenarios].reverse()) {
        const printed = printDiagnostics(await playScenario(scenario));
        const block = printed === '' ? '' : `${printed}\n`;
        updated = updated.slice(0, scenario.from) + block + updated.slice(scenario.to);
      }
      writeFileSync(path, updated);
      expect(updated).not.toBe('');
    });
    return;
  }

  test.each(scenarios)('$title', async (scenario) => {
    const diagnostics = await playScenario(scenario);
    expect(printDiagnostics(diagnostics)).toBe(scenario.expected);
    expect(diagnostics.some(({ rule }) => rule === id)).toBe(scenario.isReported);
  });
});
