import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The program as it is distributed (docs/adr/0021), beside the one that tsc wrote and that every other test runs. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tkcds-bundle-'));
const bundled = join(folder, 'tkcds');
const sample = join(root, 'fixtures/large-commune/workspace');

/** Megabytes of the package for `npm install --global`; 114 MB are unpacked without the bundle. */
const LARGEST_PACKAGE = 3;

/** Packages that a text about the program needs none of. */
const HEAVY = ['docx', 'zod', 'yaml', 'exceljs', 'liquidjs', 'iconv-lite', '@e965/xlsx', 'saxes', 'csv-parse'];

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(node: string, program: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Ended {
  const ended = spawnSync(node, [join(program, 'bin/tkcds.js'), ...words], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (ended.error !== undefined) throw ended.error;
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

function here(command: string, ...words: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync(command, words, { cwd: root, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: exit ${String(status)}\n${stderr}`);
  return stdout;
}

/** The files below a folder with their hashes. */
function hashesIn(path: string): readonly (readonly [file: string, hash: string])[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(path.length), createHash('sha256').update(readFileSync(file)).digest('hex')] as const);
}

/** Everything that the sample round writes, by one program on one Node. */
function outputsOf(node: string, program: string): readonly (readonly [file: string, hash: string])[] {
  const workspace = mkdtempSync(join(folder, 'round-'));
  cpSync(sample, workspace, { recursive: true });
  const round = ['-C', workspace, '--period', '2025-10', '--as-of', '2025-11-12'];
  const steps = [
    ['report'],
    ['form', '--unit', 'TH01', 'TR01'],
    ['remind'],
    ['return', 'TH09'],
    ['status', '--format', 'html', '--out'],
  ];
  for (const [command = '', ...words] of steps) {
    const { code, err } = run(node, program, [command, ...round, ...words]);
    expect([command, [0, 1].includes(code ?? -1) ? '' : err]).toEqual([command, '']);
  }
  return ['ket-qua', 'bieu-mau'].flatMap((name) => hashesIn(join(workspace, name)));
}

let fromClone: ReturnType<typeof outputsOf> | undefined;

const installed = (name: string): string => join(process.env['TKCDS_NODES'] ?? '', 'node_modules', name, 'bin', 'node');
const NODES = [
  ['this Node', process.execPath],
  ['Node 22', installed('node-22')],
  ['Node 24', installed('node-24')],
] as const;

beforeAll(() => {
  here(process.execPath, 'scripts/bundle.mjs', bundled);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the bundle', () => {
  test('is the same bytes every time', () => {
    const again = join(folder, 'again');
    here(process.execPath, 'scripts/bundle.mjs', again);
    expect(hashesIn(again)).toEqual(hashesIn(bundled));
  });

  test('depends on nothing', () => {
    const { dependencies, devDependencies, scripts, version } = JSON.parse(
      readFileSync(join(bundled, 'package.json'), 'utf8'),
    ) as Record<string, unknown>;
    expect([dependencies, devDependencies, scripts]).toEqual([undefined, undefined, undefined]);
    expect(run(process.execPath, bundled, ['--version']).out).toBe(`${String(version)}\n`);
  });

  test('carries the licence of everything in it', () => {
    const notices = readFileSync(join(bundled, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const { outputs } = JSON.parse(readFileSync(`${bundled}.json`, 'utf8')) as {
      readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
    };
    const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
    const names = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []);
    expect(names).toContain('exceljs');
    expect([...new Set(names)].filter((name) => !notices.includes(`\n${name} `))).toEqual([]);
  });

  test.each(NODES)('writes what the program of the clone writes, on %s', (_name, node) => {
    const made = outputsOf(node, bundled);
    expect(made.length).toBeGreaterThan(8);
    fromClone ??= outputsOf(process.execPath, root);
    expect(made).toEqual(fromClone);
  });

  test.each(NODES)('prints what the program of the clone prints, on %s', (_name, node) => {
    const file = join(sample, 'nop/2025-10/TH09 - Thôn Bàu Sen.xlsx');
    const old = join(root, 'fixtures/xlsx/libreoffice.xls'); // read in a thread
    const lines = [
      ['--help'],
      ['help', 'report'],
      ['statsu'],
      ['validate', file, '-C', sample],
      ['validate', old],
      ['explain', 'unit-missing'],
    ];
    for (const words of lines) {
      const asked = [...words, '--no-log']; // its lines tell the time
      expect([words, run(node, bundled, asked)]).toEqual([words, run(process.execPath, root, asked)]);
    }
  });
});

describe('loads only what it needs', () => {
  interface Output {
    readonly inputs: Record<string, unknown>;
  }

  /** The packages in the files of code that a command made Node load. */
  function packagesOf(...words: readonly string[]): readonly string[] {
    const coverage = mkdtempSync(join(folder, 'loaded-'));
    run(process.execPath, bundled, words, { NODE_V8_COVERAGE: coverage });
    const [report = ''] = readdirSync(coverage);
    const { result } = JSON.parse(readFileSync(join(coverage, report), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    const { outputs } = JSON.parse(readFileSync(`${bundled}.json`, 'utf8')) as {
      readonly outputs: Record<string, Output>;
    };
    const contents = new Map(
      Object.entries(outputs).map(([path, { inputs }]) => [basename(path), Object.keys(inputs)]),
    );
    const inputs = result.flatMap(({ url }) => (url.includes('/dist/cli/') ? (contents.get(basename(url)) ?? []) : []));
    expect(inputs).toContain('src/cli/main.ts');
    return [...new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []))].sort();
  }

  test.each(['--help', '--version', 'help report', 'statsu', 'completion bash'])('tkcds %s', (line) => {
    const packages = packagesOf(...line.split(' '));
    expect(packages).toContain('commander');
    expect(packages.filter((name) => HEAVY.includes(name))).toEqual([]);
  });

  test('validate writes no document and no workbook', () => {
    const packages = packagesOf('validate', join(sample, 'nop/2025-10/TH09 - Thôn Bàu Sen.xlsx'));
    expect(packages.filter((name) => ['docx', 'exceljs', 'liquidjs', '@e965/xlsx'].includes(name))).toEqual([]);
  });
});

describe('the package for npm install --global', () => {
  test('is small, and runs from any folder', () => {
    mkdirSync(join(folder, 'packed'));
    here('npm', 'pack', bundled, '--pack-destination', join(folder, 'packed'), '--loglevel', 'error');
    const [name = ''] = readdirSync(join(folder, 'packed'));
    const archive = join(folder, 'packed', name);
    expect(statSync(archive).size / 1e6).toBeLessThan(LARGEST_PACKAGE);
    const prefix = join(folder, 'global');
    here('npm', 'install', '--global', '--offline', '--prefix', prefix, '--loglevel', 'error', archive);
    const program = join(prefix, 'bin/tkcds');
    expect(existsSync(program)).toBe(true);
    const made = join(folder, 'new');
    const { status, stdout } = spawnSync(program, ['init', made], { cwd: tmpdir(), encoding: 'utf8' });
    expect([status, stdout.includes('tạo mới     tkcds.yaml')]).toEqual([0, true]);
  });
});
