import type { Style } from 'exceljs';
import { pastCount, previousRound } from '../../../model/history.ts';
import type { UnitId } from '../../../model/unit.ts';
import type { SummaryBook } from './book.ts';
import { LOOKS } from './looks.ts';
import { computed, figure, type SummaryCell } from './rows.ts';
import type { SheetColumn } from './table-page.ts';

/** The round before as the tables show it beside this one. */
export interface Previous {
  /** `2025-09` */
  readonly period: string;
  /** The unit's number then; undefined when none counted. */
  readonly countOf: (unit: UnitId, indicator: string) => number | undefined;
}

/** The round before; undefined when no earlier round is known. */
export function previousOf({ model }: Pick<SummaryBook, 'model'>): Previous | undefined {
  const round = previousRound(model.round.history);
  if (round === undefined) return undefined;
  return { period: round.period.id, countOf: (unit, indicator) => pastCount(round, unit, indicator)?.value };
}

/** The round before, if any of these units has a number of that indicator in it. */
export function previousFor(
  previous: Previous | undefined,
  units: readonly UnitId[],
  indicator: string,
): Previous | undefined {
  return units.some((unit) => previous?.countOf(unit, indicator) !== undefined) ? previous : undefined;
}

/** The columns for a number of the round before and for the change since then; `of` says of what, where that is not clear. */
export function previousColumns({ period }: Previous, of = ''): readonly SheetColumn[] {
  const subject = of === '' ? '' : `${of}: `;
  return [
    { heading: `${subject}kỳ trước\n(${period})`.replace(/^./u, (first) => first.toLocaleUpperCase('vi')), width: 13 },
    { heading: `${subject}tăng, giảm`.replace(/^./u, (first) => first.toLocaleUpperCase('vi')), width: 12 },
  ];
}

/** What a table says of how to read these columns. */
export const PREVIOUS_NOTE =
  'Tăng, giảm chỉ tính ở đơn vị có số liệu cả hai kỳ; dòng “Cộng” của cột này cộng các đơn vị đó.';

/** Two numbers with the cells that they stand in. */
interface Compared {
  readonly now: { readonly cell: string; readonly value: number | undefined };
  readonly before: { readonly cell: string; readonly value: number | undefined };
}

/** The change in whole numbers; undefined when one of the two is not known. */
export function changeOf(now: number | undefined, before: number | undefined): number | undefined {
  return now === undefined || before === undefined ? undefined : now - before;
}

/** The number of the round before, and what has changed since; blank where one of the two is not known. */
export function previousCells({ now, before }: Compared): readonly SummaryCell[] {
  const formula = `IF(COUNT(${now.cell},${before.cell})=2,${now.cell}-${before.cell},"")`;
  return [
    figure(before.value, LOOKS.previous),
    computed(formula, changeOf(now.value, before.value) ?? '', LOOKS.change),
  ];
}

/** The sum of the numbers in that range, or a blank when there is none. */
export function sumOrBlank(range: string, values: readonly (number | undefined)[], look: Partial<Style>): SummaryCell {
  const known = values.flatMap((value) => value ?? []);
  const result = known.length === 0 ? '' : known.reduce((sum, value) => sum + value, 0);
  return computed(`IF(COUNT(${range})=0,"",SUM(${range}))`, result, look);
}
