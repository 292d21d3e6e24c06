import { columnName } from '../../../model/workbook.ts';
import type { ProvinceRate, RateCounts } from '../../../model/rollup.ts';
import { columnRange, NO_VALUE, quoted, sumOrNone } from '../summary/formulas.ts';
import { LOOKS, shareLook } from '../summary/looks.ts';
import { computed, figure, words, type SummaryCell } from '../summary/rows.ts';
import { endTable, writeTableHead } from '../summary/table-page.ts';
import { addRoundPage, cellOn, COMMUNE_COLUMNS, communeCells, outcomeRemark, type RoundBook } from './book.ts';

const COLUMNS = [
  ...COMMUNE_COLUMNS,
  { heading: 'Đơn vị phải báo cáo', width: 12 },
  { heading: 'Đã báo cáo', width: 12 },
  { heading: 'Đúng hạn', width: 12 },
  { heading: 'Tỷ lệ báo cáo', width: 12 },
  { heading: 'Tỷ lệ đúng hạn', width: 12 },
  { heading: 'Ghi chú', width: 36 },
];

/** Both shares of the row; none of nobody. */
function shareCells(row: number, counts: RateCounts | undefined, kind: 'plain' | 'total'): readonly SummaryCell[] {
  return (
    [
      ['E', counts?.received],
      ['F', counts?.onTime],
    ] as const
  ).map(([column, count]) => {
    const expected = counts?.expected ?? 0;
    return computed(
      `IF(N(D${row})>0,${column}${row}/D${row},${quoted(NO_VALUE)})`,
      expected > 0 ? (count ?? 0) / expected : NO_VALUE,
      shareLook(1, kind),
    );
  });
}

function totalRow(rate: ProvinceRate, first: number, row: number): readonly SummaryCell[] {
  const { expected, received, onTime, countedCommuneCount, expectedCommuneCount } = rate;
  const blank = words('', LOOKS.totalText);
  const sums = [expected, received, onTime].map((value, index) =>
    computed(
      sumOrNone(columnRange(columnName(COMMUNE_COLUMNS.length + index), first, row - 1)),
      countedCommuneCount === 0 ? NO_VALUE : value,
      LOOKS.totalFigure,
    ),
  );
  return [
    blank,
    blank,
    words('Cộng', LOOKS.totalText),
    ...sums,
    ...shareCells(row, countedCommuneCount === 0 ? undefined : rate, 'total'),
    words(`Tính trên ${countedCommuneCount}/${expectedCommuneCount} xã`, LOOKS.totalText),
  ];
}

/** The reporting rates of the communes' units; by unit type they stand in the long table only. */
export function addRatesSheet(at: RoundBook, name: string): void {
  const overall = at.round.rates.find(({ unitType }) => unitType === undefined);
  if (overall === undefined) return;
  const page = addRoundPage(at, {
    name,
    title: 'Tỷ lệ báo cáo của các đơn vị trong từng xã',
    notes: ['Đơn vị là nơi phải báo cáo với xã, theo danh sách đơn vị của từng xã.'],
    columns: COLUMNS,
  });
  const first = writeTableHead(page, page.next, 3);
  overall.parts.forEach(({ outcome, part }, index) => {
    const row = first + index;
    page.write(row, [
      ...communeCells(outcome, index),
      figure(part?.expected),
      figure(part?.received),
      figure(part?.onTime),
      ...shareCells(row, part, 'plain'),
      words(outcomeRemark(outcome)),
    ]);
  });
  const total = first + overall.parts.length;
  page.write(total, totalRow(overall, first, total));
  endTable(page, { heading: page.next, last: total }, 'no-filter');
  const share = overall.expected > 0 ? overall.received / overall.expected : NO_VALUE;
  at.headlines.push({
    label: `Tỷ lệ báo cáo của các đơn vị trong xã (${overall.countedCommuneCount}/${overall.expectedCommuneCount} xã)`,
    formula: cellOn(page, `G${total}`),
    result: share,
    look: shareLook(1, 'plain'),
    sheet: page.sheet.name,
  });
}
