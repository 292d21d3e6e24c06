import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { parseCommandLine } from '../../src/cli/program.ts';
import { parseConfirmations } from '../../src/workspace/confirmations.ts';
import { parseSettings } from '../../src/workspace/settings.ts';
import { consoleBlocks, wordsOf } from '../support/console-blocks.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, INBOX, smallWorkspace } from './support/small-workspace.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gsu'))].map(([, block = '']) => block);

describe('the user guide', () => {
  const guide = read('docs/huong-dan.md');
  const typed = consoleBlocks(guide).flatMap(({ steps }) =>
    steps.flatMap(({ command }) => (command.startsWith('cd ') ? [] : [command])),
  );
  const settings = blocks(guide, 'yaml');
  const startingWith = (key: string): string => settings.find((text) => text.startsWith(`${key}:`)) ?? '';

  test.each(typed)('%s is understood', (line) => {
    const [program, ...words] = wordsOf(line.replace(/ > .*$/u, ''));
    expect(program).toBe('tkcds');
    expect(parseCommandLine(words, '1.2.3').kind).toBe('command');
  });

  // test/guide.test.ts runs the console blocks; the line for cron is run in test/external, the folder for Windows in test/windows.
  test('has commands in blocks that are run, and in the two that another test runs', () => {
    const others = [...guide.matchAll(/^```(\w*)\n(.*?)^```/gmsu)].filter(([, language]) => language !== 'console');
    const commands = others.flatMap(([, , text = '']) =>
      text.split('\n').filter((line) => /tkcds(?:\.cmd)? [a-z]/u.test(line)),
    );
    expect(commands.filter((line) => !line.startsWith('2025-'))).toEqual([
      'tkcds init D:\\bao-cao-cds',
      expect.stringMatching(/^0 6 5 \* \* tkcds report /u),
      expect.stringMatching(/^schtasks /u),
    ]);
    expect(guide.match(/^```console$/gmu)).toHaveLength(consoleBlocks(guide).length);
    for (const { text } of consoleBlocks(guide)) expect(text).toMatch(/^\$ /u);
  });

  test('has links that lead somewhere', () => {
    const anchors = [...guide.matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
        .replace(/\s/gu, '-'),
    );
    const linked = [guide, read('README.md').replaceAll('docs/huong-dan.md#', '#')].flatMap((text) =>
      [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, anchor]) => anchor),
    );
    expect(linked.length).toBeGreaterThan(20);
    expect(linked.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
    const pictures = [...guide.matchAll(/!\[(.+)\]\((hinh\/.+)\)/gu)];
    expect(pictures.map(([, , name = '']) => existsSync(new URL(`../../docs/${name}`, import.meta.url)))).not.toContain(
      false,
    );
  });

  test('shows every command', () => {
    const shown = typed.map((line) => COMMANDS.find(({ name }) => line.split(' ').includes(name))?.name);
    expect([...new Set(shown)].sort()).toEqual(COMMANDS.map(({ name }) => name));
  });

  test('has settings that are understood', () => {
    const { value, diagnostics } = parseSettings(startingWith('issuer'), 'tkcds.yaml');
    expect(diagnostics).toEqual([]);
    expect(value?.rounds.map(({ period }) => period.id)).toEqual(['2025-10']);
  });

  test('has confirmed words that are understood', () => {
    const { value, diagnostics } = parseConfirmations(startingWith('units'), 'doi-chieu.yaml');
    expect(diagnostics).toEqual([]);
    expect(value?.map(({ kind }) => kind)).toEqual(['unit', 'indicator', 'heading']);
  });
});

/** Every key at every depth; the keys of facts are each rule's own. */
function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(key === 'facts' ? [] : keysIn(inner))]);
}

describe('the page on JSON', () => {
  const page = read('docs/validate-json.md');

  test.each([
    ['validate'],
    ['status'],
    ['report'],
    ['form'],
    ['init', 'moi'],
    ['completion', 'bash'],
    ['explain', 'unit-missing'],
    ['explain', 'CT02', 'TH01'],
    ['remind'],
    ['accept'],
    ['accept', 'unit-missing', 'TH02', '--reason', 'Thôn gửi sau'],
    ['explain', 'C2'],
    ['check-format', new URL('../../fixtures/docx/cong-van-sai.docx', import.meta.url).pathname],
    ['confirm'],
    ['confirm', 'Xóm Trên', 'TH01'],
  ])('names every field of %s', async (...words) => {
    const folder = await smallWorkspace(['TH01', 'TR01']);
    writeFileSync(join(folder, INBOX, 'lạ.xlsx'), 'no spreadsheet');
    const { out } = await runIn(folder, ...words, '--json');
    const keys = [...new Set(keysIn(JSON.parse(out)))];
    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter((key) => !new RegExp(`[\`{ ",]${key}[\`} ",]`, 'u').test(page))).toEqual([]);
  });

  test('names every field of what return writes', async () => {
    const folder = await smallWorkspace(['TH01']);
    writeFileSync(join(folder, INBOX, 'TH02.xlsx'), 'no spreadsheet');
    const { out } = await runIn(folder, 'return', '--all', '--json');
    const keys = [...new Set(keysIn(JSON.parse(out)))];
    expect(keys).toContain('freshForm');
    expect(keys.filter((key) => !new RegExp(`[\`{ ",]${key}[\`} ",]`, 'u').test(page))).toEqual([]);
  });

  test('names every field of a round that is closed, verified and opened again', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'report', '--final');
    const steps = [['close'], ['verify'], ['reopen', '--reason', 'Đính chính']];
    for (const words of steps) {
      const { code, out } = await runIn(folder, ...words, '--json');
      const keys = [...new Set(keysIn(JSON.parse(out)))];
      const unnamed = keys.filter((key) => !new RegExp(`[\`{ ",]${key}[\`} ",]`, 'u').test(page));
      expect([words[0], code, unnamed]).toEqual([words[0], 0, []]);
    }
  });

  test('has an example of the shape', async () => {
    const [example = ''] = blocks(page, 'json');
    const folder = await smallWorkspace(['TH01']);
    const { out } = await runIn(folder, 'validate', join(INBOX, 'TH01.xlsx'), '--json');
    const actual: unknown = JSON.parse(out);
    const shown: unknown = JSON.parse(example);
    const top = (value: unknown): readonly string[] => Object.keys(value ?? {});
    expect(top(shown)).toEqual(top(actual));
    expect(keysIn(actual).filter((key) => !keysIn(shown).includes(key))).toEqual([]);
  });
});
