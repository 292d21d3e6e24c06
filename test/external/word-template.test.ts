import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderOwnSample } from '../../src/pipeline.ts';
import { mixed } from '../compose/support/mixed-round.ts';
import { aModel, anIssuer } from '../compose/support/model.ts';
import { aTemplate, fillOwn, rows, runs } from '../support/own-word-file.ts';
import { validateOoxml } from './support/ooxml.ts';
import { convertAllToPdf, fontFamiliesOf, pagesOf } from './support/pdf.ts';
import { convertInto } from './support/soffice.ts';

let folder = '';
const path = (name: string): string => join(folder, `${name}.docx`);
const NAMES = ['sample', 'filled', 'own', 'resaved-filled'] as const;
let pdfs: readonly string[] = [];

const SECTION =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>';

/** Every kind of tag, in a file of another font, as people make them. */
function anOwnTemplate(): Uint8Array {
  const tags = ['letterhead', 'title', 'addressees', 'body', 'table.units-to-remind', 'signature'];
  const table = rows(['Mục', 'Nhiệm vụ'], ['{{groups.clause}}', '{{groups.tasks.title}}: {{groups.tasks.completed}}']);
  return aTemplate({
    body: [
      runs('{{draft', '_note}}'),
      ...tags.map((tag) => runs(`{{${tag}}}`)),
      table.replace(
        '<w:tbl>',
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="7000"/></w:tblGrid>',
      ),
      runs('{{appendices}}'),
    ].join(''),
    section: SECTION,
    styles:
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Carlito" w:hAnsi="Carlito"/><w:color w:val="C00000"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tkcds-mau-'));
  const model = aModel(mixed);
  const sample = await renderOwnSample(model.round, anIssuer());
  await writeFile(path('sample'), sample);
  await writeFile(path('filled'), (await fillOwn(sample, model, 'draft')).bytes ?? '');
  await writeFile(path('own'), (await fillOwn(anOwnTemplate(), model)).bytes ?? '');
  // The sample as another program saves it.
  await convertInto(join(folder, 'saved'), 'docx', [path('sample')]);
  const saved = new Uint8Array(await readFile(join(folder, 'saved', 'sample.docx')));
  await writeFile(path('resaved-filled'), (await fillOwn(saved, model, 'draft')).bytes ?? '');
  pdfs = await convertAllToPdf(NAMES.map(path));
}, 180_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a Word template', () => {
  test.each(['sample', 'filled', 'own'])('%s opens without repair', async (name) => {
    expect(await validateOoxml(path(name))).toEqual([]);
  });

  test('filled is laid out with its figures, rows and signature', async () => {
    const pages = await pagesOf(pdfs[1] ?? '');
    const text = pages.join('\n').replace(/\s+/gu, ' ');
    expect(pages[0]).toContain('BẢN DỰ THẢO: còn 4 lỗi');
    expect(text).toContain('44,7% (805/1.800 người)');
    expect(text).toMatch(/1 Thôn Thượng 1\.000 505 50,5% Đạt/u);
    expect(text).toContain('Nguyễn Văn A');
    expect(text).not.toContain('{{');
  });

  test('of another font has the parts of the report in the decree’s', async () => {
    const text = (await pagesOf(pdfs[2] ?? '')).join('\n').replace(/\s+/gu, ' ');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Phụ lục IV');
    expect(await fontFamiliesOf(pdfs[2] ?? '')).toHaveLength(2);
  });

  test('saved by another program is filled, too', async () => {
    const text = (await pagesOf(pdfs[3] ?? '')).join('\n').replace(/\s+/gu, ' ');
    expect(text).toContain('44,7% (805/1.800 người)');
    expect(text).toMatch(/Thôn Trung 800 300 37,5% Chưa đạt/u);
    expect(text).not.toContain('{{');
  });
});
