import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repack } from '../../src/opc/repack.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aDocument, aSection, aTable } from '../support/a-document.ts';
import { validateOoxml } from './support/ooxml.ts';
import { convertToPdf } from './support/pdf.ts';
import { outputOf } from './support/program.ts';

let folder = '';
let good: Uint8Array = new Uint8Array();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tkcds-support-'));
  good = await renderDocx(aDocument(aSection([aTable()])));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the checks of the external tests find what they are for', () => {
  test.each([
    ['a character XML cannot carry', 'Thôn Đông Hòa', 'Thôn\ufffe'],
    ['a cell without a paragraph', /<w:p>(?:(?!<\/w:p>).)*Đơn vị<\/w:t><\/w:r><\/w:p>/u, ''],
    ['a relation nobody declared', /r:id="[^"]+"/u, 'r:id="rId999"'],
    ['a row that does not fill the grid', '<w:gridCol w:w=', '<w:gridCol w:w="1"/><w:gridCol w:w='],
    ['an element the schema does not know', '<w:tblLayout', '<w:tblUnknown/><w:tblLayout'],
  ])('%s', async (_name, search, replacement) => {
    const file = join(folder, 'bad.docx');
    let changed = false;
    const edit = (name: string, text: string): string => {
      if (name !== 'word/document.xml') return text;
      const edited = text.replace(search, replacement);
      changed = edited !== text;
      return edited;
    };
    await writeFile(file, repack(good, edit));
    expect(changed).toBe(true);
    expect((await validateOoxml(file, ['Microsoft365'])).length).toBeGreaterThan(0);
  });

  test('a file that LibreOffice cannot read is a failure', async () => {
    const file = join(folder, 'broken.docx');
    await writeFile(
      file,
      repack(good, () => 'not XML'),
    );
    await expect(convertToPdf(file)).rejects.toThrow('made no PDF');
  });

  test('a program that is not installed is a failure that says how to install it', async () => {
    await expect(outputOf('tkcds-no-such-program', [], 'apt-get install it')).rejects.toThrow('apt-get install it');
  });
});
