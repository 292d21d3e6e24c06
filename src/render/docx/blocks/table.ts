import { type FileChild, LineRuleType, Paragraph } from 'docx';
import type { Table, TableRow } from '../../../model/document.ts';
import { headerGrid, type HeaderSquare } from '../../header-grid.ts';
import { columnWidths } from '../column-widths.ts';
import type { Comments } from '../comments.ts';
import type { Layout } from '../layout.ts';
import { isShort } from '../table-lines.ts';
import { type CellXml, type RowXml, tableXml } from '../table-xml.ts';

/** Room left and right of the text in a cell, in twips (1.5 mm). */
const PADDING = 85;

interface Drawing {
  readonly table: Table;
  readonly widths: readonly number[];
  readonly size: number;
  readonly comments: Comments;
}

function widthFrom(widths: readonly number[], start: number, span: number): number {
  return widths.slice(start, start + span).reduce((sum, width) => sum + width, 0);
}

function headerCell(square: HeaderSquare, index: number, { widths, size }: Drawing): CellXml | undefined {
  if (square.kind === 'covered' && square.from === 'left') return undefined;
  const goesOn = square.kind === 'covered';
  const merged = goesOn || square.rowSpan > 1;
  return {
    text: goesOn ? '' : square.text,
    size,
    isBold: true,
    align: 'center',
    width: widthFrom(widths, index, square.columnSpan),
    columnSpan: square.columnSpan,
    ...(merged ? { merge: goesOn ? 'continue' : 'restart' } : {}),
  };
}

/** Rows of headings: on every page, and never at the foot of one without a row below. */
function headerRows(drawing: Drawing): readonly RowXml[] {
  return headerGrid(drawing.table.header, drawing.widths.length).map((squares) => {
    const cells = squares
      .map((square, index) => headerCell(square, index, drawing))
      .filter((cell) => cell !== undefined);
    return { cells, isHeading: true, keepNext: true };
  });
}

function bandRow(row: TableRow, { widths, size }: Drawing): RowXml {
  const cell: CellXml = {
    text: row.cells[0] ?? '',
    size,
    isBold: true,
    align: 'left',
    width: widthFrom(widths, 0, widths.length),
    columnSpan: widths.length,
  };
  return { cells: [cell], isHeading: false, keepNext: true };
}

function plainRow(row: TableRow, { table, widths, size, comments }: Drawing, keepNext: boolean): RowXml {
  const isBold = row.emphasis === 'total';
  const cells = table.columns.map(({ align }, index): CellXml => {
    const text = row.cells[index] ?? '';
    const remark = row.remarks?.find(({ column }) => column === index)?.text ?? '';
    const comment = remark === '' || text === '' ? {} : { comment: comments.add(remark) };
    return { text, size, isBold, align, width: widths[index] ?? 0, ...comment };
  });
  return { cells, isHeading: false, keepNext };
}

/** Keeps two tables in a row apart (Word would join them) and the text below at a distance. */
function spacer(keepNext: boolean): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT },
    run: { size: 2 },
    keepNext,
  });
}

/**
 * A table over the whole width of the text, its rows uncut and its headings repeated. Nothing is drawn of a table without
 * columns or rows: Word refuses one.
 */
export function table(block: Table, { profile, textWidth, keepNext, comments, tables }: Layout): readonly FileChild[] {
  if (block.columns.length === 0 || block.header.length + block.rows.length === 0) return [];
  const size = block.columns.length < profile.narrowTableColumns ? profile.table : profile.narrowTable;
  const measures = { width: textWidth, size, padding: PADDING };
  const widths = columnWidths(block, measures);
  const drawing = { table: block, widths, size, comments };
  const last = block.rows.length - 1;
  const staysWhole = isShort(block, widths, profile.shortTableLines, measures);
  const rows = block.rows.map((row, index) => {
    if (row.emphasis === 'band') return bandRow(row, drawing);
    // A short table stays on one page; a total alone on the next page would say of nothing what it adds up.
    const isKept = index < last && (staysWhole || block.rows[index + 1]?.emphasis === 'total');
    return plainRow(row, drawing, isKept || (keepNext && index === last));
  });
  const drawn = tableXml({ widths, padding: PADDING, rows: [...headerRows(drawing), ...rows] });
  return [tables.add(drawn), spacer(keepNext)];
}
