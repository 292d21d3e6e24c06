import type { PartEdit } from '../../opc/repack.ts';
import { ND_30_2020 } from '../../profiles/nd-30-2020.ts';
import { halfPoints } from '../docx/lengths.ts';
import {
  BLOCKS_BEGIN,
  BLOCKS_END,
  BREAK_AS_IS,
  BREAK_LANDSCAPE,
  BREAK_PORTRAIT,
  LAST_LANDSCAPE,
  LAST_PORTRAIT,
  MARKS,
} from './block-marks.ts';
import type { OpenTemplate } from './open-template.ts';
import { sectionEnd } from './section-ends.ts';

/** The styles of what is drawn into a template: its own may be of any font, colour and distance. */
const STYLE = 'TkcdsVanBan';
const HEADING = 'TkcdsTieuDe';

function styleXml(): string {
  const { font, body, language } = ND_30_2020.chosen;
  const size = halfPoints(body);
  const letters = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:b w:val="0"/><w:i w:val="0"/><w:color w:val="000000"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="${language}"/>`;
  const lines =
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/>';
  const base = `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${STYLE}"><w:name w:val="tkcds van ban"/><w:pPr>${lines}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
  const headings = [0, 1].map(
    (level) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${HEADING}${level + 1}"><w:name w:val="tkcds tieu de ${level + 1}"/><w:basedOn w:val="${STYLE}"/><w:pPr><w:outlineLvl w:val="${level}"/></w:pPr></w:style>`,
  );
  return base + headings.join('');
}

const MARK = (sign: string): RegExp =>
  new RegExp(`<w:p><w:r><w:t xml:space="preserve">${sign}</w:t></w:r></w:p>`, 'gu');

/** The ids that a template has for the headings of Word, by their level; Word in Vietnamese calls them otherwise. */
function headingIds(styles: string): ReadonlyMap<string, 1 | 2> {
  const ids = new Map<string, 1 | 2>([
    ['Heading1', 1],
    ['Heading2', 2],
  ]);
  for (const [whole, id = ''] of styles.matchAll(/<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>.*?<\/w:style>/gsu)) {
    const level = /<w:name w:val="heading ([12])"/iu.exec(whole)?.[1];
    if (level !== undefined) ids.set(id, level === '1' ? 1 : 2);
  }
  return ids;
}

/** Paragraphs that were drawn, in the style of their own. */
function styled(blocks: string, headings: ReadonlyMap<string, 1 | 2>): string {
  const own = `<w:pStyle w:val="${STYLE}"/>`;
  return blocks
    .replace(/<w:p>(?!<w:pPr>)/gu, `<w:p><w:pPr>${own}</w:pPr>`)
    .replace(/<w:p><w:pPr>(?!<w:pStyle)/gu, `<w:p><w:pPr>${own}`)
    .replace(/<w:p\/>/gu, `<w:p><w:pPr>${own}</w:pPr></w:p>`)
    .replace(/<w:pStyle w:val="([^"]*)"\/>/gu, (whole, id: string) => {
      const level = headings.get(id);
      return level === undefined ? whole : `<w:pStyle w:val="${HEADING}${level}"/>`;
    });
}

function styledBlocks(text: string, headings: ReadonlyMap<string, 1 | 2>): string {
  const [before = '', ...rest] = text.split(MARK(BLOCKS_BEGIN));
  const pieces = rest.map((piece) => {
    const [blocks = '', ...after] = piece.split(MARK(BLOCKS_END));
    return styled(blocks, headings) + after.join('');
  });
  return before + pieces.join('');
}

const SECTION = /<w:sectPr\b[^>]*(?:\/>|>.*?<\/w:sectPr>)/gsu;

/** A section on paper of that direction whose pages count from 1. */
function appendixSection(section: string, orientation: 'landscape' | 'portrait'): string {
  const turned = section.replace(/<w:pgSz\b[^>]*\/>/u, (size) => {
    const width = /\bw:w="(\d+)"/u.exec(size)?.[1] ?? '11906';
    const height = /\bw:h="(\d+)"/u.exec(size)?.[1] ?? '16838';
    const [short, long] = [Math.min(Number(width), Number(height)), Math.max(Number(width), Number(height))];
    const [across, down] = orientation === 'landscape' ? [long, short] : [short, long];
    return `<w:pgSz w:w="${across}" w:h="${down}" w:orient="${orientation}"/>`;
  });
  const counted = turned.replace(/<w:pgNumType\b[^>]*\/>/u, '<w:pgNumType w:start="1"/>');
  const next = counted.replace(/<w:type\b[^>]*\/>/u, '<w:type w:val="nextPage"/>');
  if (/<w:pgNumType\b/u.test(next)) return next;
  // Behind the margins and borders of the page, as the schema orders them.
  return next.replace(
    /(<w:pgMar\b[^>]*\/>(?:<w:paperSrc\b[^>]*\/>)?(?:<w:pgBorders\b.*?<\/w:pgBorders>)?(?:<w:lnNumType\b[^>]*\/>)?)/su,
    '$1<w:pgNumType w:start="1"/>',
  );
}

/** The sections of appendices: those between them, and the last of the file. */
function withSections(text: string): string {
  const own = [...text.matchAll(SECTION)].at(-1)?.[0];
  if (own === undefined) return text;
  const last = MARK(LAST_LANDSCAPE).test(text) ? 'landscape' : MARK(LAST_PORTRAIT).test(text) ? 'portrait' : undefined;
  const at = text.lastIndexOf(own);
  const ended =
    last === undefined ? text : text.slice(0, at) + appendixSection(own, last) + text.slice(at + own.length);
  return ended
    .replace(MARK(BREAK_AS_IS), () => sectionEnd(own))
    .replace(MARK(BREAK_PORTRAIT), () => sectionEnd(appendixSection(own, 'portrait')))
    .replace(MARK(BREAK_LANDSCAPE), () => sectionEnd(appendixSection(own, 'landscape')))
    .replace(MARK(LAST_PORTRAIT), '')
    .replace(MARK(LAST_LANDSCAPE), '');
}

/** Puts what was drawn into the template: paragraphs in a style of their own, sections for appendices. No mark is left. */
export function settle({ parts }: OpenTemplate): PartEdit {
  const styles = parts.get('word/styles.xml');
  const headings = headingIds(styles === undefined ? '' : new TextDecoder().decode(styles));
  return (name, text) => {
    if (name === 'word/styles.xml') return text.replace('</w:styles>', () => `${styleXml()}</w:styles>`);
    if (name !== 'word/document.xml') return text;
    return withSections(styledBlocks(text, headings)).replace(MARKS, '');
  };
}
