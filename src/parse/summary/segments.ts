import type { HeaderCell } from '../tables/header-rows.ts';
import { segmentsOf } from '../tables/header-segments.ts';
import { isAnswerColumn, meaningOf, type Column } from './columns.ts';

type Columns = ReadonlyMap<number, readonly Column[]>;

/** One of the tables whose headings stand in one line. */
export interface Side {
  readonly columns: Columns;
  /** The places between which it lies, both inclusive. */
  readonly from: number;
  readonly to: number;
}

const UNIT = 'unit';

function idOf(columns: readonly Column[]): string {
  const [first] = columns;
  switch (first?.kind) {
    case 'field':
    case 'opinion':
      return `${first.kind} ${first.id}`;
    case 'time-stamp':
      return `${first.kind} ${first.rank}`;
    case 'indicator':
    case 'task':
      return columns.map(meaningOf).join(' ');
    case 'unit':
    case undefined:
      return UNIT;
  }
}

/**
 * Tells tables apart that stand side by side: each has a place for units (`unitPlaces`, with or without a heading) and numbers or
 * tasks of its own. What lies between two of them belongs to neither; what lies left or right of all belongs to the nearest.
 */
export function sidesOf(columns: Columns, unitPlaces: ReadonlySet<number>): readonly Side[] {
  const places = [...new Set([...columns.keys(), ...unitPlaces])].sort((a, b) => a - b);
  const cells = places.map((place): HeaderCell<string> => {
    const id = unitPlaces.has(place) ? UNIT : idOf(columns.get(place) ?? []);
    return { id, row: 0, column: place, right: place };
  });
  const tables = segmentsOf(cells, new Set([UNIT]))
    .map((segment) => segment.cells.map(({ column }) => column).sort((a, b) => a - b))
    .filter((own) => own.some((place) => !unitPlaces.has(place) && columns.get(place)?.some(isAnswerColumn)))
    .toSorted(([a = 0], [b = 0]) => a - b);
  if (tables.length <= 1) return [{ columns, from: 0, to: Infinity }];
  return tables.map((own, index) => ({
    columns: new Map([...columns].filter(([place]) => own.includes(place))),
    from: index === 0 ? 0 : (own[0] ?? 0),
    to: index === tables.length - 1 ? Infinity : (own.at(-1) ?? 0),
  }));
}
