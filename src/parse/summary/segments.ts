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

/** A place with what stands in it, as one word. */
interface Spot {
  readonly place: number;
  readonly id: string;
  readonly isAnswer: boolean;
}

/** Cuts the places before each unit; what stands before the first unit is looked for before the others, too. */
function cutAtUnits(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const units = spots.flatMap(({ id }, index) => (id === UNIT ? [index] : []));
  const before = spots.slice(0, units[0] ?? 0).map(({ id }) => id);
  const starts = units.slice(1).map((unit) => {
    const same = spots.slice(Math.max(0, unit - before.length), unit).map(({ id }) => id);
    return same.join('\n') === before.join('\n') ? unit - before.length : unit;
  });
  const bounds = [0, ...starts, spots.length];
  return bounds.slice(0, -1).map((start, index) => spots.slice(start, bounds[index + 1]));
}

/** Parts without an answer are codes left of the names, or names once more right of the last numbers. */
function withAnswers(parts: readonly (readonly Spot[])[]): readonly (readonly Spot[])[] {
  const result: (readonly Spot[])[] = [];
  let pending: readonly Spot[] = [];
  for (const part of parts) {
    pending = [...pending, ...part];
    if (!part.some(({ isAnswer }) => isAnswer)) continue;
    result.push(pending);
    pending = [];
  }
  const last = result.pop();
  return last === undefined ? [pending] : [...result, [...last, ...pending]];
}

/**
 * Tells tables apart that stand side by side: each has a place for units (`unitPlaces`, with or without a heading) and numbers or
 * tasks of its own. What lies between two of them belongs to neither; what lies left or right of all belongs to the nearest.
 */
export function sidesOf(columns: Columns, unitPlaces: ReadonlySet<number>): readonly Side[] {
  const places = [...new Set([...columns.keys(), ...unitPlaces])].sort((a, b) => a - b);
  const spots = places.map((place): Spot => {
    const own = columns.get(place) ?? [];
    const isUnit = unitPlaces.has(place);
    return { place, id: isUnit ? UNIT : idOf(own), isAnswer: !isUnit && own.some(isAnswerColumn) };
  });
  const parts = withAnswers(cutAtUnits(spots)).map((part) => part.map(({ place }) => place));
  return parts.map((own, index) => ({
    columns: new Map([...columns].filter(([place]) => own.includes(place))),
    from: index === 0 ? 0 : (own[0] ?? 0),
    to: index === parts.length - 1 ? Infinity : (own.at(-1) ?? 0),
  }));
}
