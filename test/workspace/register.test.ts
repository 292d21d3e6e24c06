import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile, refuseFile, renderUnitRegister, type InboxFile } from '../../src/pipeline.ts';
import { findRegister, loadRegister, REGISTER_FILE } from '../../src/workspace/register.ts';
import type { FileReader } from '../../src/workspace/read-files.ts';
import { aRound } from '../support/builders.ts';
import { readHere } from './support/read-here.ts';
import { tempFolder } from './support/temp-folder.ts';

const { directive, units } = aRound();
const { unitTypes } = directive;
const request = { unitTypes, day: aRound().period.to };
const book = (): Promise<Uint8Array> => renderUnitRegister(unitTypes, units);

describe('the register is read like what arrives', () => {
  test('by the reader that is given, which may run it in a thread', async () => {
    const asked: InboxFile[] = [];
    const reader: FileReader = (files) => {
      asked.push(...files);
      return Promise.resolve(files.map(readFile));
    };
    const bytes = await book();
    const { value } = await findRegister(tempFolder({ [REGISTER_FILE]: bytes }), request, reader);
    expect(value.units.map(({ id }) => id)).toEqual(units.map(({ id }) => id));
    expect(asked.map(({ source }) => [source.file, source.size])).toEqual([[REGISTER_FILE, bytes.length]]);
  });

  test('one that had to be given up says why, and nothing is counted without it', async () => {
    const givesUp: FileReader = (files) =>
      Promise.resolve(files.map(({ source }) => ({ source, workbook: refuseFile('too-slow', source.file) })));
    const folder = tempFolder({ [REGISTER_FILE]: await book() });
    const { value, diagnostics } = await findRegister(folder, request, givesUp);
    expect(value).toEqual({ units: [], mergers: [] });
    expect(diagnostics).toMatchObject([{ rule: 'file-unreadable', facts: { kind: 'too-slow' } }]);
    await expect(loadRegister(folder, request, givesUp)).rejects.toThrow('chưa có đơn vị nào dùng được');
  });
});

describe('what is no register', () => {
  test('none at all', async () => {
    expect((await findRegister(tempFolder(), request, readHere)).value.units).toEqual([]);
    await expect(loadRegister(tempFolder(), request, readHere)).rejects.toThrow('không có danh sách đơn vị');
  });

  test('a folder', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, REGISTER_FILE));
    await expect(findRegister(folder, request, readHere)).rejects.toThrow('không phải là tệp thông thường');
  });

  test('a device, which would never end', async () => {
    const folder = tempFolder();
    symlinkSync('/dev/zero', join(folder, REGISTER_FILE));
    await expect(findRegister(folder, request, readHere)).rejects.toThrow('không phải là tệp thông thường');
  });

  test('a file larger than any register', async () => {
    const folder = tempFolder({ [REGISTER_FILE]: '' });
    truncateSync(join(folder, REGISTER_FILE), 31 * 1024 * 1024);
    await expect(findRegister(folder, request, readHere)).rejects.toThrow('lớn 31 MB, phải không quá 30 MB');
  });
});
