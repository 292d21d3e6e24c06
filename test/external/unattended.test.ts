import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EVERYBODY, smallWorkspace } from '../cli/support/small-workspace.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';

/** What the user's guide tells to type into `crontab -e`, run as cron runs it: no terminal, hardly any variables, another time zone. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'docs/huong-dan.md'), 'utf8');
const [, documentedPath = '', line = ''] =
  /```text\nPATH=(.+)\n\S+ \S+ \S+ \S+ \S+ (tkcds report .+)\n```/u.exec(guide) ?? [];
const DOCUMENTED_FOLDER = '/srv/bao-cao-cds';

/** Where the programs are, as the guide tells to look up. */
function programs(): string {
  const bin = join(tempFolder(), 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync(join(root, 'bin/tkcds.js'), join(bin, 'tkcds'));
  return bin;
}

interface CronRun {
  readonly code: number | null;
  /** What cron would mail. */
  readonly mail: string;
}

function cron(command: string): CronRun {
  const home = tempFolder();
  const path = documentedPath.replace('/usr/local/bin', programs());
  const variables = [`HOME=${home}`, 'LOGNAME=canbo', 'SHELL=/bin/sh', `PATH=${path}`, 'TZ=America/New_York'];
  const { status, stdout, stderr } = spawnSync('/usr/bin/env', ['-i', ...variables, '/bin/sh', '-c', command], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  return { code: status, mail: `${stdout}${stderr}` };
}

/** The small workspace in a folder with that name. */
async function workspaceNamed(name: string): Promise<string> {
  const folder = join(tempFolder(), name);
  renameSync(await smallWorkspace(EVERYBODY), folder);
  return folder;
}

const NAME = 'UBND xã Tịnh Khê - Báo cáo tháng 10';
const LOG_LINE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00 \| (?:tin|cảnh báo|lỗi) \| [^|]+ \| .+$/u;

describe('the line of the user’s guide for cron', () => {
  test('is there', () => expect(line).toContain(DOCUMENTED_FOLDER));

  test.each(['NFC', 'NFD'])(
    'writes the report, the summary and the log in a folder with a Vietnamese name (%s)',
    async (form) => {
      const folder = await workspaceNamed(NAME.normalize(form));
      const typed = line.replaceAll(DOCUMENTED_FOLDER, folder).replace('--period previous', '--period 2025-10');
      for (const written of [3, 0]) {
        expect(cron(typed)).toEqual({ code: 0, mail: '' });
        expect(existsSync(join(folder, 'ket-qua/2025-10/bao-cao.docx'))).toBe(true);
        // The shape is the one that docs/validate-json.md documents.
        const summary = JSON.parse(readFileSync(join(folder, 'lan-chay.json'), 'utf8')) as {
          readonly outputs: { readonly written: readonly string[] };
        };
        expect(summary).toMatchObject({ command: 'report', exitCode: 0, outcome: 'fine', rate: { received: 7 } });
        expect(summary.outputs.written).toHaveLength(written);
      }
      const log = readFileSync(join(folder, 'nhat-ky.txt'), 'utf8').split('\n').slice(0, -1);
      expect(log.length).toBeGreaterThan(8);
      for (const each of log) expect(each).toMatch(LOG_LINE);
    },
  );

  test('asks for the round that is over', async () => {
    const folder = await workspaceNamed('bao-cao-cds');
    cron(line.replaceAll(DOCUMENTED_FOLDER, folder).replace(' > ', ' --as-of 05/11/2025 > '));
    expect(JSON.parse(readFileSync(join(folder, 'lan-chay.json'), 'utf8'))).toMatchObject({
      rounds: [{ period: '2025-10' }],
    });
  });

  test('ends with 2 and says why, as JSON and in the log, when nothing can be done', async () => {
    const folder = await workspaceNamed(NAME);
    writeFileSync(join(folder, 'tkcds.yaml'), 'issuer: [');
    expect(cron(line.replaceAll(DOCUMENTED_FOLDER, folder))).toEqual({ code: 2, mail: '' });
    expect(JSON.parse(readFileSync(join(folder, 'lan-chay.json'), 'utf8'))).toMatchObject({
      outcome: 'unable',
      error: { message: expect.stringContaining('tkcds.yaml') as string, isTemporary: false },
    });
    expect(readFileSync(join(folder, 'nhat-ky.txt'), 'utf8')).toMatch(/\| lỗi \| không làm được \| .*tkcds\.yaml/u);
  });

  test('mails nothing when all is well and --quiet is given, and what is wrong otherwise', async () => {
    const folder = await workspaceNamed(NAME);
    const mailing = line
      .replaceAll(DOCUMENTED_FOLDER, folder)
      .replace(/ 2>> .+$/u, ' --quiet')
      .replace('previous', '2025-10');
    expect(cron(mailing)).toEqual({ code: 0, mail: '' });
    const { code, mail } = cron(mailing.replace('2025-10', '2031-01'));
    expect([code, mail]).toEqual([2, expect.stringContaining('2031-01')]);
  });
});

test('a folder typed in one spelling and stored in the other is found', async () => {
  const folder = await workspaceNamed(NAME.normalize('NFD'));
  expect(cron(`tkcds status -C "${folder.normalize('NFC')}" --quiet --as-of 12/11/2025 > /dev/null`)).toEqual({
    code: 0,
    mail: '',
  });
});
