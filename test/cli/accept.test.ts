import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partOf } from '../support/docx-parts.ts';
import { runIn } from './support/run-in-process.ts';
import { cleanReport, EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const FILE = join(INBOX, 'chap-nhan.yaml');
const REPORT = join(RESULTS, 'bao-cao.docx');
const REASON = 'Thôn đang sáp nhập, số liệu gửi sau';

const words = (xml: string): string => xml.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '');

/** The whole round without the first village's report. */
const withoutFirst = (): Promise<string> => smallWorkspace(EVERYBODY.slice(1));

describe('the final report', () => {
  test('is refused while an error is open, and nothing is written', async () => {
    const folder = await withoutFirst();
    const { code, err, out } = await runIn(folder, 'report', '--final');
    expect(code).toBe(2);
    expect(err).toContain('còn 1 lỗi chưa được sửa hoặc chấp nhận');
    expect(out).toContain('unit-missing');
    expect(existsSync(join(folder, RESULTS, 'bao-cao.docx'))).toBe(false);
  });

  test('is written when the error is accepted, and prints the reason', async () => {
    const folder = await withoutFirst();
    const accepted = await runIn(folder, 'accept', 'unit-missing', 'Thôn Thượng', '--reason', REASON);
    expect([accepted.code, accepted.out]).toEqual([
      0,
      expect.stringContaining('chấp nhận 1 lỗi unit-missing của Thôn Thượng (TH01)'),
    ]);
    expect(readFileSync(join(folder, FILE), 'utf8')).toContain(
      `{rule: unit-missing, unit: TH01, errors: 1, reason: "${REASON}", acceptedOn: 2025-11-12}`,
    );
    const { code, out } = await runIn(folder, 'report', '--final');
    expect([code, out]).toEqual([1, expect.stringContaining('Báo cáo (bản chính thức)')]);
    const docx = readFileSync(join(folder, REPORT));
    expect(words(partOf(docx, 'word/document.xml'))).toContain(`Chưa gửi báo cáo. Xã chấp nhận: ${REASON}`);
    const json = JSON.parse(readFileSync(join(folder, RESULTS, 'bao-cao.json'), 'utf8')) as Record<string, unknown>;
    expect(json).toMatchObject({
      report: { version: 'final' },
      accepted: [{ finding: { rule: 'unit-missing' }, reason: REASON }],
      inputs: expect.arrayContaining([expect.objectContaining({ role: 'acceptances' })]) as unknown,
    });
  });

  test('says nothing of a draft; a draft says above its first page how many findings are open', async () => {
    const folder = await withoutFirst();
    await runIn(folder, 'report');
    const headers = (): string => {
      const docx = readFileSync(join(folder, REPORT));
      const relations = partOf(docx, 'word/_rels/document.xml.rels');
      const parts = [...relations.matchAll(/Target="(header\d+\.xml)"/gu)].map(([, part = '']) => `word/${part}`);
      return parts.map((part) => words(partOf(docx, part))).join('\n');
    };
    expect(headers()).toContain('BẢN DỰ THẢO: còn 1 lỗi; xem nhận xét tại từng số liệu');
    await runIn(folder, 'accept', 'unit-missing', '--reason', REASON);
    await runIn(folder, 'report');
    expect(headers()).toContain('BẢN DỰ THẢO: không còn phát hiện nào');
    await runIn(folder, 'report', '--final');
    expect(headers()).not.toContain('DỰ THẢO');
  });
});

describe('what is accepted', () => {
  test('covers the errors that there were, and no more', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(2));
    writeFileSync(join(folder, INBOX, 'TH02.xlsx'), await cleanReport('TH02'));
    await runIn(folder, 'accept', 'unit-missing', '--reason', REASON);
    expect((await runIn(folder, 'report', '--final')).code).toBe(1);
    writeFileSync(join(folder, INBOX, 'TH02.xlsx'), 'không phải bảng tính');
    const { code, err } = await runIn(folder, 'report', '--final');
    expect([code, err]).toEqual([2, expect.stringContaining('còn 1 lỗi')]);
  });

  test('is listed with what is open, with the command for it', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(2));
    expect((await runIn(folder, 'accept')).out).toContain(
      'unit-missing TH01 (1 lỗi): tkcds accept unit-missing TH01 --reason "lý do"',
    );
    await runIn(folder, 'accept', 'unit-missing', 'th01', '--reason', REASON);
    const { out } = await runIn(folder, 'accept');
    expect(out).toContain(`Đã chấp nhận:\n  unit-missing TH01 (1 lỗi): ${REASON}`);
    expect(out).toContain('unit-missing TH02 (1 lỗi): tkcds accept');
    expect(out).not.toContain('unit-missing TH01 (1 lỗi): tkcds accept');
  });

  test('is given again in the place of the one before; the rest of the file stays', async () => {
    const folder = await withoutFirst();
    await runIn(folder, 'accept', 'unit-missing', 'TH01', '--reason', REASON);
    const text = readFileSync(join(folder, FILE), 'utf8');
    writeFileSync(join(folder, FILE), `${text}# ghi chú của tôi\n`);
    await runIn(folder, 'accept', 'unit-missing', 'TH01', '--reason', 'Lý do khác');
    const after = readFileSync(join(folder, FILE), 'utf8');
    expect(after.match(/rule: unit-missing/gu)).toHaveLength(1);
    expect(after).toContain('Lý do khác');
    expect(after).toContain('# ghi chú của tôi');
    expect(after).toContain('CHẤP NHẬN');
  });

  test.each<[what: string, argv: readonly string[], said: string]>([
    ['no reason', ['unit-missing', 'TH01'], 'Thiếu lý do chấp nhận lỗi “unit-missing”'],
    ['a blank reason', ['unit-missing', 'TH01', '--reason', ' . '], 'Thiếu lý do; ghi sau --reason'],
    ['a reason without a rule', ['--reason', REASON], 'Thiếu mã phát hiện'],
    ['an unknown rule', ['unit-mising', '--reason', REASON], 'có phải ý bạn là “unit-missing”?'],
    ['an unknown unit', ['unit-missing', 'TH99', '--reason', REASON], 'Danh sách đơn vị không có “TH99”'],
    [
      'a unit without that error',
      ['unit-missing', 'TH02', '--reason', REASON],
      'không có lỗi “unit-missing” nào của Thôn Trung (TH02)',
    ],
    ['a warning', ['setting-blank', '--reason', REASON], 'chỉ lỗi mới cần chấp nhận'],
    ['a long reason', ['unit-missing', '--reason', 'a'.repeat(501)], 'Lý do dài 501 ký tự'],
  ])('%s is refused, and nothing is written', async (_what, argv, said) => {
    const folder = await withoutFirst();
    const { code, err } = await runIn(folder, 'accept', ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(folder, FILE))).toBe(false);
  });

  test('a file with a fault is said with its line, and never written to', async () => {
    const folder = await withoutFirst();
    writeFileSync(join(folder, FILE), 'accepted:\n  - {rule: unit-missing, errors: nhiều, reason: ""}\n');
    const { code, out } = await runIn(folder, 'accept', 'unit-missing', '--reason', REASON);
    expect(code).toBe(2);
    expect(out).toContain('số lỗi đã chấp nhận, từ 1 trở lên');
    expect(out).toContain('lý do chấp nhận');
    expect(readFileSync(join(folder, FILE), 'utf8')).toContain('nhiều');
  });
});

test('the record of what is accepted is no report of a unit, wherever the folder is named', async () => {
  const folder = await withoutFirst();
  await runIn(folder, 'accept', 'unit-missing', 'TH01', '--reason', REASON);
  for (const operands of [[], [INBOX]]) {
    const { out } = await runIn(folder, 'validate', ...operands);
    expect(out).not.toContain('chap-nhan.yaml');
  }
});
