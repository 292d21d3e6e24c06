import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from './support/program.ts';

/** The sample round, every .xlsx form of it saved again by LibreOffice in the formats of other offices. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = join(root, 'fixtures/large-commune/workspace');
const folder = mkdtempSync(join(tmpdir(), 'tkcds-resaved-'));
/**
 * Kept as they are: a formula that nobody has computed would have a result, a copy is one by its bytes, and one file is cut off
 * on purpose.
 */
const KEPT = /^(?:TH05|HD01|Copy of|PB04)/u;

function figuresOf(workspace: string): unknown {
  const report = ['bin/tkcds.js', 'report', '-C', workspace, '--period', '2025-10', '--as-of', '2025-11-12'];
  const { status, stderr } = spawnSync('node', report, { cwd: root, encoding: 'utf8' });
  if (status !== 1) throw new Error(`exit ${String(status)}\n${stderr}`);
  // The shape is the one that docs/bao-cao-json.md documents.
  const figures = JSON.parse(readFileSync(join(workspace, 'ket-qua/2025-10/bao-cao.json'), 'utf8')) as Figures;
  const { rates, units, coverages, totals, compliance } = figures;
  return {
    rates,
    units: units.map(({ id, status: state, isCounted }) => [id, state, isCounted]),
    coverages: coverages.map(({ id, ratio, verdict, shortfall }) => [id, ratio, verdict, shortfall]),
    totals: totals.map(({ indicator, unitType, value, countedUnitCount }) => [
      indicator,
      unitType,
      value,
      countedUnitCount,
    ]),
    compliance: compliance.map(({ tasks }) => tasks.map(({ task, counts }) => [task, counts])),
  };
}

interface Figures {
  readonly rates: unknown;
  readonly units: readonly { readonly id: string; readonly status: string; readonly isCounted: boolean }[];
  readonly coverages: readonly {
    readonly id: string;
    readonly ratio: unknown;
    readonly verdict: string;
    readonly shortfall: number;
  }[];
  readonly totals: readonly {
    readonly indicator: string;
    readonly unitType: string;
    readonly value: number;
    readonly countedUnitCount: number;
  }[];
  readonly compliance: readonly {
    readonly tasks: readonly { readonly task: string; readonly counts: unknown }[];
  }[];
}

let original: unknown;

beforeAll(() => {
  const workspace = join(folder, 'original');
  cpSync(fixture, workspace, { recursive: true });
  original = figuresOf(workspace);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(['xls', 'ods'])('every form saved again as .%s gives the same figures', async (format) => {
  const workspace = join(folder, format);
  const inbox = join(workspace, 'nop/2025-10');
  const converted = join(folder, `${format}-files`);
  cpSync(fixture, workspace, { recursive: true });
  mkdirSync(converted);
  const names = readdirSync(inbox).filter((name) => extname(name) === '.xlsx' && !KEPT.test(name));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const paths = names.map((name) => join(inbox, name));
  const words = [profile, '--headless', '--convert-to', format, '--outdir', converted, ...paths];
  await runProgram('soffice', words, 'Debian package libreoffice-calc');
  for (const name of names) rmSync(join(inbox, name));
  cpSync(converted, inbox, { recursive: true });
  expect(readdirSync(converted)).toHaveLength(names.length);
  expect(figuresOf(workspace)).toEqual(original);
});
