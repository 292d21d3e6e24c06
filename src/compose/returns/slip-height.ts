import type { Block, Inline, Table } from '../../model/document.ts';

/**
 * How high a page of the decree's layout is between its margins, in points, less what lines at the ends of pages may lose. Compose knows
 * no fonts: everything here is a little more than what is really needed, so that what is counted to fit does fit.
 */
export const PAGE_HEIGHT = 715;

/** Running text of 14 pt: characters on a line of 165 mm, and the height of a line. */
const LINE_LENGTH = 69;
const LINE = 18.8;
const GAP = 6.5;
/** Text of tables, 12 pt: characters on a line across the whole table, and the height of a line. */
const TABLE_LENGTH = 84;
const TABLE_LINE = 14.5;
const CELL_SPACE = 4;
/** Number and date, the lines below the names of the bodies. */
const LETTERHEAD = 45;
const TITLE = 35;
/** Room for the signature and the seal. */
const SIGNATURE = 95;

function linesOf(text: string, length: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(Array.from(line).length / length)), 0);
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}

function paragraphHeight(text: string): number {
  // The first line is indented by more than six characters.
  return linesOf(`      ${text}`, LINE_LENGTH) * LINE + GAP;
}

/** The height of a row of a table, whose columns have those shares of its width. */
export function rowHeight(cells: readonly string[], widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const lines = cells.map((text, index) => {
    // Words do not break, and a cell keeps free room at its sides: a narrow column loses more of its lines.
    const length = Math.max(4, Math.floor((TABLE_LENGTH * (widths[index] ?? 1)) / whole) - 3);
    return linesOf(text, length);
  });
  return Math.max(1, ...lines) * TABLE_LINE + CELL_SPACE;
}

function tableHeight({ columns, header, rows }: Table): number {
  const widths = columns.map(({ width }) => width);
  const cells = [...header.map((row) => row.map(({ text }) => text)), ...rows.map((row) => row.cells)];
  return cells.reduce((sum, row) => sum + rowHeight(row, widths), GAP);
}

/** How high a block is on the page, in points; at least, on the safe side. */
export function blockHeight(block: Block): number {
  switch (block.kind) {
    case 'letterhead':
      return LETTERHEAD + (block.issuer.length + (block.superior === '' ? 0 : 1)) * LINE;
    case 'title':
      return TITLE + linesOf(block.abstract, LINE_LENGTH - 8) * LINE;
    case 'addressees':
      return (
        (block.names.length <= 1 ? linesOf(block.names.join(''), LINE_LENGTH - 14) : block.names.length + 1) * LINE +
        2 * GAP
      );
    case 'heading':
      return paragraphHeight(block.text);
    case 'paragraph':
    case 'note':
      return paragraphHeight(textOf(block.inlines));
    case 'list':
      return block.entries.reduce((sum, inlines) => sum + paragraphHeight(textOf(inlines)), 0);
    case 'table':
      return tableHeight(block);
    case 'chart':
      return PAGE_HEIGHT;
    case 'appendix-title':
      return TITLE + linesOf(block.title, LINE_LENGTH) * LINE;
    case 'signature':
      return SIGNATURE + Math.max(block.authority.length * LINE, (block.recipients.length - 4) * TABLE_LINE);
  }
}
