import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf, cleanForm, overlay, replaceCell } from '../support/form-filler.ts';
import { smallCommuneRound } from '../support/small-commune.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, INBOX, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const FILE = 'doi-chieu.yaml';
const NAME = 'tkcds confirm "Thôn Thượg" TH01';
const HEADING = 'tkcds confirm "Số liêu" "Số liệu"';
const ROW = 'tkcds confirm "Số thành viên Tổ Công nghệ số cộng đông của thôn" CT12';

/** The whole round; one unit re-typed its form without the hidden marks, with a slip in its name, a heading and a row. */
async function retypedRound(): Promise<string> {
  const folder = await smallWorkspace(EVERYBODY.slice(1));
  const round = smallCommuneRound();
  const [unit] = round.units;
  if (unit === undefined) throw new Error('no unit');
  const book = await cleanForm(round, unit);
  book.removeWorksheet('_tkcds');
  replaceCell(book, 'Thông tin chung', unit.name, 'Thôn Thượg');
  const slip = 'Số thành viên Tổ Công nghệ số cộng đông của thôn';
  overlay(book, { sheet: 'Chỉ tiêu', header: ['Mã', 'Chỉ tiêu'], rows: [['CT12', slip]] });
  replaceCell(book, 'Chỉ tiêu', 'CT12', '');
  replaceCell(book, 'Chỉ tiêu', 'Số liệu', '4. Số liêu');
  writeFileSync(join(folder, INBOX, 'gửi xã.xlsx'), await bytesOf(book));
  return folder;
}

/** The words between quotation marks and the last word of a command, as a shell would split it. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].slice(1).map(([, quoted, plain]) => quoted ?? plain ?? '');
}

interface Finding {
  readonly rule: string;
  readonly hint: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

async function findings(folder: string): Promise<readonly Finding[]> {
  const { out } = await runIn(folder, 'validate', '--json');
  return (JSON.parse(out) as { readonly findings: readonly Finding[] }).findings;
}

describe('what a file suggests is settled once', () => {
  test('validate suggests, confirm remembers, validate is clean, the report counts', async () => {
    const folder = await retypedRound();
    const first = await findings(folder);
    expect(first.find(({ rule }) => rule === 'unit-unknown')).toMatchObject({
      hint: expect.stringContaining(NAME) as unknown,
      facts: { written: 'Thôn Thượg', suggestion: 'TH01' },
    });

    const named = await runIn(folder, ...wordsOf(NAME));
    expect([named.code, named.out]).toEqual([
      0,
      expect.stringContaining(`Đã ghi vào ${FILE}: “Thôn Thượg” là đơn vị TH01`),
    ]);
    const second = await findings(folder);
    expect(second.map(({ rule }) => rule)).not.toContain('unit-unknown');
    expect(second.find(({ rule }) => rule === 'heading-missing')?.hint).toContain(HEADING);

    await runIn(folder, ...wordsOf(HEADING));
    const third = await findings(folder);
    expect(third.map(({ rule }) => rule)).not.toContain('heading-missing');
    expect(third.find(({ rule }) => rule === 'indicator-unknown')?.hint).toContain(ROW);

    await runIn(folder, ...wordsOf(ROW));
    expect(await findings(folder)).toEqual([]);
    const report = await runIn(folder, 'report');
    expect(report.out).toContain('Đơn vị đã nộp: 7/7 (7 đúng hạn)\n');
    const figures = JSON.parse(readFileSync(join(folder, RESULTS, 'bao-cao.json'), 'utf8')) as {
      readonly inputs: readonly { readonly role: string; readonly file: string; readonly sha256: string }[];
    };
    expect(figures.inputs.filter(({ role }) => role === 'confirmations')).toEqual([
      { role: 'confirmations', file: FILE, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown },
    ]);
  });

  test('the same figures come of it as of the clean form', async () => {
    const clean = await smallWorkspace(EVERYBODY);
    const retyped = await retypedRound();
    for (const command of [NAME, HEADING, ROW]) await runIn(retyped, ...wordsOf(command));
    const totals = async (folder: string): Promise<unknown> => {
      await runIn(folder, 'report');
      const figures = JSON.parse(readFileSync(join(folder, RESULTS, 'bao-cao.json'), 'utf8')) as {
        readonly totals: readonly { readonly id: string; readonly value: number }[];
      };
      return figures.totals.map(({ id, value }) => [id, value]);
    };
    expect(await totals(retyped)).toEqual(await totals(clean));
  });

  test('a file that is named is understood so, too', async () => {
    const folder = await retypedRound();
    for (const command of [NAME, HEADING, ROW]) await runIn(folder, ...wordsOf(command));
    const { code, out } = await runIn(folder, 'validate', join(INBOX, 'gửi xã.xlsx'));
    expect([code, out]).toEqual([0, expect.stringContaining('Thôn Thượng – hiểu được 2/2 nhiệm vụ, 11/11 chỉ tiêu')]);
  });

  test('blank forms stay the same bytes', async () => {
    const folder = await retypedRound();
    await runIn(folder, 'form');
    for (const command of [NAME, HEADING, ROW]) await runIn(folder, ...wordsOf(command));
    const { out } = await runIn(folder, 'form', '--json');
    const { files } = JSON.parse(out) as { readonly files: readonly { readonly state: string }[] };
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(['unchanged']));
  });
});

describe('confirm', () => {
  test('says when it is settled already, and does not write twice', async () => {
    const folder = await smallWorkspace([]);
    await runIn(folder, 'confirm', 'Xóm Trên', 'TH01');
    const text = readFileSync(join(folder, FILE), 'utf8');
    const again = await runIn(folder, 'confirm', '  xóm  TRÊN ', 'Thôn Thượng');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Đã có trong doi-chieu.yaml') as unknown });
    const known = await runIn(folder, 'confirm', 'thôn thượng', 'TH01');
    expect(known).toMatchObject({ code: 0, out: expect.stringContaining('Không cần xác nhận') as unknown });
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(text);
    expect(text).toContain('units:\n  - {written: "Xóm Trên", means: TH01, confirmedOn: 2025-11-12} # Thôn Thượng\n');
    expect(readdirSync(folder)).not.toContain('.khoa');
  });

  test.each([
    ['an unknown meaning', ['Xóm Trên', 'Thôn Thượgn'], 'là “Thôn Thượgn” (có phải ý bạn là “Thôn Thượng”?)'],
    [
      'several meanings',
      ['Cột lạ', 'Kết quả'],
      '“Kết quả” có thể là mục “Kết quả thực hiện” của biểu mẫu và mục “Số liệu” của biểu mẫu',
    ],
    ["another unit's name", ['Thôn Trung', 'TH01'], 'vì chữ này đã là đơn vị TH02 “Thôn Trung”'],
    ["another row's code", ['CT 02', 'CT01'], 'vì chữ này đã là chỉ tiêu CT02'],
    ["another column's alias", ['Trạng thái', 'Kết quả thực hiện'], 'vì chữ này đã là mục “Tình trạng” của biểu mẫu'],
    ['a unit as a heading', ['Thôn Trung', 'Số liệu'], 'vì chữ này đã là đơn vị TH02'],
    ['a number', ['12', 'CT01'], 'có ít nhất hai chữ cái'],
    ['an ordinal', ['a)', 'CT01'], 'có ít nhất hai chữ cái'],
    ['nothing', [' ', 'CT01'], 'có ít nhất hai chữ cái'],
    ['a telephone number', ['Thôn Trên 0905123456', 'TH01'], '“Thôn Trên ••••”: phải là chữ không kèm số điện thoại'],
    ['the label of a total', ['Tổng cộng', 'CT01'], 'không phải nhãn của dòng cộng'],
    ['only one operand', ['Xóm Trên'], 'Thiếu nghĩa của chữ “Xóm Trên”'],
  ])('refuses %s', async (_what, operands, sentence) => {
    const folder = await smallWorkspace([]);
    const { code, err } = await runIn(folder, 'confirm', ...operands);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(err).not.toContain('0905123456');
    expect(existsSync(join(folder, FILE))).toBe(false);
  });

  test('refuses a second meaning and says where the first stands', async () => {
    const folder = await smallWorkspace([]);
    await runIn(folder, 'confirm', 'Xóm Trên', 'TH01');
    const { code, err } = await runIn(folder, 'confirm', 'Xóm Trên', 'TH02');
    expect(code).toBe(2);
    expect(err).toMatch(/đã được xác nhận là đơn vị TH01 “Thôn Thượng” \(dòng \d+ của doi-chieu\.yaml\)/u);
  });

  test('keeps the day, the directive, and words of every kind apart', async () => {
    const folder = await smallWorkspace([]);
    for (const [written, means] of [
      ['Xóm Trên', 'TH01'],
      ['1. Số thành viên tổ', 'CT12'],
      ['Ra quân đi từng nhà', 'II.3-1'],
      ['Ngày làm báo cáo', 'Ngày báo cáo'],
      ['Rồi nhé', 'Đã hoàn thành'],
    ] as const) {
      expect(await runIn(folder, 'confirm', written, means, '--as-of', '11/11/2025')).toMatchObject({ code: 0 });
    }
    const { out } = await runIn(folder, 'confirm', '--json');
    const directive = 'ubnd-xa-tinh-khe-cds-2025';
    const confirmedOn = '2025-11-11';
    expect(JSON.parse(out)).toMatchObject({
      command: 'confirm',
      confirmed: [
        { kind: 'unit', written: 'Xóm Trên', means: 'TH01', directive: null, confirmedOn },
        { kind: 'indicator', written: 'Số thành viên tổ', means: 'CT12', directive, confirmedOn },
        { kind: 'task', written: 'Ra quân đi từng nhà', means: 'II.3-1', directive, confirmedOn },
        { kind: 'heading', written: 'Ngày làm báo cáo', means: 'Ngày báo cáo', directive: null, confirmedOn },
        { kind: 'heading', written: 'Rồi nhé', means: 'Đã hoàn thành', directive: null, confirmedOn },
      ],
      open: [],
    });
  });

  test('lists what is settled and what is open, with the command to copy', async () => {
    const folder = await retypedRound();
    await runIn(folder, 'confirm', 'Xóm Trên', 'TH01');
    const { code, out } = await runIn(folder, 'confirm');
    expect(code).toBe(0);
    expect(out).toContain('Đã xác nhận (doi-chieu.yaml): 1\n  “Xóm Trên” là “TH01” (12/11/2025)\n');
    expect(out).toContain(
      `Chưa xác nhận: 1\n  “Thôn Thượg” trong gửi xã.xlsx: có phải là đơn vị TH01 “Thôn Thượng”?\n      ${NAME}\n`,
    );
    const above = tempFolder();
    const elsewhere = await runIn(above, '-C', folder, 'confirm', '--json');
    const { open } = JSON.parse(elsewhere.out) as { readonly open: readonly { readonly command: string }[] };
    const [command = ''] = open.map((each) => each.command);
    expect(await runIn(above, ...wordsOf(command))).toMatchObject({ code: 0 });
    expect((await runIn(folder, 'confirm')).out).toContain('Đã xác nhận (doi-chieu.yaml): 2\n');
  });

  test('keeps the notes and the line ends of a file kept by hand', async () => {
    const folder = await smallWorkspace([]);
    writeFileSync(join(folder, FILE), '\ufeff# của tôi\r\nunits:\r\n  - {written: Xóm Trên, means: TH01} # cũ\r\n');
    expect(await runIn(folder, 'confirm', 'Xóm Dưới', 'TH03')).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder, FILE), 'utf8');
    expect(text).toContain(
      '# của tôi\r\nunits:\r\n  - {written: Xóm Trên, means: TH01} # cũ\r\n  - {written: "Xóm Dưới"',
    );
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('never writes over a file that it does not understand', async () => {
    const folder = await smallWorkspace([]);
    writeFileSync(join(folder, FILE), 'units:\n  - written: Xóm Trên\n   means: TH01\n');
    const { code, out } = await runIn(folder, 'confirm', 'Xóm Dưới', 'TH03');
    expect([code, out]).toEqual([2, expect.stringContaining(`${FILE}\n  dòng 3`)]);
    expect(readFileSync(join(folder, FILE), 'utf8')).toContain('   means: TH01\n');
  });

  test('waits for nobody: a run that holds the folder is named', async () => {
    const folder = await smallWorkspace([]);
    writeFileSync(join(folder, '.khoa'), '1 may-khac\n');
    expect(await runIn(folder, 'confirm', 'Xóm Trên', 'TH01')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Một lần chạy khác đang ghi vào') as unknown,
    });
    mkdirSync(join(folder, INBOX), { recursive: true });
    expect(existsSync(join(folder, FILE))).toBe(false);
  });
});
