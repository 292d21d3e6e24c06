import type { HeaderCell } from './header-rows.ts';

/** The headings of one table in a header row, apart from those of tables beside it. */
export interface Segment<Id extends string> {
  readonly cells: readonly HeaderCell<Id>[];
  /** The first place of each heading. */
  readonly columns: ReadonlyMap<Id, HeaderCell<Id>>;
  /** Headings that stand there a second time. */
  readonly repeated: readonly HeaderCell<Id>[];
}

interface Interval {
  readonly from: number;
  readonly to: number;
  readonly distinct: number;
}

function isBetter(a: Interval, b: Interval | undefined): boolean {
  if (b === undefined) return true;
  if (a.distinct !== b.distinct) return a.distinct > b.distinct;
  return a.to - a.from < b.to - b.from;
}

/** The neighbouring cells with most different headings; a table says only once what its rows are about. */
function bestInterval<Id extends string>(
  cells: readonly HeaderCell<Id>[],
  identity: ReadonlySet<Id>,
): Interval | undefined {
  let best: Interval | undefined;
  for (const from of cells.keys()) {
    const ids = new Set<Id>();
    for (const [offset, { id }] of cells.slice(from).entries()) {
      if (ids.has(id) && identity.has(id)) break;
      ids.add(id);
      const interval = { from, to: from + offset, distinct: ids.size };
      if (isBetter(interval, best)) best = interval;
    }
  }
  return best;
}

function segmentOf<Id extends string>(cells: readonly HeaderCell<Id>[], aside: readonly HeaderCell<Id>[]): Segment<Id> {
  const columns = new Map<Id, HeaderCell<Id>>();
  const repeated: HeaderCell<Id>[] = [];
  for (const cell of [...cells, ...aside]) {
    if (columns.has(cell.id)) repeated.push(cell);
    else columns.set(cell.id, cell);
  }
  return { cells: [...cells, ...aside], columns, repeated };
}

/**
 * Tells the tables apart whose headings stand in one row, the largest first. Headings left and right of a table are another
 * table if one of them says what its rows are about (`identity`); without that they are columns that stand there twice.
 */
export function segmentsOf<Id extends string>(
  cells: readonly HeaderCell<Id>[],
  identity: ReadonlySet<Id>,
): readonly Segment<Id>[] {
  const best = bestInterval(cells, identity);
  if (best === undefined) return [];
  const sides = [cells.slice(0, best.from), cells.slice(best.to + 1)];
  const others = sides.filter((side) => side.some(({ id }) => identity.has(id)));
  const aside = sides.filter((side) => !others.includes(side)).flat();
  return [
    segmentOf(cells.slice(best.from, best.to + 1), aside),
    ...others.flatMap((side) => segmentsOf(side, identity)),
  ];
}
