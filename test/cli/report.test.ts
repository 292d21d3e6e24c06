import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runIn } from './support/run-in-process.ts';
import { cleanReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const REPORT = join(RESULTS, 'bao-cao.docx');

describe('report', () => {
  test('writes report and figures, the same bytes again, and says where they are', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const first = await runIn(folder, 'report');
    expect(first.code).toBe(0);
    expect(first.out).toContain(`Báo cáo (bản dự thảo): ${REPORT}\n`);
    expect(first.out).toContain('Đơn vị đã nộp: 7/7 (7 đúng hạn)\n');
    const docx = readFileSync(join(folder, REPORT));
    const json = readFileSync(join(folder, RESULTS, 'bao-cao.json'));
    await runIn(folder, 'report');
    expect(readFileSync(join(folder, REPORT)).equals(docx)).toBe(true);
    expect(readFileSync(join(folder, RESULTS, 'bao-cao.json')).equals(json)).toBe(true);
    expect(readdirSync(join(folder, RESULTS)).sort()).toEqual(['bao-cao.docx', 'bao-cao.json', 'tong-hop.xlsx']);
  });

  test('replaces its own report when a file arrives, and never one that was edited', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    expect((await runIn(folder, 'report')).code).toBe(1);
    writeFileSync(join(folder, INBOX, 'TH01.xlsx'), await cleanReport('TH01'));
    expect((await runIn(folder, 'report')).code).toBe(0);
    expect(readdirSync(join(folder, RESULTS)).sort()).toEqual(['bao-cao.docx', 'bao-cao.json', 'tong-hop.xlsx']);
    writeFileSync(join(folder, REPORT), 'signed by hand');
    const { code, out } = await runIn(folder, 'report');
    expect(code).toBe(0);
    expect(out).toContain('bao-cao (2).docx');
    expect(out).toContain('Giữ nguyên “bao-cao.docx” vì đã được sửa tay');
    expect(readFileSync(join(folder, REPORT), 'utf8')).toBe('signed by hand');
  });

  test('names the settings that are blank, at their lines', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { out } = await runIn(folder, 'report');
    expect(out).toMatch(/^tkcds\.yaml\n {2}dòng 16, cột 3 {2}! cảnh báo {2}[^\n]*issuer\.lines/u);
  });

  test('refuses while another run holds the folder', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    mkdirSync(join(folder, RESULTS), { recursive: true });
    writeFileSync(join(folder, RESULTS, '.khoa'), '1 may-khac\n');
    const { code, err } = await runIn(folder, 'report');
    expect(code).toBe(2);
    expect(err).toContain('Một lần chạy khác đang ghi vào');
    expect(readdirSync(join(folder, RESULTS))).toEqual(['.khoa']);
  });

  test('writes nothing when the wording is faulty', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, 'mau-bao-cao', 'bao-cao.md'), '{% if %}');
    const { code, out } = await runIn(folder, 'report');
    expect(code).toBe(2);
    expect(out).toContain('mau-bao-cao/bao-cao.md');
    expect(existsSync(join(folder, REPORT))).toBe(false);
  });
});

describe('--format md', () => {
  test('prints the report and writes nothing', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    const { code, out } = await runIn(folder, 'report', '--format', 'md');
    expect(code).toBe(1);
    expect(out).toMatch(/^\*\*BẢN DỰ THẢO: còn 1 lỗi; /u);
    expect(out).toContain('# BÁO CÁO\n');
    expect(out).toContain('| 1 | Thôn Thượng |');
    expect(existsSync(join(folder, REPORT))).toBe(false);
  });

  test('of the final version is refused while an error is open', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    expect((await runIn(folder, 'report', '--format', 'md', '--final')).code).toBe(2);
  });

  test.each([
    [['--format', 'pdff'], 'Không có định dạng “pdff”'],
    [['--format', 'md', '--pdf'], 'Chỉ dùng một trong hai: --format md hoặc --pdf'],
  ])('%s is refused', async (options, said) => {
    const { code, err } = await runIn(await smallWorkspace([]), 'report', ...options);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('--pdf', () => {
  test('without LibreOffice says so and writes nothing', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      const { code, err } = await runIn(folder, 'report', '--pdf');
      expect([code, err]).toEqual([2, expect.stringContaining('Không thấy LibreOffice trên máy')]);
      expect(existsSync(join(folder, REPORT))).toBe(false);
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('of an earlier run is removed when the report is made anew without it, unless somebody has changed it', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'report');
    const json = join(folder, RESULTS, 'bao-cao.json');
    const pdf = join(folder, RESULTS, 'bao-cao.pdf');
    writeFileSync(pdf, 'made by hand');
    const kept = await runIn(folder, 'report');
    expect(kept.out).toContain('Giữ nguyên “bao-cao.pdf”');
    expect(readFileSync(pdf, 'utf8')).toBe('made by hand');
    expect(existsSync(join(folder, RESULTS, 'bao-cao (2).docx'))).toBe(true);
    expect(existsSync(json)).toBe(true);
  });
});

describe('a workspace that cannot be used', () => {
  test.each<[string, (folder: string) => void, string]>([
    [
      'the register is gone',
      (folder) => {
        rmSync(join(folder, 'don-vi.xlsx'));
      },
      'không có danh sách đơn vị don-vi.xlsx',
    ],
    [
      'the register is no spreadsheet',
      (folder) => {
        writeFileSync(join(folder, 'don-vi.xlsx'), 'text');
      },
      'chưa có đơn vị nào dùng được',
    ],
    [
      'the directive is unknown',
      (folder) => {
        const path = join(folder, 'tkcds.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('ubnd-xa-tinh-khe-cds-2025', 'ubnd-xa-tinh-khe-2025'));
      },
      'mà chương trình không có',
    ],
    [
      'its own directive is faulty',
      (folder) => {
        writeFileSync(join(folder, 'van-ban', 'ubnd-xa-tinh-khe-cds-2025.yaml'), 'id: [');
      },
      'có chỗ chưa đúng',
    ],
  ])('%s', async (_name, change, sentence) => {
    const folder = await smallWorkspace(['TH01']);
    change(folder);
    for (const command of ['status', 'validate', 'report', 'form']) {
      const { code, err } = await runIn(folder, command);
      expect([command, code, err]).toEqual([command, 2, expect.stringContaining(sentence)]);
    }
    expect(existsSync(join(folder, REPORT))).toBe(false);
  });
});
