import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { bashCompletion } from '../../src/cli/completion/bash.ts';
import { offersOf } from '../../src/cli/completion/offers.ts';
import { powershellCompletion } from '../../src/cli/completion/powershell.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';

const OFFERS = offersOf(COMMANDS);
const SCRIPTS = [
  ['bash', bashCompletion(OFFERS)],
  ['powershell', powershellCompletion(OFFERS)],
] as const;

/** What bash itself offers for the last of these words, with the script loaded. */
function offeredByBash(words: readonly string[]): readonly string[] {
  const cwd = tempFolder({ 'xa.txt': '', 'xa-toi/tkcds.yaml': '' });
  const script = [
    bashCompletion(OFFERS),
    `COMP_WORDS=(${['tkcds', ...words].map((word) => `'${word}'`).join(' ')})`,
    `COMP_CWORD=${String(words.length)}`,
    '_tkcds',
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  const { status, stdout, stderr, error } = spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8' });
  if (error !== undefined) throw error;
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('bash offers', () => {
  test.each<[string, readonly string[]]>([
    ['re', ['receive', 'remind', 'reopen', 'report', 'return']],
    ['-C xa-toi sta', ['status']],
    ['--period=2025-10 --json sta', ['status']],
    ['--per', ['--period']],
    ['status --format ', ['text', 'json', 'csv', 'html']],
    ['status --format = h', ['html']],
    ['report --f', ['--final', '--format']],
    ['report --format ', ['md']],
    ['form --format ', []],
    ['form --period ', ['previous']],
    ['form -C xa', ['xa-toi']],
    ['form --as-of ', []],
    ['form --unit TH01 --o', ['--out']],
    ['completion ', ['bash', 'powershell']],
    ['help val', ['validate']],
    ['validate xa', []], // names of files are bash's own work
    ['init re', []],
    ['explain report --sh', []],
  ])('tkcds %s', (line, offered) => {
    expect(offeredByBash(line.split(' '))).toEqual(offered);
  });

  test('every command and every option', () => {
    expect(offeredByBash([''])).toEqual([...COMMANDS.map(({ name }) => name), 'help'].sort());
    for (const { name, options } of COMMANDS) {
      const own = options.flatMap(({ flags }) => /--[\w-]+/u.exec(flags) ?? []);
      const offered = offeredByBash([name, '--']);
      expect([name, own.filter((flag) => !offered.includes(flag))]).toEqual([name, []]);
      expect(offered).toContain('--period');
    }
  });
});

describe('the script for PowerShell', () => {
  const [, [, script]] = SCRIPTS;

  test('names every command, option and value', () => {
    const flags = [...OFFERS.options.values(), ...OFFERS.values.values(), ...OFFERS.operands.values()].flat();
    expect(flags.filter((word) => !script.includes(`'${word}'`))).toEqual([]);
    expect(script).toContain("'status --format' = @('text', 'json', 'csv', 'html')");
    expect(script).toContain("' --period' = @('previous')");
  });

  test('is closed wherever it opens', () => {
    const stack: string[] = [];
    const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
    for (const sign of script.replaceAll(/'[^'\n]*'|"[^"\n]*"/gu, '')) {
      if (Object.values(pairs).includes(sign)) stack.push(sign);
      if (Object.hasOwn(pairs, sign)) expect(stack.pop()).toBe(pairs[sign]);
      expect(['"', "'"]).not.toContain(sign);
    }
    expect(stack).toEqual([]);
  });
});

test.each(SCRIPTS)('tkcds completion %s prints the script, in ASCII', async (shell, script) => {
  expect(/^[\n\x20-\x7e]+$/u.test(script)).toBe(true);
  expect(await runIn(tempFolder(), 'completion', shell)).toMatchObject({ code: 0, out: script, err: '' });
  const { out } = await runIn(tempFolder(), 'completion', shell, '--json');
  expect(JSON.parse(out)).toMatchObject({ command: 'completion', shell, script });
});

test.each([
  ['bassh', 'tkcds: Không có đoạn mã gợi ý cho “bassh” (có phải ý bạn là “bash”?); dùng bash hoặc powershell\n'],
  ['constructor', 'tkcds: Không có đoạn mã gợi ý cho “constructor”; dùng bash hoặc powershell\n'],
])('tkcds completion %s is refused', async (shell, err) => {
  expect(await runIn(tempFolder(), 'completion', shell)).toMatchObject({ code: 2, err });
});
