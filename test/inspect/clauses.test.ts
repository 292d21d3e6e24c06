import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INSPECT_PROBLEMS } from '../../src/inspect/problems.ts';
import { FORMAT_RULES } from '../../src/inspect/rules/index.ts';
import { CLAUSES_ND_30_2020 } from '../../src/profiles/clauses-nd-30-2020.ts';
import { clausePages, clausesOf } from '../../src/workspace/clause-pages.ts';
import { parseRulePage } from '../support/rule-page.ts';
import { playScenario } from '../support/scenario.ts';

const ids = INSPECT_PROBLEMS.map(({ id }) => id);
const read = (id: string): string => readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');

describe('the decree’s rules and the pages of findings', () => {
  test.each(Object.keys(CLAUSES_ND_30_2020))('%s is explained by at least one page', (clause) => {
    const pages = clausePages(clause, ids);
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.every(({ title }) => title.length > 5)).toBe(true);
    expect(clausePages(clause.toLowerCase(), ids)).toEqual(pages);
  });

  test.each(ids)('%s names only rules that there are', (id) => {
    const known: readonly string[] = Object.keys(CLAUSES_ND_30_2020);
    const named = clausesOf(read(id));
    expect(named.filter((clause) => !known.includes(clause))).toEqual([]);
    expect(named.length > 0).toBe(id !== 'format-file-unreadable');
  });

  test.each(ids)('%s names every rule that its examples are about', async (id) => {
    const named = clausesOf(read(id));
    for (const scenario of parseRulePage(read(id)).scenarios) {
      const own = (await playScenario(scenario)).filter(({ rule }) => rule === id);
      for (const { facts } of own) expect([...named, undefined]).toContain(facts['clause']);
    }
  });
});

test('rules and problems are sorted, and the same but for the file that is not read', () => {
  expect(ids).toEqual([...ids].sort());
  expect(FORMAT_RULES.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'format-file-unreadable'));
});
