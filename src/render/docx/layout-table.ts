import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Layout } from './layout.ts';
import { twipsOfMillimetres } from './lengths.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** No border on any side: the table only places things. */
const BORDERLESS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** Left and right column, in twips. */
interface TwoColumns {
  readonly left: number;
  readonly right: number;
}

/** The columns of the head and of the signatures, in twips: the right one holds the Quốc hiệu on one line, the left one has the rest. */
export function layoutColumns({ profile, textWidth }: Layout): TwoColumns {
  const right = twipsOfMillimetres(profile.letterheadRight);
  return { left: textWidth - right, right };
}

/** One row of a table that only places things: what stands left and what stands right. */
export interface TwoCells {
  readonly left: readonly (Paragraph | Table)[];
  readonly right: readonly (Paragraph | Table)[];
}

function cell(children: readonly (Paragraph | Table)[], width: number): TableCell {
  return new TableCell({ children, width: { size: width, type: WidthType.DXA }, borders: BORDERLESS });
}

/**
 * A borderless table of two columns that no page end cuts (the head of the document, the signatures). WPS takes the widths
 * from the grid and Word from the cells, so both have them.
 */
export function layoutTable(rows: readonly TwoCells[], columns: TwoColumns): Table {
  return new Table({
    width: { size: columns.left + columns.right, type: WidthType.DXA },
    columnWidths: [columns.left, columns.right],
    layout: TableLayoutType.FIXED,
    borders: { ...BORDERLESS, insideHorizontal: NONE, insideVertical: NONE },
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      ({ left, right }) =>
        new TableRow({ cantSplit: true, children: [cell(left, columns.left), cell(right, columns.right)] }),
    ),
  });
}
