import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerOf, checkRun, COMMANDS } from './support/answer.ts';
import { inFolder, judge } from './support/check-file.ts';
import {
  deep,
  form,
  linkTo,
  locked,
  lockedFolder,
  pipe,
  socketAt,
  sparse,
  words,
  type Thing,
} from './support/odd-folder.ts';
import { resultOf } from './support/result.ts';
import { runProgram } from './support/run-program.ts';
import { soundForm, WORKSPACE } from './support/sound-form.ts';

const DAY = '2025-11-12';

const THINGS: readonly (readonly [name: string, thing: Thing, result: string])[] = [
  ['pipe.xlsx', pipe, 'file-inaccessible'],
  ['zero.xlsx', linkTo('/dev/zero'), 'file-inaccessible'],
  ['one.xlsx', linkTo('other.xlsx'), 'file-inaccessible'],
  ['other.xlsx', linkTo('one.xlsx'), 'file-inaccessible'],
  ['loop', linkTo('.'), 'file-inaccessible'],
  ['up', linkTo('..'), 'file-inaccessible'],
  ['nowhere.xlsx', linkTo('none'), 'file-inaccessible'],
  ['secret.xlsx', linkTo('/etc/passwd'), 'file-inaccessible'],
  ['locked.xlsx', locked, 'file-inaccessible'],
  ['locked', lockedFolder, 'file-inaccessible'],
  ['sparse.xlsx', sparse, 'file-oversized'],
];

describe('in a folder', () => {
  test('links, pipes, and what is locked or as long as a disk', () =>
    inFolder(async (folder) => {
      for (const [name, thing] of THINGS) thing(join(folder, name));
      form(join(folder, 'zz.xlsx'));
      const { answer } = await judge(folder, ['.']);
      const found = [...THINGS.map(([name]) => name), 'zz.xlsx'].map((name) => resultOf(answer, `./${name}`));
      expect(found).toEqual([...THINGS.map(([, , result]) => result), 'read']);
    }));

  test('a place where a program listens', () =>
    inFolder(async (folder) => {
      const server = await socketAt(join(folder, 'a.xlsx'));
      try {
        expect(resultOf((await judge(folder, ['.'])).answer, './a.xlsx')).toBe('file-inaccessible');
      } finally {
        server.close();
      }
    }));

  test('a folder named like a file stands for what is in it', () =>
    inFolder(async (folder) => {
      form(join(folder, 'a.xlsx', 'b.xlsx'));
      mkdirSync(join(folder, 'c.xlsx'));
      const { answer } = await judge(folder, ['.']);
      expect(answer.files?.map(({ file }) => file)).toEqual(['./a.xlsx/b.xlsx']);
      expect(resultOf(answer, './a.xlsx/b.xlsx')).toBe('read');
    }));

  test('folders within folders come to an end, which is named', () =>
    inFolder(async (folder) => {
      deep(join(folder, 'a'));
      const { answer } = await judge(folder, ['.']);
      expect(answer.findings.map(({ rule }) => rule)).toEqual(['file-inaccessible']);
    }));

  test('a name that is no UTF-8', () =>
    inFolder(async (folder) => {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff, 0xfe]), Buffer.from('.xlsx')]), 'x');
      const { answer } = await judge(folder, ['.']);
      expect(answer.findings.map(({ rule }) => rule)).toEqual(['file-inaccessible']);
    }));
});

describe('on the command line', () => {
  const judged = (name: string, thing: Thing): Promise<string> =>
    inFolder(async (folder) => {
      thing(join(folder, name));
      return resultOf((await judge(folder, [name])).answer, name);
    });

  test.each([
    ['a.xlsx', pipe],
    ['b.xlsx', linkTo('/dev/zero')],
    ['c.xlsx', locked],
  ])('%s', async (name, thing) => expect(await judged(name, thing)).toBe('file-inaccessible'));

  test('a device', () =>
    inFolder(async (folder) =>
      expect(resultOf((await judge(folder, ['/dev/zero'])).answer, '/dev/zero')).toBe('file-inaccessible'),
    ));

  test.each([
    ['a link that leads to itself', (path: string): void => linkTo('a.xlsx')(path)],
    ['a link that leads nowhere', linkTo('none')],
    ['nothing at all', (): void => undefined],
  ])('%s is not found', (_what, thing) =>
    inFolder(async (folder) => {
      thing(join(folder, 'a.xlsx'));
      const run = await runProgram(['validate', 'a.xlsx', '-C', WORKSPACE, '--as-of', DAY], folder);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain('Không tìm thấy tệp “a.xlsx”');
    }),
  );
});

/** Names that are read out of order, mean something to a program, or are longer than any other. */
const NAMES = [
  'dòng\nmới.xlsx',
  'a\u001b[2J\u0007\u009b.xlsx',
  'a\u202e\u2066xslx.txt',
  '👨‍👩‍👧 báo cáo.xlsx',
  '__proto__',
  'constructor.xlsx',
  'a|b;$(c)`d` & *?"\'<>.xlsx',
  'a\\b.xlsx',
  '{{ 7 | times: 7 }}.xlsx',
  '--json',
  '\u00a0.xlsx',
  'Thôn Hòa Bình.xlsx'.normalize('NFD'),
  `${'x'.repeat(250)}.xlsx`,
  `${'ộ'.repeat(83)}.xlsx`,
];

describe('files with strange names', () => {
  test.each([
    ['that can be read', 'read', form],
    ['that are no tables', 'text', words],
    ['that are links', 'file-inaccessible', linkTo('/dev/zero')],
  ] as const)('%s', (_what, result, thing) =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'a'));
      for (const name of NAMES) thing(join(folder, 'a', name));
      const { answer } = await judge(folder, ['a']);
      const files = answer.files?.map(({ file }) => file) ?? [];
      expect(files).toHaveLength(NAMES.length);
      for (const file of files)
        expect([resultOf(answer, file), file]).toEqual([result, expect.not.stringMatching(COMMANDS)]);
      const shown = await runProgram(['validate', 'a', '-C', WORKSPACE, '--as-of', DAY], folder);
      checkRun(shown);
      expect(shown.out.replaceAll('\n', '')).not.toMatch(COMMANDS);
    }),
  );
});

test('thousands of small files in the folder where reports arrive', () =>
  inFolder(async (folder) => {
    cpSync(WORKSPACE, folder, {
      recursive: true,
      filter: (path) => !path.endsWith('.xlsx') || path.endsWith('don-vi.xlsx'),
    });
    const inbox = join(folder, 'nop', '2025-10');
    mkdirSync(inbox, { recursive: true });
    const whole = soundForm('xlsx');
    for (let index = 0; index < 3000; index++) {
      const name = join(inbox, `${String(index).padStart(4, '0')}.xlsx`);
      writeFileSync(name, index % 100 === 0 ? whole : whole.subarray(0, index));
    }
    for (const command of ['validate', 'status']) {
      const run = await runProgram([command, '-C', folder, '--json', '--as-of', DAY], folder);
      checkRun(run);
      expect(answerOf(run, [folder]).findings.length).toBeGreaterThan(2900);
    }
  }));
