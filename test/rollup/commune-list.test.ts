import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCommuneList } from '../../src/workspace/commune-list.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';
import { bytesOf, ownBook } from '../support/form-filler.ts';
import { readHere } from '../workspace/support/read-here.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';

const WANTED = [
  { code: 'QN01', name: 'xã Suối Mây' },
  { code: 'QN02', name: 'phường Bình Nguyên' },
];

describe('the list of communes', () => {
  test.each([
    ['danh sách.csv', '\ufeffMã,Tên\r\nQN01,xã Suối Mây\r\nQN02,phường Bình Nguyên\r\n'],
    ['tách bằng chấm phẩy.csv', 'STT;Tên xã;Mã xã\n1;xã Suối Mây;QN01\n\n2;phường Bình Nguyên;QN02\n'],
    ['có tiêu đề.csv', 'DANH SÁCH XÃ,\n,\nCode,Name\nQN01,xã Suối Mây\nQN02,phường Bình Nguyên\n'],
    [
      'danh-sach.yaml',
      'communes:\n  - { code: QN01, name: xã Suối Mây }\n  - { code: QN02, name: phường Bình Nguyên }\n',
    ],
  ])('%s', async (file, text) => {
    const folder = tempFolder({ [file]: text });
    const { communes, source } = await loadCommuneList(file, folder, readHere);
    expect(communes).toEqual(WANTED);
    expect(source.file).toBe(file);
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('a spreadsheet', async () => {
    const folder = tempFolder();
    const rows = [['Mã', 'Tên'], ...WANTED.map(({ code, name }) => [code, name])];
    writeFileSync(join(folder, 'a.xlsx'), await bytesOf(ownBook(rows)));
    expect((await loadCommuneList('a.xlsx', folder, readHere)).communes).toEqual(WANTED);
  });

  test.each([
    ['a.csv', 'Mã,Tên\n'],
    ['a.csv', 'x\n'],
    ['a.csv', 'Mã,Tên\nQN01,xã A\nQN01,xã B\n'],
    ['a.csv', 'Mã,Tên\nQN01,xã A\nQN02,A\n'],
    ['a.yaml', 'communes:\n'],
    ['a.yaml', 'communes:\n  - { code: QN01 }\n'],
    ['a.yaml', 'xa:\n  - 1\n'],
    ['a.yaml', 'communes: ['],
  ])('%s: %j is refused with what is wrong', async (file, text) => {
    const folder = tempFolder({ [file]: text });
    const refused = await loadCommuneList(file, folder, readHere).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WorkspaceError);
    expect(refused instanceof WorkspaceError ? refused.findings.length : 0).toBeGreaterThan(0);
  });

  test('a list that is not there', async () => {
    await expect(loadCommuneList('khong-co.csv', tempFolder(), readHere)).rejects.toThrow('khong-co.csv');
  });
});
