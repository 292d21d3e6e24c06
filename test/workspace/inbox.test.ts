import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/workspace/fingerprint.ts';
import { loadFolder, loadInbox } from '../../src/workspace/inbox.ts';
import { loadSubmitted } from '../../src/workspace/submitted-files.ts';
import { tempFolder } from './support/temp-folder.ts';

const names = (inbox: ReturnType<typeof loadFolder>) => inbox.files.map(({ source }) => source.file);
const refused = (inbox: ReturnType<typeof loadFolder>) =>
  inbox.files.flatMap((file) => (file.bytes === undefined ? [file] : []));

describe('the inbox', () => {
  test('holds each report with its hash and size', () => {
    const folder = tempFolder({ 'nop/2025-10/TH01.xlsx': 'abc' });
    const [file] = loadInbox(folder, '2025-10').files;
    expect(file?.source).toEqual({ file: 'TH01.xlsx', size: 3, sha256: sha256('abc') });
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('abc');
  });

  test('is empty for a folder that nobody has made', () => {
    expect(loadInbox(tempFolder(), '2025-10')).toEqual({ files: [], diagnostics: [] });
  });

  test('passes over what programs leave behind', () => {
    const folder = tempFolder({
      'a.xlsx': '',
      '~$a.xlsx': '',
      '.~lock.a.xlsx#': '',
      '.DS_Store': '',
      'Thumbs.db': '',
      'desktop.ini': '',
      '.git/x.xlsx': '',
    });
    expect(names(loadFolder(folder, 'nop'))).toEqual(['a.xlsx']);
  });

  test('tells a report apart that has the name of the register', () => {
    const folder = tempFolder({
      'nop/2025-10/don-vi.xlsx': '',
      'nop/2025-10/a.xlsx': '',
      'nop/2025-10/b/don-vi.xlsx': '',
    });
    expect(names(loadInbox(folder, '2025-10'))).toEqual(['a.xlsx', 'b/don-vi.xlsx', 'nop/2025-10/don-vi.xlsx']);
  });

  test('reads folders inside it, and every kind of file', () => {
    const folder = tempFolder({ 'b.pdf': '', 'Thôn/a.xlsx': '', 'Thôn/cũ/b.xls': '' });
    expect(names(loadFolder(folder, 'nop'))).toEqual(['Thôn/a.xlsx', 'Thôn/cũ/b.xls', 'b.pdf']);
  });

  test('has names in NFC, in an order that no machine changes', () => {
    const folder = tempFolder({ 'ă.xlsx': '1', 'Z.xlsx': '2', 'a.xlsx': '3', '10.xlsx': '4', '9.xlsx': '5' });
    writeFileSync(join(folder, 'Thôn Mỹ.xlsx'.normalize('NFD')), '6');
    expect(names(loadFolder(folder, 'nop'))).toEqual([
      '10.xlsx',
      '9.xlsx',
      'Thôn Mỹ.xlsx',
      'Z.xlsx',
      'a.xlsx',
      'ă.xlsx',
    ]);
  });

  test('says of links that they are no reports, and goes on', () => {
    const folder = tempFolder({ 'a.xlsx': '' });
    symlinkSync(join(folder, 'a.xlsx'), join(folder, 'b.xlsx'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'c.xlsx'));
    symlinkSync(folder, join(folder, 'd'));
    const inbox = loadFolder(folder, 'nop');
    expect(names(inbox)).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx', 'd']);
    expect(refused(inbox).map(({ source, refusal }) => `${refusal.rule} ${source.file}`)).toEqual([
      'file-inaccessible b.xlsx',
      'file-inaccessible c.xlsx',
      'file-inaccessible d',
    ]);
  });

  test('says of a name that is no UTF-8 that it is to be changed, and does not take the drive for lost', () => {
    const folder = tempFolder({ 'b.xlsx': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff, 0xfe]), Buffer.from('.xlsx')]), '');
    const inbox = loadFolder(folder, 'nop');
    expect(names(inbox)).toEqual(['a\uFFFD\uFFFD.xlsx', 'b.xlsx']);
    expect(refused(inbox).map(({ refusal }) => refusal.message)).toEqual([
      'Không mở được tệp “a\uFFFD\uFFFD.xlsx”: tên có ký tự hỏng (không phải UTF-8), hãy đổi tên',
    ]);
  });

  test('does not load a file of more than 30 MB', () => {
    const folder = tempFolder({ 'lớn.xlsx': '', 'vừa.xlsx': '' });
    truncateSync(join(folder, 'lớn.xlsx'), 30 * 1024 * 1024 + 1);
    truncateSync(join(folder, 'vừa.xlsx'), 30 * 1024 * 1024);
    const inbox = loadFolder(folder, 'nop');
    expect(refused(inbox).map(({ source, refusal }) => [source, refusal.message])).toEqual([
      [
        { file: 'lớn.xlsx', sha256: '', size: 30 * 1024 * 1024 + 1 },
        'Tệp “lớn.xlsx” lớn 30,1 MB, tệp báo cáo phải không quá 30 MB',
      ],
    ]);
  });

  test('names no person when it speaks of a file', () => {
    const folder = tempFolder({ 'TH03 CCCD_051203004567 0905123456.xlsx': '' });
    truncateSync(join(folder, 'TH03 CCCD_051203004567 0905123456.xlsx'), 32_000_000);
    const [file] = refused(loadFolder(folder, 'nop'));
    expect(file?.refusal.message).toBe('Tệp “TH03 CCCD_•••• ••••.xlsx” lớn 30,6 MB, tệp báo cáo phải không quá 30 MB');
  });
});

describe('files named on the command line', () => {
  test('come in the order given, once each, folders as the files in them', () => {
    const folder = tempFolder({ 'b.xlsx': '', 'a.xlsx': '', 'nop/y.xlsx': '', 'nop/x.xlsx': '' });
    expect(names(loadSubmitted(['b.xlsx', './a.xlsx', 'nop', join(folder, 'b.xlsx')], folder))).toEqual([
      'b.xlsx',
      './a.xlsx',
      'nop/x.xlsx',
      'nop/y.xlsx',
    ]);
  });

  test('that do not exist are all named, with what was probably meant', () => {
    const folder = tempFolder({ 'Thôn Mỹ Lại.xlsx': '' });
    expect(() => loadSubmitted(['Thon My Lai.xlsx', 'khac.xlsx'], folder)).toThrow(
      'Không tìm thấy tệp “Thon My Lai.xlsx” (có phải ý bạn là “Thôn Mỹ Lại.xlsx”?), “khac.xlsx”',
    );
  });
});
