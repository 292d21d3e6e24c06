import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realDisk, writeTogether, type Disk } from '../../src/workspace/atomic-write.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';
import { tempFolder } from './support/temp-folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const outputs = (folder: string) => [
  { path: join(folder, 'bao-cao.docx'), bytes: bytes('new docx') },
  { path: join(folder, 'bao-cao.json'), bytes: bytes('new json') },
];

function failing(code: string, step: keyof Disk, isMeant: (path: string) => boolean): Disk {
  const fail = (path: string): void => {
    if (isMeant(path)) throw Object.assign(new Error(code), { code });
  };
  const disk: Disk = {
    ...realDisk,
    write: (path, content) => {
      if (step === 'write') fail(path);
      realDisk.write(path, content);
    },
    copy: (from, to) => {
      if (step === 'copy') fail(to);
      realDisk.copy(from, to);
    },
    rename: (from, to) => {
      if (step === 'rename') fail(to);
      realDisk.rename(from, to);
    },
  };
  return disk;
}

function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('writes all files, making their folder, and leaves nothing else', () => {
  const folder = join(tempFolder(), 'ket-qua', '2025-10');
  writeTogether(outputs(folder));
  expect(contents(folder)).toEqual({ 'bao-cao.docx': 'new docx', 'bao-cao.json': 'new json' });
});

test('replaces old files', () => {
  const folder = tempFolder({ 'bao-cao.docx': 'old docx', 'bao-cao.json': 'old json' });
  writeTogether(outputs(folder));
  expect(contents(folder)).toEqual({ 'bao-cao.docx': 'new docx', 'bao-cao.json': 'new json' });
});

test('does not touch a file that already holds the bytes', () => {
  const folder = tempFolder({ 'bao-cao.docx': 'new docx' });
  const before = statSync(join(folder, 'bao-cao.docx')).ino;
  writeTogether(outputs(folder));
  expect(statSync(join(folder, 'bao-cao.docx')).ino).toBe(before);
  expect(existsSync(join(folder, 'bao-cao.json'))).toBe(true);
});

test('clears what an interrupted run left behind', () => {
  const folder = tempFolder({ '.bao-cao.docx.tmp': 'half' });
  writeTogether(outputs(folder));
  expect(Object.keys(contents(folder))).toEqual(['bao-cao.docx', 'bao-cao.json']);
});

describe('after any failure the old files stand as they stood', () => {
  const old = { 'bao-cao.docx': 'old docx', 'bao-cao.json': 'old json' };

  test.each<[string, keyof Disk, string, (path: string) => boolean]>([
    ['the disk is full at the first file', 'write', 'ENOSPC', (path) => path.includes('docx')],
    ['the disk is full at the second file', 'write', 'ENOSPC', (path) => path.includes('json')],
    ['the copy of an old file fails', 'copy', 'EIO', (path) => path.includes('json')],
    ['Word holds the report open', 'rename', 'EBUSY', (path) => path.endsWith('bao-cao.docx')],
    ['the second file cannot be put in place', 'rename', 'EPERM', (path) => path.endsWith('bao-cao.json')],
  ])('%s', (_name, step, code, isMeant) => {
    const folder = tempFolder(old);
    expect(() => {
      writeTogether(outputs(folder), failing(code, step, isMeant));
    }).toThrow(WorkspaceError);
    expect(contents(folder)).toEqual(old);
  });

  test('and what was not there before is not there', () => {
    const folder = tempFolder();
    const disk = failing('EPERM', 'rename', (path) => path.endsWith('bao-cao.json'));
    expect(() => {
      writeTogether(outputs(folder), disk);
    }).toThrow(WorkspaceError);
    expect(contents(folder)).toEqual({});
  });
});

describe('the refusal says what to do', () => {
  test('when Word has the file open', () => {
    const folder = tempFolder({ 'bao-cao.docx': 'old' });
    const disk = failing('EBUSY', 'rename', (path) => path.endsWith('.docx'));
    expect(() => {
      writeTogether(outputs(folder), disk);
    }).toThrow(/bao-cao\.docx”, có lẽ tệp đang mở; đóng tệp trong Word rồi chạy lại/u);
  });

  test('when a folder has the name of the file', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'bao-cao.docx'));
    expect(() => {
      writeTogether(outputs(folder));
    }).toThrow(WorkspaceError);
    expect(readdirSync(folder)).toEqual(['bao-cao.docx']);
  });

  test('when a file stands where the folder should be', () => {
    const folder = tempFolder({ 'ket-qua': 'a file' });
    expect(() => {
      writeTogether(outputs(join(folder, 'ket-qua', '2025-10')));
    }).toThrow(/Không tạo thư mục được/u);
  });
});

test('a bug is not dressed up as a fault of the disk', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'bao-cao.docx'), 'old');
  const disk: Disk = {
    ...realDisk,
    rename: () => {
      throw new TypeError('bug');
    },
  };
  expect(() => {
    writeTogether(outputs(folder), disk);
  }).toThrow(TypeError);
  expect(contents(folder)).toEqual({ 'bao-cao.docx': 'old' });
});
