import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { droppedPaths } from '../../src/cli/dropped-paths.ts';
import { reportShortcut } from '../../src/workspace/report-shortcut.ts';

const CMD = String.raw`C:\WINDOWS\system32\cmd.exe`;
const SCRIPT = String.raw`"C:\Users\Van A\tkcds\Kiểm tra tệp.cmd"`;

describe('what was dropped is read from the line that started cmd.exe', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['one file', `${CMD} /c "${SCRIPT} D:\\TH01.xlsx"`, ['D:\\TH01.xlsx']],
    [
      'signs of cmd.exe',
      `${CMD} /c "${SCRIPT} D:\\A&B.xlsx D:\\c^d.xlsx D:\\100%TEMP%!.xlsx D:\\a,b;c=d(1).xlsx"`,
      ['D:\\A&B.xlsx', 'D:\\c^d.xlsx', 'D:\\100%TEMP%!.xlsx', 'D:\\a,b;c=d(1).xlsx'],
    ],
    [
      'blanks and letters',
      `${CMD} /C "${SCRIPT} "D:\\Thôn Một & Hai.xlsx" D:\\Số.xlsx"`,
      ['D:\\Thôn Một & Hai.xlsx', 'D:\\Số.xlsx'],
    ],
    ['a folder last, quoted', `"${CMD}" /c "${SCRIPT} D:\\a.xlsx "D:\\Đã tải về""`, ['D:\\a.xlsx', 'D:\\Đã tải về']],
    ['a share', `${CMD} /c "${SCRIPT} "\\\\may-chu\\nop bao cao""`, ['\\\\may-chu\\nop bao cao']],
    ['a double click', `${CMD} /c "${SCRIPT} "`, []],
    ['without the outer quotes', `${CMD} /c C:\\tkcds\\x.cmd D:\\a.xlsx`, ['D:\\a.xlsx']],
    [
      '80 files',
      `${CMD} /c "${SCRIPT} ${Array.from({ length: 80 }, (_, index) => `D:\\${String(index)}&.xlsx`).join(' ')}"`,
      Array.from({ length: 80 }, (_, index) => `D:\\${String(index)}&.xlsx`),
    ],
    ['a window that was open', CMD, undefined],
    ['another program', `${CMD} /c "D:\\x.exe D:\\a.xlsx"`, undefined],
    ['nothing known', '', undefined],
  ])('%s', (_name, line, paths) => {
    expect(droppedPaths(line)).toEqual(paths);
  });
});

describe('files for cmd.exe', () => {
  const folder = new URL('../../templates/windows/', import.meta.url);

  test.each(readdirSync(folder))('%s is ASCII, every line ends with CR LF', (name) => {
    const text = readFileSync(new URL(name, folder), 'latin1');
    expect(name).toMatch(/\.cmd$/u);
    expect(/^[\r\n\x20-\x7e]+$/u.test(text)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('the one of a workspace says where the program is', () => {
    const recorded = (workspace: string, program: string): string => {
      const [[name, bytes] = ['', new Uint8Array()]] = reportShortcut(workspace, program);
      expect(name).toBe('Lập báo cáo.cmd');
      return /^set "RECORDED=(.*)"\r$/mu.exec(Buffer.from(bytes).toString('utf8'))?.[1] ?? '';
    };
    expect(recorded('/d/bao-cao', '/d/tkcds')).toBe(String.raw`%~dp0..\tkcds`);
    expect(recorded('/d/xã/bao-cao', '/d/100%/tkcds')).toBe(String.raw`%~dp0..\..\100%%\tkcds`);
  });

  test('there is none where the program was not unpacked for Windows', () => {
    expect(reportShortcut('/d/bao-cao')).toEqual([]);
  });
});
