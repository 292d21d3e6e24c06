import type { Day } from './calendar.ts';
import { CODES, type Code } from './ground-truth.ts';
import { roundOf, type Kept, type PlainOffice } from './plain-office.ts';
import { standingOf, type PlainRound, type PlainStanding } from './plain-round.ts';

/** Where a unit stands. */
export interface UnitFigures {
  readonly status: string;
  readonly isCounted: boolean;
  readonly isConflicting: boolean;
  readonly receivedOn: Day | null;
  readonly receivedBy: string | null;
  readonly acceptedLate: string | null;
  readonly files: readonly string[];
}

/** The figures of a round that are compared, in the order of `bao-cao.json`; files by the names of the invented year. */
export interface PlainFigures {
  readonly units: Readonly<Record<string, UnitFigures>>;
  readonly rate: { readonly expected: number; readonly received: number; readonly onTime: number };
  readonly coverage: {
    readonly ratio: readonly [number, number];
    readonly verdict: string;
    readonly counted: readonly [number, number];
    readonly rows: Readonly<Record<string, readonly (number | string | null)[]>>;
  };
  /** By code: the sum, and each unit's number with the file it stands in. */
  readonly totals: Readonly<
    Record<string, { readonly value: number; readonly parts: Readonly<Record<string, unknown>> }>
  >;
  /** Undefined where no unit has both numbers in both rounds. */
  readonly change:
    | {
        readonly previous: string;
        readonly unitCount: number;
        readonly before: readonly [number, number];
        readonly now: readonly [number, number];
      }
    | undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function acceptedLate({ decisions }: PlainRound, unit: string, status: string, asOf: Day): string | null {
  const last = decisions.findLast((one) => one.unit === unit && one.day <= asOf);
  return status === 'late' ? (last?.reason ?? null) : null;
}

function coverageOf(standings: ReadonlyMap<string, PlainStanding>): PlainFigures['coverage'] {
  const rows = [...standings].map(([unit, { numbers, status, isConflicting }]) => {
    const [holders, adults] = [numbers.get('CT02') ?? null, numbers.get('CT01') ?? null];
    const isReported = ['late', 'on-time', 'undated'].includes(status) || isConflicting;
    const state =
      holders !== null && adults !== null && adults > 0 ? 'counted' : isReported ? 'left-out' : 'not-reported';
    return { unit, state, holders, adults };
  });
  const counted = rows.filter(({ state }) => state === 'counted');
  const [holders, adults] = [sum(counted.map((row) => row.holders ?? 0)), sum(counted.map((row) => row.adults ?? 0))];
  return {
    ratio: [holders, adults],
    verdict: adults === 0 ? 'no-data' : holders * 100 > adults * 50 ? 'met' : 'not-met',
    counted: [counted.length, rows.length],
    rows: Object.fromEntries(rows.map((row) => [row.unit, [row.state, row.holders, row.adults]])),
  };
}

function totalsOf(standings: ReadonlyMap<string, PlainStanding>): PlainFigures['totals'] {
  const entries = CODES.map((code) => {
    const parts = [...standings].flatMap(([unit, { numbers, counted }]) => {
      const value = numbers.get(code);
      return value === undefined ? [] : [[unit, [value, counted?.id ?? ''] as const] as const];
    });
    return [code, { value: sum(parts.map(([, [value]]) => value)), parts: Object.fromEntries(parts) }] as const;
  });
  return Object.fromEntries(entries);
}

/** A number of the month before; of a merged village the sum of its old ones, if it is known of both. */
function earlier(kept: Kept, unit: string, office: PlainOffice, code: Code): number | undefined {
  const old = office.merged.get(unit);
  const parts = old?.some((id) => id !== unit && kept.has(id)) === true ? old : [unit];
  const numbers = parts.map((id) => kept.get(id)?.get(code));
  return numbers.every((number) => number !== undefined) ? sum(numbers) : undefined;
}

function changeOf(office: PlainOffice, month: string, { rows }: PlainFigures['coverage']): PlainFigures['change'] {
  const previous = [...office.kept.keys()].filter((id) => id < month).at(-1);
  const kept = previous === undefined ? undefined : office.kept.get(previous);
  if (previous === undefined || kept === undefined) return undefined;
  const pairs = Object.entries(rows).flatMap(([unit, [state, holders, adults]]) => {
    const [above, below] = [earlier(kept, unit, office, 'CT02'), earlier(kept, unit, office, 'CT01')];
    if (state !== 'counted' || above === undefined || below === undefined) return [];
    return [{ before: [above, below] as const, now: [Number(holders), Number(adults)] as const }];
  });
  const added = (pick: (pair: (typeof pairs)[number]) => readonly [number, number]): readonly [number, number] => [
    sum(pairs.map((pair) => pick(pair)[0])),
    sum(pairs.map((pair) => pick(pair)[1])),
  ];
  if (pairs.length === 0) return undefined;
  return { previous, unitCount: pairs.length, before: added(({ before }) => before), now: added(({ now }) => now) };
}

/** The figures of a month as of a day. */
export function plainFigures(office: PlainOffice, month: string, asOf: Day): PlainFigures {
  const round = roundOf(office, month);
  const standings = new Map(office.villages.map((unit) => [unit, standingOf(round, unit, asOf)] as const));
  const units = [...standings].map(([unit, standing]) => {
    const { status, files, counted, isConflicting, receivedOn, receivedBy } = standing;
    const reason = acceptedLate(round, unit, status, asOf);
    const isCounted = counted !== undefined;
    return [unit, { status, isCounted, isConflicting, receivedOn, receivedBy, acceptedLate: reason, files }] as const;
  });
  const having = (...wanted: readonly string[]): number =>
    [...standings.values()].filter(({ status }) => wanted.includes(status)).length;
  const coverage = coverageOf(standings);
  return {
    units: Object.fromEntries(units),
    rate: { expected: standings.size, received: having('on-time', 'late', 'undated'), onTime: having('on-time') },
    coverage,
    totals: totalsOf(standings),
    change: changeOf(office, month, coverage),
  };
}

/** What of the figures later months are compared with. Every unit that was asked is in it, with or without numbers. */
export function keptOf(office: PlainOffice, month: string, asOf: Day): Kept {
  const round = roundOf(office, month);
  return new Map(office.villages.map((unit) => [unit, standingOf(round, unit, asOf).numbers] as const));
}
