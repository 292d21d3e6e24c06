import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closedWorkspace, verified } from './support/closed-workspace.ts';
import { runIn } from './support/run-in-process.ts';
import { correctedReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const PERIOD = '2025-10';
const LEDGER = join(INBOX, 'so-tiep-nhan.jsonl');
const SNAPSHOT = join('luu', PERIOD, 'khoa-1.json');
const JOURNAL = join('luu', PERIOD, 'so-khoa.jsonl');

function withoutLastLine(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\n]*\n$/u, ''));
}

function edit(folder: string, from: string, to: string): void {
  const path = join(folder, 'tkcds.yaml');
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`tkcds.yaml does not say “${from}”`);
  writeFileSync(path, text.replace(from, to));
}

function addNovember(folder: string): void {
  appendFileSync(
    join(folder, 'tkcds.yaml'),
    '  # kỳ sau\n  - { id: 2025-11, directive: chu-ky-so-hang-thang, from: 01/11/2025, to: 30/11/2025, due: { on: 05/12/2025 } }\n',
  );
}

describe('verifying a closed round', () => {
  test('finds nothing where nothing was touched', async () => {
    expect(await verified(await closedWorkspace())).toEqual({ code: 0, found: [] });
  });

  test.each<readonly [string, (folder: string) => void | Promise<void>, readonly (readonly [string, string])[]]>([
    [
      'a changed source',
      async (folder) => {
        writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await correctedReport('TH01'));
      },
      [['verify-file-changed', 'nop/2025-10/TH01.xlsx']],
    ],
    [
      'a source that is gone',
      (folder) => {
        rmSync(join(folder, INBOX, 'TH01.xlsx'));
      },
      [['verify-file-missing', 'nop/2025-10/TH01.xlsx']],
    ],
    [
      'a file put in later',
      (folder) => {
        copyFileSync(join(folder, INBOX, 'TH01.xlsx'), join(folder, INBOX, 'them.xlsx'));
      },
      [['verify-file-added', 'nop/2025-10/them.xlsx']],
    ],
    [
      'a changed output',
      (folder) => {
        appendFileSync(join(folder, RESULTS, 'tong-hop.xlsx'), 'x');
      },
      [['verify-file-changed', 'ket-qua/2025-10/tong-hop.xlsx']],
    ],
    [
      'a ledger line changed',
      (folder) => {
        const text = readFileSync(join(folder, LEDGER), 'utf8');
        writeFileSync(join(folder, LEDGER), text.replace('2025-11-08"', '2025-11-07"'));
      },
      [
        ['ledger-changed', 'nop/2025-10/so-tiep-nhan.jsonl'],
        ['verify-file-changed', 'nop/2025-10/so-tiep-nhan.jsonl'],
      ],
    ],
    [
      'a line gone at the end of the ledger, which the chain alone cannot tell',
      (folder) => {
        withoutLastLine(join(folder, LEDGER));
      },
      [['verify-ledger-shortened', 'nop/2025-10/so-tiep-nhan.jsonl']],
    ],
    [
      'errors accepted afterwards by hand',
      (folder) => {
        writeFileSync(join(folder, INBOX, 'chap-nhan.yaml'), 'accepted: []\n');
      },
      [['verify-file-added', 'nop/2025-10/chap-nhan.yaml']],
    ],
    [
      'a changed snapshot',
      (folder) => {
        const path = join(folder, SNAPSHOT);
        writeFileSync(path, readFileSync(path, 'utf8').replace('"Thôn Thượng"', '"Thôn Hạ"'));
      },
      [['verify-record-broken', 'luu/2025-10/khoa-1.json']],
    ],
    [
      'settings that have moved on, as a note',
      (folder) => {
        edit(folder, 'place: ', 'place: Bến ');
      },
      [['verify-shared-changed', 'tkcds.yaml']],
    ],
    ['nothing in settings to which the next round was added', addNovember, []],
  ])('finds %s', async (_what, touch, expected) => {
    const folder = await closedWorkspace();
    await touch(folder);
    const isNote = expected.every(([rule]) => rule === 'verify-shared-changed');
    expect(await verified(folder)).toEqual({ code: isNote ? 0 : 1, found: expected });
  });

  test('finds that the closing itself was taken back by hand', async () => {
    const folder = await closedWorkspace();
    withoutLastLine(join(folder, JOURNAL));
    expect(await verified(folder)).toEqual({ code: 1, found: [['verify-record-broken', 'luu/2025-10/khoa-1.json']] });
  });
});

describe('verifying a round that is not closed', () => {
  test('compares with its report', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'report');
    expect(await verified(folder)).toEqual({ code: 0, found: [] });
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await correctedReport('TH01'));
    addNovember(folder);
    edit(folder, 'before: 10/11/2025', 'before: 11/11/2025');
    appendFileSync(join(folder, RESULTS, 'bao-cao.docx'), 'x');
    expect(await verified(folder)).toEqual({
      code: 1,
      found: [
        ['verify-file-changed', 'nop/2025-10/TH01.xlsx'],
        ['verify-file-changed', 'tkcds.yaml'],
        ['verify-file-changed', 'ket-qua/2025-10/bao-cao.docx'],
      ],
    });
  });

  test('finds figures that were changed', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'report');
    const path = join(folder, RESULTS, 'bao-cao.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"schemaVersion": 1', '"schemaVersion": 1 '));
    expect((await verified(folder)).found).toEqual([['verify-record-broken', 'ket-qua/2025-10/bao-cao.json']]);
  });

  test('has nothing to compare before the first report', async () => {
    const folder = await smallWorkspace(['TH01']);
    const { code, out } = await runIn(folder, 'verify');
    expect([code, out]).toEqual([0, expect.stringContaining('chưa có báo cáo để so')]);
  });
});
