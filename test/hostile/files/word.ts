import { soundWord, wordWith, wordWithBody } from '../support/sound-word.ts';
import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runEntry } from '../support/runs.ts';
import { flipped, randomBytes } from '../support/seeded.ts';

const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const centred = (text: string): string => paragraph(text, '<w:jc w:val="center"/>');
const body = (before: string, piece: string, times: number, after = ''): (() => Uint8Array) => {
  return () => wordWithBody(before + piece.repeat(times) + after);
};
const styles = (content: string): Uint8Array =>
  wordWith({
    'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:styles>`,
  });
const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

/** As many of a thing as a document may hold at all: each takes its time, and no more. */
const FULL = alike('docx', 'any', {
  'paragraphs that are all wrong alike': body(paragraph('Báo cáo'), paragraph('chữ'), 70_000),
  'headings that are all wrong': body(centred('BÁO CÁO'), paragraph('I. Mục'), 70_000),
  appendices: body(centred('BÁO CÁO'), centred('Phụ lục I'), 55_000),
  sections: body('', '<w:p><w:pPr><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr></w:p>', 90_000),
  addressees: body(paragraph('Kính gửi:'), paragraph('- nơi;'), 70_000),
  recipients: body(paragraph('Nơi nhận:'), paragraph('- nơi;'), 70_000),
  'lines of one paragraph': body('<w:p><w:r>', '<w:t>a</w:t><w:br/>', 190_000, '</w:r></w:p>'),
  'fields that never end': body(
    '<w:p>',
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE PAGE</w:instrText></w:r>',
    120_000,
    '</w:p>',
  ),
  'cells of one row': body(
    '<w:tbl><w:tblGrid>',
    '<w:gridCol w:w="9"/>',
    60_000,
    `</w:tblGrid><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(60_000)}</w:tr></w:tbl>`,
  ),
  'rows of a letterhead': body('<w:tbl>', `<w:tr><w:tc>${paragraph('Số: 1/A')}</w:tc></w:tr>`, 45_000, '</w:tbl>'),
  fonts: () =>
    wordWithBody(
      many(
        60_000,
        (index) => `<w:p><w:r><w:rPr><w:rFonts w:ascii="F${String(index)}"/></w:rPr><w:t>a</w:t></w:r></w:p>`,
      ),
    ),
  'styles in a chain': () =>
    styles(
      many(
        150_000,
        (index) =>
          `<w:style w:type="paragraph" w:styleId="s${String(index)}"><w:basedOn w:val="s${String(index + 1)}"/></w:style>`,
      ),
    ),
  'styles in a circle': () =>
    styles(
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
    ),
  'a text as long as may be': () => wordWithBody(paragraph('chữ '.repeat(700_000))),
  'dots as many as may be': () =>
    wordWithBody(
      paragraph('số ') + paragraph(`Số: ${'. … '.repeat(600_000)}x`) + centred(`Phụ lục ${'.'.repeat(400_000)}x`),
    ),
});

const REFUSED = [
  ...alike('docx', ['too-large'], {
    'more elements than anybody writes': body('', '<w:p/>', 500_000),
    'more text than anybody reads': () => wordWithBody(paragraph('ă'.repeat(3_100_000))),
    'a part of gigabytes': () =>
      wordWith({ 'word/document.xml': runEntry('word/document.xml', { piece: ' '.repeat(1000), times: 3_000_000 }) }),
  }),
  ...alike('docx', ['damaged'], {
    'elements within elements': body('', '<w:sdt>', 50_000, '</w:sdt>'.repeat(50_000)),
    'entities of entities': () =>
      wordWith({
        'word/document.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>',
      }),
    'half a file': () => soundWord().subarray(0, 2_000),
  }),
  ...alike('docx', ['unknown'], { noise: () => randomBytes(50_000, 9) }),
];

const FLIPPED = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`flipped bits, ${String(index)}`, () => flipped(soundWord(), 6, index)]),
);

/** Word documents made to do harm. */
export const WORD_FILES: readonly HostileFile[] = [...FULL, ...REFUSED, ...alike('docx', 'any', FLIPPED)];
