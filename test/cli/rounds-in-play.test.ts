import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { closedWorkspace } from './support/closed-workspace.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, INBOX, smallWorkspace } from './support/small-workspace.ts';

const NOVEMBER =
  '  - { id: 2025-11, directive: chu-ky-so-hang-thang, from: 01/11/2025, to: 30/11/2025, due: { on: 05/12/2025 } }\n';

/** On 12 November: the reports of October are due since two days, and November has begun. */
async function twoRounds(): Promise<string> {
  const folder = await smallWorkspace(EVERYBODY);
  appendFileSync(join(folder, 'tkcds.yaml'), NOVEMBER);
  return folder;
}

const BOTH =
  'kỳ 2025-10 (nộp trước ngày 10/11/2025) chưa khóa, kỳ 2025-11 (nộp chậm nhất ngày 05/12/2025) đã bắt đầu; ghi thêm --period 2025-10 hoặc --period 2025-11, hoặc khóa kỳ 2025-10 trước: tkcds close --period 2025-10';

describe('while the round before is not closed', () => {
  test.each([
    ['report', []],
    ['report', ['--final']],
    ['form', []],
    ['adjust', ['TH01', 'CT02', '700', '--reason', 'Gõ nhầm', '--by', 'Trưởng thôn']],
    ['accept', ['unit-missing', '--reason', 'Gửi sau']],
    ['receive', ['--accept-late', 'TH01', '--reason', 'Mưa lũ']],
    ['receive', ['--refuse-late', 'TH01', '--reason', 'Ghi nhầm']],
    ['confirm', ['Thôn Thượn', 'TH01']],
    ['close', []],
    ['remind', []],
    ['return', ['--all']],
  ])('%s %j writes nothing without the round', async (command, more) => {
    const folder = await twoRounds();
    const before = readdirSync(folder, { recursive: true }).toSorted();
    const { code, err } = await runIn(folder, command, ...more);
    expect([code, err]).toEqual([2, expect.stringContaining(BOTH)]);
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(before);
  });

  test.each([['status'], ['validate'], ['accept'], ['adjust'], ['confirm'], ['report', '--format', 'md']])(
    '%s only looks, and says at which round',
    async (...words) => {
      const { err } = await runIn(await twoRounds(), ...words);
      expect(err).toContain('Kỳ 2025-11 (01/11/2025–30/11/2025, nộp chậm nhất ngày 05/12/2025)');
    },
  );

  test('what is printed to be copied names the round', async () => {
    const folder = await twoRounds();
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), 'hỏng');
    const { out } = await runIn(folder, 'accept', '--period', '2025-10');
    expect(out).toMatch(/tkcds accept \S+ TH01 --reason "lý do" --period 2025-10$/mu);
  });

  test('the round that is named, or that ended last, is written', async () => {
    const folder = await twoRounds();
    expect((await runIn(folder, 'form', '--period', '2025-11', '--unit', 'TH01')).code).toBe(0);
    expect((await runIn(folder, 'report', '--period', 'previous')).code).toBe(0);
    expect(existsSync(join(folder, 'ket-qua', '2025-10', 'bao-cao.docx'))).toBe(true);
  });

  test('words that mean the same in both rounds are confirmed without a round', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    appendFileSync(join(folder, 'tkcds.yaml'), NOVEMBER.replace('chu-ky-so-hang-thang', 'ubnd-xa-tinh-khe-cds-2025'));
    expect((await runIn(folder, 'confirm', 'Thôn Thượn', 'TH01')).code).toBe(0);
  });

  test('a file that does not say its round is asked about until it does', async () => {
    const folder = await twoRounds();
    const csv = (countedOn: string): string =>
      `Tên đơn vị;Thôn Trung\r\nSố liệu tính đến ngày;${countedOn}\r\nMã;Chỉ tiêu;Số liệu\r\nCT01;;850\r\n`;
    const mail = tempFolder({ 'chưa rõ.csv': csv(''), 'mới.csv': csv('30/11/2025') });
    const unclear = await runIn(folder, 'receive', join(mail, 'chưa rõ.csv'), '--as-of', '02/12/2025');
    expect([unclear.code, unclear.err]).toEqual([2, expect.stringContaining('--period 2025-10 hoặc --period 2025-11')]);
    await runIn(folder, 'receive', join(mail, 'mới.csv'), '--as-of', '02/12/2025');
    expect(readdirSync(join(folder, 'nop', '2025-11'))).toContain('TH02-thon-trung.csv');
  });
});

describe('no round has to be named', () => {
  test('before the deadline of the round before', async () => {
    const { code, err } = await runIn(await twoRounds(), 'form', '--unit', 'TH01', '--as-of', '09/11/2025');
    expect([code, err]).toEqual([0, expect.stringContaining('Kỳ 2025-10')]);
  });

  test('when the round before is closed; again when it was opened again', async () => {
    const folder = await closedWorkspace();
    appendFileSync(join(folder, 'tkcds.yaml'), NOVEMBER);
    const { code, err } = await runIn(folder, 'form', '--unit', 'TH01');
    expect([code, err]).toEqual([0, expect.stringContaining('Kỳ 2025-11')]);
    await runIn(folder, 'reopen', '--period', '2025-10', '--reason', 'Đính chính');
    expect((await runIn(folder, 'form', '--unit', 'TH01')).err).toContain(BOTH);
  });

  test('because of rounds that nobody closed before the last one', async () => {
    const folder = await closedWorkspace();
    const september = `  - { id: 2025-09, directive: chu-ky-so-hang-thang, from: 01/09/2025, to: 30/09/2025, due: { on: 05/10/2025 } }\n`;
    appendFileSync(join(folder, 'tkcds.yaml'), september + NOVEMBER);
    expect((await runIn(folder, 'form', '--unit', 'TH01')).code).toBe(0);
  });

  test('when no later round has begun', async () => {
    const folder = await twoRounds();
    const { err } = await runIn(folder, 'remind', '--as-of', '06/12/2025');
    expect(err).toContain('Kỳ 2025-11');
  });
});
