import type { ReceiptStatus, ReportingRate, UnitOutcome } from '../../../model/report.ts';
import type { Ratio } from '../../../model/ratio.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, NO_VALUE, onSheet, quoted } from './formulas.ts';
import { LOOKS, shareLook } from './looks.ts';
import { SHEETS } from './names.ts';
import { addReportingSheet, type ReportingRanges } from './reporting.ts';
import { computed, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

/** In the order of the columns D to I; the first three together have reported. */
const STATES = [
  'on-time',
  'late',
  'undated',
  'missing',
  'not-due',
  'unusable',
] as const satisfies readonly ReceiptStatus[];

const COLUMNS = [
  { heading: 'Loại đơn vị', width: 30 },
  { heading: 'Phải báo cáo', width: 10 },
  { heading: 'Đã báo cáo', width: 10 },
  { heading: 'Đúng hạn', width: 10 },
  { heading: 'Gửi muộn', width: 10 },
  { heading: 'Không rõ ngày', width: 10 },
  { heading: 'Chưa gửi', width: 10 },
  { heading: 'Chưa đến hạn', width: 10 },
  { heading: 'Tệp chưa sử dụng được', width: 12 },
  { heading: 'Tỷ lệ báo cáo', width: 10 },
  { heading: 'Tỷ lệ đúng hạn', width: 10 },
];

function countOf(outcomes: readonly UnitOutcome[], status: ReceiptStatus): number {
  return outcomes.filter((outcome) => outcome.status === status).length;
}

/** Both shares of the row; none of nobody. */
function shareCells(
  row: number,
  { rate, rateOnTime, expected }: ReportingRate,
  kind: 'plain' | 'total',
): readonly SummaryCell[] {
  return (
    [
      ['C', rate],
      ['D', rateOnTime],
    ] as const
  ).map(([column, { numerator, denominator }]) =>
    computed(
      `IF(B${row}>0,${column}${row}/B${row},${quoted(NO_VALUE)})`,
      expected === 0 ? NO_VALUE : numerator / denominator,
      shareLook(1, kind),
    ),
  );
}

function typeRow(book: SummaryBook, ranges: ReportingRanges, rate: ReportingRate, row: number): readonly SummaryCell[] {
  const ofType = `${ranges.types},$A${row}`;
  const outcomes = book.model.units.filter(({ unitType }) => unitType.id === rate.unitType?.id);
  return [
    words(rate.unitType?.name ?? ''),
    computed(`COUNTIF(${ofType})`, rate.expected),
    computed(`SUM(D${row}:F${row})`, rate.received),
    ...STATES.map((status) =>
      computed(
        `COUNTIFS(${ofType},${ranges.states},${quoted(book.words.statuses[status])})`,
        countOf(outcomes, status),
      ),
    ),
    ...shareCells(row, rate, 'plain'),
  ];
}

function totalRow({ model }: SummaryBook, first: number, row: number): readonly SummaryCell[] {
  const bound = model.units.filter(({ unitType }) => unitType.mustReport);
  const { expected, received } = model.overallRate;
  const counts = [expected, received, ...STATES.map((status) => countOf(bound, status))];
  return [
    words('Cộng', LOOKS.totalText),
    ...counts.map((count, index) => {
      const column = String.fromCharCode('B'.charCodeAt(0) + index);
      return computed(`SUM(${columnRange(column, first, row - 1)})`, count, LOOKS.totalFigure);
    }),
    ...shareCells(row, model.overallRate, 'total'),
  ];
}

function addHeadlines({ model, headlines }: SummaryBook, total: number): void {
  const { expected, received, rate, rateOnTime } = model.overallRate;
  const shareOf = (ratio: Ratio): number | string => (expected === 0 ? NO_VALUE : ratio.numerator / ratio.denominator);
  const entries = [
    ['Số đơn vị phải báo cáo', 'B', expected, LOOKS.figure],
    ['Số đơn vị đã báo cáo', 'C', received, LOOKS.figure],
    ['Tỷ lệ báo cáo', 'J', shareOf(rate), shareLook(1, 'plain')],
    ['Tỷ lệ báo cáo đúng hạn', 'K', shareOf(rateOnTime), shareLook(1, 'plain')],
  ] as const;
  const sheet = SHEETS.rates;
  for (const [label, column, result, look] of entries)
    headlines.push({ label, formula: onSheet(sheet, `${column}${total}`), result, look, sheet });
}

/** The reporting rates by unit type, and behind them the sheet of the units from which they are counted. */
export function addRatesSheets(book: SummaryBook): void {
  const page = addTablePage(book, {
    name: SHEETS.rates,
    title: 'Tỷ lệ báo cáo theo loại đơn vị',
    notes: [
      `Các số được đếm từ trang “${SHEETS.reporting}”. Đã báo cáo gồm đúng hạn, gửi muộn và không rõ ngày. Loại đơn vị không bắt buộc báo cáo không tính ở đây.`,
    ],
    columns: COLUMNS,
  });
  const ranges = addReportingSheet(book);
  const first = writeTableHead(page, page.next, 1);
  const shown = book.model.rates.filter(({ expected }) => expected > 0);
  shown.forEach((rate, index) => {
    page.write(first + index, typeRow(book, ranges, rate, first + index));
  });
  const last = first + Math.max(1, shown.length);
  page.write(last, totalRow(book, first, last));
  addHeadlines(book, last);
  endTable(page, { heading: page.next, last }, 'no-filter');
}
