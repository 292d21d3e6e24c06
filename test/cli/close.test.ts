import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseJournal } from '../../src/workspace/closing/journal.ts';
import { closedWorkspace, verified } from './support/closed-workspace.ts';
import { runIn } from './support/run-in-process.ts';
import { correctedReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const PERIOD = '2025-10';
const LEDGER = join(INBOX, 'so-tiep-nhan.jsonl');
const SNAPSHOT = join('luu', PERIOD, 'khoa-1.json');

describe('closing a round', () => {
  test('keeps all figures, with the hashes of what they rest on', async () => {
    const closedFolder = await closedWorkspace();
    const snapshot: unknown = JSON.parse(readFileSync(join(closedFolder, SNAPSHOT), 'utf8'));
    expect(snapshot).toMatchObject({
      schemaVersion: 1,
      period: PERIOD,
      closedOn: '2025-11-12',
      ledger: { lineCount: 7 },
      figures: { report: { version: 'final' }, directive: { version: 1 } },
    });
    for (const path of [
      'register.units.0.id',
      'outputs.0.sha256',
      'figures.sources.0.sha256',
      'figures.totals.0.parts.0.cell.address',
    ]) {
      expect(snapshot).toHaveProperty(path, expect.stringMatching(/./u));
    }
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

  test('minds only what the settings say of this round', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const path = join(folder, 'tkcds.yaml');
    await runIn(folder, 'report', '--final');
    const before = readFileSync(path, 'utf8');
    const november =
      '  - { id: 2025-11, directive: chu-ky-so-hang-thang, from: 01/11/2025, to: 30/11/2025, due: { on: 05/12/2025 } }\n';
    for (const [from, to] of [
      ['before: 10/11/2025', 'before: 11/11/2025'],
      ['place: ', 'place: Bến '],
    ] as const) {
      writeFileSync(path, `${before.replace(from, to)}${november}`);
      const refused = await runIn(folder, 'close', '--period', PERIOD);
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('không còn khớp')]);
    }
    writeFileSync(path, `# đã thêm kỳ sau\n${before}${november}`);
    expect((await runIn(folder, 'close', '--period', PERIOD)).code).toBe(0);
    expect((await verified(folder)).found).toEqual([]);
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
