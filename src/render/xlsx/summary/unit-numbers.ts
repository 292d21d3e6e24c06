import type { UnitType } from '../../../model/directive.ts';
import type { Total, UnitOutcome } from '../../../model/report.ts';
import type { UnitId } from '../../../model/unit.ts';
import { columnName } from '../../../model/workbook.ts';
import { countSign } from '../../../vi/count-words.ts';
import { setPrintRows } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, NO_VALUE, onSheet, sumOrNone } from './formulas.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import {
  changeOf,
  previousCells,
  previousColumns,
  previousFor,
  previousOf,
  PREVIOUS_NOTE,
  sumOrBlank,
  type Previous,
} from './previous.ts';
import { computed, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, repeatUnits, type SheetColumn, writeTableHead } from './table-page.ts';

const BEFORE_NUMBERS = [
  { heading: 'STT', width: 5 },
  { heading: 'Mã', width: 8 },
  { heading: 'Đơn vị', width: 28 },
] as const;

/** The sums of one unit type. */
export interface TypeTotals {
  readonly unitType: UnitType;
  readonly totals: readonly Total[];
}

/** A sum with the columns of its numbers on the sheet of the units; zero-based. */
export interface PlacedTotal {
  readonly total: Total;
  readonly column: number;
  /** The round before, whose number and the change since stand in the two columns behind; undefined when no unit has one. */
  readonly previous: Previous | undefined;
}

function placed(
  totals: readonly Total[],
  units: readonly UnitOutcome[],
  known: Previous | undefined,
): readonly PlacedTotal[] {
  const ids = units.map(({ unit }) => unit.id);
  let column: number = BEFORE_NUMBERS.length;
  return totals.map((total) => {
    const place = { total, column, previous: previousFor(known, ids, total.indicator.id) };
    column += place.previous === undefined ? 1 : 3;
    return place;
  });
}

function headingsOf({ total: { title, counts }, previous }: PlacedTotal): readonly SheetColumn[] {
  const own = { heading: `${title} (${countSign(counts)})`, width: 14 };
  return previous === undefined ? [own] : [own, ...previousColumns(previous)];
}

function numberCells({ total, column, previous }: PlacedTotal, unit: UnitId, row: number): readonly SummaryCell[] {
  const now = total.parts.find((part) => part.unit === unit)?.cell.value;
  if (previous === undefined) return [figure(now)];
  const before = previous.countOf(unit, total.indicator.id);
  const cell = (offset: number): string => `${columnName(column + offset)}${row}`;
  const compared = { now: { cell: cell(0), value: now }, before: { cell: cell(1), value: before } };
  return [figure(now), ...previousCells(compared)];
}

/** The numbers of the round before of these units, and the changes of those that have a number in both. */
export function comparedValues(
  { total, previous }: PlacedTotal,
  units: readonly UnitOutcome[],
): { readonly before: readonly (number | undefined)[]; readonly changes: readonly (number | undefined)[] } {
  const nowOf = new Map(total.parts.map(({ unit, cell }) => [unit, cell.value]));
  const before = units.map(({ unit }) => previous?.countOf(unit.id, total.indicator.id));
  return { before, changes: units.map(({ unit }, index) => changeOf(nowOf.get(unit.id), before[index])) };
}

function sumCells(
  place: PlacedTotal,
  units: readonly UnitOutcome[],
  first: number,
  last: number,
): readonly SummaryCell[] {
  const { total, column, previous } = place;
  const rangeOf = (offset: number): string => columnRange(columnName(column + offset), first, last);
  const sum = computed(sumOrNone(rangeOf(0)), total.countedUnitCount === 0 ? NO_VALUE : total.value, LOOKS.totalFigure);
  if (previous === undefined) return [sum];
  const { before, changes } = comparedValues(place, units);
  return [sum, sumOrBlank(rangeOf(1), before, LOOKS.totalPrevious), sumOrBlank(rangeOf(2), changes, LOOKS.totalChange)];
}

/** A sum with where its numbers stand on the sheet of the units. */
export interface NumberRanges {
  readonly place: PlacedTotal;
  readonly units: readonly UnitOutcome[];
  readonly rangeOf: (offset: number) => string;
}

/** The sheet of the units of one type with their numbers; gives the ranges of each sum. */
export function addNumbersOfType(
  book: SummaryBook,
  { unitType, totals }: TypeTotals,
  number: number,
): readonly (readonly [Total, NumberRanges])[] {
  const units = book.model.units.filter(({ unit }) => unit.type === unitType.id);
  const places = placed(totals, units, previousOf(book));
  const isCompared = places.some(({ previous }) => previous !== undefined);
  const blanks = 'Ô để trống là chưa có số liệu đưa vào tổng hợp, không phải bằng 0.';
  const page = addTablePage(book, {
    name: `${SHEETS.totalsByUnit} ${number} – ${unitType.name}`,
    title: `Số liệu của từng đơn vị: ${unitType.plural}`,
    notes: [isCompared ? `${blanks} ${PREVIOUS_NOTE}` : blanks],
    columns: [...BEFORE_NUMBERS, ...places.flatMap(headingsOf)],
  });
  const first = writeTableHead(page, page.next, 3);
  units.forEach(({ unit }, index) => {
    page.write(first + index, [
      figure(index + 1, LOOKS.mark),
      words(unit.id, LOOKS.mark),
      words(book.words.nameOf(unit)),
      ...places.flatMap((place) => numberCells(place, unit.id, first + index)),
    ]);
  });
  const last = first + units.length - 1;
  endTable(page, { heading: page.next, last }, 'filter');
  const blank = words('', LOOKS.totalText);
  const sums = places.flatMap((place) => sumCells(place, units, first, last));
  page.write(last + 1, [blank, blank, words('Cộng', LOOKS.totalText), ...sums]);
  setPrintRows(page.sheet, { last: last + 1, repeated: [page.next, page.next] });
  if (isCompared) repeatUnits(page);
  return places.map((place) => {
    const rangeOf = (offset: number): string =>
      onSheet(page.sheet.name, columnRange(`$${columnName(place.column + offset)}`, first, last));
    return [place.total, { place, units, rangeOf }];
  });
}
