import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLedger } from '../../src/workspace/ledger/entries.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { cleanReport, correctedReport, EVERYBODY, INBOX, smallWorkspace } from './support/small-workspace.ts';

const LEDGER = join(INBOX, 'so-tiep-nhan.jsonl');

async function sentTo(folder: string, name: string, bytes: Promise<Uint8Array>): Promise<string> {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, await bytes);
  return path;
}

const ledgerOf = (folder: string) => parseLedger(readFileSync(join(folder, LEDGER), 'utf8'));
const inboxOf = (folder: string): readonly string[] => readdirSync(join(folder, INBOX)).sort();

interface UnitState {
  readonly id: string;
  readonly status: string;
  readonly isCounted: boolean;
  readonly receivedOn: string | null;
  readonly receivedBy: string | null;
  readonly acceptedLate: string | null;
}

/** What `status --json` says of the first village. */
async function firstVillage(folder: string, ...more: readonly string[]): Promise<UnitState | undefined> {
  const { out } = await runIn(folder, 'status', '--json', ...more);
  // The shape is the one that docs/validate-json.md documents.
  const { units } = JSON.parse(out) as { readonly units: readonly UnitState[] };
  return units.find(({ id }) => id === 'TH01');
}

describe('a file that came', () => {
  test('is copied under a clean name and entered; the original stays', async () => {
    const folder = await smallWorkspace([]);
    const path = await sentTo(tempFolder(), 'BC Nguyễn Văn A 0905123456.xlsx', cleanReport('TH01'));
    const { code, out } = await runIn(folder, 'receive', path, '--received-on', '09/11/2025', '--via', 'Zalo');
    expect([code, out]).toEqual([0, expect.stringContaining('TH01-thon-thuong.xlsx')]);
    expect(inboxOf(folder)).toEqual(['TH01-thon-thuong.xlsx', 'so-tiep-nhan.jsonl']);
    expect(readFileSync(join(folder, INBOX, 'TH01-thon-thuong.xlsx'))).toEqual(readFileSync(path));
    expect(ledgerOf(folder)).toMatchObject({
      lines: [
        {
          kind: 'received',
          entry: 1,
          receivedOn: '2025-11-09',
          via: 'Zalo',
          unit: 'TH01',
          outcome: 'usable',
          previous: '',
        },
      ],
      unreadable: [],
      broken: [],
    });
    expect(readFileSync(join(folder, LEDGER), 'utf8')).not.toMatch(/Nguyễn|0905/u);
    expect(await firstVillage(folder)).toMatchObject({
      status: 'on-time',
      receivedOn: '2025-11-09',
      receivedBy: 'ledger',
    });
  });

  test('came when the ledger says, whatever the report says of itself', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    expect(await firstVillage(folder)).toMatchObject({
      status: 'on-time',
      receivedOn: '2025-11-05',
      receivedBy: 'stated',
    });
    await runIn(folder, 'receive', join(folder, INBOX, 'TH01.xlsx'));
    expect(inboxOf(folder)).toContain('TH01.xlsx');
    expect(await firstVillage(folder)).toMatchObject({
      status: 'late',
      receivedOn: '2025-11-12',
      receivedBy: 'ledger',
    });
  });

  test('twice is entered once, unless another day is given', async () => {
    const folder = await smallWorkspace([]);
    const path = await sentTo(tempFolder(), 'a.xlsx', cleanReport('TH01'));
    await runIn(folder, 'receive', path, '--received-on', '11/11/2025');
    const again = await runIn(folder, 'receive', path);
    expect(again.out).toContain('đã nhận từ trước');
    expect(ledgerOf(folder).lines).toHaveLength(1);
    await runIn(folder, 'receive', path, '--received-on', '08/11/2025');
    expect(ledgerOf(folder)).toMatchObject({ lines: [{ entry: 1 }, { entry: 2 }], broken: [] });
    expect(await firstVillage(folder)).toMatchObject({ status: 'on-time', receivedOn: '2025-11-08' });
  });

  test('with several others in folders: each by its unit, pictures refused, programs’ left-overs passed over', async () => {
    const folder = await smallWorkspace([]);
    const mail = tempFolder();
    for (const id of ['TH01', 'TH02', 'TR01']) await sentTo(mail, join('thư', `${id} gửi xã.xlsx`), cleanReport(id));
    writeFileSync(join(mail, 'ảnh.jpg'), new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    writeFileSync(join(mail, '~$TH01.xlsx'), 'x');
    const { code, out } = await runIn(folder, 'receive', mail, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: expect.arrayContaining([
        expect.objectContaining({ state: 'refused', storedAs: null, units: [] }),
        expect.objectContaining({ state: 'stored', units: ['TR01'], isUsable: true, receivedOn: '2025-11-12' }),
      ]) as unknown,
    });
    expect(inboxOf(folder).filter((name) => name.endsWith('.xlsx'))).toHaveLength(3);
    expect(ledgerOf(folder).lines.map(({ unit, entry }) => [unit, entry])).toEqual([
      ['TH01', 1],
      ['TH02', 1],
      ['TR01', 1],
    ]);
  });

  test('damaged, but known by its name, is kept as what the unit sent', async () => {
    const folder = await smallWorkspace([]);
    const path = await sentTo(
      tempFolder(),
      'TH01.xlsx',
      cleanReport('TH01').then((bytes) => bytes.slice(0, 4000)),
    );
    const { code, out } = await runIn(folder, 'receive', path);
    expect([code, out]).toEqual([1, expect.stringContaining('file-unreadable')]);
    expect(ledgerOf(folder).lines).toMatchObject([{ unit: 'TH01', outcome: 'unusable' }]);
  });

  test.each([
    ['no file', [], 'Ghi tệp hoặc thư mục cần nhận'],
    ['no such file', ['khong-co.xlsx'], 'Không tìm thấy tệp “khong-co.xlsx”'],
    ['no such day', ['don-vi.xlsx', '--received-on', '31/11/2025'], 'không phải là ngày có thật'],
    ['a day to come', ['don-vi.xlsx', '--received-on', '13/11/2025'], 'chưa đến'],
    ['two things at once', ['don-vi.xlsx', '--accept-late', 'TH01', '--reason', 'x'], 'một trong hai'],
    ['lateness without a reason', ['--accept-late', 'TH01'], 'Thiếu lý do'],
    ['lateness of nobody', ['--accept-late', 'TH99', '--reason', 'x'], 'không có “TH99”'],
  ])('%s is refused, and nothing is written', async (_name, words, message) => {
    const folder = await smallWorkspace([]);
    const { code, err } = await runIn(folder, 'receive', ...words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(join(folder, LEDGER))).toBe(false);
  });
});

describe('a corrected report', () => {
  test('takes the place of the first and keeps its timeliness; every change is told', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    const mail = tempFolder();
    const first = await sentTo(mail, 'a.xlsx', cleanReport('TH01'));
    const second = await sentTo(mail, 'b.xlsx', correctedReport('TH01'));
    await runIn(folder, 'receive', first, '--received-on', '09/11/2025');
    await runIn(folder, 'receive', second, '--received-on', '12/11/2025');
    expect(inboxOf(folder)).toEqual(expect.arrayContaining(['TH01-thon-thuong.xlsx', 'TH01-thon-thuong (2).xlsx']));
    expect(await firstVillage(folder)).toMatchObject({ status: 'on-time', receivedOn: '2025-11-09', isCounted: true });
    const { code, out } = await runIn(folder, 'validate');
    expect(code).toBe(0);
    expect(out).toContain('được thay bằng tệp “TH01-thon-thuong (2).xlsx” nhận ngày 12/11/2025, 1 nội dung thay đổi');
    expect(out).toMatch(/CT12 .* nay ghi “7”, báo cáo trước \(tệp “TH01-thon-thuong\.xlsx”\)/u);
  });

  test('is not there yet on a day before it came', async () => {
    const folder = await smallWorkspace(EVERYBODY.slice(1));
    const mail = tempFolder();
    await runIn(folder, 'receive', await sentTo(mail, 'a.xlsx', cleanReport('TH01')), '--received-on', '09/11/2025');
    const corrected = await sentTo(mail, 'b.xlsx', correctedReport('TH01'));
    await runIn(folder, 'receive', corrected, '--received-on', '11/11/2025');
    const early = await runIn(folder, 'validate', '--as-of', '10/11/2025');
    expect(early.out).toContain('received-after-cutoff');
    expect(early.out).not.toContain('value-changed');
    expect(await firstVillage(folder, '--as-of', '08/11/2025')).toMatchObject({ status: 'not-due', isCounted: false });
  });

  test('of one day is asked about until it is entered', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await sentTo(folder, join(INBOX, 'TH01 sửa.xlsx'), correctedReport('TH01'));
    expect(await firstVillage(folder)).toMatchObject({ isCounted: false });
    await runIn(folder, 'receive', join(folder, INBOX, 'TH01 sửa.xlsx'));
    expect(await firstVillage(folder)).toMatchObject({ isCounted: true, status: 'on-time', receivedOn: '2025-11-05' });
  });
});

describe('the ledger', () => {
  test('records that lateness is accepted, and that it no longer is; only the status says so', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'receive', join(folder, INBOX, 'TH01.xlsx'), '--received-on', '11/11/2025');
    await runIn(folder, 'receive', '--accept-late', 'Thôn Thượng', '--reason', 'Mất điện do bão');
    expect(await firstVillage(folder)).toMatchObject({ status: 'late', acceptedLate: 'Mất điện do bão' });
    const { out } = await runIn(folder, 'report', '--format', 'md');
    expect(out).toContain('xã chấp nhận nộp muộn');
    expect(out).toContain('Gửi muộn. Xã chấp nhận: Mất điện do bão');
    expect(out).toContain('11/11/2025 (theo sổ tiếp nhận)');
    await runIn(folder, 'receive', '--refuse-late', 'TH01', '--reason', 'Nhầm thôn');
    expect(await firstVillage(folder)).toMatchObject({ status: 'late', acceptedLate: null });
    expect(ledgerOf(folder)).toMatchObject({ lines: [{ entry: 1 }, { entry: 2 }, { entry: 3 }], broken: [] });
  });

  test('that holds no ledger is refused with its line', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    writeFileSync(join(folder, LEDGER), '{"kind":"received"}\n');
    const { code, err } = await runIn(folder, 'status');
    expect([code, err]).toEqual([2, expect.stringContaining('so-tiep-nhan.jsonl có dòng 1 không đọc được')]);
  });

  test('keeps what stands in it byte for byte; a renamed file stays known', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    await runIn(folder, 'receive', join(folder, INBOX, 'TH01.xlsx'));
    const before = readFileSync(join(folder, LEDGER), 'utf8');
    cpSync(join(folder, INBOX, 'TH01.xlsx'), join(folder, INBOX, 'khác.xlsx'));
    rmSync(join(folder, INBOX, 'TH01.xlsx'));
    expect(await firstVillage(folder)).toMatchObject({ receivedBy: 'ledger' });
    await runIn(folder, 'receive', join(folder, INBOX, 'TH02.xlsx'));
    expect(readFileSync(join(folder, LEDGER), 'utf8').startsWith(before)).toBe(true);
    const { out } = await runIn(folder, 'validate');
    expect(out).not.toMatch(/received-file|ledger-changed/u);
  });
});
