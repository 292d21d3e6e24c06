import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { inspectDocument } from '../../src/pipeline.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aWordReport } from './a-word-report.ts';
import type { Step } from './rule-page.ts';
import {
  addPart,
  editDocument,
  editParagraph,
  editParagraphBelow,
  editPart,
  escapeXml,
  openWordFile,
  saveWordFile,
  setParagraphAttribute,
  setParagraphProperty,
  setRunProperty,
  type WordParts,
} from './word-file.ts';

/** The documents of an example: XML parts while they are changed, or bytes that are no Word document. */
type Documents = Map<string, WordParts | Uint8Array>;

type Words = readonly [string, string, string, string, string];

const REPORT = 'bao-cao.docx';
const LETTER = 'cong-van.docx';
const TWIPS = 1440 / 25.4;

function twips(millimetres: string): string {
  return String(Math.round(Number(millimetres.replace(',', '.')) * TWIPS));
}

/** What the documents of every example are before it changes them. */
async function originals(): Promise<ReadonlyMap<string, Uint8Array>> {
  const letter = readFileSync(new URL('../../fixtures/docx/cong-van-dung.docx', import.meta.url));
  return new Map([
    [REPORT, await renderDocx(aWordReport())],
    [LETTER, letter],
  ]);
}

/** Sizes and margins of the first section alone. */
function firstSection(text: string, name: string, edit: (element: string) => string): string {
  return text.replace(new RegExp(`<w:${name}\\s[^>]*/>`, 'u'), edit);
}

function setAttribute(element: string, name: string, value: string): string {
  return element.replace(new RegExp(`w:${name}="[^"]*"`, 'u'), `w:${name}="${value}"`);
}

const SIDES: Readonly<Record<string, string>> = { trên: 'top', dưới: 'bottom', trái: 'left', phải: 'right' };
const ALIGNMENTS: Readonly<Record<string, string>> = { trái: 'left', giữa: 'center', phải: 'right', đều: 'both' };

/** What is said of a paragraph: how its letters look, and how it stands. */
const PARAGRAPH_DIRECTIONS: readonly (readonly [RegExp, (xml: string, value: string) => string])[] = [
  [/^gạch chân$/u, (xml) => setRunProperty(xml, 'u', '<w:u w:val="single"/>')],
  [/^in đậm$/u, (xml) => setRunProperty(xml, 'b', '<w:b/>')],
  [/^bỏ đậm$/u, (xml) => setRunProperty(xml, 'b', '<w:b w:val="0"/>')],
  [/^in nghiêng$/u, (xml) => setRunProperty(xml, 'i', '<w:i/>')],
  [/^bỏ nghiêng$/u, (xml) => setRunProperty(xml, 'i', '<w:i w:val="0"/>')],
  [/^cỡ chữ ([\d.]+)$/u, (xml, size) => setRunProperty(xml, 'sz', `<w:sz w:val="${Number(size) * 2}"/>`)],
  [/^màu chữ ([\dA-F]{6})$/u, (xml, color) => setRunProperty(xml, 'color', `<w:color w:val="${color}"/>`)],
  [
    /^phông chữ “(.+)”$/u,
    (xml, font) => setRunProperty(xml, 'rFonts', `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/>`),
  ],
  [
    /^canh (trái|giữa|phải|đều)$/u,
    (xml, to) => setParagraphProperty(xml, 'jc', `<w:jc w:val="${ALIGNMENTS[to] ?? ''}"/>`),
  ],
  [/^lùi đầu dòng ([\d,]+) mm$/u, (xml, to) => setParagraphAttribute(xml, 'ind', { firstLine: twips(to) })],
  [/^cách trên (\d+) pt$/u, (xml, to) => setParagraphAttribute(xml, 'spacing', { before: String(Number(to) * 20) })],
  [/^cách dưới (\d+) pt$/u, (xml, to) => setParagraphAttribute(xml, 'spacing', { after: String(Number(to) * 20) })],
  [
    /^giãn dòng ([\d.]+)$/u,
    (xml, to) => setParagraphAttribute(xml, 'spacing', { line: String(Number(to) * 240), lineRule: 'auto' }),
  ],
  [/^xóa$/u, (xml) => (xml.includes('<w:sectPr') ? xml : '')],
  [
    /^đổi thành “(.*)”$/u,
    (xml, to) => {
      let isFirst = true;
      return xml.replace(/(<w:t(?:\s[^>]*)?>)[^<]*(<\/w:t>)/gu, (_all, open: string, close: string) => {
        const text = isFirst ? escapeXml(to) : '';
        isFirst = false;
        return `${open.replace('<w:t>', '<w:t xml:space="preserve">')}${text}${close}`;
      });
    },
  ],
];

function editAt(parts: WordParts, begins: string, what: string): void {
  for (const [pattern, edit] of PARAGRAPH_DIRECTIONS) {
    const match = pattern.exec(what);
    if (match === null) continue;
    editParagraph(parts, begins, (xml) => edit(xml, match[1] ?? ''));
    return;
  }
  throw new Error(`nothing is done to a paragraph by “${what}”`);
}

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

function removeRule(parts: WordParts, begins: string): void {
  editParagraphBelow(parts, begins, (xml) => xml.replace(/<w:pBdr>[^]*?<\/w:pBdr>/u, ''));
}

/** The rule below gets shorter or longer by its indents, which leave so much of the room. */
function resizeRule(parts: WordParts, begins: string, millimetres: string): void {
  editParagraphBelow(parts, begins, (xml) => {
    const [left, right] = ['left', 'right'].map((side) =>
      Number(new RegExp(`w:${side}="(-?\\d+)"`, 'u').exec(/<w:ind\s[^>]*>/u.exec(xml)?.[0] ?? '')?.[1] ?? 0),
    );
    const change = Math.round(Number(twips(millimetres)) / 2);
    return setParagraphAttribute(xml, 'ind', {
      left: String((left ?? 0) + change),
      right: String((right ?? 0) + change),
    });
  });
}

/** The stage directions for the whole of a document. `docs/rules/README.md` explains them. */
const DIRECTIONS: readonly (readonly [RegExp, (parts: WordParts, words: Words) => void])[] = [
  [
    /^lề (trên|dưới|trái|phải) ([\d,]+) mm$/u,
    (parts, [, side, to]) => {
      editDocument(parts, (text) =>
        firstSection(text, 'pgMar', (margins) => setAttribute(margins, SIDES[side] ?? '', twips(to))),
      );
    },
  ],
  [
    /^khổ giấy ([\d,]+) × ([\d,]+) mm$/u,
    (parts, [, width, height]) => {
      editDocument(parts, (text) =>
        firstSection(text, 'pgSz', (size) => setAttribute(setAttribute(size, 'w', twips(width)), 'h', twips(height))),
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
    /^đoạn “(.+?)”: (.+)$/u,
    (parts, [, begins, what]) => {
      editAt(parts, begins, what);
    },
  ],
];

/** Directions that make another file of it. */
function replaceFile(documents: Documents, file: string, direction: string, code: string | undefined): boolean {
  const cut = /^cắt còn (\d+) byte$/u.exec(direction)?.[1];
  const parts = documents.get(file);
  if (cut !== undefined && parts instanceof Map) documents.set(file, saveWordFile(parts).slice(0, Number(cut)));
  else if (direction === 'nội dung tệp') documents.set(file, new TextEncoder().encode(code ?? ''));
  else return false;
  return true;
}

const STEP = /^((?:bao-cao|cong-van)\.docx)(?:: | · )?(.*)$/su;

/** Whether an example is about Word documents. */
export function isAboutWord(steps: readonly Step[]): boolean {
  return steps.length > 0 && steps.every(({ direction }) => STEP.test(direction));
}

/** Plays an example about Word documents: those it names, changed as it says, each checked as `tkcds check-format` would. */
export async function playWord(steps: readonly Step[]): Promise<readonly Diagnostic[]> {
  const given = await originals();
  const documents: Documents = new Map();
  for (const { direction, code } of steps) {
    const [, file = '', what = ''] = STEP.exec(direction) ?? [];
    const original = given.get(file);
    if (!documents.has(file) && original !== undefined) documents.set(file, openWordFile(original));
    const parts = documents.get(file);
    if (what === '' || replaceFile(documents, file, what, code)) continue;
    const known = DIRECTIONS.find(([pattern]) => pattern.test(what));
    if (known === undefined || !(parts instanceof Map)) throw new Error(`no stage direction is worded “${direction}”`);
    const [pattern, act] = known;
    const [whole = '', one = '', two = '', three = '', four = ''] = pattern.exec(what) ?? [];
    act(parts, [whole, one, two, three, four]);
  }
  const found: Diagnostic[] = [];
  for (const [file, content] of documents) {
    found.push(...(await inspectDocument(content instanceof Map ? saveWordFile(content) : content, file)));
  }
  return found;
}
