import {
  editParagraph,
  editParagraphBelow,
  setParagraphAttribute,
  setParagraphProperty,
  setRunProperty,
  setText,
  twipsOf,
  type WordParts,
} from './word-file.ts';

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
  [
    /^lùi đầu dòng ([\d,]+) mm$/u,
    (xml, to) => setParagraphAttribute(xml, 'ind', { firstLine: twipsOf(to), hanging: undefined }),
  ],
  [/^cách trên (\d+) pt$/u, (xml, to) => setParagraphAttribute(xml, 'spacing', { before: String(Number(to) * 20) })],
  [/^cách dưới (\d+) pt$/u, (xml, to) => setParagraphAttribute(xml, 'spacing', { after: String(Number(to) * 20) })],
  [
    /^giãn dòng ([\d.]+)$/u,
    (xml, to) => setParagraphAttribute(xml, 'spacing', { line: String(Number(to) * 240), lineRule: 'auto' }),
  ],
  [/^xóa$/u, (xml) => (xml.includes('<w:sectPr') ? xml : '')],
  [/^đổi thành “(.*)”$/u, (xml, to) => setText(xml, to)],
];

/** Does to the paragraph that begins so what is said; throws when nothing is done by those words. */
export function editAt(parts: WordParts, begins: string, what: string): void {
  for (const [pattern, edit] of PARAGRAPH_DIRECTIONS) {
    const match = pattern.exec(what);
    if (match === null) continue;
    editParagraph(parts, begins, (xml) => edit(xml, match[1] ?? ''));
    return;
  }
  throw new Error(`nothing is done to a paragraph by “${what}”`);
}

/** Takes the rule under that text away. */
export function removeRule(parts: WordParts, begins: string): void {
  editParagraphBelow(parts, begins, (xml) => xml.replace(/<w:pBdr>[^]*?<\/w:pBdr>/u, ''));
}

function indentsOf(xml: string): readonly [left: number, right: number] {
  const indent = /<w:ind\s[^>]*>/u.exec(xml)?.[0] ?? '';
  const side = (name: string): number => Number(new RegExp(`w:${name}="(-?\\d+)"`, 'u').exec(indent)?.[1] ?? 0);
  return [side('left'), side('right')];
}

function indentRule(parts: WordParts, begins: string, left: number, right: number): void {
  editParagraphBelow(parts, begins, (xml) => {
    const [wasLeft, wasRight] = indentsOf(xml);
    return setParagraphAttribute(xml, 'ind', { left: String(wasLeft + left), right: String(wasRight + right) });
  });
}

/** The rule below that text gets shorter by its indents, which leave so much of the room. */
export function resizeRule(parts: WordParts, begins: string, millimetres: string): void {
  const half = Math.round(Number(twipsOf(millimetres)) / 2);
  indentRule(parts, begins, half, half);
}

/** The rule below that text moves to the right. */
export function moveRule(parts: WordParts, begins: string, millimetres: string): void {
  const by = Number(twipsOf(millimetres));
  indentRule(parts, begins, by, -by);
}
