import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aVillage, communeJson } from '../support/commune-reports.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const OUT = 'tong-hop-tinh';
const WRITTEN = ['phu-luc-tinh.docx', 'tong-hop-tinh.csv', 'tong-hop-tinh.json', 'tong-hop-tinh.xlsx'];
const SUOI_MAY = communeJson({ name: 'UBND xã Suối Mây', villages: [aVillage(1000, 600)] });
const DONG_TRANG = communeJson({ name: 'UBND xã Đồng Trăng', villages: [aVillage(1000, 401)] });

let folder = '';
beforeEach(() => {
  folder = tempFolder({
    'Đã nhận (Sở)/xã Suối Mây/ket-qua/2025-10/bao-cao.json': SUOI_MAY,
    'Đã nhận (Sở)/Đồng Trăng tháng 10.json': DONG_TRANG,
    'danh sách xã.csv': 'Mã,Tên\nQN01,xã Suối Mây\nQN02,xã Đồng Trăng\n',
  });
});

const rollup = (...words: readonly string[]) => runIn(folder, 'rollup', 'Đã nhận (Sở)', ...words);
const withList = (...words: readonly string[]) => rollup('--communes', 'danh sách xã.csv', ...words);
const pathTo = (file: string): string => join(folder, 'Đã nhận (Sở)', file);

describe('tkcds rollup', () => {
  test('adds up what lies in folders with blanks and diacritics, writes four files, and says where', async () => {
    const { code, out } = await withList();
    expect(code).toBe(0);
    expect(out).toContain('Kỳ 2025-10: 2/2 xã được tính, 0 xã có gửi nhưng không được tính, 0 xã chưa nhận được\n');
    expect(out).toContain('50,1% (1.001/2.000), tính trên 2/2 xã; mức chỉ tiêu trên 50%: đạt; 1 xã chưa đạt\n');
    expect(out).toContain(`Bảng tổng hợp: ${join(OUT, 'tong-hop-tinh.xlsx')}\n`);
    expect(readdirSync(join(folder, OUT)).sort()).toEqual(WRITTEN);
  });

  test('the same files give the same bytes again', async () => {
    await withList();
    const bytes = () => WRITTEN.map((name) => readFileSync(join(folder, OUT, name)).toString('base64'));
    const first = bytes();
    await withList();
    expect(bytes()).toEqual(first);
  });

  test('1 when a commune is missing, and everything is written all the same', async () => {
    writeFileSync(join(folder, 'danh sách xã.csv'), 'Mã,Tên\nQN01,xã Suối Mây\nQN02,xã Đồng Trăng\nQN03,xã Bình An\n');
    const { code, out } = await withList();
    expect(code).toBe(1);
    expect(out).toContain('QN03 – xã Bình An\n');
    expect(out).toContain('tính trên 2/3 xã');
    expect(readdirSync(join(folder, OUT)).sort()).toEqual(WRITTEN);
  });

  test('without a list it says that nobody knows who is missing', async () => {
    const { code, out } = await rollup();
    expect(code).toBe(0);
    expect(out).toContain('rollup-list-absent');
    expect(out).toContain('không có danh sách xã nên không biết xã nào chưa gửi');
  });

  test('an edited figure keeps the commune out', async () => {
    writeFileSync(pathTo('Đồng Trăng tháng 10.json'), DONG_TRANG.replace('401', '901'));
    const { code, out } = await withList();
    expect(code).toBe(1);
    expect(out).toContain('rollup-file-altered');
    expect(out).toContain('60,0% (600/1.000), tính trên 1/2 xã');
  });

  test('writes where it is told to, and not over what somebody has edited', async () => {
    await withList('-o', 'kết quả');
    const table = join(folder, 'kết quả', 'tong-hop-tinh.xlsx');
    writeFileSync(table, 'edited by hand');
    const { out } = await withList('--out', 'kết quả');
    expect(out).toContain('Giữ nguyên “tong-hop-tinh.xlsx” vì đã được sửa tay');
    expect(readFileSync(table, 'utf8')).toBe('edited by hand');
    expect(existsSync(join(folder, 'kết quả', 'tong-hop-tinh (2).xlsx'))).toBe(true);
    expect(existsSync(join(folder, OUT))).toBe(false);
  });

  test('its own outcome inside the folder is passed over', async () => {
    await withList('-o', 'Đã nhận (Sở)/ket-qua-tinh');
    const { code, out } = await withList('-o', 'Đã nhận (Sở)/ket-qua-tinh');
    expect({ code, foreign: out.includes('rollup-file-foreign') }).toEqual({ code: 0, foreign: false });
  });

  test('also when it is too large to be anybody’s report; another file of that size is told', async () => {
    for (const name of ['tong-hop-tinh.json', 'khac.json']) {
      writeFileSync(pathTo(name), '');
      truncateSync(pathTo(name), 31 * 1024 * 1024);
    }
    const { code, out } = await withList();
    expect(code).toBe(1);
    expect(out).toMatch(/^khac\.json\n/u);
    expect(out.match(/file-oversized/gu)).toHaveLength(1);
  });

  test('only the period that is asked for', async () => {
    const later = {
      name: 'UBND xã Suối Mây',
      villages: [aVillage(10, 9)],
      period: '2025-11',
      from: '2025-11-01',
      to: '2025-11-30',
    };
    writeFileSync(pathTo('11.json'), communeJson(later));
    const { out } = await withList('--period', '2025-11', '--quiet', '--json');
    const { rounds } = JSON.parse(out) as { readonly rounds: readonly { readonly id: string }[] }; // documented
    expect(rounds.map(({ id }) => id)).toEqual(['2025-11']);
    const { code, err } = await withList('--period', '2026-01');
    expect(code).toBe(2);
    expect(err).toContain('không có số liệu của kỳ “2026-01”; có kỳ “2025-10” và “2025-11”');
  });

  test.each([
    ['a folder that is not there', ['rollup', 'khong-co'], 'Không tìm thấy thư mục “khong-co”'],
    ['a file', ['rollup', 'danh sách xã.csv'], 'không phải là thư mục'],
    ['nothing', ['rollup', ''], 'Không tìm thấy thư mục'],
    ['no operand', ['rollup'], 'THƯ_MỤC'],
    ['a list that is not there', ['rollup', 'Đã nhận (Sở)', '--communes', 'x.csv'], 'x.csv'],
  ])('2 for %s', async (_name, words, sentence) => {
    const { code, err } = await runIn(folder, ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(existsSync(join(folder, OUT))).toBe(false);
  });

  test('2 when no file can be used, with what is wrong', async () => {
    mkdirSync(join(folder, 'hỏng'));
    writeFileSync(join(folder, 'hỏng', 'a.json'), '{');
    const { code, out, err } = await runIn(folder, 'rollup', 'hỏng');
    expect(code).toBe(2);
    expect(err).toContain('không có bao-cao.json nào dùng được');
    expect(out).toContain('rollup-file-unreadable');
    expect(existsSync(join(folder, OUT))).toBe(false);
  });

  test('garbage among the files is named and changes no figure', async () => {
    const names = ['a.json', 'b.json', 'c.json', 'd.json'];
    writeFileSync(pathTo('a.json'), Buffer.from([0xff, 0xfe, 0x00, 0x81, 0x80]));
    writeFileSync(pathTo('b.json'), '');
    writeFileSync(pathTo('c.json'), '['.repeat(1_000_000));
    symlinkSync(pathTo('Đồng Trăng tháng 10.json'), pathTo('d.json'));
    const { code, out } = await withList();
    expect(code).toBe(1);
    expect(names.filter((name) => !out.includes(`\n${name}\n`) && !out.startsWith(`${name}\n`))).toEqual([]);
    expect(out).toContain('(1.001/2.000), tính trên 2/2 xã');
  });

  test('an output folder that cannot be written keeps what was there', async () => {
    await withList();
    const before = readFileSync(join(folder, OUT, 'tong-hop-tinh.json'), 'utf8');
    writeFileSync(join(folder, OUT, '.khoa'), '1 may-khac\n');
    writeFileSync(pathTo('Đồng Trăng tháng 10.json'), SUOI_MAY);
    const { code, err } = await withList();
    expect(code).toBe(2);
    expect(err).toContain('Một lần chạy khác đang ghi vào');
    expect(readFileSync(join(folder, OUT, 'tong-hop-tinh.json'), 'utf8')).toBe(before);
  });
});

test('what tkcds report writes is taken as it is, and an edited letter beside it is told', async () => {
  const commune = await smallWorkspace(EVERYBODY);
  const settings = join(commune, 'tkcds.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/shortName:.*/u, 'shortName: UBND xã Suối Mây'));
  await runIn(commune, 'report');
  const { code, out } = await runIn(commune, 'rollup', 'ket-qua');
  expect(code).toBe(0);
  expect(out).toContain('Kỳ 2025-10: 1/1 xã được tính');
  expect(out).not.toContain('rollup-companion-differs');
  writeFileSync(join(commune, RESULTS, 'bao-cao.docx'), 'signed');
  expect((await runIn(commune, 'rollup', 'ket-qua')).out).toContain('Tệp “bao-cao.docx” nằm cạnh');
});

test('the page on JSON names every field', async () => {
  const page = readFileSync(new URL('../../docs/validate-json.md', import.meta.url), 'utf8');
  const more = readFileSync(new URL('../../docs/tong-hop-tinh.md', import.meta.url), 'utf8');
  const { out } = await withList('--json');
  const keysIn = (value: unknown): readonly string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const own = Array.isArray(value) ? [] : Object.keys(value);
    return [...own, ...Object.entries(value).flatMap(([key, inner]) => (key === 'facts' ? [] : keysIn(inner)))];
  };
  const keys = [...new Set(keysIn(JSON.parse(out)))];
  expect(keys.length).toBeGreaterThan(20);
  expect(
    keys.filter((key) => ![page, more].some((text) => new RegExp(`[\`{ ",]${key}[\`} ",]`, 'u').test(text))),
  ).toEqual([]);
});
