import type { CellRange } from '../../model/workbook.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { LONGEST_HEADING } from './column-matcher.ts';
import type { Grid } from './grid.ts';

/** Nobody's table is wider; in places. */
export const PLACES_SEARCHED = 300;

/** The headings of one place, from the top, and the line of the last one. */
export interface Headings {
  readonly texts: readonly string[];
  /** The line in which the place has a heading of its own; undefined below a merged one that begins elsewhere. */
  readonly line: number | undefined;
}

/** The merged ranges that begin in each line, by the place where they begin. */
const mergesByLine = rememberedFor(({ merges }: Grid): ReadonlyMap<number, ReadonlyMap<number, CellRange>> => {
  const found = new Map<number, Map<number, CellRange>>();
  for (const merge of merges) {
    const own = found.get(merge.top);
    if (own === undefined) found.set(merge.top, new Map([[merge.left, merge]]));
    else if (!own.has(merge.left)) own.set(merge.left, merge);
  }
  return found;
});

/** The last line that the cell covers. */
export function lastLineOf(grid: Grid, line: number, place: number): number {
  return mergesByLine(grid).get(line)?.get(place)?.bottom ?? line;
}

/** The ranges merged over several lines of one place, by the place. */
const mergesDown = rememberedFor(({ merges }: Grid): ReadonlyMap<number, readonly CellRange[]> => {
  const found = new Map<number, CellRange[]>();
  for (const merge of merges) {
    if (merge.left !== merge.right || merge.top === merge.bottom) continue;
    const own = found.get(merge.left);
    if (own === undefined) found.set(merge.left, [merge]);
    else own.push(merge);
  }
  return found;
});

/** The line in which a cell begins that is merged over that line and no other place; undefined when none is. */
export function mergedFrom(grid: Grid, line: number, place: number): number | undefined {
  return mergesDown(grid)
    .get(place)
    ?.find(({ top, bottom }) => top < line && line <= bottom)?.top;
}

/**
 * The headings of each place in these lines. A merged heading stands over every place that it covers, but the last one must be
 * the place's own: a band over the whole table, or over several columns, is nobody's heading. A text that is too long is none.
 */
export function headingsIn(grid: Grid, block: readonly number[]): ReadonlyMap<number, Headings> {
  const found = new Map<number, Headings>();
  for (const line of block) {
    const merges = mergesByLine(grid).get(line);
    for (const [place, { value }] of grid.lines.get(line) ?? []) {
      if (value.kind !== 'text' || place >= PLACES_SEARCHED || value.text.length > LONGEST_HEADING) continue;
      const merge = merges?.get(place);
      for (let covered = place; covered <= Math.min(merge?.right ?? place, PLACES_SEARCHED); covered++) {
        found.set(covered, {
          texts: [...(found.get(covered)?.texts ?? []), value.text],
          line: merge === undefined || merge.right === place ? line : undefined,
        });
      }
    }
  }
  return found;
}
