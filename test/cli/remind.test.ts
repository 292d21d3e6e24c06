import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectDocument } from '../../src/pipeline.ts';
import { structureErrors } from '../external/support/ooxml-structure.ts';
import { partOf } from '../support/docx-parts.ts';
import { SMALL_COMMUNE_SETTINGS } from '../support/small-settings.ts';
import { runIn } from './support/run-in-process.ts';
import { correctedReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const LETTER = join(RESULTS, 'cong-van-don-doc.docx');
const TEXTS = join(RESULTS, 'tin-nhan-don-doc.txt');

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
  expect(readdirSync(join(folder, RESULTS))).toEqual(['cong-van-don-doc.docx', 'tin-nhan-don-doc.txt']);
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

describe('a text to each unit', () => {
  const messages = (out: string): ReadonlyMap<string, string> => {
    const { units } = JSON.parse(out) as { units: { id: string; message: string }[] }; // the shape is what is tested
    return new Map(units.map(({ id, message }) => [id, message]));
  };

  test('says what is owed, until when, and what to do', async () => {
    const folder = await owingRound();
    const { out } = await runIn(folder, 'remind', '--json');
    const texts = messages(out);
    expect([...texts.keys()]).toEqual(['TH01', 'TH02', 'TR01']);
    expect(texts.get('TH01')).toMatch(
      /^UBND xã Suối Mây gửi thôn Thượng:\n\nĐến ngày 12\/11\/2025 xã chưa nhận được báo cáo kỳ 2025-10 .*\n\nHạn gửi: trước ngày 10\/11\/2025 \(đã quá hạn 3 ngày\)\.\n\nĐề nghị đơn vị điền biểu mẫu Excel của xã/u,
    );
    expect(texts.get('TR01')).toMatch(
      /gửi Trường Tiểu học Suối Mây:\n\nXã đã nhận tệp của đơn vị trong kỳ 2025-10 \(TR01\.xlsx\) nhưng chưa sử dụng được: .+\./u,
    );
  });

  test('the file opens in Notepad and has every text under the name of its unit', async () => {
    const folder = await owingRound();
    const { out } = await runIn(folder, 'remind');
    expect(out).toContain(`Tin nhắn cho từng đơn vị: ${TEXTS}`);
    const file = readFileSync(join(folder, TEXTS), 'utf8');
    expect(file.startsWith('\ufeffTH01 – Thôn Thượng\r\n')).toBe(true);
    expect(file).not.toMatch(/[^\r]\n/u);
    expect(file.match(/Hạn gửi: /gu)).toHaveLength(3);
  });

  test('before the deadline they say how many days are left', async () => {
    const folder = await owingRound();
    const texts = messages((await runIn(folder, 'remind', '--json', '--as-of', '06/11/2025')).out);
    expect(texts.get('TH01')).toContain('trước ngày 10/11/2025 (còn 3 ngày)');
  });

  test('two different reports: which one is meant is asked', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, INBOX, 'TH01 (mới).xlsx'), await correctedReport('TH01'));
    const texts = messages((await runIn(folder, 'remind', '--json')).out);
    expect([...texts.keys()]).toEqual(['TH01']);
    expect(texts.get('TH01')).toContain('(TH01 (mới).xlsx; TH01.xlsx), chưa rõ lấy tệp nào');
  });

  test('numbers of persons in the name of a file are not sent on', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    writeFileSync(join(folder, INBOX, 'TH01 0912345678.xlsx'), 'không phải bảng tính');
    const { out } = await runIn(folder, 'remind', '--json');
    expect(messages(out).get('TH01')).toContain('(TH01 ••••.xlsx)');
    expect(readFileSync(join(folder, TEXTS), 'utf8')).not.toContain('0912345678');
  });

  test('the commune’s own wording is literal text; what has no place in it is said with its line', async () => {
    const folder = await owingRound();
    mkdirSync(join(folder, 'mau-bao-cao'), { recursive: true });
    const own = join(folder, 'mau-bao-cao', 'tin-nhan-don-doc.md');
    writeFileSync(own, 'Gửi *{{ unit.title }}* – {{ unit.status }}; theo {% cite directive.document %}\n');
    const { out } = await runIn(folder, 'remind', '--json');
    expect(messages(out).get('TH01')).toMatch(/^Gửi \*Thôn Thượng\* – chưa nộp; theo Công văn số 215\/[^\\]+$/u);
    const before = readFileSync(join(folder, LETTER));
    for (const [faulty, said] of [
      ['Gửi\n{{ unit.titel }}', 'dòng 2'],
      ['{% table "units-to-remind" %}', 'units-to-remind'],
      ['Xem {% ref "units" %}', 'phụ lục'],
      ['{% appendix "units" %}', 'Tin nhắn chỉ có chữ'],
    ] as const) {
      writeFileSync(own, faulty);
      const refused = await runIn(folder, 'remind');
      expect([faulty, refused.code, refused.out]).toEqual([faulty, 2, expect.stringContaining(said)]);
      expect(refused.out).toContain('tin-nhan-don-doc.md');
    }
    expect(readFileSync(join(folder, LETTER))).toEqual(before);
  });
});
