import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, INBOX, reportOf, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const PAGE = join(RESULTS, 'tinh-hinh.html');
const TABLE = join(RESULTS, 'tinh-hinh.csv');

describe('status', () => {
  test('shows the deadline, every unit, every type and the rates', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    const { code, out } = await runIn(folder, 'status');
    expect(code).toBe(1);
    expect(out).toContain('\nHạn nộp: trước ngày 10/11/2025; đã quá hạn 3 ngày\n');
    expect(out).toMatch(/\nTH01 {2}Thôn Thượng +Thôn +chưa nộp +1 +0\n/u);
    expect(out).toMatch(/\nTH02 {2}Thôn Trung +Thôn +đúng hạn +05\/11\/2025 \* +đủ +0 +0\n/u);
    expect(out).toContain('* ngày ghi trên báo cáo, chưa ghi sổ tiếp nhận');
    // received, late, undated, missing, unusable, complete, errors, warnings
    expect(out).toMatch(/\nCác thôn +2 +0 +0 +1 +0 +2 +1 +0\n/u);
    expect(out).toMatch(/\nCộng +6 +0 +0 +1 +0 +6 +1 +0\n/u);
    // expected, received, on time and the two shares
    expect(out).toMatch(/\nCác thôn +3 +2 +2 +66,7% +66,7%\n/u);
    expect(out).toMatch(/\nCộng +7 +6 +6 +85,7% +85,7%\n/u);
  });

  test('before the deadline it says how many days are left, and nobody is missing', async () => {
    const folder = await smallWorkspace(['TH02']);
    const { out } = await runIn(folder, 'status', '--as-of', '06/11/2025');
    expect(out).toContain('Hạn nộp: trước ngày 10/11/2025; còn 3 ngày\n');
    expect(out).toMatch(/\nTH01 {2}Thôn Thượng +Thôn +chưa đến hạn +0 +0\n/u);
  });

  test('shows files that are nobody’s above the table', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, INBOX, 'ảnh.jpg'), 'no spreadsheet');
    const { out } = await runIn(folder, 'status');
    expect(out).toMatch(/^ảnh\.jpg\n {2}cả tệp {2}✗ lỗi/u);
  });

  test('has a documented shape', async () => {
    const folder = await smallWorkspace(['TH01']);
    const { out } = await runIn(folder, 'status', '--json');
    const content = JSON.parse(out) as Record<string, unknown>; // the shape is what is tested
    expect(Object.keys(content)).toEqual([
      'schemaVersion',
      'command',
      'program',
      'exitCode',
      'outcome',
      'counts',
      'rounds',
      'deadline',
      'units',
      'strays',
      'rates',
      'coverages',
      'findings',
    ]);
    expect(content).toMatchObject({
      schemaVersion: 1,
      deadline: { lastDay: '2025-11-09', daysLeft: -3 },
      rates: {
        overall: { unitType: null, expected: 7, received: 1, onTime: 1, late: 0, missing: 6, unusable: 0, complete: 1 },
      },
    });
    expect((await runIn(folder, 'status', '--format', 'json')).out).toBe(out);
  });
});

describe('--format', () => {
  test('csv has a line for every unit, for spreadsheets and databases', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    const { code, out } = await runIn(folder, 'status', '--format', 'csv');
    const [headings, first, second, ...rest] = out.split('\r\n');
    expect(code).toBe(1);
    expect(headings).toBe(
      '\ufeffKỳ,Ngày chốt,Mã,Đơn vị,Loại,Phải báo cáo,Tình trạng,Ngày nhận,Căn cứ ngày nhận,Lý do chấp nhận nộp muộn,Được tính,Đầy đủ,Nhiệm vụ được giao,Nhiệm vụ đã trả lời,Nhiệm vụ hoàn thành,Lỗi,Cảnh báo,Lưu ý,Tệp',
    );
    expect(first).toBe('2025-10,2025-11-12,TH01,Thôn Thượng,Thôn,có,chưa nộp,,,,không,không,2,0,0,1,0,0,');
    expect(second).toBe(
      '2025-10,2025-11-12,TH02,Thôn Trung,Thôn,có,đúng hạn,2025-11-05,ngày ghi trên báo cáo,,có,có,2,2,2,0,0,0,TH02.xlsx',
    );
    expect(rest).toHaveLength(EVERYBODY.length - 1);
    expect(rest.at(-1)).toBe('');
  });

  test('html is one page, the same bytes every time, printed or written', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { out } = await runIn(folder, 'status', '--format', 'html');
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="vi">/u);
    const { out: said } = await runIn(folder, 'status', '--format', 'html', '--out');
    expect(said).toContain(`Tình hình nộp báo cáo: ${PAGE}\n`);
    expect(readFileSync(join(folder, PAGE), 'utf8')).toBe(out);
  });

  test('with --json the text is a field, and a written file its path', async () => {
    const folder = await smallWorkspace(['TH01']);
    const printed = JSON.parse((await runIn(folder, 'status', '--format', 'csv', '--json')).out) as unknown;
    expect(printed).toMatchObject({ output: { format: 'csv', text: expect.stringContaining('TH01') as unknown } });
    const written = JSON.parse((await runIn(folder, 'status', '--out', 'a.csv', '--json')).out) as unknown;
    expect(written).toMatchObject({ output: { format: 'csv', path: join(folder, 'a.csv'), kept: null } });
  });

  test.each([
    [
      ['--format', 'htlm'],
      'Không có định dạng “htlm” (có phải ý bạn là “html”?); dùng --format text, json, csv hoặc html',
    ],
    [['--out'], '--out chỉ dùng với --format html hoặc --format csv'],
    [['--format', 'json', '--out', 'a.json'], '--out chỉ dùng với'],
    [['--format', 'html', '--out', 'bao-cao.docx'], 'Tệp “bao-cao.docx” không có đuôi .html'],
    [['--format', 'csv', '--out', 'a.html'], 'Tệp “a.html” không có đuôi .csv'],
  ])('%j is refused', async (options, sentence) => {
    const folder = await smallWorkspace([]);
    const { code, out, err } = await runIn(folder, 'status', ...options);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});

describe('--out', () => {
  test('a page that nobody has edited is replaced, an edited one is left alone', async () => {
    const folder = await smallWorkspace(['TH01']);
    await runIn(folder, 'status', '--format', 'html', '--out', '--as-of', '06/11/2025');
    const early = readFileSync(join(folder, PAGE), 'utf8');
    await runIn(folder, 'status', '--format', 'html', '--out');
    const late = readFileSync(join(folder, PAGE), 'utf8');
    expect(late).not.toBe(early);
    writeFileSync(join(folder, PAGE), late.replace('Tình hình', 'Tình hình (bản họp)'));
    const { out } = await runIn(folder, 'status', '--format', 'html', '--out');
    expect(out).toContain('Giữ nguyên “tinh-hinh.html”');
    expect(readFileSync(join(folder, PAGE), 'utf8')).toContain('(bản họp)');
    expect(readFileSync(join(folder, RESULTS, 'tinh-hinh (2).html'), 'utf8')).toBe(late);
  });

  test('a table is never replaced: nothing tells whether somebody has edited it', async () => {
    const folder = await smallWorkspace(['TH01']);
    await runIn(folder, 'status', '--format', 'csv', '--out');
    await runIn(folder, 'status', '--format', 'csv', '--out');
    expect(readdirSync(join(folder, RESULTS))).toEqual(['tinh-hinh.csv']);
    writeFileSync(join(folder, TABLE), 'ghi chú');
    await runIn(folder, 'status', '--format', 'csv', '--out');
    expect(readFileSync(join(folder, TABLE), 'utf8')).toBe('ghi chú');
    expect(readdirSync(join(folder, RESULTS))).toEqual(['tinh-hinh (2).csv', 'tinh-hinh.csv']);
  });

  test('makes the folder that is named', async () => {
    const folder = await smallWorkspace(['TH01']);
    const { code } = await runIn(folder, 'status', '--out', join('họp giao ban', 'tình hình.htm'));
    expect(code).toBe(1);
    expect(readdirSync(join(folder, 'họp giao ban'))).toEqual(['tình hình.htm']);
  });

  test('never writes among the reports of the units, nor over a folder', async () => {
    const folder = await smallWorkspace(['TH01']);
    mkdirSync(join(folder, 'a.html'));
    const inbox = await runIn(folder, 'status', '--out', join(INBOX, 'TH03.csv'));
    expect([inbox.code, inbox.err]).toEqual([2, expect.stringContaining('nop/ chỉ để báo cáo của các đơn vị')]);
    expect(existsSync(join(folder, INBOX, 'TH03.csv'))).toBe(false);
    const taken = await runIn(folder, 'status', '--out', 'a.html');
    expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('là một thư mục')]);
  });
});

describe('a day that has passed', () => {
  const LOOK = ['--as-of', '10/11/2025'];
  const stateOf = (out: string): string | undefined =>
    /^TH01 .*?(đúng hạn|nộp muộn|không rõ ngày|chưa nộp)/mu.exec(out)?.[1];

  test('does not know a file without a line in the ledger that states a later day', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await reportOf('TH01', '11/11/2025'));
    const looked = await runIn(folder, 'status', ...LOOK);
    expect([stateOf(looked.out), looked.out]).toEqual(['chưa nộp', expect.stringContaining('received-after-cutoff')]);
    expect(stateOf((await runIn(folder, 'status')).out)).toBe('nộp muộn');
    await runIn(folder, 'receive', join(INBOX, 'TH01.xlsx'), '--received-on', '09/11/2025');
    expect(stateOf((await runIn(folder, 'status', ...LOOK)).out)).toBe('đúng hạn');
  });

  test('knows one that states a day which has not come even today: a slip of the pen', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await reportOf('TH01', '13/11/2025'));
    expect(stateOf((await runIn(folder, 'status', ...LOOK)).out)).toBe('không rõ ngày');
  });

  test('of two reports knows the one before it', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, INBOX, 'TH01 sửa.xlsx'), await reportOf('TH01', '11/11/2025'));
    expect(stateOf((await runIn(folder, 'status', ...LOOK)).out)).toBe('đúng hạn');
  });

  test('reported, verified and closed later, stays what it was', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, INBOX, 'TH01 sửa.xlsx'), await reportOf('TH01', '11/11/2025'));
    expect((await runIn(folder, 'report', '--final', ...LOOK)).code).toBe(0);
    expect((await runIn(folder, 'verify')).code).toBe(0);
    expect((await runIn(folder, 'close')).code).toBe(0);
    expect((await runIn(folder, 'verify')).code).toBe(0);
  });
});
