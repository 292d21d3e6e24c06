import type { Total } from '../../../model/report.ts';
import { countSign } from '../../../vi/count-words.ts';
import { capitalize } from '../../../vi/text.ts';
import { keepTogether } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import { NO_VALUE, sumOrNone } from './formulas.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { previousColumns, previousFor, previousOf, PREVIOUS_NOTE, sumOrBlank } from './previous.ts';
import { computed, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';
import { addNumbersOfType, comparedValues, type NumberRanges, type TypeTotals } from './unit-numbers.ts';

function byType(totals: readonly Total[]): readonly TypeTotals[] {
  const types = new Map(totals.map(({ unitType }) => [unitType.id, unitType]));
  return [...types.values()].map((unitType) => ({
    unitType,
    totals: totals.filter((total) => total.unitType.id === unitType.id),
  }));
}

/** The sums that stand by themselves, and behind them the sheet with the numbers that were added. */
export function addTotalSheets(book: SummaryBook): void {
  const types = byType(book.words.ownTotals);
  if (types.length === 0) return;
  const units = book.model.units.map(({ unit }) => unit.id);
  const known = previousOf(book);
  const isCompared = book.words.ownTotals.some(
    ({ indicator }) => previousFor(known, units, indicator.id) !== undefined,
  );
  const previous = isCompared ? known : undefined;
  const columns = [
    { heading: 'STT', width: 6 },
    { heading: 'Chỉ tiêu', width: 70 },
    { heading: 'Đơn vị tính', width: 14 },
    { heading: 'Tổng số', width: 14 },
    { heading: 'Số đơn vị có số liệu', width: 12 },
    { heading: 'Số đơn vị', width: 12 },
    ...(previous === undefined ? [] : previousColumns(previous)),
  ];
  const page = addTablePage(book, {
    name: SHEETS.totals,
    title: 'Số liệu khác',
    notes: [
      `Các số được cộng từ các trang “${SHEETS.totalsByUnit} 1”, “${SHEETS.totalsByUnit} 2” …, mỗi loại đơn vị một trang. Dấu “${NO_VALUE}” là chưa có đơn vị nào có số liệu, không phải bằng 0.`,
      ...(previous === undefined ? [] : [PREVIOUS_NOTE]),
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
      page.write(row + 1 + index, [
        ...totalRow(total, ranges.get(total), index),
        ...(previous === undefined ? [] : previousTotals(ranges.get(total))),
      ]);
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

/** Of the round before and the change since, over all units; blank where no unit has a number of then. */
function previousTotals(ranges: NumberRanges | undefined): readonly SummaryCell[] {
  if (ranges?.place.previous === undefined) return [figure(undefined, LOOKS.previous), figure(undefined, LOOKS.change)];
  const { before, changes } = comparedValues(ranges.place, ranges.units);
  return [sumOrBlank(ranges.rangeOf(1), before, LOOKS.previous), sumOrBlank(ranges.rangeOf(2), changes, LOOKS.change)];
}

function totalRow(
  { title, counts, value, countedUnitCount, expectedUnitCount }: Total,
  ranges: NumberRanges | undefined,
  index: number,
): readonly SummaryCell[] {
  const range = ranges?.rangeOf(0) ?? '';
  return [
    figure(index + 1, LOOKS.mark),
    words(title),
    words(countSign(counts), LOOKS.mark),
    computed(sumOrNone(range), countedUnitCount === 0 ? NO_VALUE : value),
    computed(`COUNT(${range})`, countedUnitCount),
    computed(`ROWS(${range})`, expectedUnitCount),
  ];
}
