import type { Cell, Sheet } from '../../model/workbook.ts';
import { finished, GRID, newDraft, type Draft, type Tally } from './draft.ts';
import { damaged } from '../give-up.ts';
import { webCell } from './web-grid.ts';

/** The row below everything in the table. */
function heightOf({ cells, merges }: Draft<Cell>): number {
  let height = 0;
  for (const row of cells.keys()) height = Math.max(height, row + 1);
  for (const { bottom } of merges) height = Math.max(height, bottom + 1);
  return height;
}

/** The cells of the lines that are not blank. */
function cellsOf(lines: readonly string[]): readonly Cell[] {
  return lines.flatMap((line) => webCell(line) ?? []);
}

/** The table as a sheet, with lines above and below it, each in the first column of a row of its own. @throws Refusal when it gets too large */
export function withLines(
  draft: Draft<Cell>,
  before: readonly string[],
  behind: readonly string[],
  tally: Tally,
): Sheet {
  const above = cellsOf(before);
  const shift = above.length;
  const below = cellsOf(behind);
  const moved = newDraft<Cell>(draft.name, draft.isHidden);
  const height = shift + (below.length === 0 ? 0 : heightOf(draft));
  for (const [row, cell] of above.entries()) tally.enter(moved, row, 0, cell);
  for (const [row, cell] of below.entries()) tally.enter(moved, height + row, 0, cell);
  for (const [row, cells] of draft.cells) {
    if (row + shift >= GRID.rows) damaged();
    moved.cells.set(row + shift, cells);
  }
  for (const row of draft.hiddenRows) moved.hiddenRows.add(row + shift);
  for (const { top, left, bottom, right } of draft.merges) {
    moved.merges.push({ top: top + shift, left, bottom: Math.min(bottom + shift, GRID.rows - 1), right });
  }
  return finished(moved);
}
