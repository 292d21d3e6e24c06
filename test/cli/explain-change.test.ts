import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, folderWith, type KeptFiles } from './support/kept-folder.ts';
import { monthlyReport, monthlyWorkspace, putReports } from './support/monthly-workspace.ts';
import { runIn } from './support/run-in-process.ts';

const OCTOBER = ['--period', '2025-10', '--as-of', '05/11/2025'];
const NOVEMBER = ['--period', '2025-11', '--as-of', '28/11/2025'];
const SHARE = 'tỷ lệ dân số trưởng thành';

const LATER_ROUND = `  - id: 2025-12
    directive: chu-ky-so-hang-thang
    from: 2025-12-01
    to: 2025-12-31
    due: { on: 2025-12-31 }
`;

let kept: KeptFiles | undefined;

async function makeTwoMonths(): Promise<KeptFiles> {
  const folder = await monthlyWorkspace(['2025-10', '2025-11']);
  await putReports(folder, '2025-10', { TH01: { CT02: '720' }, TH02: { CT02: '510' }, TH03: { CT02: '384' } });
  await runIn(folder, 'receive', join('nop', '2025-10'), '--received-on', '20/10/2025', ...OCTOBER);
  await runIn(folder, 'report', '--final', ...OCTOBER);
  expect((await runIn(folder, 'close', ...OCTOBER)).code).toBe(0);
  await putReports(folder, '2025-11', { TH01: { CT02: '780' }, TH02: { CT02: '512' } });
  await runIn(folder, 'receive', join('nop', '2025-11'), '--received-on', '25/11/2025', ...NOVEMBER);
  await runIn(folder, 'report', ...NOVEMBER);
  return filesIn(folder);
}

/** A workspace with a closed October, and a November that was reported once. */
async function twoMonths(): Promise<string> {
  kept ??= await makeTwoMonths();
  return folderWith(kept);
}

async function receive(
  folder: string,
  month: string,
  unit: string,
  holders: string,
  more: readonly string[],
): Promise<void> {
  const file = join(folder, `${unit}-${holders}.xlsx`);
  writeFileSync(file, await monthlyReport(month, unit, { CT02: holders }));
  await runIn(folder, 'receive', file, ...more);
}

async function explained(folder: string, ...words: readonly string[]): Promise<string> {
  const { code, out, err } = await runIn(folder, 'explain', ...words);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return out;
}

describe('why did this number change?', () => {
  test('since the round before: by unit, exactly', async () => {
    const out = await explained(await twoMonths(), '63,0%', ...NOVEMBER);
    expect(out).toContain(
      '  So với kỳ trước 2025-10 (đã khóa ngày 05/11/2025; luu/2025-10/khoa-1.json): 60,0% → 63,0% (+3,02 điểm phần trăm; tử số -322, mẫu số -640)\n' +
        '    Thôn Thượng (+2,92 điểm phần trăm; tử số +60, mẫu số 0): 720 ÷ 1.200 → 780 ÷ 1.200\n' +
        '    Thôn Trung (+0,10 điểm phần trăm; tử số +2, mẫu số 0): 510 ÷ 850 → 512 ÷ 850\n' +
        '    Thôn Hạ (0,00 điểm phần trăm; tử số -384, mẫu số -640; nay không tính): 384 ÷ 640 → không tính: Chưa gửi báo cáo (chưa đến hạn)\n',
    );
    expect(out).toMatch(/So với báo cáo đã viết \(bản dự thảo, .*; ket-qua\/2025-11\/bao-cao\.json\): không thay đổi/u);
  });

  test('by a code the whole commune is explained, and the units are listed with what they had', async () => {
    const out = await explained(await twoMonths(), 'CT02', ...NOVEMBER);
    expect(out).toContain('1.614 → 1.292 (-322)');
    expect(out).toMatch(/Và 4 số liệu của từng đơn vị:\n {2}65,0% – .*Thôn Thượng \(kỳ trước 2025-10: 60,0%\)/u);
  });

  test('of who has reported', async () => {
    const out = await explained(await twoMonths(), 'số đơn vị đã báo cáo: các thôn', ...NOVEMBER);
    expect(out).toContain('3 → 2 (-1)');
    expect(out).toContain('    Thôn Hạ (-1; nay không tính): Đúng hạn, ngày 20/10/2025 (theo sổ tiếp nhận)');
  });

  test('since the report was written: another file, and a telephone call', async () => {
    const folder = await twoMonths();
    await receive(folder, '2025-11', 'TH01', '800', ['--received-on', '27/11/2025', ...NOVEMBER]);
    const adjustment = ['--reason', 'Gõ nhầm, gọi 0912345678', '--by', 'Trưởng thôn'];
    await runIn(folder, 'adjust', 'TH02', 'CT02', '520', ...adjustment, ...NOVEMBER);
    // The number of the report that was sent finds what it has become.
    const out = await explained(folder, '63,0%', ...NOVEMBER);
    expect(out).toContain(
      '    Thôn Thượng (+0,98 điểm phần trăm; tử số +20, mẫu số 0): 780 ÷ 1.200 → 800 ÷ 1.200\n' +
        '      vì số nay lấy từ tệp “TH01-thon-thuong.xlsx” (nhận ngày 27/11/2025), trước lấy từ tệp “TH01.xlsx” (nhận ngày 25/11/2025)\n' +
        '    Thôn Trung (+0,39 điểm phần trăm; tử số +8, mẫu số 0): 512 ÷ 850 → 520 ÷ 850\n' +
        '      vì xã điều chỉnh thành 520 ngày 28/11/2025 theo Trưởng thôn: Gõ nhầm',
    );
    expect(out).toMatch(
      /vì đơn vị gửi lại \(tệp “TH01-thon-thuong\.xlsx” nhận ngày 27\/11\/2025\): CT02 .* nay ghi “800”, .* ghi “780”/u,
    );
    expect(out).not.toContain('0912345678');
  });

  test('since the report was written: a file of the commune’s own', async () => {
    const folder = await twoMonths();
    await receive(folder, '2025-11', 'TH03', '390', ['--received-on', '27/11/2025', ...NOVEMBER]);
    const accepted = await runIn(folder, 'explain', 'CT02', 'TH03', ...NOVEMBER);
    expect(accepted.out).toContain('    Thôn Hạ (+390; nay mới tính): ');
    expect(accepted.out).toContain('      vì số nay lấy từ tệp “TH03-thon-ha.xlsx” (nhận ngày 27/11/2025)');
    const before = await explained(folder, 'CT02', 'TH03', '--period', '2025-11', '--as-of', '26/11/2025');
    expect(before).toContain('384 → ');
  });

  test.each([
    ['a remark and a round more say nothing of this one', (text: string) => `# Ghi chú\n${text}${LATER_ROUND}`, false],
    ['a place that changed is named', (text: string) => text.replace(/place: .*/u, 'place: Nơi Khác'), true],
  ])('since the report was written: in the settings, %s', async (_words, edit, isNamed) => {
    const folder = await twoMonths();
    await receive(folder, '2025-11', 'TH03', '390', ['--received-on', '27/11/2025', ...NOVEMBER]);
    await runIn(folder, 'report', ...NOVEMBER);
    const settings = join(folder, 'tkcds.yaml');
    const text = readFileSync(settings, 'utf8');
    expect(edit(text)).not.toBe(text);
    writeFileSync(settings, edit(text));
    const out = await explained(folder, 'CT02', '--period', '2025-11', '--as-of', '26/11/2025');
    expect(out).toContain('ngày chốt số liệu khi đó là 28/11/2025, nay là 26/11/2025');
    expect(out.includes('tệp của xã đã thay đổi từ khi đó: tkcds.yaml')).toBe(isNamed);
  });
});

describe('a closed round', () => {
  test('is explained from its snapshot, whatever lies there now', async () => {
    const folder = await twoMonths();
    writeFileSync(join(folder, 'nop', '2025-10', 'TH01.xlsx'), await monthlyReport('2025-10', 'TH01', { CT02: '1' }));
    const { out, err } = await runIn(folder, 'explain', '60,0%', ...OCTOBER);
    expect(err).toContain('Kỳ đã khóa ngày 05/11/2025: giải thích theo bản lưu luu/2025-10/khoa-1.json');
    expect(out).toContain(
      'Cách tính: 1.614 ÷ 2.690 người, từ 3/3 thôn\n  Thôn Thượng: 720 ÷ 1.200\n      TH01.xlsx, trang “Chỉ tiêu”, ô D10\n',
    );
  });

  test('that was opened again says what changed and why it was opened', async () => {
    const folder = await twoMonths();
    await runIn(folder, 'reopen', '--reason', 'Sở yêu cầu đính chính', ...OCTOBER);
    await receive(folder, '2025-10', 'TH03', '390', ['--received-on', '04/11/2025', ...OCTOBER]);
    const reason = '    Kỳ được mở lại ngày 05/11/2025: Sở yêu cầu đính chính\n';
    const open = await explained(folder, SHARE, ...OCTOBER);
    expect(open).toMatch(/So với bản khóa ngày 05\/11\/2025 của kỳ này \(luu\/2025-10\/khoa-1\.json\): 60,0% → 60,2%/u);
    expect(open).toContain(reason);
    expect(open).not.toContain('báo cáo đã viết');
    await runIn(folder, 'report', '--final', ...OCTOBER);
    expect((await runIn(folder, 'close', ...OCTOBER)).code).toBe(0);
    const again = await explained(folder, 'CT02', 'TH03', ...OCTOBER);
    expect(again).toContain(
      '    Thôn Hạ (+6): 384 → 390\n      vì số nay lấy từ tệp “TH03-thon-ha.xlsx” (nhận ngày 04/11/2025)',
    );
    expect(again).toContain(reason);
    const later = await explained(folder, '63,0%', ...NOVEMBER);
    expect(later).toContain('    Kỳ 2025-10 được mở lại ngày 05/11/2025: Sở yêu cầu đính chính\n');
  });
});

test('for programs', async () => {
  const folder = await twoMonths();
  const { out } = await runIn(folder, 'explain', '63,0%', '--format', 'json', ...NOVEMBER);
  const facts: unknown = JSON.parse(out);
  expect(facts).toMatchObject({
    record: null,
    figures: [
      {
        printed: '63,0%',
        changes: [
          { basis: { kind: 'report', period: '2025-11', file: 'ket-qua/2025-11/bao-cao.json' }, parts: [] },
          {
            basis: { kind: 'previous-round', period: '2025-10', file: 'luu/2025-10/khoa-1.json', notes: [] },
            before: { printed: '60,0%', amount: { numerator: 1614, denominator: 2690 } },
            difference: { numerator: -322, denominator: -640, hundredthsOfPoint: 302 },
            unchangedCount: 0,
            parts: [
              { unit: 'TH01', kind: 'changed', contribution: { hundredthsOfPoint: 292 } },
              { unit: 'TH02', kind: 'changed', contribution: { hundredthsOfPoint: 10 } },
              { unit: 'TH03', kind: 'no-longer-counted', now: null, contribution: { hundredthsOfPoint: 0 } },
            ],
            others: null,
          },
        ],
      },
    ],
  });
  expect((await runIn(folder, 'explain', '63,0%', '--json', ...NOVEMBER)).out).toBe(out);
  const wrong = await runIn(folder, 'explain', '63,0%', '--format', 'jsom', ...NOVEMBER);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Không có định dạng “jsom”')]);
});

describe('status beside the round before', () => {
  test('in text', async () => {
    const { out } = await runIn(await twoMonths(), 'status', ...NOVEMBER);
    expect(out).toMatch(/, so với kỳ 2025-10\n/u);
    expect(out).toMatch(/TH01 +Thôn Thượng +60,0% +65,0% +\+5,00\n/u);
    expect(out).toMatch(/TH03 +Thôn Hạ +60,0% *\n/u);
    expect(out).toMatch(/2 thôn có số liệu ở cả hai kỳ +60,0% +63,0% +\+3,02\n/u);
  });

  test('in JSON and CSV', async () => {
    const folder = await twoMonths();
    const facts: unknown = JSON.parse((await runIn(folder, 'status', '--json', ...NOVEMBER)).out);
    expect(facts).toMatchObject({
      coverages: [
        {
          id: 'signature-coverage',
          now: { numerator: 1292, denominator: 2050 },
          previousPeriod: '2025-10',
          change: { unitCount: 2, before: { numerator: 1230 }, hundredthsOfPoint: 302 },
          trend: [
            { period: '2025-10', unitCount: 3 },
            { period: '2025-11', unitCount: 2 },
          ],
          units: [
            { unit: 'TH01', before: { numerator: 720 }, now: { numerator: 780 }, hundredthsOfPoint: 500 },
            { unit: 'TH02', hundredthsOfPoint: 24 },
            { unit: 'TH03', now: null, hundredthsOfPoint: null },
          ],
        },
      ],
    });
    const { out } = await runIn(folder, 'status', '--format', 'csv', ...NOVEMBER);
    expect(out).toContain(',Tệp,CT02,CT01,CT02 kỳ trước,CT01 kỳ trước,Thay đổi của CT02/CT01 (điểm phần trăm)\r\n');
    expect(out).toContain(',TH01.xlsx,780,1200,720,1200,5\r\n');
  });

  test('is absent where there is no history', async () => {
    const folder = await twoMonths();
    const { out } = await runIn(folder, 'status', ...OCTOBER);
    expect(out).not.toContain('so với kỳ');
    expect((await runIn(folder, 'status', '--format', 'csv', ...OCTOBER)).out).toContain(',Tệp\r\n');
    expect((await runIn(folder, 'status', '--format', 'html', ...OCTOBER)).out).not.toContain('class="trend"');
    const facts: unknown = JSON.parse((await runIn(folder, 'status', '--json', ...OCTOBER)).out);
    expect(facts).toMatchObject({ coverages: [{ previousPeriod: null, change: null, trend: [], units: [] }] });
  });
});
