import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runIn } from './support/run-in-process.ts';
import { correctedReport, EVERYBODY, INBOX, reportWith, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const FILE = join(INBOX, 'dieu-chinh.yaml');
const WHY = ['--reason', 'Gõ đảo chữ số', '--by', 'Trưởng thôn'] as const;

describe('a number that a unit corrected by telephone', () => {
  test('counts, is traced to the cell and printed with its reason; the file stays', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const before = readFileSync(join(folder, INBOX, 'TH01.xlsx'));
    const { code, out } = await runIn(folder, 'adjust', 'Thôn Thượng', 'ct02', '702', ...WHY);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('CT02 của Thôn Thượng (TH01), ô ghi 720, nay tính là 702'),
    ]);
    expect(readFileSync(join(folder, INBOX, 'TH01.xlsx'))).toEqual(before);
    expect(readFileSync(join(folder, FILE), 'utf8')).toContain(
      '{unit: TH01, indicator: CT02, was: "720", value: 702, reason: "Gõ đảo chữ số", by: "Trưởng thôn", adjustedOn: 2025-11-12}',
    );
    const report = await runIn(folder, 'report', '--format', 'md');
    expect(report.out).toMatch(
      /\| 1 \| Thôn Thượng \| CT02 \(.*D10\) \| 720 \| 702 \| Gõ đảo chữ số \(Trưởng thôn, ngày 12\/11\/2025\) \|/u,
    );
    expect(report.out).toContain('Số liệu xã đã điều chỉnh so với báo cáo của đơn vị (1 ô của 1 đơn vị): thôn Thượng');
    const explained = await runIn(folder, 'explain', 'CT02', 'TH01');
    expect(explained.out).toContain(
      'ghi “720”; xã điều chỉnh thành 702 ngày 12/11/2025 theo Trưởng thôn: Gõ đảo chữ số',
    );
    await runIn(folder, 'report');
    const json: unknown = JSON.parse(readFileSync(join(folder, RESULTS, 'bao-cao.json'), 'utf8'));
    const figure = { value: 702, adjustment: { reason: 'Gõ đảo chữ số', by: 'Trưởng thôn', adjustedOn: '2025-11-12' } };
    expect(JSON.stringify(json)).toContain(JSON.stringify(figure.adjustment));
    expect(json).toMatchObject({
      inputs: expect.arrayContaining([expect.objectContaining({ role: 'adjustments' })]) as unknown,
    });
  });

  test('is compared as a number, however it is typed, and shown like the number beside it', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await reportWith('TH01', [['CT02', "'1.150"]]));
    const adjust = (number: string): ReturnType<typeof runIn> =>
      runIn(folder, 'adjust', 'TH01', 'CT02', number, ...WHY);
    expect((await adjust('1150')).err).toContain('đã là 1.150, không có gì để điều chỉnh');
    expect((await adjust('1100')).out).toContain('ô ghi 1.150, nay tính là 1.100');
    expect((await adjust('1.100')).err).toContain('đã là 1.100, không có gì để điều chỉnh');
    expect((await adjust('1150')).err).toContain('là 1.150; muốn bỏ điều chỉnh thành 1.100 thì mở dieu-chinh.yaml');
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await reportWith('TH01', [['CT02', '1150']]));
    expect((await runIn(folder, 'adjust')).out).toContain('TH01 CT02: ô ghi 1.150 → 1.100, 12/11/2025');
    expect((await runIn(folder, 'report', '--format', 'md')).out).toContain('| 1.150 | 1.100 |');
    expect(readFileSync(join(folder, FILE), 'utf8').match(/indicator: CT02/gu)).toHaveLength(1);
  });

  test('is checked like any other, and mends what was wrong in the cell', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'adjust', 'TH01', 'CT02', '9.999', ...WHY);
    const wrong = await runIn(folder, 'validate');
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('part-exceeds-whole')]);
    await runIn(folder, 'adjust', 'TH01', 'CT02', '702', ...WHY);
    const mended = await runIn(folder, 'validate');
    expect([mended.code, mended.out]).toEqual([0, expect.not.stringContaining('part-exceeds-whole')]);
    expect(readFileSync(join(folder, FILE), 'utf8').match(/indicator: CT02/gu)).toHaveLength(1);
  });

  test('does nothing any more when the unit sends something else', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'adjust', 'TH01', 'CT12', '3', ...WHY);
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await correctedReport('TH01'));
    const { out } = await runIn(folder, 'validate');
    expect(out).toContain('adjustment-unused');
    const list = await runIn(folder, 'adjust');
    expect(list.out).toMatch(
      /TH01 CT12: ô ghi \d+ → 3, 12\/11\/2025, theo Trưởng thôn: Gõ đảo chữ số \(không còn tác dụng\)/u,
    );
  });

  test.each([
    ['no such unit', ['TH99', 'CT02', '1', ...WHY], 'không có “TH99”'],
    ['no such figure', ['TH01', 'CT99', '1', ...WHY], 'không có chỉ tiêu “CT99”'],
    ['a computed one', ['TH01', 'CT04', '51', ...WHY], 'tự tính từ CT02 và CT01'],
    ['no number', ['TH01', 'CT02', 'khoảng 700', ...WHY], 'không phải là số nguyên không âm'],
    ['a number of two readings', ['TH01', 'CT02', '1,150', ...WHY], 'không phải là số nguyên không âm'],
    ['nothing new', ['TH01', 'CT02', '720', ...WHY], 'đã là 720'],
    ['no reason', ['TH01', 'CT02', '702', '--by', 'Trưởng thôn'], 'Cần đủ'],
    ['a blank office', ['TH01', 'CT02', '702', '--reason', 'x', '--by', ' '], 'Thiếu người báo'],
    ['a unit without a report', ['TH03', 'CT02', '702', ...WHY], 'chưa có báo cáo được tính'],
  ])('%s is refused, and nothing is written', async (_name, words, message) => {
    const folder = await smallWorkspace(EVERYBODY.filter((id) => id !== 'TH03'));
    const { code, err } = await runIn(folder, 'adjust', ...words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(join(folder, FILE))).toBe(false);
  });

  test('a file with mistakes is refused with line and column', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, FILE), 'adjusted:\n  - {unit: TH01, indicator: CT02, was: "720", value: 7,02}\n');
    const { code, out } = await runIn(folder, 'status');
    expect([code, out]).toEqual([2, expect.stringContaining('dieu-chinh.yaml')]);
  });
});
