import { linesOf } from '../clean-text.ts';
import { halfPoints } from './lengths.ts';

// A report holds thousands of cells, all alike: as objects of the library they took nine tenths of the time of writing it.

/** A cell; its text stands in the middle of its height. */
export interface CellXml {
  readonly text: string;
  /** Size of the type, in points. */
  readonly size: number;
  readonly isBold: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** In twips. */
  readonly width: number;
  /** How many columns it goes over, where the row has such cells. */
  readonly columnSpan?: number;
  /** The first of cells merged from above down, or one of the others. */
  readonly merge?: 'restart' | 'continue';
  /** The number of the comment at its text. */
  readonly comment?: number;
}

/** A row no page end cuts. */
export interface RowXml {
  readonly cells: readonly CellXml[];
  /** Whether it stands on every page. */
  readonly isHeading: boolean;
  /** Whether it stays on the page of what follows. */
  readonly keepNext: boolean;
}

/** A table with lines on all sides of all cells. */
export interface TableXml {
  /** Of each column, in twips. */
  readonly widths: readonly number[];
  /** Left and right of the text in a cell, in twips. */
  readonly padding: number;
  readonly rows: readonly RowXml[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? '');
}

function lettersXml({ size, isBold }: CellXml): string {
  const half = halfPoints(size);
  return `<w:rPr>${isBold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/></w:rPr>`;
}

function commentedXml(runs: string, comment: number | undefined): string {
  if (comment === undefined) return runs;
  const end = `<w:commentRangeEnd w:id="${comment}"/><w:r><w:commentReference w:id="${comment}"/></w:r>`;
  return `<w:commentRangeStart w:id="${comment}"/>${runs}${end}`;
}

function paragraphXml(cell: CellXml, keepNext: boolean): string {
  const letters = lettersXml(cell);
  const keep = keepNext ? '<w:keepNext/>' : '<w:keepNext w:val="false"/>';
  // Without a size for its mark an empty cell would make the row as high as running text.
  const mark = cell.text === '' ? letters : '';
  const runs = linesOf(cell.text).map((line, index) => {
    const text = `<w:t xml:space="preserve">${escaped(line)}</w:t>`;
    return `<w:r>${letters}${index === 0 ? '' : '<w:br/>'}${text}</w:r>`;
  });
  const layout = `<w:pPr>${keep}<w:spacing w:after="20" w:before="20"/><w:jc w:val="${cell.align}"/>${mark}</w:pPr>`;
  return `<w:p>${layout}${commentedXml(runs.join(''), cell.comment)}</w:p>`;
}

function cellXml(cell: CellXml, keepNext: boolean): string {
  const { width, columnSpan, merge } = cell;
  const span = columnSpan === undefined ? '' : `<w:gridSpan w:val="${columnSpan}"/>`;
  const merged = merge === undefined ? '' : `<w:vMerge w:val="${merge}"/>`;
  const layout = `<w:tcW w:type="dxa" w:w="${width}"/>${span}${merged}<w:vAlign w:val="center"/>`;
  return `<w:tc><w:tcPr>${layout}</w:tcPr>${paragraphXml(cell, keepNext)}</w:tc>`;
}

function rowXml({ cells, isHeading, keepNext }: RowXml): string {
  const layout = `<w:trPr><w:cantSplit/>${isHeading ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${layout}${cells.map((cell) => cellXml(cell, keepNext)).join('')}</w:tr>`;
}

function sidesXml(sides: readonly string[], attributesOf: (side: string) => string): string {
  return sides.map((side) => `<w:${side} ${attributesOf(side)}/>`).join('');
}

/** The table as WordprocessingML, its namespace under the prefix `w`. */
export function tableXml({ widths, padding, rows }: TableXml): string {
  const sides = ['top', 'left', 'bottom', 'right'];
  const width = widths.reduce((sum, own) => sum + own, 0);
  const lines = sidesXml([...sides, 'insideH', 'insideV'], () => 'w:val="single" w:color="000000" w:sz="4"');
  const room = (side: string): number => (side === 'left' || side === 'right' ? padding : 0);
  const rooms = sidesXml(sides, (side) => `w:type="dxa" w:w="${room(side)}"`);
  const layout = `<w:tblW w:type="dxa" w:w="${width}"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${rooms}</w:tblCellMar>`;
  const grid = widths.map((own) => `<w:gridCol w:w="${own}"/>`).join('');
  const body = rows.map(rowXml).join('');
  return `<w:tbl><w:tblPr>${layout}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}
