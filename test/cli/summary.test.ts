import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/workspace/fingerprint.ts';
import { openXlsx, partOf, sheetOf } from '../render/support/xlsx.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

/** As a file is called that came from a Mac: letters and marks apart. */
const FROM_A_MAC = 'Thôn Trung (sửa) & gửi lại.xlsx'.normalize('NFD');

/** The small workspace, one file in a folder and one from a Mac, after its report; gives its folder. */
async function reported(): Promise<string> {
  const folder = await smallWorkspace(EVERYBODY);
  const inbox = join(folder, INBOX);
  mkdirSync(join(inbox, 'Zalo ngày 05'));
  renameSync(join(inbox, 'TH01.xlsx'), join(inbox, 'Zalo ngày 05', 'TH01.xlsx'));
  renameSync(join(inbox, 'TH02.xlsx'), join(inbox, FROM_A_MAC));
  await runIn(folder, 'report');
  return folder;
}

describe('the working table beside the report', () => {
  test('is named with its hash in the figures', async () => {
    const results = join(await reported(), RESULTS);
    const { summary } = JSON.parse(readFileSync(join(results, 'bao-cao.json'), 'utf8')) as { summary: unknown };
    expect(summary).toEqual({ file: 'tong-hop.xlsx', sha256: sha256(readFileSync(join(results, 'tong-hop.xlsx'))) });
  });

  test('every link opens a file that is there', async () => {
    const results = join(await reported(), RESULTS);
    const bytes = readFileSync(join(results, 'tong-hop.xlsx'));
    const book = await openXlsx(bytes);
    const number = book.worksheets.indexOf(sheetOf(book, 'Truy vết')) + 1;
    const relations = partOf(bytes, `xl/worksheets/_rels/sheet${number}.xml.rels`);
    const targets = [...relations.matchAll(/ Target="([^"]+)"/gu)].map(([, target = '']) =>
      decodeURI(target.replaceAll('&amp;', '&')),
    );
    expect(targets.length).toBeGreaterThan(20);
    expect(new Set(targets).size).toBe(EVERYBODY.length);
    expect(targets.filter((target) => !existsSync(join(results, target)))).toEqual([]);
    expect(targets).toContain(`../../nop/2025-10/${FROM_A_MAC}`);
    expect(targets).toContain('../../nop/2025-10/Zalo ngày 05/TH01.xlsx');
  });

  test('is the same after another run', async () => {
    const folder = await reported();
    const results = join(folder, RESULTS);
    const before = readFileSync(join(results, 'tong-hop.xlsx'));
    const { out } = await runIn(folder, 'report');
    expect(readFileSync(join(results, 'tong-hop.xlsx')).equals(before)).toBe(true);
    expect(out).toContain(`Bảng tổng hợp: ${join(RESULTS, 'tong-hop.xlsx')}\n`);
  });

  test('stays when the clerk has edited it; the new ones are written beside it, together', async () => {
    const folder = await reported();
    const results = join(folder, RESULTS);
    writeFileSync(join(results, 'tong-hop.xlsx'), 'tried out');
    const { code, out } = await runIn(folder, 'report');
    expect(code).toBe(0);
    expect(out).toContain('Giữ nguyên “tong-hop.xlsx” vì đã được sửa tay');
    expect(readFileSync(join(results, 'tong-hop.xlsx'), 'utf8')).toBe('tried out');
    expect(readdirSync(results).sort()).toEqual([
      ...['bao-cao (2).docx', 'bao-cao (2).json', 'bao-cao.docx', 'bao-cao.json'],
      ...['tong-hop (2).xlsx', 'tong-hop.xlsx'],
    ]);
    const about = sheetOf(await openXlsx(readFileSync(join(results, 'tong-hop (2).xlsx'))), 'Thông tin');
    expect(about.getColumn(2).values).toContain('bao-cao (2).docx');
  });
});
