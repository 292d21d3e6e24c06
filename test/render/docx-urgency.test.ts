import { expect, test } from 'vitest';
import { inspectDocument } from '../../src/inspect/inspect.ts';
import type { Urgency } from '../../src/model/issuer.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { structureErrors } from '../external/support/ooxml-structure.ts';
import { aLetterhead } from '../support/a-document.ts';
import { aWordReport } from '../support/a-word-report.ts';
import { partOf } from '../support/docx-parts.ts';

async function reportWith(urgency: Urgency): Promise<Uint8Array> {
  const report = aWordReport();
  const head = aLetterhead({ issuer: ['ỦY BAN NHÂN DÂN', 'XÃ SUỐI MÂY'], place: 'Suối Mây', urgency });
  return renderDocx({
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.kind === 'letterhead' ? head : block)),
    })),
  });
}

test.each<[Urgency, number]>([
  ['KHẨN', 20],
  ['HỎA TỐC', 30],
  ['THƯỢNG KHẨN', 40],
])('%s stands in a box of %i × 8 mm, and the report is still in form', async (urgency, width) => {
  const bytes = await reportWith(urgency);
  expect(structureErrors(bytes)).toEqual([]);
  const body = partOf(bytes, 'word/document.xml');
  const box = /<w:tbl>(?:(?!<w:tbl>)[^])*?<w:t[^>]*>(KHẨN|HỎA TỐC|THƯỢNG KHẨN)</u.exec(body)?.[0] ?? '';
  const lengths = [/<w:tblW [^>]*w:w="(\d+)"/u, /<w:trHeight w:val="(\d+)" w:hRule="exact"/u].map((pattern) =>
    Math.round((Number(pattern.exec(box)?.[1]) * 25.4) / 1440),
  );
  expect(lengths).toEqual([width, 8]);
  expect(box).toContain('w:val="FF0000"');
  const found = inspectDocument(bytes, 'bao-cao.docx');
  expect(found.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([]);
});

test('without urgency there is no box', async () => {
  expect(partOf(await reportWith(''), 'word/document.xml')).not.toContain('FF0000');
});
