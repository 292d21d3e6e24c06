import type { Block, Document } from '../../model/document.ts';
import { repack } from '../../opc/repack.ts';
import { renderDocx } from '../formats/docx.ts';

/** The year of the letterhead: the rest of the file is older than the report that will be made of it. */
const YEAR = /(ngày\s+tháng\s+năm )\d{4}</u;
const TAG = /\{\{[^{}]*\}\}/gu;
/** Private characters from here on stand for the tags in tables while these are drawn. */
const FIRST_SIGN = 0xe100;
const SIGNS = /[\ue100-\uefff]/gu;

/** Rows that are repeated must not all be kept on one page. */
function withoutKeeping(text: string): string {
  return text.replace(/<w:tr>.*?<\/w:tr>/gsu, (row) =>
    row.includes('<w:tblHeader') || !row.includes('{{') ? row : row.replaceAll('<w:keepNext/>', ''),
  );
}

/** Tags are wider than what they stand for: columns are measured with one letter in the place of each. */
function withSigns(document: Document, tags: string[]): Document {
  const signOf = (tag: string): string => String.fromCharCode(FIRST_SIGN + tags.push(tag) - 1);
  const short = (block: Block): Block =>
    block.kind === 'table'
      ? {
          ...block,
          rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.replace(TAG, signOf)) })),
        }
      : block;
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(short) })),
  };
}

/** A template to begin with as .docx; the day of the letterhead has the year of each report. The same document, the same bytes. */
export async function renderSample(document: Document): Promise<Uint8Array> {
  const tags: string[] = [];
  const bytes = await renderDocx(withSigns(document, tags));
  const tagOf = (sign: string): string => tags[sign.charCodeAt(0) - FIRST_SIGN] ?? '';
  return repack(bytes, (name, text) =>
    name === 'word/document.xml' ? withoutKeeping(text.replace(SIGNS, tagOf)).replace(YEAR, '$1{{round.year}}<') : text,
  );
}
