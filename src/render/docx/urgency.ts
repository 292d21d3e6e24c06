import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Urgency } from '../../model/issuer.ts';
import type { Layout } from './layout.ts';
import { twipsOfMillimetres } from './lengths.ts';
import { emptyParagraph, textParagraph } from './text.ts';

/** Bright red, as the ink of the stamp (Phụ lục I, phần II.2.b). */
const RED = 'FF0000';
const BORDER = { style: BorderStyle.SINGLE, size: 8, color: RED } as const;
/** From the line above down to the box, in points of an empty line; Word also wants a paragraph behind a table in a cell. */
const GAP = 4;

/** The stamp of urgency in its box (C18, ô 10b): a table of one cell, whose size no program changes. Nothing when there is none. */
export function urgencyStamp(urgency: Urgency, { profile }: Layout): readonly (Paragraph | Table)[] {
  if (urgency === '') return [];
  const [width, height] = profile.urgencyBox[urgency];
  const size = { size: twipsOfMillimetres(width), type: WidthType.DXA };
  const word = textParagraph(
    urgency,
    { size: profile.urgency, bold: true, color: RED },
    { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 }, keepNext: true },
  );
  const box = new Table({
    width: size,
    columnWidths: [size.size],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER },
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: twipsOfMillimetres(height), rule: HeightRule.EXACT },
        children: [new TableCell({ children: [word], width: size, verticalAlign: VerticalAlignTable.CENTER })],
      }),
    ],
  });
  return [emptyParagraph({ size: GAP }), box, emptyParagraph({ size: GAP })];
}
