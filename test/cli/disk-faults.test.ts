import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onFailingDisk, type Access } from '../support/failing-disk.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { closedWorkspace } from './support/closed-workspace.ts';
import { runIn, type Printed } from './support/run-in-process.ts';
import { cleanReport, correctedReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

/** Every file below the folder with its content, the hidden ones too. */
function contents(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path, readFileSync(path).toString('base64')]));
}

/** What people see: without what the next run clears. */
function visible(folder: string): ReadonlyMap<string, string> {
  return new Map([...contents(folder)].filter(([path]) => !basename(path).startsWith('.')));
}

/** A workspace whose report is no longer what its files give, so that the next run has something to write. */
async function changedSince(): Promise<string> {
  const folder = await smallWorkspace(EVERYBODY);
  expect((await runIn(folder, 'report')).code).toBe(0);
  writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await correctedReport('TH01'));
  return folder;
}

function expectRefusal({ code, err }: Printed): void {
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/tkcds: \p{Lu}.*[“”]/u) as string });
  expect(err).not.toMatch(/^\s+at |injected/mu);
}

async function accessesOf(folder: string, argv: readonly string[]): Promise<readonly Access[]> {
  const seen: Access[] = [];
  await onFailingDisk(
    folder,
    (access) => {
      seen.push(access);
      return undefined;
    },
    () => runIn(folder, ...argv),
  );
  return seen;
}

describe('a network drive that goes away', () => {
  test('at any moment: the old report stays, and it is said why', async () => {
    const folder = await changedSince();
    const accesses = await accessesOf(folder, ['report']);
    const count = accesses.findIndex(({ name }) => name === 'renameSync');
    expect(count).toBeGreaterThan(60);
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await cleanReport('TH01'));
    const before = visible(folder);
    const codes = ['EIO', 'ENOENT', 'ESTALE', 'ENOENT', 'ENOTCONN', 'ENOENT'];
    for (let at = 0; at < 6; at++) {
      const from = Math.ceil((count * (at + 1)) / 6);
      const code = codes[at];
      const fails = ({ number }: Access): string | undefined => (number >= from ? code : undefined);
      expectRefusal(await onFailingDisk(folder, fails, () => runIn(folder, 'report')));
      expect([at, visible(folder)]).toEqual([at, before]);
      for (const held of [folder, join(folder, RESULTS)]) rmSync(join(held, '.khoa'), { force: true }); // that process is over
    }
    expect((await runIn(folder, 'report')).code).toBe(0);
    expect(visible(folder)).not.toEqual(before);
  }, 240_000);

  test('for a moment, while one report is read: its unit is not left out', async () => {
    const folder = await changedSince();
    const before = visible(folder);
    const isReport = ({ name, path }: Access): boolean => name === 'readFileSync' && path.endsWith('TH02.xlsx');
    for (const code of ['EIO', 'ENOENT', 'EBUSY', 'ETIMEDOUT']) {
      for (const command of ['report', 'status']) {
        const fails = (access: Access): string | undefined => (isReport(access) ? code : undefined);
        expectRefusal(await onFailingDisk(folder, fails, () => runIn(folder, command)));
      }
    }
    expect(contents(folder)).toEqual(before);
  });

  test('for a moment, while it is asked for the ledger: no new one is begun', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'receive', join(folder, INBOX, 'TH01.xlsx'));
    const before = contents(folder);
    const fails = ({ path, isWrite }: Access): string | undefined =>
      !isWrite && path.endsWith('so-tiep-nhan.jsonl') ? 'ESTALE' : undefined;
    const other = join(folder, INBOX, 'TH02.xlsx');
    expectRefusal(await onFailingDisk(folder, fails, () => runIn(folder, 'receive', other)));
    expect(contents(folder)).toEqual(before);
  });
});

describe('a disk that refuses a write', () => {
  test.each([
    ['full', 'ENOSPC', 'ổ đĩa đã đầy'],
    ['no permission', 'EACCES', 'quyền'],
    ['a quota', 'EDQUOT', 'dung lượng'],
  ])('%s: every command leaves what was there', async (_name, code, reason) => {
    const folder = await changedSince();
    const sent = join(tempFolder({ 'a.xlsx': await cleanReport('TH02') }), 'a.xlsx');
    const before = contents(folder);
    for (const argv of [
      ['report'],
      ['receive', sent],
      ['adjust', 'TH01', 'CT12', '9', '--reason', 'Gõ nhầm', '--by', 'Trưởng thôn'],
    ]) {
      const fails = ({ name, path }: Access): string | undefined =>
        name === 'openSync' && path.endsWith('.tmp') ? code : undefined;
      const printed = await onFailingDisk(folder, fails, () => runIn(folder, ...argv));
      expectRefusal(printed);
      expect(printed.err).toContain(reason);
      expect(contents(folder)).toEqual(before);
    }
  });

  test.each([
    ['bao-cao.docx', 'EBUSY', 'Word'],
    ['tong-hop.xlsx', 'EPERM', 'Excel'],
    ['bao-cao.json', 'EBUSY', 'chương trình đang mở nó'],
  ])('%s is held open (%s)', async (file, code, program) => {
    const folder = await changedSince();
    const before = contents(folder);
    const fails = ({ name, path }: Access): string | undefined =>
      name === 'renameSync' && path.endsWith(`${RESULTS}/${file}`) ? code : undefined;
    const printed = await onFailingDisk(folder, fails, () => runIn(folder, 'report', '--json'));
    expectRefusal(printed);
    expect(printed.err).toContain(`đóng tệp trong ${program}`);
    expect(JSON.parse(printed.out)).toMatchObject({ outcome: 'unable', error: { isTemporary: true } });
    expect(contents(folder)).toEqual(before);
  });
});

describe('a workspace that can only be read', () => {
  const fails = ({ isWrite }: Access): string | undefined => (isWrite ? 'EROFS' : undefined);

  test.each([
    ['validate'],
    ['status'],
    ['verify'],
    ['explain', 'CT01', 'TH01'],
    ['report', '--format', 'md'],
    ['accept'],
    ['adjust'],
  ])('%s works', async (...argv) => {
    const folder = await closedWorkspace();
    const { code, out } = await onFailingDisk(folder, fails, () => runIn(folder, ...argv));
    expect({ argv, code }).toEqual({ argv, code: 0 });
    expect(out).not.toBe('');
  });

  test.each([['report'], ['receive', INBOX], ['close'], ['form'], ['remind'], ['status', '--format', 'html', '--out']])(
    '%s says that it cannot be written',
    async (...argv) => {
      const folder = await smallWorkspace(EVERYBODY.slice(1));
      const printed = await onFailingDisk(folder, fails, () => runIn(folder, ...argv));
      expectRefusal(printed);
      expect(printed.err).toContain('ổ đĩa chỉ cho đọc');
      expect(existsSync(join(folder, 'ket-qua', '2025-10', 'bao-cao.docx'))).toBe(false);
    },
  );
});
