import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { closedWorkspace } from '../cli/support/closed-workspace.ts';
import {
  cleanReport,
  correctedReport,
  EVERYBODY,
  INBOX,
  RESULTS,
  smallWorkspace,
} from '../cli/support/small-workspace.ts';
import { parseLedger } from '../../src/workspace/ledger/entries.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/tkcds.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the built program and waits for its end. */
function start(folder: string, ...argv: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...argv, '--as-of', '12/11/2025'], { cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** A folder of its own with the report of each of these units. */
async function sent(...ids: readonly string[]): Promise<string> {
  const folder = tempFolder();
  for (const id of ids) writeFileSync(join(folder, `${id}.xlsx`), await cleanReport(id));
  return folder;
}

const ledgerOf = (folder: string) => parseLedger(readFileSync(join(folder, INBOX, 'so-tiep-nhan.jsonl'), 'utf8'));

test('four people receive files: all are entered, no line is lost', async () => {
  const folder = await smallWorkspace([]);
  const ids = EVERYBODY.slice(0, 4);
  const folders = await Promise.all(ids.map((id) => sent(id)));
  const ended = await Promise.all(folders.map((one) => start(folder, 'receive', one)));
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const { lines, unreadable, broken } = ledgerOf(folder);
  expect([lines.map(({ unit }) => unit).sort(), unreadable, broken]).toEqual([[...ids].sort(), [], []]);
  expect(lines.map(({ entry }) => entry)).toEqual([1, 2, 3, 4]);
  expect(readdirSync(join(folder, INBOX)).filter((name) => name.endsWith('.xlsx'))).toHaveLength(4);
  expect(readdirSync(folder)).not.toContain('.khoa');
});

test('two people write the report: both get it, and it is one', async () => {
  const folder = await smallWorkspace(EVERYBODY);
  const ended = await Promise.all([start(folder, 'report', '--json'), start(folder, 'report', '--json')]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  const hashes = ended.map(({ out }) => (JSON.parse(out) as { outputs: { docxSha256: string } }).outputs.docxSha256);
  expect(hashes[0]).toBe(hashes[1]);
  expect(readdirSync(join(folder, RESULTS)).sort()).toEqual(['bao-cao.docx', 'bao-cao.json', 'tong-hop.xlsx']);
  expect(ended.some(({ err }) => err.includes('Một lần chạy khác đang ghi, chờ'))).toBe(true);
});

test('a report while files are received rests on the files and the ledger of one moment', async () => {
  const folder = await smallWorkspace([]);
  const zalo = await sent(...EVERYBODY);
  const [report, receive] = await Promise.all([start(folder, 'report'), start(folder, 'receive', zalo)]);
  expect(receive.code).toBe(0);
  expect([0, 1]).toContain(report.code);
  // The shape is the one that docs/bao-cao-json.md documents.
  const { sources, inputs } = JSON.parse(readFileSync(join(folder, RESULTS, 'bao-cao.json'), 'utf8')) as {
    readonly sources: readonly unknown[];
    readonly inputs: readonly { readonly role: string }[];
  };
  const hasLedger = inputs.some(({ role }) => role === 'ledger');
  expect([sources.length, hasLedger]).toEqual(hasLedger ? [EVERYBODY.length, true] : [0, false]);
});

test('a round that is closed while files are received: they came before, or they are refused', async () => {
  const folder = await closedWorkspace();
  await start(folder, 'reopen', '--period', '2025-10', '--reason', 'Đính chính');
  // Not the file that the round has: that one is known, and received again it changes nothing in a closed round.
  const files = tempFolder();
  writeFileSync(join(files, 'TH01.xlsx'), await correctedReport('TH01'));
  const [close, receive] = await Promise.all([
    start(folder, 'close'),
    start(folder, 'receive', files, '--received-on', '09/11/2025'),
  ]);
  const codes = [close.code, receive.code];
  expect([
    [0, 2],
    [2, 0],
  ]).toContainEqual(codes);
  expect(codes[0] === 0 ? receive.err : close.err).toMatch(/đã khóa ngày|không còn khớp/u);
  expect(ledgerOf(folder)).toMatchObject({ unreadable: [], broken: [] });
});

test('the lock of a run that died is taken over, and it is told', async () => {
  const folder = await smallWorkspace(EVERYBODY);
  writeFileSync(join(folder, '.khoa'), `${2 ** 30} ${hostname()}\n`);
  const { code, err } = await start(folder, 'report');
  expect([code, err]).toEqual([0, expect.stringContaining('Bỏ khóa do một lần chạy bị ngắt để lại')]);
});
