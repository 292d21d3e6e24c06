import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { reproducible } from '../../src/render/docx/reproducible.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import {
  aDocument,
  aLetterhead,
  aReport,
  aSection,
  aSignature,
  aTable,
  heading,
  plain,
} from '../support/a-document.ts';
import { documentOf, partOf } from '../support/docx-parts.ts';
import { all, textOf } from '../support/xml.ts';
import { structureErrors } from '../external/support/ooxml-structure.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every block with the same text wherever a text can stand. */
function everywhere(text: string): Document {
  const blocks: readonly Block[] = [
    aLetterhead({ superior: text, issuer: [text], symbol: text, place: text }),
    { kind: 'title', name: text, abstract: text },
    { kind: 'addressees', names: [text] },
    { kind: 'addressees', names: [text, text] },
    { kind: 'heading', level: 1, text },
    { kind: 'paragraph', inlines: [{ text, style: 'bold' }] },
    { kind: 'list', entries: [plain(text), []] },
    aTable({
      header: [[heading(text)]],
      rows: [
        { cells: [text, text], emphasis: 'plain' },
        { cells: [text], emphasis: 'band' },
      ],
    }),
    { kind: 'note', inlines: plain(text) },
    { kind: 'appendix-title', label: text, title: text, reference: text },
    aSignature({ recipients: [text], authority: [text], name: text }),
  ];
  return { title: text, draftNote: '', sections: [aSection(blocks)] };
}

describe('the same document gives the same bytes', () => {
  test('in one process', async () => {
    expect(hash(await renderDocx(aReport()))).toBe(hash(await renderDocx(aReport())));
  });

  test('in other processes, in other time zones', async () => {
    const program =
      "import { createHash } from 'node:crypto'; import { renderDocx } from './src/render/formats/docx.ts';" +
      "import { aReport } from './test/support/a-document.ts';" +
      "process.stdout.write(createHash('sha256').update(await renderDocx(aReport())).digest('hex'));";
    const hashes = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles'].map((zone) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      }),
    );
    expect(hashes).toEqual([hash(await renderDocx(aReport())), hash(await renderDocx(aReport()))]);
  });

  test('and carries no date of its making, only title and program', async () => {
    const core = partOf(await renderDocx(aReport()), 'docProps/core.xml');
    expect(core).not.toMatch(/dcterms:(?:created|modified)>/u);
    expect(core).toContain('<dc:title>Báo cáo kết quả hoạt động chuyển đổi số</dc:title>');
    expect(core).toContain('<dc:creator>tkcds</dc:creator>');
  });

  test('ids drawn by lot are numbered in order of appearance, the same id alike in every part', () => {
    const edit = reproducible();
    expect(edit('word/_rels/document.xml.rels', '<R Id="rId3"/><R Id="rIdzx_8-q"/><R Id="rId1f9ab"/>')).toBe(
      '<R Id="rId3"/><R Id="rIdTkcds1"/><R Id="rIdTkcds2"/>',
    );
    expect(
      edit('word/document.xml', '<c r:id="rId1f9ab"/><wp:docPr id="91" name="a"/><wp:docPr name="b" id="92"/>'),
    ).toBe('<c r:id="rIdTkcds2"/><wp:docPr id="1" name="a"/><wp:docPr name="b" id="2"/>');
  });
});

describe('no text breaks the file', () => {
  test.each([
    ['nothing', ''],
    ['blanks', '  \n\t '],
    ['characters XML cannot carry', 'a\ufffe\uffff\u0000\u000b\u001b'],
    ['half surrogate pairs', '\ud800 \udfff'],
    ['markup', '<w:p>&amp;</w:p>]]><![CDATA["\''],
    ['a replacement character', 'a\ufffdb'],
    ['a word of 10,000 letters', 'x'.repeat(10_000)],
    ['a text of 5,000 words', 'nghiêng '.repeat(5000)],
    ['letters no font of ours has', '中文 😀 العربية'],
    ['template marks', '{{ten}} $1 $& \\'],
  ])('%s', async (_name, text) => {
    expect(structureErrors(await renderDocx(everywhere(text)))).toEqual([]);
  });

  test('what can be shown is shown as it is', async () => {
    const root = documentOf(
      await renderDocx(aDocument(aSection([{ kind: 'paragraph', inlines: plain('a <b> & "c" \ufffe {{d}} $& đ') }]))),
    );
    const [paragraph] = all(root, 'w:p');
    expect(paragraph === undefined ? '' : textOf(paragraph)).toBe('a <b> & "c"  {{d}} $& đ');
  });

  test('any text at all', async () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 });
    const anyText = fc.oneof(
      units.map((codes) => String.fromCharCode(...codes)),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(structureErrors(await renderDocx(everywhere(text)))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ['no section', { title: '', draftNote: '', sections: [] }],
    ['an empty section', aDocument(aSection([]))],
    ['a list of nothing', aDocument(aSection([{ kind: 'list', entries: [] }]))],
    ['a table of nothing', aDocument(aSection([aTable({ columns: [], header: [], rows: [] })]))],
  ])('%s is still a document', async (_name, document) => {
    const bytes = await renderDocx(document);
    expect(structureErrors(bytes)).toEqual([]);
    expect(Object.keys(unzipSync(bytes))[0]).toBe('[Content_Types].xml');
  });
});

test.each(['q3xyv', '7-k2', '12-', '-a', '_9', '5_1', '40a'])(
  'a relation drawn by lot as rId%s gets a counted name',
  (lot) => {
    const edit = reproducible();
    expect(edit('word/document.xml', `<c:chart r:id="rId${lot}"/><w:headerReference r:id="rId12"/>`)).toBe(
      '<c:chart r:id="rIdTkcds1"/><w:headerReference r:id="rId12"/>',
    );
  },
);
