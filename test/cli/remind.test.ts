import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectDocument } from '../../src/pipeline.ts';
import { structureErrors } from '../external/support/ooxml-structure.ts';
import { partOf } from '../support/docx-parts.ts';
import { SMALL_COMMUNE_SETTINGS } from '../support/small-settings.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const LETTER = join(RESULTS, 'cong-van-don-doc.docx');

const words = (docx: Buffer): string =>
  partOf(docx, 'word/document.xml')
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '');

/** Two villages owe a report, a school has sent what is no spreadsheet. */
async function owingRound(): Promise<string> {
  const folder = await smallWorkspace(EVERYBODY.slice(2));
  writeFileSync(join(folder, 'tkcds.yaml'), SMALL_COMMUNE_SETTINGS);
  writeFileSync(join(folder, INBOX, 'TR01.xlsx'), 'không phải bảng tính');
  return folder;
}

test('a letter in the decree’s form to those who owe a report, with the list', async () => {
  const folder = await owingRound();
  const { out } = await runIn(folder, 'remind');
  expect(out).toContain('TH01  Thôn Thượng: chưa nộp\n');
  expect(out).toContain(`Công văn đôn đốc 3 đơn vị: ${LETTER}`);
  const docx = readFileSync(join(folder, LETTER));
  const said = words(docx);
  expect(said).toContain('V/v đôn đốc gửi báo cáo kết quả tổ chức');
  expect(said).toContain('- Thôn Thượng;\n- Thôn Trung;\n- Trường Tiểu học Suối Mây.');
  expect(said).toContain('trong 7 đơn vị phải báo cáo còn 3 đơn vị chưa có báo cáo sử dụng được');
  expect(said).toContain('Danh sách đơn vị chưa có báo cáo sử dụng được'.toLocaleUpperCase('vi'));
  expect(said).not.toMatch(/CÔNG VĂN|DỰ THẢO/u);
  expect(structureErrors(docx)).toEqual([]);
  const found = await inspectDocument(docx, 'cong-van.docx');
  expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('nothing is written when everybody has reported', async () => {
  const folder = await smallWorkspace(EVERYBODY);
  const { code, out } = await runIn(folder, 'remind');
  expect([code, out]).toEqual([0, expect.stringContaining('không cần đôn đốc')]);
  expect(existsSync(join(folder, LETTER))).toBe(false);
});

test('a letter that was written or changed by hand is never overwritten; the same one is not written twice', async () => {
  const folder = await owingRound();
  await runIn(folder, 'remind');
  await runIn(folder, 'remind');
  expect(readdirSync(join(folder, RESULTS))).toEqual(['cong-van-don-doc.docx']);
  writeFileSync(join(folder, LETTER), 'signed');
  const { out } = await runIn(folder, 'remind');
  expect(out).toContain('cong-van-don-doc (2).docx');
  expect(readFileSync(join(folder, LETTER), 'utf8')).toBe('signed');
});

test('many units are not addressed one by one', async () => {
  const folder = await smallWorkspace([]);
  writeFileSync(join(folder, 'tkcds.yaml'), SMALL_COMMUNE_SETTINGS);
  await runIn(folder, 'remind');
  expect(words(readFileSync(join(folder, LETTER)))).toContain(
    'Kính gửi: Các đơn vị chưa gửi báo cáo (danh sách kèm theo)',
  );
});

test('the commune’s own wording is used; a fault in it is said with its line', async () => {
  const folder = await owingRound();
  mkdirSync(join(folder, 'mau-bao-cao'), { recursive: true });
  const own = join(folder, 'mau-bao-cao', 'cong-van-don-doc.md');
  writeFileSync(own, '# CÔNG VĂN\n\nV/v nhắc báo cáo\n\nĐề nghị gửi báo cáo.\n');
  await runIn(folder, 'remind');
  expect(words(readFileSync(join(folder, LETTER)))).toContain('V/v nhắc báo cáo\n');
  writeFileSync(own, '# CÔNG VĂN\n\n{{ reporting.to_remin }}\n');
  const { code, out } = await runIn(folder, 'remind');
  expect([code, out]).toEqual([2, expect.stringContaining('reporting.to_remind')]);
});
