import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectDocument } from '../../src/inspect/inspect.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aWordReport } from '../support/a-word-report.ts';
import { editAt } from '../support/word-paragraph-directions.ts';
import { openWordFile, saveWordFile } from '../support/word-file.ts';
import { convertInto } from './support/soffice.ts';

/** Our report, sound and damaged, as LibreOffice saves it: another program’s styles, other places for the same values. */
const folder = mkdtempSync(join(tmpdir(), 'tkcds-resaved-'));
const resaved = join(folder, 'luu-lai');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

beforeAll(async () => {
  mkdirSync(resaved);
  const sound = await renderDocx(aWordReport());
  const damaged = openWordFile(sound);
  editAt(damaged, 'Các đơn vị', 'phông chữ “Arial”');
  editAt(damaged, 'Số liệu của từng', 'lùi đầu dòng 0 mm');
  editAt(damaged, 'BÁO CÁO', 'canh trái');
  editAt(damaged, 'Kính gửi', 'xóa');
  writeFileSync(join(folder, 'dung.docx'), sound);
  writeFileSync(join(folder, 'sai.docx'), saveWordFile(damaged));
  const both = ['dung.docx', 'sai.docx'].map((name) => join(folder, name));
  await convertInto(resaved, 'docx', both);
  await convertInto(resaved, 'doc', both.slice(0, 1));
  await convertInto(resaved, 'odt', both.slice(0, 1));
});

const found = (name: string) => inspectDocument(readFileSync(join(resaved, name)), name);

describe('a document saved again by LibreOffice', () => {
  test('is still in form', () => {
    expect(found('dung.docx').filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('still has what was wrong with it, and nothing more', () => {
    const wrong = found('sai.docx').filter(({ severity }) => severity !== 'info');
    expect(wrong.map(({ rule }) => rule).sort()).toEqual([
      'format-addressee-missing',
      'format-alignment',
      'format-body-paragraph',
      'format-font',
    ]);
  });

  test.each([
    ['dung.doc', 'old-word'],
    ['dung.odt', 'open-document'],
  ])('as %s is named for what it is', (name, kind) => {
    expect(found(name).map(({ rule, facts }) => [rule, facts['kind']])).toEqual([['format-file-unreadable', kind]]);
  });
});
