import { editAt, moveRule, removeRule, resizeRule } from './word-paragraph-directions.ts';
import {
  addPart,
  copyParagraph,
  editDocument,
  editParagraphBelow,
  editPart,
  escapeXml,
  twipsOf,
  type WordParts,
} from './word-file.ts';

type Words = readonly [string, string, string, string, string];

/** Sizes and margins of the first section alone. */
function firstSection(text: string, name: string, edit: (element: string) => string): string {
  return text.replace(new RegExp(`<w:${name}\\s[^>]*/>`, 'u'), edit);
}

function setAttribute(element: string, name: string, value: string): string {
  return element.replace(new RegExp(`w:${name}="[^"]*"`, 'u'), `w:${name}="${value}"`);
}

const SIDES: Readonly<Record<string, string>> = { trên: 'top', dưới: 'bottom', trái: 'left', phải: 'right' };
const FOOTER = (text: string): string =>
  `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` +
  `<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>` +
  `<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:ftr>`;

const RELATIONS = 'xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Page numbers go to the foot: no header any more, one footer for all pages but the first. */
function moveNumberToFoot(parts: WordParts, text: string): void {
  const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';
  addPart(parts, { name: 'footer9.xml', type: 'footer', content, id: 'rIdFoot', xml: FOOTER(text) });
  editDocument(parts, (xml) =>
    xml
      .replace(/<w:headerReference\s[^>]*\/>/gu, '')
      .replace(
        /<w:sectPr(?:\s[^>]*)?>/u,
        (open) => `${open}<w:footerReference ${RELATIONS} w:type="default" rel:id="rIdFoot"/>`,
      ),
  );
}

const HEADERS = /^word\/header\d+\.xml$/u;

/** Changes every header that holds a page number. */
function editHeaders(parts: WordParts, edit: (xml: string) => string): void {
  const names = [...parts.keys()].filter((name) => HEADERS.test(name) && parts.get(name)?.includes('PAGE') === true);
  for (const name of names) editPart(parts, name, edit);
}

/** The stage directions for the whole of a document. `docs/rules/README.md` explains them. */
export const WORD_DIRECTIONS: readonly (readonly [RegExp, (parts: WordParts, words: Words) => void])[] = [
  [
    /^lề (trên|dưới|trái|phải) ([\d,]+) mm$/u,
    (parts, [, side, to]) => {
      editDocument(parts, (text) =>
        firstSection(text, 'pgMar', (margins) => setAttribute(margins, SIDES[side] ?? '', twipsOf(to))),
      );
    },
  ],
  [
    /^khổ giấy ([\d,]+) × ([\d,]+) mm$/u,
    (parts, [, width, height]) => {
      editDocument(parts, (text) =>
        firstSection(text, 'pgSz', (size) =>
          setAttribute(setAttribute(size, 'w', twipsOf(width)), 'h', twipsOf(height)),
        ),
      );
    },
  ],
  [
    /^đổi chữ “(.+)” thành “(.*)”$/su,
    (parts, [, from, to]) => {
      editDocument(parts, (text) => text.replace(escapeXml(from), () => escapeXml(to)));
    },
  ],
  [
    /^phông chữ mặc định “(.+)”$/u,
    (parts, [, font]) => {
      editPart(parts, 'word/styles.xml', (text) =>
        text.replace(/<w:rFonts\s[^>]*\/>/u, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`),
      );
    },
  ],
  [
    /^số trang ở chân trang$/u,
    (parts) => {
      moveNumberToFoot(parts, '');
    },
  ],
  [
    /^số trang ở chân trang, ghi “(.+)” phía trước$/u,
    (parts, [, text]) => {
      moveNumberToFoot(parts, text);
    },
  ],
  [
    /^bỏ số trang$/u,
    (parts) => {
      editDocument(parts, (text) => text.replace(/<w:headerReference\s[^>]*\/>/gu, ''));
    },
  ],
  [
    /^số trang hiện ở trang đầu$/u,
    (parts) => {
      editDocument(parts, (text) => text.replace(/<w:titlePg\s*\/>/u, ''));
    },
  ],
  [
    /^số trang cỡ chữ (\d+)$/u,
    (parts, [, size]) => {
      editHeaders(parts, (text) => text.replace(/<w:sz w:val="\d+"\/>/gu, `<w:sz w:val="${Number(size) * 2}"/>`));
    },
  ],
  [
    /^phụ lục đánh số trang tiếp$/u,
    (parts) => {
      let index = 0;
      editDocument(parts, (text) =>
        text.replace(/<w:pgNumType\s[^>]*\/>/gu, (numbers) => (index++ === 0 ? numbers : '')),
      );
    },
  ],
  [
    /^bỏ đường kẻ dưới “(.+)”$/u,
    (parts, [, begins]) => {
      removeRule(parts, begins);
    },
  ],
  [
    /^đường kẻ dưới “(.+)” ngắn đi ([\d,]+) mm$/u,
    (parts, [, begins, by]) => {
      resizeRule(parts, begins, by);
    },
  ],
  [
    /^đường kẻ dưới “(.+)” lệch ([\d,]+) mm$/u,
    (parts, [, begins, by]) => {
      moveRule(parts, begins, by);
    },
  ],
  [
    /^đường kẻ dưới “(.+)” là nét đứt$/u,
    (parts, [, begins]) => {
      editParagraphBelow(parts, begins, (xml) =>
        xml.replace(/<w:pBdr>[^]*?<\/w:pBdr>/u, (border) => border.replace(/w:val="\w+"/gu, 'w:val="dashed"')),
      );
    },
  ],
  [/^bỏ phần (\S+)$/u, (parts, [, name]) => void parts.delete(name)],
  [
    /^bỏ mọi phần trừ (\S+)$/u,
    (parts, [, kept]) => {
      for (const name of [...parts.keys()]) if (name !== kept) parts.delete(name);
    },
  ],
  [
    /^thêm (trước|sau) đoạn “(.+?)” đoạn “(.+)”$/u,
    (parts, [, where, begins, text]) => {
      copyParagraph(parts, begins, where === 'trước' ? 'before' : 'behind', text);
    },
  ],
  [
    /^đoạn “(.+?)”: (.+)$/u,
    (parts, [, begins, what]) => {
      editAt(parts, begins, what);
    },
  ],
];
