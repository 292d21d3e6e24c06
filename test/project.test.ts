import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MEASURES } from '../src/aggregate/measures/index.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { TABLES } from '../src/compose/blocks/index.ts';
import { FORMAT_RULES } from '../src/inspect/rules/index.ts';
import { REGISTER_COLUMNS } from '../src/model/register.ts';
import { RULES } from '../src/pipeline.ts';
import { RULE_REGISTRY } from '../src/validate/rules/index.ts';
import { WORKSPACE_PROBLEMS } from '../src/workspace/problems.ts';
import { parseRulePage } from './support/rule-page.ts';

/** The repository keeps its own rules. Each failure says what to do. */
const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(`${root}/${path}`));
const sources = tracked.filter((path) => path.startsWith('src/') && path.endsWith('.ts'));
const findingIds = [...RULES, ...WORKSPACE_PROBLEMS].map(({ id }) => id);
const pages = readdirSync(`${root}/docs/rules`)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.replace(/\.md$/u, ''));

function plugIns(folder: string): readonly string[] {
  return readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/u, ''))
    .sort();
}

describe('findings', () => {
  test('every kind has a page in docs/rules, and every page a kind', () =>
    expect([...pages].sort()).toEqual([...findingIds].sort()));
  test('ids are unique and name the bad pattern', () => {
    expect(new Set(findingIds).size).toBe(findingIds.length);
    expect(findingIds.filter((id) => !/^[a-z]+(-[a-z]+)*$/u.test(id) || /^(?:no|check)-/u.test(id))).toEqual([]);
  });
  test.each(pages)('page %s: title is its id, it says why, severities are as declared', (page) => {
    const text = read(`docs/rules/${page}.md`);
    const { title, hasReason } = parseRulePage(text);
    expect(title.startsWith(page)).toBe(true);
    expect(hasReason).toBe(true);
    expect(text.normalize('NFC')).toBe(text);
  });
});

describe('registries are complete and sorted', () => {
  test.each([
    ['src/validate/rules', RULE_REGISTRY.map(({ id }) => id)],
    ['src/inspect/rules', FORMAT_RULES.map(({ id }) => id)],
    ['src/compose/blocks', TABLES.map(({ name }) => name)],
    ['src/cli/commands', COMMANDS.map(({ name }) => name)],
    ['src/aggregate/measures', Object.keys(MEASURES).sort()],
  ])('%s', (folder, registered) => {
    expect(registered).toEqual([...registered].sort());
    expect(plugIns(folder)).toEqual([...registered].sort());
  });
});

test.each(['src/parse/cell-types', 'src/read/formats', 'src/cli/reporters', 'src/render/docx/blocks'])(
  'every file of %s is named in its registry',
  (folder) => {
    const registry = read(`${folder}/index.ts`);
    expect(plugIns(folder).filter((name) => !registry.includes(`'./${name}.ts'`))).toEqual([]);
  },
);

describe('the directive is data', () => {
  interface Words {
    readonly id: string;
    readonly name?: string;
    readonly title?: string;
  }
  interface Shape {
    readonly unitTypes: readonly Words[];
    readonly indicators: readonly Words[];
    readonly taskGroups: readonly { readonly tasks: readonly Words[] }[];
  }
  // The shape of the shipped file is tested by its own parser; here only the words are wanted.
  const directive = parse(read('templates/directives/ubnd-xa-tinh-khe-cds-2025.yaml')) as Shape;
  const entries = [
    ...directive.unitTypes,
    ...directive.indicators,
    ...directive.taskGroups.flatMap(({ tasks }) => tasks),
  ];
  // An id stands in code between quotes; the register's own columns are nouns of the model, not of a directive.
  const columns = REGISTER_COLUMNS.map(({ id }): string => id);
  const ids = entries.map(({ id }) => id).filter((id) => !columns.includes(id));
  const names = entries.map(({ id, name, title }) => name ?? title ?? id);
  const withoutComments = (code: string) => code.replace(/\/\*.*?\*\/|^\s*\/\/.*$/gmsu, '');

  test('no unit type, task or indicator is named in src', () => {
    const found = sources.flatMap((path) => {
      const code = withoutComments(read(path));
      const hasName = (name: string) =>
        new RegExp(`(?<![\\p{L}\\d])${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\d])`, 'u').test(code);
      return [...ids.filter((id) => code.includes(`'${id}'`)), ...names.filter(hasName)].map(
        (word) => `${path}: ${word}`,
      );
    });
    expect(found).toEqual([]);
  });
});

describe('the repository', () => {
  test('every folder of src is named in ARCHITECTURE.md', () => {
    const architecture = read('ARCHITECTURE.md');
    const folders = readdirSync(`${root}/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.filter(({ name }) => !architecture.includes(`\`src/${name}\``)).map(({ name }) => name)).toEqual([]);
  });

  test('nothing is switched off or left for later', () => {
    const pattern =
      /\b(?:TODO|FIXME|XXX|HACK)\b|\b(?:it|test|describe)\.(?:skip|only|todo)\b|@ts-(?:ignore|nocheck)|eslint-disable/u;
    const own = 'test/project.test.ts';
    const code = tracked.filter((path) => /^(?:src|test|bin|scripts)\//u.test(path) && path !== own);
    expect(code.filter((path) => pattern.test(read(path)))).toEqual([]);
  });

  test('texts are NFC', () => {
    const texts = tracked.filter((path) => /\.(?:ts|md|yaml|mjs|csv)$/u.test(path));
    expect(texts.filter((path) => read(path) !== read(path).normalize('NFC'))).toEqual([]);
  });

  test('the lock file names no host, and versions are exact', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/u);
    // package.json is ours.
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/u.test(version),
    );
    expect(ranges).toEqual([]);
  });
});
