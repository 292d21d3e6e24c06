import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputOf, type ProgramResult, runProgram } from './support/program.ts';

/** What `npm run bench` makes and compares; how long anything takes is not asked here. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const bench = join(root, 'scripts/bench/bench.mjs');
const INSTALL = 'apt-get install python3-openpyxl python3-docx';

const FILES = 40;

interface Findings {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly location: { readonly kind: string };
  }[];
}

let cache: string;
let run: ProgramResult;

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), 'tkcds-bench-'));
  run = await runProgram(
    process.execPath,
    [bench, '--check', '--sizes', String(FILES), '--seed', '7', '--cache', cache],
    INSTALL,
  );
});

afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

describe('the bench', () => {
  test('tkcds and the peer find the same figures in the same files', () => {
    expect(run.stderr).not.toContain('KHÁC SỐ LIỆU');
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('Hai chương trình tính ra cùng số liệu ở mọi cỡ.');
  });

  test('only what is typed into the cells is wrong with the files, and who sends nothing', async () => {
    const [name = ''] = readdirSync(cache).filter((one) => /^r\d/u.test(one));
    const workspace = join(cache, name);
    expect(readdirSync(join(workspace, 'nop/2025-10'))).toHaveLength(FILES);
    const words = ['validate', '-C', workspace, '--period', '2025-10', '--as-of', '12/11/2025', '--json'];
    const { stdout } = await runProgram(process.execPath, [join(root, 'bin/tkcds.js'), ...words], INSTALL);
    // The shape is the one that docs/validate-json.md documents.
    const { findings } = JSON.parse(stdout) as Findings;
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.filter(({ location }) => location.kind === 'cell').length).toBeGreaterThan(0);
    const elsewhere = errors.filter(({ location }) => location.kind !== 'cell').map(({ rule }) => rule);
    expect(new Set(elsewhere)).toEqual(new Set(['unit-missing']));
    expect(elsewhere).toHaveLength(2);
  });

  test('a figure that differs is told', async () => {
    const module = pathToFileURL(join(root, 'scripts/bench/figures.mjs')).href;
    const code = `const { differences } = await import('${module}');
      const ours = { received: 4, coverage: { numerator: 5 }, totals: { 'CT05/village': [9, 3] } };
      console.log(differences(ours, { ...ours, totals: { 'CT05/village': [9, 2] } }).join());
      console.log(differences(ours, structuredClone(ours)).length);`;
    const told = await outputOf(process.execPath, ['--input-type=module', '-e', code], INSTALL);
    expect(told).toBe('totals.CT05/village: tkcds [9,3], kịch bản so sánh [9,2]\n0\n');
  });
});
