import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseJournal } from '../../src/workspace/closing/journal.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { correctedReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const PERIOD = '2025-10';
const LEDGER = join(INBOX, 'so-tiep-nhan.jsonl');
const SNAPSHOT = join('luu', PERIOD, 'khoa-1.json');
const JOURNAL = join('luu', PERIOD, 'so-khoa.jsonl');

/** The files of a workspace whose only round was received, reported finally and closed; made once. */
let closedFiles: ReadonlyMap<string, Uint8Array> | undefined;

async function makeClosed(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await smallWorkspace(EVERYBODY);
  await runIn(folder, 'receive', INBOX, '--received-on', '08/11/2025');
  const report = await runIn(folder, 'report', '--final');
  expect([report.code, report.err]).toEqual([0, expect.any(String)]);
  const closed = await runIn(folder, 'close');
  expect([closed.code, closed.out]).toEqual([0, expect.stringContaining('Đã khóa kỳ 2025-10')]);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

/** A workspace with a closed round of its own. */
async function closedWorkspace(): Promise<string> {
  closedFiles ??= await makeClosed();
  const folder = tempFolder();
  for (const [file, bytes] of closedFiles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  return folder;
}

async function verified(
  folder: string,
): Promise<{ readonly code: number; readonly found: readonly (readonly [string, string | undefined])[] }> {
  const { code, out } = await runIn(folder, 'verify', '--json');
  // The shape is the one that docs/validate-json.md documents.
  const { findings } = JSON.parse(out) as {
    readonly findings: readonly { readonly rule: string; readonly location: { readonly file?: string } }[];
  };
  return { code, found: findings.map(({ rule, location }) => [rule, location.file] as const) };
}

describe('closing a round', () => {
  test('keeps all figures, with the hashes of what they rest on', async () => {
    const closedFolder = await closedWorkspace();
    const snapshot: unknown = JSON.parse(readFileSync(join(closedFolder, SNAPSHOT), 'utf8'));
    expect(snapshot).toMatchObject({
      schemaVersion: 1,
      period: PERIOD,
      closedOn: '2025-11-12',
      register: { units: expect.arrayContaining([expect.objectContaining({ id: 'TH01', name: 'Thôn Thượng' })]) },
      ledger: { lineCount: 7 },
      outputs: expect.arrayContaining([expect.objectContaining({ file: `ket-qua/${PERIOD}/bao-cao.docx` })]),
      figures: {
        report: { version: 'final' },
        directive: { version: expect.any(Number) },
        sources: expect.arrayContaining([expect.objectContaining({ file: 'TH01.xlsx' })]),
      },
    });
    expect(parseJournal(closedFolder, PERIOD).lines).toMatchObject([
      { kind: 'closed', decidedOn: '2025-11-12', decidedBy: '', snapshot: 'khoa-1.json' },
    ]);
  });

  test('is refused without a final report, and nothing is written', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const none = await runIn(folder, 'close');
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('chưa có báo cáo chính thức')]);
    await runIn(folder, 'report');
    expect((await runIn(folder, 'close')).err).toContain('tkcds report --final');
    expect(existsSync(join(folder, 'luu'))).toBe(false);
  });

  test('is refused when the files no longer give what the report says', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'report', '--final');
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await correctedReport('TH01'));
    const { code, err } = await runIn(folder, 'close');
    expect([code, err]).toEqual([2, expect.stringContaining('không còn khớp')]);
  });

  test('on a later day compares at the cut-off day of the report', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'report', '--final', '--as-of', '11/11/2025');
    expect((await runIn(folder, 'close', '--as-of', '12/11/2025')).code).toBe(0);
  });

  test('takes the report that somebody has filled in by hand, and says so', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'report', '--final');
    appendFileSync(join(folder, RESULTS, 'bao-cao.docx'), 'số 12');
    const { code, out } = await runIn(folder, 'close');
    expect([code, out]).toEqual([0, expect.stringMatching(/sửa tay.*bao-cao\.docx/u)]);
    expect((await verified(folder)).found).toEqual([]);
  });
});

describe('a closed round', () => {
  test.each([
    ['receive', [join(INBOX, 'TH01.xlsx')]],
    ['receive', ['--accept-late', 'TH01', '--reason', 'Mưa lũ']],
    ['accept', ['unit-missing', 'TH01', '--reason', 'Gửi sau']],
    ['report', []],
    ['close', []],
  ])('refuses %s %j and says the way out', async (command, more) => {
    const folder = await closedWorkspace();
    const before = readFileSync(join(folder, LEDGER));
    const { code, err } = await runIn(folder, command, ...more);
    expect([code, err]).toEqual([2, expect.stringContaining('tkcds reopen --period 2025-10 --reason')]);
    expect(readFileSync(join(folder, LEDGER))).toEqual(before);
  });

  test.each([['status'], ['validate'], ['explain', 'CT02'], ['verify']])('still answers %s', async (...words) => {
    expect((await runIn(await closedWorkspace(), ...words)).code).toBe(0);
  });

  test('is opened again on record, then reported and closed again beside its first snapshot', async () => {
    const folder = await closedWorkspace();
    expect((await runIn(folder, 'reopen')).code).toBe(2);
    expect((await runIn(folder, 'reopen', '--reason', ' ')).code).toBe(2);
    const { code, out } = await runIn(folder, 'reopen', '--reason', 'Đính chính số của Thôn Thượng');
    expect([code, out]).toEqual([0, expect.stringContaining('Đã mở lại kỳ 2025-10')]);
    expect((await runIn(folder, 'reopen', '--reason', 'Lần nữa')).err).toContain('chưa khóa');
    expect((await runIn(folder, 'report', '--final')).code).toBe(0);
    expect((await runIn(folder, 'close')).code).toBe(0);
    expect(readdirSync(join(folder, 'luu', PERIOD)).sort()).toEqual(['khoa-1.json', 'khoa-2.json', 'so-khoa.jsonl']);
    expect(parseJournal(folder, PERIOD)).toMatchObject({
      lines: [{ kind: 'closed' }, { kind: 'reopened', reason: 'Đính chính số của Thôn Thượng' }, { kind: 'closed' }],
      unreadable: [],
      broken: [],
    });
    expect(await verified(folder)).toEqual({ code: 0, found: [] });
  });
});

function withoutLastLine(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\n]*\n$/u, ''));
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
        appendFileSync(join(folder, 'tkcds.yaml'), '\n# kỳ sau\n');
      },
      [['verify-shared-changed', 'tkcds.yaml']],
    ],
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
    appendFileSync(join(folder, 'tkcds.yaml'), '\n# sửa\n');
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
