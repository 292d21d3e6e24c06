import { readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { cleanReport, correctedReport, EVERYBODY, INBOX, smallWorkspace } from './support/small-workspace.ts';

describe('validate', () => {
  test('a whole round without faults', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { code, out, err } = await runIn(folder, 'validate');
    expect(code).toBe(0);
    expect(out).toContain(
      'TH01.xlsx: Thôn Thượng – hiểu được 2/2 nhiệm vụ, 11/11 chỉ tiêu; 0 lỗi, 0 cảnh báo, 0 lưu ý\n',
    );
    expect(out).toMatch(
      /Cộng 7 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý\. Tiếp theo: chạy “tkcds report” để viết báo cáo\.\n$/u,
    );
    expect(err).toBe(
      'Kỳ 2025-10 (01/10/2025–31/10/2025, nộp trước ngày 10/11/2025), chốt số liệu ngày 12/11/2025; chọn kỳ khác bằng --period\n',
    );
  });

  test('finds who is missing after the deadline, not before it', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    const late = await runIn(folder, 'validate', '--quiet');
    expect(late.code).toBe(1);
    expect(late.out).toMatch(
      /^TH01 – Thôn Thượng\n {2}đơn vị {2}✗ lỗi {2}[^\n]+\n {6}cách sửa: [^\n]+\n {6}unit-missing\n$/u,
    );
    expect(late.err).toBe('');
    expect((await runIn(folder, 'validate', '--as-of', '09/11/2025')).code).toBe(0);
  });

  test('a lone file needs no workspace, and is not asked for the others', async () => {
    const folder = tempFolder({ 'của thôn.xlsx': await cleanReport('TH02') });
    const { code, out, err } = await runIn(folder, 'validate', 'của thôn.xlsx');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      'của thôn.xlsx: Thôn Trung – hiểu được 2/2 nhiệm vụ, 11/11 chỉ tiêu; 0 lỗi, 0 cảnh báo, 0 lưu ý\n' +
        'Cộng 1 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý. Tiếp theo: tệp có thể nộp được.\n',
    );
  });

  test('several files are judged together, without a workspace too', async () => {
    const folder = tempFolder({
      'TH02.xlsx': await cleanReport('TH02'),
      'TH02 sua.xlsx': await correctedReport('TH02'),
      'TH03.xlsx': await cleanReport('TH03'),
    });
    const { code, out } = await runIn(folder, 'validate', 'TH02.xlsx', 'TH02 sua.xlsx', 'TH03.xlsx', '--json');
    const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly rule: string }[] };
    expect([code, findings.map(({ rule }) => rule)]).toEqual([1, ['submission-repeated', 'submission-repeated']]);
    const workspace = await smallWorkspace(EVERYBODY);
    writeFileSync(join(workspace, 'TH02 sua.xlsx'), await correctedReport('TH02'));
    const named = await runIn(workspace, 'validate', join(INBOX, 'TH02.xlsx'), 'TH02 sua.xlsx', '--quiet');
    expect(named.out.match(/submission-repeated/gu)).toHaveLength(2);
    expect(named.out).not.toContain('unit-missing');
  });

  test('a file that is no spreadsheet is a finding, not a crash', async () => {
    const folder = tempFolder({ 'TH02.xlsx': 'no spreadsheet' });
    const { code, out } = await runIn(folder, 'validate', 'TH02.xlsx', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      exitCode: 1,
      files: [{ file: 'TH02.xlsx', isUsable: false, tasks: null, counts: { error: 1 } }],
      findings: [{ rule: 'file-unreadable', location: { kind: 'file', file: 'TH02.xlsx' } }],
    });
  });

  test('a file that cannot be loaded still is the report of its unit, unusable', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(2));
    writeFileSync(join(folder, INBOX, 'TH01 0905123456.xlsx'), '');
    truncateSync(join(folder, INBOX, 'TH01 0905123456.xlsx'), 40_000_000);
    symlinkSync(join(folder, 'don-vi.xlsx'), join(folder, INBOX, 'TH02.xlsx'));
    const { out } = await runIn(folder, 'validate', '--json');
    expect(out).not.toContain('unit-missing');
    expect(out).not.toContain('0905');
    const { files, findings } = JSON.parse(out) as Record<'files' | 'findings', readonly unknown[]>;
    expect(files).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          file: 'TH01 ••••.xlsx',
          sha256: null,
          size: 40_000_000,
          unit: expect.objectContaining({ id: 'TH01' }) as unknown,
          isUsable: false,
        }),
        expect.objectContaining({ file: 'TH02.xlsx', sha256: null, isUsable: false }),
      ]),
    );
    expect(findings).toMatchObject([{ rule: 'file-oversized' }, { rule: 'file-inaccessible' }]);
    const status = await runIn(folder, 'status');
    expect(status.out.match(/chưa sử dụng được/gu)).toHaveLength(2);
    expect(status.out).not.toContain('chưa nộp');
  });

  test('a workspace whose register is still blank asks only the marks of the form', async () => {
    const folder = tempFolder();
    await runIn(folder, 'init');
    writeFileSync(join(folder, 'TH02.xlsx'), await cleanReport('TH02'));
    const { code, out } = await runIn(folder, 'validate', 'TH02.xlsx');
    expect(out).toContain('TH02.xlsx: Thôn Trung – hiểu được 2/2 nhiệm vụ, 11/11 chỉ tiêu; 0 lỗi');
    expect(code).toBe(0);
    rmSync(join(folder, 'don-vi.xlsx'));
    const settings = join(folder, 'tkcds.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('id: 2025-10', 'id: 2025-12'));
    const other = await runIn(folder, 'validate', 'TH02.xlsx', '--json');
    expect(JSON.parse(other.out)).toMatchObject({ exitCode: 0, rounds: [{ period: '2025-10' }] });
    expect((await runIn(folder, 'validate')).code).toBe(2);
  });

  test('without a workspace and without a file says what to do', async () => {
    const { code, out, err } = await runIn(tempFolder(), 'validate');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('chạy “tkcds init” để tạo, hoặc chỉ đúng thư mục bằng “-C THƯ_MỤC”');
  });

  test('a folder named with -C must be a workspace', async () => {
    const folder = tempFolder({ 'a.xlsx': '', 'x/y': '' });
    const { code, err } = await runIn(folder, '-C', 'x', 'validate', 'a.xlsx');
    expect([code, err]).toEqual([2, expect.stringContaining('không phải là thư mục làm việc')]);
  });

  test('says of reports that lie outside the folder of the period', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, 'nop', 'TH01.xlsx'), '');
    rmSync(join(folder, INBOX), { recursive: true });
    const { err } = await runIn(folder, 'validate');
    expect(err).toContain('Chưa có thư mục nop/2025-10/ nên coi như chưa có báo cáo nào\n');
    expect(err).toContain(
      'Không đọc “TH01.xlsx” vì nằm ngay trong nop/; báo cáo của kỳ này phải nằm trong nop/2025-10/\n',
    );
  });

  test('a form that says another period is checked against that period', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const settings = join(folder, 'tkcds.yaml');
    const monthly =
      '  - {id: 2025-11, directive: chu-ky-so-hang-thang, from: 01/11/2025, to: 30/11/2025, due: {on: 05/12/2025}}';
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}${monthly}\n`);
    const { code, out } = await runIn(folder, 'validate', join(INBOX, 'TH01.xlsx'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rounds: [{ period: '2025-10' }], files: [{ period: '2025-10' }] });
    const other = await runIn(folder, 'validate', join(INBOX, 'TH01.xlsx'), '--period', '2025-11');
    expect(other.code).toBe(1);
  });

  test('shows a file as it was understood, without names, numbers of persons and free words', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { code, out } = await runIn(folder, 'validate', join(INBOX, 'TH01.xlsx'), '--show');
    expect(code).toBe(0);
    expect(out).toMatch(/ {2}Ngày báo cáo +05\/11\/2025 +“05\/11\/2025” +Thông tin chung!B\d+ +theo nhãn\n/u);
    expect(out).toMatch(/ {2}II\.3-1 Tình trạng +Đã hoàn thành +“Đã hoàn thành” +Nhiệm vụ!C8 +theo mã\n/u);
    expect(out).toMatch(/ {2}II\.3-1 Kết quả thực hiện +có ghi +Nhiệm vụ!D8 +theo mã\n/u);
    expect(out).toMatch(/ {2}CT02 Số người .*… +720 +“720” +Chỉ tiêu!D10 +theo mã\n/u);
    expect(out).not.toMatch(/Nguyễn Văn A|0900000000/u);
    const json = await runIn(folder, 'validate', join(INBOX, 'TH01.xlsx'), '--show', '--json');
    expect(json.out).not.toMatch(/Nguyễn Văn A|0900000000/u);
    const { files } = JSON.parse(json.out) as { readonly files: readonly { readonly understood: unknown }[] };
    expect(files[0]?.understood).toMatchObject({
      part: null,
      hasReporter: true,
      items: expect.arrayContaining([
        {
          id: 'CT02',
          kind: 'value',
          isLeftOut: false,
          value: 720,
          raw: '720',
          cell: { sheet: 'Chỉ tiêu', address: 'D10' },
          matchedBy: 'code',
        },
      ]) as unknown,
    });
    expect((await runIn(folder, 'validate', '--show')).out.match(/CT02 Số người/gu)).toHaveLength(3);
  });

  test('warnings count with --strict', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const settings = join(folder, 'tkcds.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('to: 31/10/2025', 'to: 30/10/2025'));
    const lenient = await runIn(folder, 'validate');
    expect(lenient.out).toContain(
      '! cảnh báo  Kỳ “2025-10” ghi đến ngày 30/10/2025, văn bản giao nhiệm vụ ghi 31/10/2025',
    );
    expect((await runIn(folder, 'validate', '--strict')).code).toBe(1);
  });
});
