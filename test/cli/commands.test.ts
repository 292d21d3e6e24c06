import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, INBOX, smallWorkspace } from './support/small-workspace.ts';

describe('init', () => {
  test('lays down a workspace that a second init leaves alone', async () => {
    const folder = tempFolder();
    const first = await runIn(folder, 'init', 'xã');
    expect(first.code).toBe(0);
    expect(readdirSync(join(folder, 'xã')).sort()).toEqual([
      'DOC-TRUOC.txt',
      'don-vi.xlsx',
      'ket-qua',
      'mau-bao-cao',
      'nop',
      'tkcds.yaml',
    ]);
    expect(existsSync(join(folder, 'xã', INBOX))).toBe(true);
    writeFileSync(join(folder, 'xã', 'don-vi.xlsx'), 'edited');
    rmSync(join(folder, 'xã', 'DOC-TRUOC.txt'));
    const second = await runIn(folder, 'init', 'xã');
    expect(second.out).toContain('tạo mới     DOC-TRUOC.txt');
    expect(second.out).toContain('giữ nguyên  don-vi.xlsx');
    expect(readFileSync(join(folder, 'xã', 'don-vi.xlsx'), 'utf8')).toBe('edited');
  });

  test('writes nothing when the settings that are there are faulty', async () => {
    const folder = tempFolder({ 'tkcds.yaml': 'isuer:\n' });
    const { code, out } = await runIn(folder, 'init');
    expect(code).toBe(2);
    expect(out).toContain('dòng 1, cột 1  ✗ lỗi  Khóa “isuer” không có trong tệp cấu hình');
    expect(readdirSync(folder)).toEqual(['tkcds.yaml']);
  });

  test('makes the same bytes every time', async () => {
    const folder = tempFolder();
    await runIn(folder, 'init', 'a');
    await runIn(folder, 'init', 'b');
    expect(readFileSync(join(folder, 'a', 'don-vi.xlsx')).equals(readFileSync(join(folder, 'b', 'don-vi.xlsx')))).toBe(
      true,
    );
  });

  test('refuses a file in the place of the folder', async () => {
    const folder = tempFolder({ xã: '' });
    const { code, err } = await runIn(folder, 'init', 'xã');
    expect([code, err]).toEqual([2, expect.stringContaining('là một tệp, không phải là thư mục')]);
  });
});

describe('form', () => {
  test('makes one form a unit, keeps a changed one, and says so', async () => {
    const folder = await smallWorkspace([]);
    const forms = join(folder, 'bieu-mau', '2025-10');
    expect((await runIn(folder, 'form', '--unit', 'TH01', 'th02')).code).toBe(0);
    expect(readdirSync(forms).sort()).toEqual(['TH01 - Thôn Thượng.xlsx', 'TH02 - Thôn Trung.xlsx']);
    writeFileSync(join(forms, 'TH01 - Thôn Thượng.xlsx'), 'filled in');
    const { out } = await runIn(folder, 'form', '--unit', 'TH01', '--unit', 'Thôn Trung');
    expect(out).toContain('ghi bên cạnh TH01 - Thôn Thượng (2).xlsx');
    expect(out).toContain('không đổi   TH02 - Thôn Trung.xlsx');
    expect(readFileSync(join(forms, 'TH01 - Thôn Thượng.xlsx'), 'utf8')).toBe('filled in');
    const third = await runIn(folder, 'form', '--unit', 'TH01');
    expect(third.out).toContain('không đổi   TH01 - Thôn Thượng (2).xlsx');
    expect(readdirSync(forms)).toHaveLength(3);
  });

  test('makes no form for units that the round does not concern, unless they are named', async () => {
    const folder = await smallWorkspace([]);
    const settings = join(folder, 'tkcds.yaml');
    const monthly =
      '  - {id: 2025-11, directive: chu-ky-so-hang-thang, from: 01/11/2025, to: 30/11/2025, due: {on: 05/12/2025}}';
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}${monthly}\n`);
    const forms = join(folder, 'bieu-mau', '2025-11');
    const { out } = await runIn(folder, 'form', '--period', '2025-11');
    expect(readdirSync(forms).map((name) => name.slice(0, 4))).toEqual(['TH01', 'TH02', 'TH03']);
    expect(out).toContain('Không tạo biểu mẫu cho 4 đơn vị');
    expect((await runIn(folder, 'form', '--period', '2025-11', '--unit', 'TR01')).code).toBe(0);
    expect(readdirSync(forms)).toHaveLength(4);
  });

  test('writes into another folder, named from where the user stands', async () => {
    const folder = await smallWorkspace([]);
    const elsewhere = tempFolder();
    expect((await runIn(elsewhere, '-C', folder, 'form', '--unit', 'VP01', '--out', 'ra')).code).toBe(0);
    expect(readdirSync(join(elsewhere, 'ra'))).toEqual(['VP01 - Văn phòng HĐND và UBND xã.xlsx']);
  });

  test('suggests the unit that was meant, and writes nothing', async () => {
    const folder = await smallWorkspace([]);
    const { code, err } = await runIn(folder, 'form', '--unit', 'TH1');
    expect(code).toBe(2);
    expect(err).toContain('Danh sách đơn vị không có đơn vị “TH1” (có phải ý bạn là “TH01”?)');
    expect(existsSync(join(folder, 'bieu-mau'))).toBe(false);
  });
});

test('explain suggests what was meant', async () => {
  const { code, out, err } = await runIn(tempFolder(), 'explain', 'unit-mising');
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: 'tkcds: Không có mã phát hiện “unit-mising” (có phải ý bạn là “unit-missing”?)\n',
  });
});

describe('explain of a figure', () => {
  test('says how it was computed and from which cells', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { out } = await runIn(folder, 'report', '--json');
    const { coverages } = JSON.parse(out) as { coverages: readonly { numerator: number }[] };
    const printed = String(coverages[0]?.numerator);
    const { code, out: said } = await runIn(folder, 'explain', printed);
    expect(code).toBe(0);
    expect(said).toMatch(/^\d[\d.]* – Số người từ đủ 18 tuổi trở lên đã có chữ ký số/u);
    expect(said).toContain('Cách tính: cộng số liệu từ 3/3 thôn có đủ cả hai số');
    expect(said).toMatch(/TH01\.xlsx, trang “Chỉ tiêu”, ô D\d+: ghi “\d+”/u);
  });

  test('lists the titles when many figures are that number', async () => {
    const { out } = await runIn(await smallWorkspace(EVERYBODY), 'explain', '0');
    expect(out).toMatch(/^Có \d+ số liệu như vậy:\n {2}0 – /u);
    expect(out).toContain('Ghi thêm mã đơn vị');
  });

  test.each([
    [['123.456.789'], 'không có số liệu nào là “123.456.789”'],
    [['CT02', 'TH99'], 'Danh sách đơn vị không có “TH99”'],
    [['th01'], '“th01” là mã của Thôn Thượng; ghi số liệu trước, đơn vị sau: tkcds explain <số liệu> TH01'],
  ])('%s is refused', async (words, said) => {
    const { code, err } = await runIn(await smallWorkspace(['TH01']), 'explain', ...words);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  test('of a unit, in either order', async () => {
    const folder = await smallWorkspace(['TH01']);
    const { code, out } = await runIn(folder, 'explain', 'CT02', 'TH01');
    expect([code, out]).toEqual([0, expect.stringContaining('Thôn Thượng')]);
    expect(await runIn(folder, 'explain', 'TH01', 'CT02')).toMatchObject({ code, out });
  });

  test('needs a workspace', async () => {
    const { code, err } = await runIn(tempFolder(), 'explain', '8.660');
    expect([code, err]).toEqual([2, expect.stringContaining('chỉ xem được trong thư mục làm việc')]);
  });
});

test('a fault of the program says so, with its stack', async () => {
  let err = '';
  const code = await run(['--version'], {
    cwd: tempFolder(),
    now: new Date(),
    noColor: undefined,
    isTerminal: false,
    read: () => Promise.resolve([]),
    out: () => {
      throw new TypeError('a bug');
    },
    err: (text) => {
      err += text;
    },
  });
  expect(code).toBe(70);
  expect(err).toMatch(/^TypeError: a bug\n {4}at .*\nĐây là lỗi của chương trình/su);
});

test('a refusal is JSON for who asked for JSON', async () => {
  const { code, out } = await runIn(tempFolder(), 'status', '--json', '--as-of', '31/11/2025');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1,
    command: 'status',
    exitCode: 2,
    error: { message: expect.stringContaining('31/11/2025') as string },
  });
});

test('a mistyped command line too', async () => {
  const { code, out } = await runIn(tempFolder(), 'statsu', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ command: '', exitCode: 2, error: { message: expect.any(String) as string } });
});
