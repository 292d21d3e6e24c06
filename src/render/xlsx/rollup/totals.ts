import { grouped } from '../../../model/grouped.ts';
import type { ProvinceTotal } from '../../../model/rollup.ts';
import { columnName } from '../../../model/workbook.ts';
import { countSign } from '../../../vi/count-words.ts';
import { setPrintRows } from '../sheet-setup.ts';
import { columnRange, NO_VALUE, sumOrNone } from '../summary/formulas.ts';
import { LOOKS } from '../summary/looks.ts';
import { computed, figure, words, type SummaryCell } from '../summary/rows.ts';
import { endTable, writeTableHead } from '../summary/table-page.ts';
import { addRoundPage, cellOn, COMMUNE_COLUMNS, communeCells, type RoundBook } from './book.ts';

const COLUMNS = [
  { heading: 'STT', width: 6 },
  { heading: 'Chỉ tiêu', width: 58 },
  { heading: 'Đơn vị tính', width: 12 },
  { heading: 'Tổng số', width: 14 },
  { heading: 'Số xã có số liệu', width: 10 },
  { heading: 'Số xã', width: 10 },
  { heading: 'Số đơn vị có số liệu', width: 12 },
  { heading: 'Số đơn vị', width: 10 },
];

function columnOf(index: number): string {
  return columnName(COMMUNE_COLUMNS.length + index);
}

/** The sheet of the communes' sums over one unit type; gives the cells of each sum. */
function addTypeSheet(at: RoundBook, totals: readonly ProvinceTotal[], name: string): readonly string[] {
  const typeName = totals[0]?.definition.unitType.name ?? '';
  const page = addRoundPage(at, {
    name,
    title: `Số liệu của từng xã: ${typeName}`,
    notes: ['Ô để trống là chưa có số liệu đưa vào tổng hợp, không phải bằng 0.'],
    columns: [
      ...COMMUNE_COLUMNS,
      ...totals.map(({ definition: { title, counts } }) => ({ heading: `${title} (${countSign(counts)})`, width: 14 })),
    ],
  });
  const first = writeTableHead(page, page.next, 3);
  const { communes } = at.round;
  communes.forEach((outcome, index) => {
    const numbers = totals.map(({ parts }) => {
      const part = parts[index]?.part;
      return figure(part === undefined || part.countedUnitCount === 0 ? undefined : part.value);
    });
    page.write(first + index, [...communeCells(outcome, index), ...numbers]);
  });
  const last = first + communes.length - 1;
  endTable(page, { heading: page.next, last }, 'filter');
  const ranges = totals.map((_, index) => columnRange(columnOf(index), first, last));
  const blank = words('', LOOKS.totalText);
  page.write(last + 1, [
    blank,
    blank,
    words('Cộng', LOOKS.totalText),
    ...totals.map(({ value, countedCommuneCount }, index) =>
      computed(sumOrNone(ranges[index] ?? ''), countedCommuneCount === 0 ? NO_VALUE : value, LOOKS.totalFigure),
    ),
  ]);
  setPrintRows(page.sheet, { last: last + 1, repeated: [page.next, page.next] });
  return ranges.map((range) => cellOn(page, range));
}

function totalRow(total: ProvinceTotal, range: string, index: number): readonly SummaryCell[] {
  const { definition, value, countedCommuneCount, expectedCommuneCount, countedUnitCount, expectedUnitCount } = total;
  return [
    figure(index + 1, LOOKS.mark),
    words(definition.title),
    words(countSign(definition.counts), LOOKS.mark),
    computed(sumOrNone(range), countedCommuneCount === 0 ? NO_VALUE : value),
    computed(`COUNT(${range})`, countedCommuneCount),
    computed(`ROWS(${range})`, expectedCommuneCount),
    figure(countedUnitCount),
    figure(expectedUnitCount),
  ];
}

/** The sums of the province, and behind them, for each unit type, the sheet with the communes' numbers that were added. */
export function addTotalSheets(at: RoundBook, names: { readonly all: string; readonly byType: string }): void {
  const { totals } = at.round;
  if (totals.length === 0) return;
  const types = [...grouped(totals, ({ definition }) => definition.unitType.id).values()];
  const page = addRoundPage(at, {
    name: names.all,
    title: 'Số liệu khác của toàn tỉnh',
    notes: [
      `Các số được cộng từ các trang “${names.byType} 1”, “${names.byType} 2” …, mỗi loại đơn vị một trang. Dấu “${NO_VALUE}” là chưa có xã nào có số liệu, không phải bằng 0. Số đơn vị là của các xã được tính.`,
    ],
    columns: COLUMNS,
  });
  let row = writeTableHead(page, page.next, 2);
  types.forEach((ofType, place) => {
    const ranges = addTypeSheet(at, ofType, `${names.byType} ${place + 1}`);
    page.write(row, [{ ...words(ofType[0].definition.unitType.name, LOOKS.band), columns: COLUMNS.length }]);
    ofType.forEach((total, index) => {
      page.write(row + 1 + index, totalRow(total, ranges[index] ?? '', index));
    });
    row += ofType.length + 1;
  });
  endTable(page, { heading: page.next, last: row - 1 }, 'no-filter');
}
