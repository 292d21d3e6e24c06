import type { UnitType } from '../../../model/directive.ts';
import type { Total } from '../../../model/report.ts';
import { columnName } from '../../../model/workbook.ts';
import { countSign } from '../../../vi/count-words.ts';
import { capitalize } from '../../../vi/text.ts';
import { keepTogether, setPrintRows } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, NO_VALUE, onSheet, sumOrNone } from './formulas.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { computed, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

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

/** The sheet of the units of one type with their numbers; gives the range of each sum. */
function addNumbersOfType(book: SummaryBook, type: TypeTotals, place: number): readonly (readonly [Total, string])[] {
  const { unitType, totals } = type;
  const headings = totals.map(({ title, counts }) => ({ heading: `${title} (${countSign(counts)})`, width: 14 }));
  const page = addTablePage(book, {
    name: `${SHEETS.totalsByUnit} ${place} – ${unitType.name}`,
    title: `Số liệu của từng đơn vị: ${unitType.plural}`,
    notes: ['Ô để trống là chưa có số liệu đưa vào tổng hợp, không phải bằng 0.'],
    columns: [...BEFORE_NUMBERS, ...headings],
  });
  const first = writeTableHead(page, page.next, 3);
  const units = book.model.units.filter(({ unit }) => unit.type === unitType.id);
  const numbers = totals.map(({ parts }) => new Map(parts.map(({ unit, cell }) => [unit, cell.value])));
  units.forEach(({ unit }, index) => {
    page.write(first + index, [
      figure(index + 1, LOOKS.mark),
      words(unit.id, LOOKS.mark),
      words(book.words.nameOf(unit)),
      ...numbers.map((numberOf) => figure(numberOf.get(unit.id))),
    ]);
  });
  const last = first + units.length - 1;
  endTable(page, { heading: page.next, last }, 'filter');
  page.write(last + 1, sumRow(type, first, last));
  setPrintRows(page.sheet, { last: last + 1, repeated: [page.next, page.next] });
  return totals.map((total, index) => [
    total,
    onSheet(page.sheet.name, columnRange(`$${columnOf(index)}`, first, last)),
  ]);
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
      `Các số được cộng từ các trang “${SHEETS.totalsByUnit} 1”, “${SHEETS.totalsByUnit} 2” …, mỗi loại đơn vị một trang. Dấu “${NO_VALUE}” là chưa có đơn vị nào có số liệu, không phải bằng 0.`,
    ],
    columns,
  });
  const ranges = new Map(types.flatMap((type, index) => addNumbersOfType(book, type, index + 1)));
  let row = writeTableHead(page, page.next, 2);
  const bands: number[] = [];
  for (const { unitType, totals } of types) {
    bands.push(row);
    page.write(row, [{ ...words(capitalize(unitType.plural), LOOKS.band), columns: columns.length }]);
    totals.forEach((total, index) => {
      page.write(row + 1 + index, totalRow(total, ranges.get(total) ?? '', index));
    });
    row += totals.length + 1;
  }
  endTable(page, { heading: page.next, last: row - 1 }, 'no-filter');
  keepTogether(
    page.sheet,
    bands.map((band) => [band, band + 1]),
    [page.next, page.next],
  );
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
