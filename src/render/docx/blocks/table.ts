import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  LineRuleType,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow as DocxRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Table, TableColumn, TableRow } from '../../../model/document.ts';
import { headerGrid, type HeaderSquare } from '../../header-grid.ts';
import { columnWidths } from '../column-widths.ts';
import { commented, type Comments } from '../comments.ts';
import type { Layout } from '../layout.ts';
import { isShort } from '../table-lines.ts';
import { fontRun, runsOf, textParagraph, type TextStyle } from '../text.ts';

/** Room left and right of the text in a cell, in twips (1.5 mm). */
const PADDING = 85;

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Readonly<Record<TableColumn['align'], unknown>>;

interface Drawing {
  readonly table: Table;
  readonly widths: readonly number[];
  readonly size: number;
  readonly comments: Comments;
}

/** What is said of a cell, and where it goes. */
interface Note {
  readonly remark: string;
  readonly comments: Comments;
}

const CELL_SPACING = { before: 20, after: 20 };

/** A figure with the comment at it. */
function commentedCell(text: string, style: TextStyle, align: TableColumn['align'], note: Note): Paragraph {
  const children = commented(runsOf(text, style), note.remark, note.comments);
  return new Paragraph({ alignment: ALIGNMENT[align], spacing: CELL_SPACING, children });
}

function cellParagraph(text: string, style: TextStyle, align: TableColumn['align']): Paragraph {
  const layout = { alignment: ALIGNMENT[align], spacing: CELL_SPACING };
  // Without a size for its mark an empty cell would make the row as high as running text.
  return textParagraph(text, style, text === '' ? { ...layout, run: fontRun(style) } : layout);
}

function widthFrom(widths: readonly number[], start: number, span: number): { size: number; type: 'dxa' } {
  const size = widths.slice(start, start + span).reduce((sum, width) => sum + width, 0);
  return { size, type: WidthType.DXA };
}

function headerCell(square: HeaderSquare, index: number, { widths, size }: Drawing): TableCell | undefined {
  if (square.kind === 'covered' && square.from === 'left') return undefined;
  const goesOn = square.kind === 'covered';
  const merge = goesOn ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
  const merged = goesOn || square.rowSpan > 1;
  return new TableCell({
    children: [cellParagraph(goesOn ? '' : square.text, { size, bold: true }, 'center')],
    width: widthFrom(widths, index, square.columnSpan),
    columnSpan: square.columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(merged ? { verticalMerge: merge } : {}),
  });
}

/** Rows of headings: on every page, and never at the foot of one without a row below. */
function headerRows(drawing: Drawing): readonly DocxRow[] {
  return headerGrid(drawing.table.header, drawing.widths.length).map((squares) => {
    const children = squares
      .map((square, index) => headerCell(square, index, drawing))
      .filter((cell) => cell !== undefined);
    return new DocxRow({ children, tableHeader: true, cantSplit: true, keepNext: true });
  });
}

function bandRow(row: TableRow, { widths, size }: Drawing): DocxRow {
  const cell = new TableCell({
    children: [cellParagraph(row.cells[0] ?? '', { size, bold: true }, 'left')],
    width: widthFrom(widths, 0, widths.length),
    columnSpan: widths.length,
    verticalAlign: VerticalAlignTable.CENTER,
  });
  return new DocxRow({ children: [cell], cantSplit: true, keepNext: true });
}

function plainRow(row: TableRow, { table, widths, size, comments }: Drawing, keepNext: boolean): DocxRow {
  const paragraph = (index: number, align: TableColumn['align']): Paragraph => {
    const text = row.cells[index] ?? '';
    const remark = row.remarks?.find(({ column }) => column === index)?.text;
    return remark === undefined || text === ''
      ? cellParagraph(text, style, align)
      : commentedCell(text, style, align, { remark, comments });
  };
  const style = { size, bold: row.emphasis === 'total' };
  const children = table.columns.map(
    ({ align }, index) =>
      new TableCell({
        children: [paragraph(index, align)],
        width: widthFrom(widths, index, 1),
        verticalAlign: VerticalAlignTable.CENTER,
      }),
  );
  return new DocxRow({ children, cantSplit: true, keepNext });
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
export function table(block: Table, { profile, textWidth, keepNext, comments }: Layout): readonly FileChild[] {
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
  const drawn = new DocxTable({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: PADDING, right: PADDING, marginUnitType: WidthType.DXA },
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    rows: [...headerRows(drawing), ...rows],
  });
  return [drawn, spacer(keepNext)];
}
