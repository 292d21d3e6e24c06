import type { Coverage, CoverageRow, Total } from '../../../model/report.ts';
import type { Unit } from '../../../model/unit.ts';
import type { Ratio } from '../../../model/ratio.ts';
import { columnName } from '../../../model/workbook.ts';
import type { SummaryBook } from './book.ts';
import { columnRange } from './formulas.ts';
import { LOOKS, previousShareLook } from './looks.ts';
import { changeOf, previousCells, previousColumns, previousOf, sumOrBlank, type Previous } from './previous.ts';
import { computed, type SummaryCell } from './rows.ts';
import type { SheetColumn } from './table-page.ts';

/** The rows that the units stand in, both included. */
export interface UnitRows {
  readonly first: number;
  readonly last: number;
}

/** A share with the sums beside it, and the round before. */
interface ComparedCoverage {
  readonly coverage: Coverage;
  readonly parts: readonly Total[];
  readonly previous: Previous | undefined;
}

/** One of the numbers on the sheet: its heading, its column (zero-based), and what a unit has of it now. */
interface ComparedNumber {
  readonly title: string;
  readonly indicator: string;
  readonly column: number;
  readonly nowOf: (row: CoverageRow) => number | undefined;
}

const FIRST_NUMBER = 3;

function numbersOf({ coverage, parts }: Omit<ComparedCoverage, 'previous'>): readonly ComparedNumber[] {
  const counted = (row: CoverageRow, side: 'denominator' | 'numerator'): number | undefined =>
    row.state === 'counted' ? row[side]?.value : undefined;
  const sides = (['denominator', 'numerator'] as const).map((side) => ({
    title: coverage[side].title,
    indicator: coverage[side].id,
    nowOf: (row: CoverageRow) => counted(row, side),
  }));
  const sums = parts.map(({ title, indicator, parts: cells }) => ({
    title,
    indicator: indicator.id,
    nowOf: ({ unit }: CoverageRow) => cells.find((part) => part.unit === unit.id)?.cell.value,
  }));
  return [...sides, ...sums].map((one, index) => ({ ...one, column: FIRST_NUMBER + index }));
}

/** The round before, if a unit of the share has one of its numbers of then. */
export function coveragePrevious(book: SummaryBook, coverage: Coverage, parts: readonly Total[]): Previous | undefined {
  const previous = previousOf(book);
  const numbers = numbersOf({ coverage, parts });
  const isKnown = coverage.rows.some(({ unit }) =>
    numbers.some(({ indicator }) => previous?.countOf(unit.id, indicator) !== undefined),
  );
  return isKnown ? previous : undefined;
}

/** Two columns for each number, two for the share; none without a round before. */
export function coveragePreviousColumns({ coverage, parts, previous }: ComparedCoverage): readonly SheetColumn[] {
  if (previous === undefined) return [];
  return [
    ...numbersOf({ coverage, parts }).flatMap(({ title }) => previousColumns(previous, title)),
    { heading: `Tỷ lệ kỳ trước\n(${previous.period})`, width: 11 },
    { heading: 'Tỷ lệ tăng, giảm (điểm phần trăm)', width: 11 },
  ];
}

/** The share of a unit in the round before, with nobody in it undefined. */
function shareBefore(unit: Unit, { coverage, previous }: ComparedCoverage): Ratio | undefined {
  const [numerator, denominator] = [coverage.numerator, coverage.denominator].map(({ id }) =>
    previous?.countOf(unit.id, id),
  );
  return numerator === undefined || denominator === undefined || denominator === 0
    ? undefined
    : { numerator, denominator };
}

/** Percentage points between two shares. */
function pointsBetween(now: Ratio, before: Ratio): number {
  return (now.numerator / now.denominator - before.numerator / before.denominator) * 100;
}

/** The letters of the columns that the change of the share is computed from. */
function lettersOf(numbers: readonly ComparedNumber[], start: number) {
  const share = start + 2 * numbers.length;
  return {
    denominator: columnName(FIRST_NUMBER),
    numerator: columnName(FIRST_NUMBER + 1),
    denominatorBefore: columnName(start),
    numeratorBefore: columnName(start + 2),
    share: columnName(share),
    points: columnName(share + 1),
  };
}

/** A unit's numbers and share of the round before with the changes, from the column `start` on (zero-based). */
export function unitPreviousCells(
  table: ComparedCoverage,
  start: number,
  entry: CoverageRow,
  row: number,
): readonly SummaryCell[] {
  const { previous } = table;
  if (previous === undefined) return [];
  const numbers = numbersOf(table);
  const cells = numbers.flatMap(({ indicator, column, nowOf }, index) =>
    previousCells({
      now: { cell: `${columnName(column)}${row}`, value: nowOf(entry) },
      before: {
        cell: `${columnName(start + 2 * index)}${row}`,
        value: previous.countOf(entry.unit.id, indicator),
      },
    }),
  );
  const at = lettersOf(numbers, start);
  const [above, below] = [`${at.numeratorBefore}${row}`, `${at.denominatorBefore}${row}`];
  const before = shareBefore(entry.unit, table);
  const both = before === undefined || entry.ratio === undefined ? undefined : pointsBetween(entry.ratio, before);
  const now = `${at.numerator}${row}/${at.denominator}${row}`;
  const share = `${at.share}${row}`;
  return [
    ...cells,
    computed(
      `IF(COUNT(${above},${below})=2,IF(${below}>0,${above}/${below},""),"")`,
      before === undefined ? '' : before.numerator / before.denominator,
      previousShareLook('plain'),
    ),
    computed(
      `IF(AND(COUNT(${share},${at.numerator}${row},${at.denominator}${row})=3,N(${at.denominator}${row})>0),(${now}-${share})*100,"")`,
      both ?? '',
      LOOKS.points,
    ),
  ];
}

/** The exact shares over the units that count in both rounds; undefined where no unit does. */
function sharesOfBoth(table: ComparedCoverage): { readonly now: Ratio; readonly before: Ratio } | undefined {
  const pairs = table.coverage.rows.flatMap(({ unit, ratio }) => {
    const before = shareBefore(unit, table);
    return ratio === undefined || before === undefined ? [] : [{ now: ratio, before }];
  });
  if (pairs.length === 0) return undefined;
  const added = (ratios: readonly Ratio[]): Ratio => ({
    numerator: ratios.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: ratios.reduce((sum, { denominator }) => sum + denominator, 0),
  });
  return { now: added(pairs.map(({ now }) => now)), before: added(pairs.map(({ before }) => before)) };
}

/** The same of all units together; the share and its change are over the units that count in both rounds. */
export function totalPreviousCells(
  table: ComparedCoverage,
  start: number,
  { first, last }: UnitRows,
): readonly SummaryCell[] {
  const { coverage, previous } = table;
  if (previous === undefined) return [];
  const numbers = numbersOf(table);
  const range = (letter: string): string => columnRange(letter, first, last);
  const sums = numbers.flatMap(({ indicator, nowOf }, index) => {
    const before = coverage.rows.map(({ unit }) => previous.countOf(unit.id, indicator));
    const changes = coverage.rows.map((row, place) => changeOf(nowOf(row), before[place]));
    const letters = [columnName(start + 2 * index), columnName(start + 2 * index + 1)] as const;
    return [
      sumOrBlank(range(letters[0]), before, LOOKS.totalPrevious),
      sumOrBlank(range(letters[1]), changes, LOOKS.totalChange),
    ];
  });
  const at = lettersOf(numbers, start);
  // A unit counts in both rounds exactly when its change of the share is a number.
  const overBoth = (letter: string): string => `SUMPRODUCT(ISNUMBER(${range(at.points)})*1,${range(letter)})`;
  const whenAny = (formula: string): string => `IF(COUNT(${range(at.points)})=0,"",${formula})`;
  const before = `${overBoth(at.numeratorBefore)}/${overBoth(at.denominatorBefore)}`;
  const now = `${overBoth(at.numerator)}/${overBoth(at.denominator)}`;
  const both = sharesOfBoth(table);
  const ratio = both === undefined ? '' : both.before.numerator / both.before.denominator;
  const points = both === undefined ? '' : pointsBetween(both.now, both.before);
  return [
    ...sums,
    computed(whenAny(before), ratio, previousShareLook('total')),
    computed(whenAny(`(${now}-${before})*100`), points, LOOKS.totalPoints),
  ];
}
