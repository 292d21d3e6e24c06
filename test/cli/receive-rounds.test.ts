import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLedger } from '../../src/workspace/ledger/entries.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { closedWorkspace } from './support/closed-workspace.ts';
import { filesIn } from './support/kept-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { cleanReport, correctedReport, INBOX, smallWorkspace } from './support/small-workspace.ts';

const LEDGER = join(INBOX, 'so-tiep-nhan.jsonl');

describe('the round of a file that came', () => {
  test('is entered together with others of its round, whether they bear the marks of the form or not', async () => {
    const folder = await smallWorkspace([]);
    const mail = tempFolder({ 'trung.csv': 'Tên đơn vị;Thôn Trung\r\nMã;Chỉ tiêu;Số liệu\r\nCT01;;850\r\n' });
    writeFileSync(join(mail, 'TH01.xlsx'), await cleanReport('TH01'));
    const { out } = await runIn(folder, 'receive', mail, '--as-of', '05/11/2025');
    expect(out).toContain('Đã ghi sổ 2 tệp (nop/2025-10/so-tiep-nhan.jsonl)');
    expect(
      parseLedger(readFileSync(join(folder, LEDGER), 'utf8'))
        .lines.map(({ unit, entry }) => [unit, entry])
        .toSorted(),
    ).toEqual([
      ['TH01', 1],
      ['TH02', 1],
    ]);
  });

  test('without marks of the form, of a late unit, is never taken for the round that has just begun', async () => {
    const folder = await smallWorkspace([]);
    const november = `  - id: 2025-11\n    directive: ubnd-xa-tinh-khe-cds-2025\n    from: 01/11/2025\n    to: 30/11/2025\n    due: { on: 05/12/2025 }\n`;
    appendFileSync(join(folder, 'tkcds.yaml'), november);
    const csv = (countedOn: string): string =>
      `Tên đơn vị;Thôn Trung\r\nSố liệu tính đến ngày;${countedOn}\r\nMã;Chỉ tiêu;Số liệu\r\nCT01;;850\r\n`;
    const mail = tempFolder({ 'cũ.csv': csv('31/10/2025'), 'chưa rõ.csv': csv('') });
    const unclear = join(mail, 'chưa rõ.csv');
    const { code, err } = await runIn(folder, 'receive', unclear);
    expect([code, err]).toEqual([2, expect.stringContaining('--period 2025-10 hoặc --period 2025-11')]);
    expect(existsSync(join(folder, 'nop', '2025-11'))).toBe(false);
    expect(existsSync(join(folder, LEDGER))).toBe(false);
    expect((await runIn(folder, 'receive', join(mail, 'cũ.csv'))).err).toBe('');
    expect(readdirSync(join(folder, INBOX))).toContain('TH02-thon-trung.csv');
    expect((await runIn(folder, 'receive', unclear, '--period', '2025-11')).err).toBe('');
    expect(existsSync(join(folder, 'nop', '2025-11', 'TH02-thon-trung.csv'))).toBe(true);
  });

  test('that is closed: the file is named, and nothing of the run is received', async () => {
    const folder = await closedWorkspace();
    const november =
      '  - { id: 2025-11, directive: chu-ky-so-hang-thang, from: 01/11/2025, to: 30/11/2025, due: { on: 05/12/2025 } }\n';
    appendFileSync(join(folder, 'tkcds.yaml'), november);
    const mail = tempFolder({ 'trung.csv': 'Tên đơn vị;Thôn Trung\r\nMã;Chỉ tiêu;Số liệu\r\nCT01;;850\r\n' });
    writeFileSync(join(mail, 'cũ.xlsx'), await correctedReport('TH01'));
    const { code, err } = await runIn(folder, 'receive', mail);
    expect([code, err]).toEqual([2, expect.stringMatching(/cũ\.xlsx” là của kỳ 2025-10, đã khóa/u)]);
    expect(existsSync(join(folder, 'nop', '2025-11'))).toBe(false);
  });

  test('that is closed: what came before comes again, and the round stays as it is', async () => {
    const folder = await closedWorkspace();
    const mail = tempFolder({ 'Gửi lại.xlsx': readFileSync(join(folder, INBOX, 'TH01.xlsx')) });
    const before = filesIn(folder);
    for (const more of [[], ['--period', '2025-10'], ['--received-on', '11/11/2025']]) {
      const { code, out } = await runIn(folder, 'receive', mail, ...more);
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(/Gửi lại\.xlsx +TH01 Thôn Thượng +2025-10 +08\/11\/2025 +đã nhận từ trước, kỳ đã khóa/u),
      ]);
      expect(out).toContain('Không có tệp nào mới, sổ tiếp nhận giữ nguyên.');
    }
    expect(filesIn(folder)).toEqual(before);
  });

  test('that is closed: a corrected report is refused beside one that came before, and says the way out', async () => {
    const folder = await closedWorkspace();
    const mail = tempFolder({
      'Gửi lại.xlsx': readFileSync(join(folder, INBOX, 'TH01.xlsx')),
      'Sửa.xlsx': await correctedReport('TH01'),
    });
    const before = filesIn(folder);
    const { code, err } = await runIn(folder, 'receive', mail);
    expect([code, err]).toEqual([2, expect.stringContaining('tkcds reopen --period 2025-10 --reason')]);
    expect([err.includes('Sửa.xlsx'), err.includes('Gửi lại.xlsx')]).toEqual([true, false]);
    // Nor is one that somebody put into the folder after the closing.
    writeFileSync(join(folder, INBOX, 'Sửa.xlsx'), await correctedReport('TH01'));
    expect((await runIn(folder, 'receive', join(INBOX, 'Sửa.xlsx'))).code).toBe(2);
    expect(filesIn(folder).size).toBe(before.size + 1);
  });

  test('and the day it had in the ledger are told when the day is corrected', async () => {
    const folder = await smallWorkspace([]);
    const mail = tempFolder();
    writeFileSync(join(mail, 'TH01.xlsx'), await cleanReport('TH01'));
    await runIn(folder, 'receive', mail, '--received-on', '05/11/2025');
    const { out } = await runIn(folder, 'receive', mail, '--received-on', '11/11/2025');
    expect(out).toContain('sửa ngày nhận, trước ghi 05/11/2025');
  });
});
