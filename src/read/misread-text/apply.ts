import type { Cell, Sheet } from '../../model/workbook.ts';
import { mayBeMisread } from '../../vi/misread-utf8.ts';
import { normalizeRawLines, normalizeRawText } from '../../vi/text.ts';

/** Says what becomes of the text at a row and column of the sheet, -1 for its name: itself, or what it was meant to be. */
export type MeantAt = (text: string, row: number, column: number) => string;

/** The cell as it is read; undefined when nothing that can be seen is left of it. */
function cellOf(cell: Cell, row: number, column: number, meantAt: MeantAt): Cell | undefined {
  if (cell.value.kind !== 'text') return cell;
  const { text } = cell.value;
  const meant = meantAt(text, row, column);
  if (meant === text && !mayBeMisread(text)) return cell;
  const tidied = normalizeRawLines(meant);
  return tidied === '' ? undefined : { ...cell, value: { kind: 'text', text: tidied } };
}

/**
 * The sheet with its texts as they were meant. All that only looked misread, which was kept as it came because its blanks could
 * have been parts of letters, is tidied like every other text.
 */
export function asMeant(sheet: Sheet, meantAt: MeantAt): Sheet {
  const name = normalizeRawText(meantAt(sheet.name, -1, -1));
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [row, cells] of sheet.rows) {
    const kept = new Map<number, Cell>();
    for (const [column, cell] of cells) {
      const made = cellOf(cell, row, column, meantAt);
      if (made !== undefined) kept.set(column, made);
    }
    if (kept.size > 0) rows.set(row, kept);
  }
  return { ...sheet, name, rows };
}
