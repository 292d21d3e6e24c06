import type { UnitType } from '../../../model/directive.ts';
import type { Total } from '../../../model/report.ts';
import { columnName } from '../../../model/workbook.ts';
import { countSign } from '../../../vi/count-words.ts';
import { capitalize } from '../../../vi/text.ts';
import { keepWithNext } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, NO_VALUE, onSheet, sumOrNone } from './formulas.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { computed, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, type TablePage, writeTableHead } from './table-page.ts';

const BEFORE_NUMBERS = [
  { heading: 'STT', width: 5 },
  { heading: 'Mã', width: 8 },
  { heading: 'Đơn vị', width: 28 },
] as const;

/** The sums of one unit type. */
interface TypeTotals {
  readonly unitType: UnitType;
  readonly totals: readonly Total[];
}

function byType(totals: readonly Total[]): readonly TypeTotals[] {
  const types = new Map(totals.map(({ unitType }) => [unitType.id, unitType]));
  return [...types.values()].map((unitType) => ({
    unitType,
    totals: totals.filter((total) => total.unitType.id === unitType.id),
  }));
}

/** The units of one type with their numbers; gives the first and last row. */
function writeUnits(
  book: SummaryBook,
  page: TablePage,
  { unitType, totals }: TypeTotals,
  from: number,
): readonly [number, number] {
  const width = page.columns.length;
  page.write(from, [{ ...words(capitalize(unitType.plural), LOOKS.band), columns: width }]);
  const titles = totals.map(({ title, counts }) => words(`${title} (${countSign(counts)})`, LOOKS.heading));
  page.write(from + 1, [...BEFORE_NUMBERS.map(({ heading }) => words(heading, LOOKS.heading)), ...titles]);
  const units = book.model.units.filter(({ unit }) => unit.type === unitType.id);
  const numbers = totals.map(({ parts }) => new Map(parts.map(({ unit, cell }) => [unit, cell.value])));
  units.forEach(({ unit }, index) => {
    page.write(from + 2 + index, [
      figure(index + 1, LOOKS.mark),
      words(unit.id, LOOKS.mark),
      words(book.words.nameOf(unit)),
      ...numbers.map((numberOf) => figure(numberOf.get(unit.id))),
    ]);
  });
  return [from + 2, from + 1 + units.length];
}

function columnOf(index: number): string {
  return columnName(BEFORE_NUMBERS.length + index);
}

function sumRow({ totals }: TypeTotals, first: number, last: number): readonly SummaryCell[] {
  const blank = words('', LOOKS.totalText);
  const sums = totals.map(({ value, countedUnitCount }, index) => {
    const result = countedUnitCount === 0 ? NO_VALUE : value;
    return computed(sumOrNone(columnRange(columnOf(index), first, last)), result, LOOKS.totalFigure);
  });
  return [blank, blank, words('Cộng', LOOKS.totalText), ...sums];
}

/** The numbers of every unit, type by type; gives the range of each sum. */
function addNumbersByUnit(book: SummaryBook, types: readonly TypeTotals[]): (total: Total) => string {
  const widest = Math.max(...types.map(({ totals }) => totals.length));
  const columns = [...BEFORE_NUMBERS, ...Array.from({ length: widest }, () => ({ heading: '', width: 14 }))];
  const page = addTablePage(book, {
    name: SHEETS.totalsByUnit,
    title: 'Số liệu của từng đơn vị',
    notes: ['Ô để trống là chưa có số liệu đưa vào tổng hợp, không phải bằng 0.'],
    columns,
  });
  const ranges = new Map<Total, string>();
  const bands: number[] = [];
  let row = page.next;
  for (const type of types) {
    bands.push(row, row + 1);
    const [first, last] = writeUnits(book, page, type, row);
    type.totals.forEach((total, index) => {
      ranges.set(total, onSheet(SHEETS.totalsByUnit, columnRange(`$${columnOf(index)}`, first, last)));
    });
    page.write(last + 1, sumRow(type, first, last));
    row = last + 2;
  }
  page.sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: page.next - 1, showGridLines: false, zoomScale: 100 }];
  endTable(page, { heading: 1, last: row - 1 }, 'no-filter');
  keepWithNext(page.sheet, bands, [1, 1]);
  return (total) => ranges.get(total) ?? '';
}

/** The sums that stand by themselves, and behind them the sheet with the numbers that were added. */
export function addTotalSheets(book: SummaryBook): void {
  const types = byType(book.words.ownTotals);
  if (types.length === 0) return;
  const columns = [
    { heading: 'STT', width: 6 },
    { heading: 'Chỉ tiêu', width: 70 },
    { heading: 'Đơn vị tính', width: 14 },
    { heading: 'Tổng số', width: 14 },
    { heading: 'Số đơn vị có số liệu', width: 12 },
    { heading: 'Số đơn vị', width: 12 },
  ];
  const page = addTablePage(book, {
    name: SHEETS.totals,
    title: 'Số liệu khác',
    notes: [
      `Các số được cộng từ trang “${SHEETS.totalsByUnit}”, riêng từng loại đơn vị. Dấu “${NO_VALUE}” là chưa có đơn vị nào có số liệu, không phải bằng 0.`,
    ],
    columns,
  });
  const rangeOf = addNumbersByUnit(book, types);
  let row = writeTableHead(page, page.next, 2);
  for (const { unitType, totals } of types) {
    page.write(row, [{ ...words(capitalize(unitType.plural), LOOKS.band), columns: columns.length }]);
    totals.forEach((total, index) => {
      page.write(row + 1 + index, totalRow(total, rangeOf(total), index));
    });
    row += totals.length + 1;
  }
  endTable(page, { heading: page.next, last: row - 1 }, 'no-filter');
}

function totalRow(
  { title, counts, value, countedUnitCount, expectedUnitCount }: Total,
  range: string,
  index: number,
): readonly SummaryCell[] {
  return [
    figure(index + 1, LOOKS.mark),
    words(title),
    words(countSign(counts), LOOKS.mark),
    computed(sumOrNone(range), countedUnitCount === 0 ? NO_VALUE : value),
    computed(`COUNT(${range})`, countedUnitCount),
    computed(`ROWS(${range})`, expectedUnitCount),
  ];
}
