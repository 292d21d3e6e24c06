import { describe, expect, test } from 'vitest';
import { p } from './support/a-word-file.ts';
import { documentOf, paragraphsOf } from './support/read-it.ts';

const textsOf = (body: string): readonly string[] =>
  paragraphsOf({ body }).map(({ runs }) => runs.map(({ text }) => text).join(''));
const numbered = (format: string, text: string): string =>
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

describe('what stands in a document', () => {
  test.each([
    ['tracked insertions are read', '<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>', ['mới']],
    ['tracked deletions are not', '<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>', ['']],
    ['hidden text is not', p('ẩn', '', '<w:vanish/>'), ['']],
    ['a link', '<w:p><w:hyperlink><w:r><w:t>trang</w:t></w:r></w:hyperlink></w:p>', ['trang']],
    ['a content control', `<w:sdt><w:sdtContent>${p('ô')}</w:sdtContent></w:sdt>`, ['ô']],
    ['line breaks and tabs', '<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>', ['a\nb\tc']],
    [
      'a hyphen that does not break',
      '<w:p><w:r><w:t>UBND</w:t><w:noBreakHyphen/><w:t>VX</w:t></w:r></w:p>',
      ['UBND-VX'],
    ],
    [
      'a box of text, once',
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${p('khung')}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('khung')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ['', 'khung'],
    ],
  ])('%s', (_name, body, texts) => expect(textsOf(body)).toEqual(texts));

  test.each([
    ['upperRoman', '%1.', ['I.', 'II.']],
    ['lowerLetter', '%1)', ['a)', 'b)']],
    ['decimal', '%1.', ['1.', '2.']],
    ['bullet', '-', ['-', '-']],
  ])('lists of %s put their mark before each entry', (format, text, marks) => {
    const entry = p('mục', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const read = paragraphsOf({ body: entry + entry, numbering: numbered(format, text) });
    expect(read.map(({ mark }) => mark)).toEqual(marks);
  });

  test.each([
    ['a simple field', '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'],
    [
      'a field in pieces',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:instrText>\\* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
    ['a page number of old files', '<w:r><w:pgNum/></w:r>'],
  ])('%s stands for the number of the page', (_name, runs) => {
    const { sections } = documentOf({
      header: `<w:p>${runs}</w:p>`,
      section: '<w:headerReference w:type="default" r:id="header"/>',
    });
    const [paragraph] = sections[0]?.headers.default?.paragraphs ?? [];
    expect(paragraph?.runs.map(({ field, text }) => [field, text])).toEqual([['page', '#']]);
  });

  test('a section that names no header goes on with that of the section before; sizes count twips', () => {
    const first =
      '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:left="1417" w:gutter="284"/></w:sectPr></w:pPr></w:p>';
    const { sections } = documentOf({
      body: first + p('x'),
      header: p('đầu'),
      section: '<w:pgSz w:w="16838" w:h="11906"/>',
    });
    expect(sections.map(({ headers }) => headers.default?.paragraphs[0]?.runs[0]?.text)).toEqual(['đầu', 'đầu']);
    expect(sections.map(({ page }) => page.isLandscape)).toEqual([false, true]);
    expect(sections[0]?.page.margins.left).toBeCloseTo(30, 1);
    expect(sections[0]?.page.margins.top).toBeCloseTo(20, 1);
  });
});
