import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onWindows, startWindows, type Ended, type Windows } from './support/wine.ts';

/** What `npm run package` makes for a Windows PC, unpacked and used as a clerk does, in a folder whose name has blanks and Vietnamese letters. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tkcds-windows-'));
const place = join(folder, 'Xã Suối Mây & số liệu');
const program = join(place, 'tkcds');
const sample = join(root, 'fixtures/large-commune/workspace');
const ROUND = '--period 2025-10 --as-of 2025-11-12';
const OUTPUTS = ['bao-cao.docx', 'bao-cao.json', 'tong-hop.xlsx'];
const CLOSE = 'Nhấn phím bất kỳ để đóng cửa sổ này.';
let windows: Windows | undefined;

function run(line: string, env: Readonly<Record<string, string>> = {}): Ended {
  if (windows === undefined) throw new Error('Wine was not started');
  return windows.run(line, { cwd: place, env });
}

const quoted = (...parts: readonly string[]): string => `"${onWindows(join(...parts))}"`;

function linux(command: string, ...words: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync(command, words, { cwd: root, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 1) throw new Error(`${command} ${words.join(' ')}: exit ${String(status)}\n${stderr}`);
  return stdout;
}

function workspace(name: string): string {
  const path = join(place, name);
  cpSync(sample, path, { recursive: true });
  return path;
}

const hashesOf = (path: string): readonly (readonly [string, string])[] =>
  OUTPUTS.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(path, 'ket-qua/2025-10', name)))
      .digest('hex'),
  ]);

beforeAll(() => {
  linux('npm', 'run', '--silent', 'package');
  const [zip = ''] = readdirSync(join(root, 'release')).filter((name) => name.endsWith('-win-x64.zip'));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(root, 'release', zip))))) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), bytes);
  }
  windows = startWindows(join(program, 'node/node.exe'));
});

afterAll(() => {
  windows?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('tkcds.cmd', () => {
  test('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
    expect(run(`${quoted(program, 'tkcds.cmd')} --version`)).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test('checks a file and prints Vietnamese', () => {
    const made = workspace('kiểm tra');
    const file = quoted(made, 'nop/2025-10/TH09 - Thôn Bàu Sen.xlsx');
    const { code, out } = run(`${quoted(program, 'tkcds.cmd')} validate -C ${quoted(made)} ${file}`);
    expect(code).toBe(1);
    expect(out).toContain('TH09 - Thôn Bàu Sen.xlsx: Thôn Bàu Sen – hiểu được 2/2 nhiệm vụ, 10/11 chỉ tiêu; 1 lỗi');
  });

  test('reads in a thread what a library reads', () => {
    const file = quoted(root, 'fixtures/xlsx/libreoffice.xls');
    const { code, out } = run(`${quoted(program, 'tkcds.cmd')} validate ${file}`);
    expect(code).toBe(1);
    expect(out).toContain('libreoffice.xls');
    expect(out).not.toContain('file-unreadable');
  });

  test('writes the report of the sample round, the same bytes as on Linux', () => {
    const made = workspace('kỳ báo cáo');
    const { code } = run(`${quoted(program, 'tkcds.cmd')} report -C ${quoted(made)} ${ROUND}`);
    expect(code).toBe(1);
    const same = workspace('linux');
    linux(process.execPath, join(root, 'release/tkcds/bin/tkcds.js'), 'report', '-C', same, ...ROUND.split(' '));
    expect(hashesOf(made)).toEqual(hashesOf(same));
  });
});

describe('Kiểm tra tệp.cmd', () => {
  const script = quoted(program, 'Kiểm tra tệp.cmd');
  const source = join(sample, 'nop/2025-10/TH09 - Thôn Bàu Sen.xlsx');

  function copies(name: string, nameOf: (index: number) => string): readonly string[] {
    const path = join(folder, name);
    mkdirSync(path);
    const names = Array.from({ length: 80 }, (_, index) => nameOf(index));
    for (const each of names) copyFileSync(source, join(path, each));
    return names.map((each) => join(path, each));
  }

  test('checks a folder of 80 files with odd names', () => {
    const odd = ['&', '^', '%', '!', '%TEMP%', ' (2) & ^!', 'ế ẫ', "'", ';,='];
    const [first = ''] = copies(
      'Đã tải & về ^ đủ',
      (index) => `T${String(index)}${odd[index % odd.length] ?? ''}.xlsx`,
    );
    const { out } = run(`${script} ${quoted(dirname(first))}`);
    expect(out).toMatch(/^Cộng 80 tệp/mu);
    expect(out.trimEnd().endsWith(CLOSE)).toBe(true);
  });

  test('checks 80 files dropped one by one', () => {
    const files = copies('80', (index) => `${String(index)} & ^ Thôn.xlsx`);
    const { out } = run(`${script} ${files.map((file) => quoted(file)).join(' ')}`);
    expect(out).toMatch(/^Cộng 80 tệp/mu);
  });

  test('takes dropped names as Windows gave them', () => {
    // Wine's cmd.exe does not know its own command line: what it would be is handed over as it stands on Windows.
    const path = join(folder, 'names');
    mkdirSync(path);
    const names = ['A&B.xlsx', 'c^d.xlsx', '100%TEMP%.xlsx', 'e!f!.xlsx', 'Thôn Một.xlsx'];
    for (const name of names) copyFileSync(source, join(path, name));
    const words = names
      .map((name) => onWindows(join(path, name)))
      .map((word) => (word.includes(' ') ? `"${word}"` : word));
    const dropped = String.raw`C:\WINDOWS\system32\cmd.exe /c ""C:\tkcds\Kiểm tra tệp.cmd" ${words.join(' ')}"`;
    const start = `${quoted(program, 'node/node.exe')} ${quoted(program, 'app/dist/cli/double-click.js')}`;
    const { out } = run(`${start} check`, { TKCDS_DROPPED: dropped });
    expect(out).toMatch(/^Cộng 5 tệp/mu);
    for (const name of names) expect(out).toContain(`/names/${name}`);
  });

  test('knows the units when the files lie in a workspace', () => {
    const made = workspace('của xã');
    const { out } = run(`${script} ${quoted(made, 'nop/2025-10/TH09 - Thôn Bàu Sen.xlsx')}`);
    expect(out).toContain('Thôn Bàu Sen – hiểu được');
  });

  test('says what to do when nothing was dropped', () => {
    const { out } = run(script);
    expect(out).toContain('thả lên tệp “Kiểm tra tệp”');
    expect(out).toContain(CLOSE);
  });
});

describe('Lập báo cáo.cmd', () => {
  const NAME = 'Lập báo cáo.cmd';

  test('writes the report of a workspace dropped on it', () => {
    const made = workspace('thả vào');
    const { out } = run(`${quoted(program, NAME)} ${quoted(made)}`);
    expect(out).toContain('Báo cáo (bản dự thảo)');
    expect(
      OUTPUTS.every((name) => readdirSync(join(made, 'ket-qua'), { recursive: true }).join(' ').includes(name)),
    ).toBe(true);
  });

  test('is laid down by init and finds the program', () => {
    const made = join(place, 'xã mới');
    const laid = run(`${quoted(program, 'tkcds.cmd')} init ${quoted(made)}`);
    expect([laid.code, existsSync(join(made, NAME))]).toEqual([0, true]);
    cpSync(sample, made, { recursive: true });
    const { out } = run(quoted(made, NAME));
    expect(out).toContain('Báo cáo (bản dự thảo)');
    expect(out).toContain(CLOSE);
  });

  test('copied by hand into a workspace, finds the program beside it', () => {
    const made = workspace('chép tay');
    copyFileSync(join(program, NAME), join(made, NAME));
    expect(run(quoted(made, NAME)).out).toContain('Báo cáo (bản dự thảo)');
  });

  test('says so in a folder that is no workspace', () => {
    const { out } = run(quoted(program, NAME));
    expect(out).toContain('không phải là thư mục làm việc');
    expect(out).toContain(CLOSE);
  });
});
