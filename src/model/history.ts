import type { PlainDate } from './plain-date.ts';
import type { UnitId } from './unit.ts';
import type { CellRef } from './workbook.ts';

/** A number that counted in an earlier round. */
export interface PastCount {
  readonly value: number;
  /** The cells it was read from, several for a unit that others were merged into; `file` is its path below the workspace. */
  readonly cells: readonly CellRef[];
}

/** The figures of an earlier round (kỳ trước), by the units of the present register. */
export interface PastRound {
  readonly period: { readonly id: string; readonly from: PlainDate; readonly to: PlainDate };
  /** The file its figures are kept in, below the workspace. */
  readonly file: string;
  /** It is closed, so that its figures stay what they are; not so when left out. */
  readonly isClosed?: true;
  /** By unit, then by indicator id, which stays the same from one directive to the next. */
  readonly counts: ReadonlyMap<UnitId, ReadonlyMap<string, PastCount>>;
}

/** What earlier rounds are known (các kỳ trước), the oldest first. */
export type History = readonly PastRound[];

/** A number of a unit in an earlier round; undefined when none counted then. */
export function pastCount({ counts }: PastRound, unit: UnitId, indicator: string): PastCount | undefined {
  return counts.get(unit)?.get(indicator);
}

/** The earlier round that came last; undefined for none. */
export function previousRound(history: History | undefined): PastRound | undefined {
  return history?.at(-1);
}

/** The round just before by the settings (kỳ liền trước), which is what “giữ nguyên” refers to. */
export interface PrecedingRound {
  /** `2025-09` */
  readonly id: string;
  /** Its figures; undefined while it is not closed, or when they cannot be relied on. */
  readonly closed: PastRound | undefined;
}
